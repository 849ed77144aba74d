// Two people changed one square: both values are shown, one square after the other, and the person chooses.

import { ask } from "./ask.js";
import { gettext } from "./words.js";

export class Conflicts {
  constructor(sheet) {
    this.sheet = sheet;
    this.queue = [];
  }

  /** Shows each conflict in turn; a square that is already asked about is asked about with the newer value. */
  async add(conflict) {
    this.queue = this.queue.filter(({ key }) => key !== conflict.key);
    this.queue.push(conflict);
    if (this.asking) return;
    this.asking = true;
    while (this.queue.length) await this.#askAbout(this.queue.shift());
    this.asking = false;
  }

  async #askAbout({ key, value, theirs, by, at }) {
    const { ledger } = this.sheet;
    const mine = ledger.typed(key) ?? value;
    const choice = await ask("dlg-conflict", {
      place: this.sheet.square(key)?.dataset.address ?? this.sheet.control(key)?.getAttribute("aria-label") ?? "",
      mine: mine || gettext("（空白）"),
      theirs: theirs || gettext("（空白）"),
      by: by || gettext("他人"),
      at,
      difference: difference(mine, theirs),
    });
    ledger.learn(key, theirs);
    if (choice === "mine") {
      this.sheet.writeAll([{ key, value: mine }], { remember: false });
      ledger.note(key, mine);
    } else if (choice === "theirs") {
      this.sheet.writeAll([{ key, value: theirs }], { remember: false });
    } else {
      this.sheet.goTo(key);
    }
  }
}

/** How far two plain numbers lie apart, in words; blank where one of them is none. */
function difference(mine, theirs) {
  const [a, b] = [mine, theirs].map((text) => (/^-?[\d,]+(\.\d+)?$/.test(text) ? Number(text.replaceAll(",", "")) : NaN));
  if (Number.isNaN(a) || Number.isNaN(b) || a === b) return "";
  const far = Number(Math.abs(a - b).toPrecision(12)).toString();
  return a > b ? gettext("我的比对方的多 %(far)s", { far }) : gettext("我的比对方的少 %(far)s", { far });
}
