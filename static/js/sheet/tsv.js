// Blocks of cells as spreadsheets put them on the clipboard: a tab between cells, a line for each row, quotes around a
// cell that itself holds a tab, a line break or a quote.

/** The cells of `text`, row by row; every row is as long as the longest. A break at the end of a cell is none of its words. */
export function parseBlock(text) {
  const rows = [[]];
  let rest = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  for (;;) {
    const { cell, length } = nextCell(rest);
    rows[rows.length - 1].push(cell);
    const border = rest[length];
    if (border === undefined) break;
    if (border === "\n") rows.push([]);
    rest = rest.slice(length + 1);
  }
  const width = Math.max(...rows.map((row) => row.length));
  return rows.map((row) => [...row, ...Array(width - row.length).fill("")]);
}

const QUOTED = /^"((?:[^"]|"")*)"(?=[\t\n]|$)/;

/** The first cell of `text`. A word that merely stands in quotes keeps them: spreadsheets quote only where they must. */
function nextCell(text) {
  const quoted = QUOTED.exec(text);
  if (quoted && /[\t\n]|""/.test(quoted[1])) {
    return { cell: quoted[1].replaceAll('""', '"').replace(/\n+$/, ""), length: quoted[0].length };
  }
  const [plain] = /^[^\t\n]*/.exec(text);
  return { cell: plain, length: plain.length };
}

/** `rows` as one text that spreadsheets take back cell by cell. */
export function formatBlock(rows) {
  const quote = (cell) => (/[\t\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return rows.map((row) => row.map(quote).join("\t")).join("\n");
}
