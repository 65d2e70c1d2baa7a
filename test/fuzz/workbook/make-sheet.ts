/** A workbook made from the grammar of the format: every kind of cell, formula, text and layout, right and odd. */
import type { Random } from "../random.ts";
import { makeWorkbook } from "../../workbook/make-workbook.ts";
import { mutateXml } from "./mutate-xml.ts";

const TEXTS = [
  "STT",
  "Tên nhiệm vụ, dự án",
  "Kinh phí năm 2020",
  "Tổng cộng",
  "Đơn vị tính: triệu đồng",
  "I",
  "1",
  " 1.500 ",
  "a &amp; b",
  "_x000D_",
  "x&#10;y",
  "",
];
const FORMULAS = [
  "SUM(A1:A3)",
  "A1+B2",
  "",
  "IF(1,2,3)",
  "$A$1*XFD1048576",
  "'a b'!A1",
  "&quot;x&quot;&amp;A1",
  "SUBTOTAL(9,A1:A3)",
];
const FORMATS = ["General", "0%", "#,##0", "dd/mm/yyyy", "&quot;x&quot;0", "[Red]0;[h]:mm", "@", ""];

const number = (random: Random): string =>
  random.pick([
    () => String(random.below(100_000)),
    () => String(random.next() * 10 ** random.below(20)),
    () => `-${String(random.below(100))}`,
    () => `${String(random.below(10))}E${String(random.below(400) - 200)}`,
  ])();

const letter = (random: Random): string => random.pick(["A", "B", "C", "D", "Z", "AA", "XFD"]);

function formula(random: Random): string {
  if (random.chance(0.6)) return "";
  const text = random.pick(FORMULAS);
  const index = String(random.below(3));
  const place = `${letter(random)}${String(1 + random.below(9))}`;
  return random.pick([
    `<f>${text}</f>`,
    `<f t="shared" si="${index}" ref="${place}:${place}">${text}</f>`,
    `<f t="shared" si="${index}"/>`,
    `<f t="array" ref="${place}">${text}</f>`,
    `<f ca="1">${text}</f>`,
    "<f/>",
  ]);
}

function cell(random: Random, place: string): string {
  const style = random.chance(0.4) ? ` s="${String(random.below(5))}"` : "";
  const at = random.chance(0.8) ? ` r="${place}"` : "";
  const text = random.pick(TEXTS);
  const inside = formula(random);
  return random.pick([
    `<c${at}${style}>${inside}<v>${number(random)}</v></c>`,
    `<c${at}${style}>${inside}<v>${number(random)}</v></c>`,
    `<c${at}${style} t="s">${inside}<v>${String(random.below(6))}</v></c>`,
    `<c${at}${style} t="s">${inside}<v>${String(random.below(6))}</v></c>`,
    `<c${at} t="str"${style}>${inside}<v>${text}</v></c>`,
    `<c${at}${style} t="inlineStr">${inside}<is><t>${text}</t></is></c>`,
    `<c${at}${style} t="inlineStr"><is><r><t>${text}</t></r><r><t xml:space="preserve"> ${text}</t></r></is></c>`,
    `<c${at} t="b"><v>${String(random.below(2))}</v></c>`,
    `<c${at} t="e">${inside}<v>${random.pick(["#REF!", "#N/A", "#X", ""])}</v></c>`,
    `<c${at} t="d"><v>2020-06-30T00:00:00</v></c>`,
    `<c${at}${style}/>`,
  ]);
}

function row(random: Random, index: number): string {
  const attributes = [
    random.chance(0.85) ? ` r="${String(index)}"` : "",
    random.chance(0.1) ? ' hidden="1"' : "",
    random.chance(0.2) ? ' spans="1:9" ht="15"' : "",
  ].join("");
  const columns = ["A", "B", "C", "D", "E", "F"].filter(() => random.chance(0.7));
  return `<row${attributes}>${columns.map((column) => cell(random, column + String(index))).join("")}</row>`;
}

const merges = (random: Random): string =>
  random.chance(0.4)
    ? `<mergeCells>${random.some(3, () => `<mergeCell ref="A${String(1 + random.below(4))}:${letter(random)}${String(1 + random.below(9))}"/>`).join("")}</mergeCells>`
    : "";

function sheet(random: Random): string {
  const columns = random.chance(0.3)
    ? `<cols><col min="${String(1 + random.below(4))}" max="${String(2 + random.below(9))}" hidden="1"/></cols>`
    : "";
  const rows = Array.from({ length: random.below(9) }, (_, index) => row(random, index + 1 + random.below(2)));
  return `${columns}<sheetData>${rows.join("\n")}</sheetData>${merges(random)}`;
}

const sharedStrings = (random: Random): string =>
  Array.from({ length: 6 }, () => {
    const text = random.pick(TEXTS);
    return random.pick([
      `<si><t>${text}</t></si>`,
      `<si><r><rPr><b/></rPr><t>${text}</t></r><r><t>${text}</t></r></si>`,
      `<si/>`,
      `<si><t xml:space="preserve">${text}</t><phoneticPr/></si>`,
    ]);
  }).join("");

function styles(random: Random): string {
  const formats = FORMATS.map((code, index) => `<numFmt numFmtId="${String(164 + index)}" formatCode="${code}"/>`);
  const cells = Array.from(
    { length: 5 },
    () => `<xf numFmtId="${String(random.pick([0, 9, 14, 164, 165, 167, 171, 300]))}"/>`,
  );
  return `<numFmts>${formats.join("")}</numFmts><cellXfs count="5">${cells.join("")}</cellXfs>`;
}

export function makeOddWorkbook(random: Random): Buffer {
  const sheets = random.some(2, () => {
    const xml = sheet(random);
    return {
      xml: random.chance(0.3) ? mutateXml(xml, random, "") : xml,
      state: random.pick(["visible", "visible", "hidden"]),
    };
  });
  return makeWorkbook({
    sheets,
    ...(random.chance(0.9) ? { sharedStrings: sharedStrings(random) } : {}),
    ...(random.chance(0.9) ? { styles: styles(random) } : {}),
    properties: random.chance(0.2) ? '<workbookPr date1904="1"/>' : "",
  });
}
