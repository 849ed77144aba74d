// Opens the report of the page for writing.

import { Leaving } from "../saving/leaving.js";
import { SavedMark } from "../saving/saved_mark.js";
import { Session } from "../saving/session.js";
import { combination, isComposing } from "../sheet/keyboard.js";
import { Notices } from "../sheet/notices.js";
import { gettext } from "../sheet/words.js";
import { Answers } from "./answers.js";
import { Complaints } from "./complaints.js";
import { Pointing } from "./pointing.js";
import { Report, TEXT } from "./report.js";
import { Saver } from "./saver.js";
import { Underlines } from "./underlines.js";

function open(form) {
  const report = new Report(form);
  const underlines = new Underlines(report, form.querySelector(".under"));
  const notices = new Notices(report);
  const mark = new SavedMark(document.getElementById("saved"), () => saver.resume());
  const saver = new Saver(report, mark, new Answers(report, underlines, notices));
  new Pointing(report, underlines, notices);
  new Complaints(report);
  new Session(report, saver);
  new Leaving(report, saver);
  underlines.show(report.base, JSON.parse(form.dataset.spans));
  form.classList.add("live");
  takeUpAgain(report);
  listen(report, saver, mark);
  const isEarly = report.isChanged;
  const isUnsaved = bringBack(report);
  mark.show(isUnsaved ? "saving" : "saved");
  if (isUnsaved) {
    if (!isEarly) notices.show(gettext("上次有没有保存的内容，已恢复，正在保存。"));
    saver.flush();
  }
  form.dataset.ready = "yes";
}

function listen(report, saver, mark) {
  document.getElementById("findings").addEventListener("input", ({ target }) => {
    if (target.matches("[data-saves]")) report.say(target.name, target.value);
  });
  document.getElementById("findings").addEventListener("focusout", ({ target }) => target.matches("[data-saves]") && saver.soon(0));
  report.form.addEventListener("submit", (event) => {
    event.preventDefault();
    saver.flush();
  });
  document.addEventListener("keydown", (event) => {
    if (combination(event) !== "Ctrl+s" || isComposing(event)) return;
    event.preventDefault();
    saver.resume().then(() => mark.reassure());
  });
}

/** What was posted without a script and not taken stands here as it was written: on what was read then. */
function takeUpAgain(report) {
  for (const [name, was] of Object.entries(JSON.parse(report.form.dataset.again))) {
    if (name === TEXT) Object.assign(report, { base: null, revision: Math.max(0, Number(was)) });
    else if (report.form.elements[name]) {
      report.read.set(name, was);
      report.say(name, report.form.elements[name].value);
    }
  }
}

/** Puts back what an earlier visit could not save; says whether there was anything. */
function bringBack(report) {
  for (const [name, { value, was }] of report.drafts.all()) {
    if (name === TEXT) bringBackText(report, value, Number(was));
    else bringBackWords(report, name, value, was);
    report.keep(name);
  }
  return report.waits;
}

/** A text that was written on an earlier saving is sent as such, so that the server compares. */
function bringBackText(report, value, revision) {
  if (value === report.base) return;
  if (revision !== report.revision) Object.assign(report, { base: null, revision });
  report.put(value);
}

/** Words that were written on what stood there then are sent as such, too. */
function bringBackWords(report, name, value, was) {
  const field = report.form.elements[name];
  if (!field || field.value === value) return;
  field.value = value;
  report.read.set(name, was);
  report.say(name, value);
}

const form = document.getElementById("narrative-form");
if (form && !form.dataset.plain) open(form);
