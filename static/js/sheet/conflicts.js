// One square was changed on two pages: both values are shown, one square after the other, and the person chooses.

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

  async #askAbout({ key, value, theirs, at, ...from }) {
    const { ledger } = this.sheet;
    const mine = ledger.typed(key) ?? value;
    const what = key.startsWith("explain:") ? gettext("这条说明") : gettext("这一格");
    const place = this.sheet.square(key)?.dataset.address ?? nameOf(this.sheet.control(key));
    const choice = await choose({ what, place, mine, theirs, at, difference: difference(mine, theirs), ...from });
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

const nameOf = (control) => control?.getAttribute("aria-label") ?? control?.labels[0]?.textContent ?? "";

/** Shows what two have written of one thing; gives "mine", "theirs", or anything else for neither yet. */
export function choose({ what, place = "", hint = "", difference = "", mine, theirs, at, ...from }) {
  const both = { mine: mine || gettext("（空白）"), theirs: theirs || gettext("（空白）") };
  return ask("dlg-conflict", { what, place, hint, difference, ...both, ...wordsOf(from), at });
}

/** Who saved meanwhile, in the words of the dialog: somebody else, or oneself on another page. */
export function wordsOf({ own, by }) {
  const who = own ? gettext("您自己在另一页") : by || gettext("他人");
  const whose = own ? gettext("另一页的") : gettext("对方的");
  return { by: who, title: gettext("刚被%(who)s改过", { who }), whose, take: own ? gettext("用另一页的") : gettext("用对方的") };
}

/** How far two plain numbers lie apart, in words; blank where one of them is none. */
function difference(mine, theirs) {
  const [a, b] = [mine, theirs].map((text) => (/^-?[\d,]+(\.\d+)?$/.test(text) ? Number(text.replaceAll(",", "")) : NaN));
  if (Number.isNaN(a) || Number.isNaN(b) || a === b) return "";
  const far = Number(Math.abs(a - b).toPrecision(12)).toString();
  return a > b ? gettext("我的多 %(far)s", { far }) : gettext("我的少 %(far)s", { far });
}
