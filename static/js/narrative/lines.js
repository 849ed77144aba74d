// Texts line by line: where two of them differ, and where words that were marked stand after a change.

/** Where lists of lines differ: [start, end) of the old one was replaced by [start, freshEnd) of the new one. */
export function difference(old, fresh) {
  const most = Math.min(old.length, fresh.length);
  let start = 0;
  while (start < most && old[start] === fresh[start]) start += 1;
  let same = 0;
  while (same < most - start && old[old.length - 1 - same] === fresh[fresh.length - 1 - same]) same += 1;
  return { start, end: old.length - same, freshEnd: fresh.length - same };
}

/** Where two texts of one line differ, counted as in `difference`; whole characters. */
function change(old, fresh) {
  const at = difference(old, fresh);
  if (at.start && isLow(old, at.start)) at.start -= 1;
  if (isLow(old, at.end)) {
    at.end += 1;
    at.freshEnd += 1;
  }
  return at;
}

const isLow = (text, index) => /[\udc00-\udfff]/.test(text[index] ?? "");

/** The marks of a line after it was changed: what lies before or behind the change stays, what it touches goes. */
export function carry(old, fresh, marks) {
  if (old === fresh || !marks.length) return marks;
  const { start, end, freshEnd } = change(old, fresh);
  return marks.flatMap((mark) => {
    if (mark.end <= start) return [mark];
    const far = freshEnd - end;
    return mark.start >= end ? [{ ...mark, start: mark.start + far, end: mark.end + far }] : [];
  });
}

/** The marks of all lines after a change; a line that was put in has none. */
export function carryAll(old, fresh, marks) {
  const { start, end, freshEnd } = difference(old, fresh);
  const pairwise = end - start === freshEnd - start;
  const changed = fresh
    .slice(start, freshEnd)
    .map((line, index) => (pairwise ? carry(old[start + index], line, marks[start + index]) : []));
  return [...marks.slice(0, start), ...changed, ...marks.slice(end)];
}

/**
 * Both of two changes to `base`, where they are in different lines; null where they are not, or where `base` is not
 * known.
 */
export function merge(base, mine, theirs) {
  if (base === null) return null;
  const [old, ours, others] = [base, mine, theirs].map((text) => text.split("\n"));
  const [a, b] = [difference(old, ours), difference(old, others)];
  const own = { ...a, lines: ours.slice(a.start, a.freshEnd) };
  const other = { ...b, lines: others.slice(b.start, b.freshEnd) };
  const [first, second] = own.start <= other.start ? [own, other] : [other, own];
  const inserts = first.start === first.end || second.start === second.end;
  if (first.end > second.start || (inserts && first.end === second.start)) return null;
  return [
    ...old.slice(0, first.start),
    ...first.lines,
    ...old.slice(first.end, second.start),
    ...second.lines,
    ...old.slice(second.end),
  ].join("\n");
}
