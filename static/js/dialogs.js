// Native dialogs. data-opens="id" on a button opens a dialog, data-closes closes the one around it;
// data-confirm="question" on a form or a submit button asks first, data-confirm-act names the act on the button.
// A dialog with a text that somebody wrote is not left without a question.
(() => {
  const confirmDialog = () => document.getElementById("confirm");

  document.addEventListener("click", (event) => {
    const opener = event.target.closest("[data-opens]");
    if (opener) document.getElementById(opener.dataset.opens).showModal();
    const closer = event.target.closest("[data-closes]");
    if (closer) leave(closer.closest("dialog"));
  });

  document.addEventListener("keydown", (event) => {
    const dialog = event.key === "Escape" && !event.isComposing && event.target.closest("dialog[open]");
    if (!dialog || !isWritten(dialog)) return;
    event.preventDefault();
    leave(dialog);
  });

  const isWritten = (dialog) =>
    [...dialog.querySelectorAll("textarea:not([readonly])")].some(({ value, defaultValue }) => value.trim() && value !== defaultValue);

  function leave(dialog) {
    const { discard, discardAct } = confirmDialog().dataset;
    if (isWritten(dialog)) ask(discard, discardAct, () => giveUp(dialog));
    else giveUp(dialog);
  }

  function giveUp(dialog) {
    dialog.dispatchEvent(new CustomEvent("given-up", { bubbles: true }));
    dialog.close();
  }

  function ask(question, act, proceed) {
    const dialog = confirmDialog();
    const go = dialog.querySelector("[data-confirm-go]");
    go.textContent = act || go.dataset.usual;
    dialog.querySelector("#confirm-text").textContent = question;
    dialog.returnValue = "";
    dialog.addEventListener("close", () => dialog.returnValue === "go" && proceed(), { once: true });
    dialog.showModal();
  }

  document.addEventListener(
    "submit",
    (event) => {
      const form = event.target;
      const source = event.submitter?.dataset.confirm ? event.submitter : form;
      if (!source.dataset.confirm || form.dataset.confirmed) {
        delete form.dataset.confirmed;
        return;
      }
      event.preventDefault();
      event.stopImmediatePropagation();
      ask(source.dataset.confirm, source.dataset.confirmAct, () => {
        form.dataset.confirmed = "yes";
        form.requestSubmit(event.submitter);
      });
    },
    true,
  );
})();
