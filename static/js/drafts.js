// What a person typed and could not send is kept in this browser under jx-draft:<person>:…; signing out clears it.
(() => {
  document.addEventListener("submit", (event) => {
    const person = event.target.dataset.draftsOf;
    if (!person) return;
    const prefix = `jx-draft:${person}:`;
    try {
      Object.keys(localStorage)
        .filter((key) => key.startsWith(prefix))
        .forEach((key) => localStorage.removeItem(key));
    } catch {
      // a browser that keeps nothing has nothing to clear
    }
  });
})();
