// The scoring page: the table under the keyboard, marks at their squares, scores that save by themselves.

import { Leaving } from "../saving/leaving.js";
import { SavedMark } from "../saving/saved_mark.js";
import { Session } from "../saving/session.js";
import { Fold } from "../sheet/fold.js";
import { combination, isComposing } from "../sheet/keyboard.js";
import { ScoreSaver } from "./score_saver.js";
import { Scores } from "./scores.js";
import { SquareMenu } from "./square_menu.js";
import { ReviewTable } from "./table.js";
import { Threads } from "./threads.js";

document.documentElement.classList.add("scripted");

const table = new ReviewTable(document.getElementById("paper"));
const threads = new Threads(table);
new SquareMenu(table, threads);
const form = document.getElementById("scores");
const saver = form && !form.dataset.plain && openScores(form);

/** Begins to save the scores of `form` by themselves. */
function openScores(form) {
  const scores = new Scores(form);
  const mark = new SavedMark(document.getElementById("saved"), () => saver.resume());
  const saver = new ScoreSaver(scores, mark);
  new Session(scores, saver);
  new Leaving(scores, saver);
  scores.bringBack();
  mark.show(scores.refused.size ? "refused" : "saved", "", scores.refused.size);
  form.dataset.ready = "yes";
  return saver;
}

new Fold(document.querySelector(".side"), { open: true });

const KEYS = {
  F8: () => table.next(false),
  "Shift+F8": () => table.next(true),
  "Alt+m": () => threads.mark(),
  "Ctrl+s": () => saver && saver.resume(),
};

document.addEventListener("keydown", (event) => {
  const act = KEYS[combination(event)];
  if (!act || isComposing(event) || document.querySelector("dialog[open]")) return;
  event.preventDefault();
  act();
});

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='#']");
  if (!link) return;
  const target = document.getElementById(link.hash.slice(1));
  const square = target?.closest("#paper [data-key]");
  if (!square && !link.matches("[data-first-thread]")) return;
  event.preventDefault();
  if (!square) return threads.first();
  table.goTo(square);
  if (target.matches("mark")) getSelection().selectAllChildren(target);
});

// A refused return comes back with its dialog open: make it one that holds the focus.
const asked = document.querySelector("dialog[data-open-now]");
if (asked) {
  asked.open = false;
  asked.showModal();
}
