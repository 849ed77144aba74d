// After a refused form the summary of what is wrong is read first.
document.querySelector("[data-focus-first]")?.focus();
document.addEventListener("htmx:afterSwap", (event) => event.target.querySelector("[data-focus-first]")?.focus());
