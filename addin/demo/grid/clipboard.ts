/** Tables as text, the way spreadsheets exchange them: tabs between cells, cells with breaks or quotes in quotes. */

export const writeTable = (table: readonly (readonly string[])[]): string =>
  table.map((line) => line.map(quoted).join("\t")).join("\r\n");

const quoted = (text: string): string => (/["\t\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);

/** Lines are of equal length; a break at the end of all is not one more line. */
export function readTable(text: string): readonly (readonly string[])[] {
  const lines: string[][] = [[]];
  const cells = /(?:"((?:[^"]|"")*)"(?=\t|\r?\n|$)|([^\t\r\n]*))(\t|\r?\n|\r|$)/g;
  const whole = text.replace(/\r?\n$/, "");
  for (let match = cells.exec(whole); match; match = cells.exec(whole)) {
    const [, inQuotes, plain = "", end = ""] = match;
    lines[lines.length - 1]?.push(inQuotes === undefined ? plain : inQuotes.replace(/""/g, '"'));
    if (end === "") break;
    if (end !== "\t") lines.push([]);
  }
  const width = Math.max(...lines.map((line) => line.length));
  return lines.map((line) => [...line, ...Array.from({ length: width - line.length }, () => "")]);
}
