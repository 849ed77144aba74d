// Opens the editable form of the page.

import { Leaving } from "../saving/leaving.js";
import { SavedMark } from "../saving/saved_mark.js";
import { Session } from "../saving/session.js";
import { Autosave } from "./autosave.js";
import { Checking } from "./checking.js";
import { Clipboard } from "./clipboard.js";
import { Complaints } from "./complaints.js";
import { bringBack } from "./draft_recovery.js";
import { grow } from "./growth.js";
import { Fold } from "./fold.js";
import { Filling } from "./filling.js";
import { Keyboard } from "./keyboard.js";
import { Levels } from "./levels.js";
import { Marks } from "./marks.js";
import { NewRows } from "./new_rows.js";
import { Notices } from "./notices.js";
import { Picking } from "./picking.js";
import { Problems } from "./problems.js";
import { Reconfirm } from "./reconfirm.js";
import { RowMenu } from "./row_menu.js";
import { RowSettings } from "./row_settings.js";
import { Rows } from "./rows.js";
import { Sheet } from "./sheet.js";
import { installShortcuts } from "./shortcuts.js";
import { SquareHistory } from "./square_history.js";
import { StatusBar } from "./status_bar.js";
import { Typing } from "./typing.js";
import { View } from "./view.js";
import { gettext } from "./words.js";

function open(form) {
  const sheet = new Sheet(form);
  sheet.grow = grow;
  const mark = new SavedMark(document.getElementById("saved"), () => autosave.resume());
  const complaints = new Complaints(sheet);
  const notices = new Notices(sheet);
  const checking = new Checking(sheet); // before the view, which draws what it takes for today's
  new View(sheet, complaints);
  const autosave = new Autosave(sheet, mark);
  const keyboard = new Keyboard(sheet, autosave);
  const rows = new Rows(sheet, autosave);
  const marks = new Marks(sheet, autosave);
  const problems = new Problems(sheet);
  new Typing(sheet, autosave, keyboard, notices);
  const picking = new Picking(sheet, keyboard);
  new Clipboard(sheet, keyboard, picking, new Filling(sheet, keyboard, picking), rows);
  new Levels(sheet);
  new NewRows(sheet, rows);
  new Leaving(sheet, autosave);
  new RowMenu(sheet, rows, new RowSettings(sheet, autosave));
  new Session(sheet, { resume: () => [autosave, checking].forEach((sender) => sender.resume()) });
  new StatusBar(sheet);
  new Fold(document.querySelector(".side"));
  new Reconfirm(sheet, autosave);
  installShortcuts({ problems, autosave, marks, mark, past: new SquareHistory(sheet, autosave) });
  document.getElementById("add-row").addEventListener("click", (event) => {
    event.preventDefault();
    rows.add(null, [{}], sheet.grid.lists.find(Boolean));
  });
  document.getElementById("copy-rows")?.addEventListener("click", () => rows.copy());
  takeUpAgain(sheet);
  const early = typedBefore(sheet);
  const count = bringBack(sheet);
  mark.show(early.length || count ? "saving" : "saved");
  if (early.length) sheet.writeAll(early, { remember: false });
  if (count) {
    notices.show(gettext("上次有 %(count)s 处没有保存，已恢复，正在保存。", { count }));
    autosave.flush();
  }
  keyboard.begin();
  form.dataset.ready = "yes";
}

/** What was posted without a script and not taken stands here as it was written: on what was read then. */
function takeUpAgain(sheet) {
  for (const [key, was] of Object.entries(JSON.parse(sheet.form.dataset.again))) sheet.ledger.learn(key, was);
}

/** What was typed while the script was still on its way. */
function typedBefore(sheet) {
  const changed = sheet.controls().filter(({ name, value }) => value !== sheet.ledger.base.get(name));
  return changed.map(({ name, value }) => ({ key: name, value }));
}

const form = document.getElementById("sheet-form");
if (form && !form.dataset.plain) open(form);
