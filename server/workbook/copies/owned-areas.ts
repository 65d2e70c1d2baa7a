/** Areas of a sheet whose cells something else fills or relies on: pivot tables, and a table's headings and totals. */
import type { Area } from "../../../shared/grid.ts";
import { decodeXml, findElements } from "../xml.ts";
import { readArea } from "./cell-formulas.ts";
import type { PackageCopy } from "./package-copy.ts";

/** Excel keeps a pivot table's cells from being entered, and takes a heading that a table does not know for damage. */
export const findOwnedAreas = (copy: PackageCopy, sheet: string): readonly Area[] =>
  copy.relationships(sheet).flatMap(({ kind, paths }) => {
    const part = paths.find((path) => copy.has(path));
    if (part === undefined || (kind !== "pivotTable" && kind !== "table")) return [];
    const xml = decodeXml(copy.read(part));
    return kind === "pivotTable" ? pivotArea(xml) : tableEdges(xml);
  });

function pivotArea(xml: string): readonly Area[] {
  const [location] = findElements(xml, "location");
  const area = readArea(location?.get("ref") ?? "");
  return area ? [area] : [];
}

function tableEdges(xml: string): readonly Area[] {
  const [table] = findElements(xml, "table");
  const area = readArea(table?.get("ref") ?? "");
  if (!area) return [];
  const [headings, totals] = [Number(table?.get("headerRowCount") ?? 1), Number(table?.get("totalsRowCount") ?? 0)];
  return [
    { ...area, bottom: area.top + headings - 1 },
    { ...area, top: area.bottom - totals + 1 },
  ];
}
