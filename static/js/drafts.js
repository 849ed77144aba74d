// What a person typed and could not send is kept in this browser under jx-draft:<person>:…; who signs out says what becomes of it.
(() => {
  const keptOf = (person) => {
    try {
      return Object.keys(localStorage).filter((key) => key.startsWith(`jx-draft:${person}:`));
    } catch {
      return [];
    }
  };

  document.addEventListener("submit", (event) => {
    const form = event.target;
    const person = form.dataset.draftsOf;
    if (!person || form.dataset.said || !keptOf(person).length) return;
    event.preventDefault();
    const dialog = document.getElementById("dlg-sign-out");
    dialog.returnValue = "";
    dialog.addEventListener(
      "close",
      () => {
        if (!dialog.returnValue) return;
        if (dialog.returnValue === "clear") keptOf(person).forEach((key) => localStorage.removeItem(key));
        form.dataset.said = dialog.returnValue;
        form.requestSubmit();
      },
      { once: true },
    );
    dialog.showModal();
  });
})();
