/** Whether a workbook is one that programs write: XML that is well formed, each element of a sheet where the format has it. */
import { SaxesParser } from "saxes";
import { takeApart } from "./package.ts";

const PARENTS: Readonly<Record<string, readonly string[]>> = {
  workbook: [""],
  worksheet: [""],
  styleSheet: [""],
  sst: [""],
  Relationships: [""],
  Relationship: ["Relationships"],
  sheets: ["workbook"],
  sheet: ["sheets"],
  workbookPr: ["workbook"],
  sheetData: ["worksheet"],
  row: ["sheetData"],
  c: ["row"],
  v: ["c"],
  f: ["c"],
  is: ["c"],
  si: ["sst"],
  t: ["is", "si", "r", "rPh"],
  r: ["is", "si"],
  rPh: ["is", "si"],
  mergeCells: ["worksheet"],
  mergeCell: ["mergeCells"],
  cols: ["worksheet"],
  col: ["cols"],
  cellXfs: ["styleSheet"],
  numFmts: ["styleSheet"],
  dxfs: ["styleSheet"],
};
/** At most one of them in what they stand in. */
const ONCE = new Set(["sheets", "sheetData", "mergeCells", "cols", "v", "f", "is", "cellXfs", "numFmts", "dxfs"]);

const TEXT = "#text";

/** @throws Error for what is not */
function checkPart(xml: string): void {
  const parser = new SaxesParser({ xmlns: true });
  const open: { readonly name: string; readonly inside: Set<string> }[] = [];
  parser.on("opentag", ({ local, attributes }) => {
    const parent = open.at(-1);
    // What such a formula covers are results, whatever stands there.
    if (local === "f" && /^(array|dataTable)$/.test(attributes["t"]?.value ?? ""))
      throw new Error("a formula of several cells");
    if (PARENTS[local]?.includes(parent?.name ?? "") === false) throw new Error(`${local} in ${parent?.name ?? ""}`);
    if (parent?.inside.has(local) === true && ONCE.has(local)) throw new Error(`${local} twice`);
    parent?.inside.add(local);
    open.push({ name: local, inside: new Set() });
  });
  parser.on("text", (text) => {
    if (text !== "") open.at(-1)?.inside.add(TEXT);
  });
  parser.on("closetag", ({ local, attributes }) => {
    const isBlank = open.pop()?.inside.has(TEXT) === false;
    if (local === "f" && isBlank && attributes["t"]?.value !== "shared") throw new Error("a formula that says nothing");
  });
  parser.write(xml).close();
}

export function isInOrder(bytes: Buffer): boolean {
  try {
    for (const { name, content } of takeApart(bytes) ?? [])
      if (/\.(xml|rels)$/.test(name)) checkPart(content.toString("utf8"));
    return true;
  } catch {
    return false;
  }
}
