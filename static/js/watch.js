// Watches that the scripts of a page that saves by itself come up. Until a form with data-starts says data-ready, nothing is
// promised; where a script is missing, fails, or the browser is too old, the form becomes a plain one (data-plain) with its
// own button, and no script that comes late takes it over.
// Written for browsers older than those that the portal supports, since it is they that must be told.
(function () {
  "use strict";
  var PATIENCE = 10000;
  var isOld = !("replaceChildren" in Element.prototype) || !("HTMLDialogElement" in window);
  var form = null;
  var failed = false;
  var sending = false;

  function fail() {
    form = form || document.querySelector("form[data-starts]");
    if (failed || !form || form.dataset.ready) return;
    failed = true;
    form.dataset.plain = "yes";
    document.documentElement.classList.remove("scripted");
    form.classList.remove("live");
    var mark = document.getElementById("saved");
    var banner = document.getElementById("plain-save");
    banner.hidden = false;
    mark.dataset.kind = "failed";
    mark.querySelector("[data-text]").textContent = banner.dataset.mark;
    ["submit", "click", "keydown", "paste", "input"].forEach(function (name) {
      window.addEventListener(name, leaveToTheBrowser, true);
    });
    window.addEventListener("beforeunload", protect);
  }

  /** Half of a script may have come up: it is not asked any more. */
  function leaveToTheBrowser(event) {
    var owner = event.target.form || (event.target.closest && event.target.closest("form"));
    if (owner !== form) return;
    if (event.type === "submit") sending = true;
    event.stopImmediatePropagation();
  }

  function protect(event) {
    if (sending || !Array.prototype.some.call(form.elements, isChanged)) return;
    event.preventDefault();
    event.returnValue = "";
  }

  function isChanged(field) {
    if (field.type === "hidden" || !field.name || field.tagName === "BUTTON") return false;
    if (field.options) return Array.prototype.some.call(field.options, function (one) { return one.selected !== one.defaultSelected && one.defaultSelected; });
    return field.type === "checkbox" || field.type === "radio" ? field.checked !== field.defaultChecked : field.value !== field.defaultValue;
  }

  window.addEventListener("error", fail, true);
  window.addEventListener("unhandledrejection", fail);
  window.addEventListener("load", function () { setTimeout(fail, 1000); });
  setTimeout(fail, PATIENCE);
  document.addEventListener("readystatechange", function () {
    if (!isOld || document.readyState !== "interactive") return;
    Array.prototype.forEach.call(document.querySelectorAll("[data-too-old]"), function (words) { words.hidden = false; });
    fail();
  });
})();
