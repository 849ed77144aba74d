// Narrows the page of rules while one types; without this script the button asks the server for the same.
(() => {
  const form = document.querySelector("[data-rules-filter]");
  if (!form) return;
  const rules = [...document.querySelectorAll("[data-rule]")];
  const none = document.querySelector("[data-rules-none]");
  const count = document.querySelector("[data-rules-count]");
  const sets = [...form.elements.rule_set.options].map((option) => option.value).filter(Boolean);

  const fits = (part, words, severity, set) =>
    (!severity || part.dataset.severity === severity) &&
    (!set || sets.indexOf(part.dataset.since) <= sets.indexOf(set)) &&
    words.every((word) => part.dataset.words.includes(word));

  const narrow = () => {
    const words = form.elements.q.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const rule of rules) {
      const parts = [...rule.querySelectorAll("[data-rule-part]")];
      for (const part of parts) {
        part.hidden = !fits(part, words, form.elements.severity.value, form.elements.rule_set.value);
        shown += part.hidden ? 0 : 1;
      }
      rule.hidden = parts.every((part) => part.hidden);
      document.querySelector(`[data-rule-link="${rule.id}"]`).hidden = rule.hidden;
    }
    count.textContent = shown;
    none.hidden = shown > 0;
  };

  form.addEventListener("input", narrow);
  window.addEventListener("pageshow", narrow);
})();
