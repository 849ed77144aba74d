// Tables on the clipboard as Word, WPS and Excel write them: spans, paragraphs in a cell, hidden rows. Pure: HTML in, rows out.

const HIDDEN = /display:\s*none|mso-hide:\s*all/i;
const PARAGRAPHS = new Set(["P", "DIV", "LI", "UL", "OL", "DL", "DT", "DD", "PRE", "BLOCKQUOTE", "TABLE", "TR", "TD", "H1", "H2", "H3", "H4", "H5", "H6"]);
const UNSEEN = new Set(["STYLE", "SCRIPT", "TEMPLATE"]);
/** Where a paragraph ends. */
const END = "\u2029";
/** A line of the source that breaks between two Chinese characters breaks nothing. */
const BROKEN_LINE = /([\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef])[ \t]*[\r\n]\s*(?=[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef])/g;

/**
 * The tables of `html` one below the other, lines beside them as rows of one cell; null where there is no table with cells.
 * A cell is its text, or null where a merged cell goes on. `hidden` counts the rows with words that are not shown there.
 */
export function tablesIn(html) {
  const { body } = new DOMParser().parseFromString(withoutStyles(html), "text/html");
  if (!body.querySelector("table td, table th")) return null;
  const found = { rows: [], hidden: 0 };
  gather(body, found);
  const width = Math.max(1, ...found.rows.map((row) => row.length));
  return { rows: found.rows.map((row) => [...row, ...Array(width - row.length).fill("")]), hidden: found.hidden };
}

/** The page allows no styles from elsewhere, not even to be looked at: they are read under another name. */
function withoutStyles(html) {
  const tags = html.replace(/<style[\s\S]*?<\/style>/gi, "");
  return tags.replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\sstyle(?=\s*=)/gi, " data-style"));
}

function gather(element, found) {
  let beside = [];
  const flush = () => {
    const words = tidy(beside.map(wordsOf).join(""));
    if (words) found.rows.push(...words.split("\n").map((line) => [line]));
    beside = [];
  };
  for (const child of element.childNodes) {
    const holds = child instanceof Element && (child.matches("table") || child.querySelector("table"));
    if (!holds) {
      beside.push(child);
      continue;
    }
    flush();
    if (child.matches("table")) addTable(child, found);
    else gather(child, found);
  }
  flush();
}

function addTable(table, found) {
  const lines = [...table.rows];
  const rows = lines.map(() => []);
  for (const [row, line] of lines.entries()) {
    for (const cell of line.cells) if (!isHidden(cell)) place(rows, row, cell);
  }
  for (const [row, line] of lines.entries()) {
    const cells = Array.from(rows[row], (cell) => cell ?? null);
    if (!isHidden(line)) found.rows.push(cells);
    else if (cells.some(Boolean)) found.hidden += 1;
  }
}

function place(rows, row, cell) {
  let col = 0;
  while (rows[row][col] !== undefined) col += 1;
  const below = Math.min(rows.length, row + (cell.rowSpan || rows.length));
  for (let down = row; down < below; down += 1) rows[down].splice(col, cell.colSpan, ...Array(cell.colSpan).fill(null));
  rows[row][col] = tidy(wordsOf(cell));
}

const isHidden = (element) => HIDDEN.test(element.dataset.style ?? "");

function wordsOf(node) {
  if (node.nodeType === Node.TEXT_NODE) return node.data.replace(BROKEN_LINE, "$1").replace(/[ \t\r\n\f]+/g, " ");
  if (!(node instanceof Element) || UNSEEN.has(node.tagName) || isHidden(node)) return "";
  if (node.tagName === "BR") return "\n";
  const words = [...node.childNodes].map(wordsOf).join("");
  return PARAGRAPHS.has(node.tagName) ? `${END}${words}${END}` : words;
}

/** Paragraphs as lines, without the blanks around them and without empty lines at either end. */
function tidy(words) {
  const lines = words.replace(/ *\n? *(?:\u2029 *)+/g, "\n").replaceAll("\u00a0", " ").split("\n");
  return lines.map((line) => line.replace(/^ +| +$/g, "")).join("\n").replace(/^\n+|\n+$/g, "");
}
