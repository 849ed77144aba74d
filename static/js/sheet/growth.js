// A text area shows its whole text; browsers without field-sizing get the height from the text.

const BUILT_IN = CSS.supports("field-sizing", "content");

export function grow(control) {
  if (BUILT_IN || !(control instanceof HTMLTextAreaElement)) return;
  const box = control.getBoundingClientRect();
  if (control.scrollHeight > box.height) control.rows = Math.ceil(control.scrollHeight / lineHeight(control));
}

const lineHeight = (control) => parseFloat(getComputedStyle(control).lineHeight) || 20;
