/** A table as text for Excel to paste: columns parted by tabs, rows by line ends. */

type Row = readonly (string | number)[];

/** Numbers are to be whole: a decimal point or comma Excel reads by its own language. */
export const sheetText = (rows: readonly Row[]): string =>
  rows.map((cells) => cells.map(cellText).join("\t")).join("\r\n");

/** A text stays in its cell, and is no formula. */
function cellText(value: string | number): string {
  if (typeof value === "number") return String(value);
  const text = value.replace(/\s+/g, " ").trim();
  // A cell that starts with a quotation mark would go on to the next one, over tabs and line ends.
  if (text.startsWith('"')) return `"${text.replaceAll('"', '""')}"`;
  return text.replace(/^(?=[=+\-@])/, "'");
}
