// Fields of every kind read and written as text.

const NO_TEXT = ["hidden", "password", "file", "submit", "button", "reset", "image", "fieldset", "output"];

const isTick = ({ type }) => type === "checkbox" || type === "radio";

/** Whether a person fills it in and it may be kept: no secret, no file. */
export function isFilledIn(field) {
  return field.name && !field.disabled && !field.readOnly && !NO_TEXT.includes(field.type) && field.autocomplete !== "one-time-code";
}

export function keyOf(field) {
  return isTick(field) ? `${field.name}=${field.value}` : field.name;
}

export function valueOf(field) {
  return isTick(field) ? String(field.checked) : field.value;
}

/** What stood in the field when the page came. */
export function standing(field) {
  if (isTick(field)) return String(field.defaultChecked);
  if (!field.options) return field.defaultValue;
  const chosen = [...field.options].find(({ defaultSelected }) => defaultSelected) ?? field.options[0];
  return chosen?.value ?? "";
}

export function put(field, value) {
  if (isTick(field)) field.checked = value === "true";
  else field.value = value;
}

/** A value of the field as its person knows it. */
export function inWords(field, value) {
  const option = field.options && [...field.options].find((one) => one.value === value);
  return option ? option.textContent.trim() : value;
}
