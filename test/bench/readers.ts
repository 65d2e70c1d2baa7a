/** Ways to read a workbook file. Each loads only what it needs, so that its process holds nothing of the others. */
import { inflateRawSync } from "node:zlib";
import { zipPartsOf } from "./zip-parts.ts";

export const READERS = ["inflate", "ours", "hucre", "sheetjs"] as const;
export type Reader = (typeof READERS)[number];

/** By address "row,column" from 0, blank cells left out: the value, and its formula where it has one. */
export type Cells = ReadonlyMap<string, string>;

/** @returns what reads the file once */
export async function openReader(reader: Reader, path: string, bytes: Buffer): Promise<() => unknown> {
  switch (reader) {
    case "inflate":
      return () => inflateAll(path, bytes);
    case "ours":
      return oursOf(bytes);
    case "hucre": {
      const { readXlsx } = await import("hucre/xlsx");
      return () => readXlsx(bytes);
    }
    case "sheetjs": {
      const { read } = await import("@e965/xlsx");
      return () => read(bytes, { dense: true, cellNF: true, cellHTML: false, cellText: false });
    }
  }
}

/** Every part unpacked, one after the other, and let go. */
function inflateAll(path: string, bytes: Buffer): number {
  return zipPartsOf(path).reduce((sum, { start, end, isDeflated }) => {
    const packed = bytes.subarray(start, end);
    return sum + (isDeflated ? inflateRawSync(packed) : packed).length;
  }, 0);
}

async function oursOf(bytes: Buffer) {
  const { readGrids } = await import("../../server/workbook/read-grids.ts");
  return () => {
    const result = readGrids(bytes, "phu-luc.xlsx");
    if (!result.ok) throw new Error(`refused: ${result.code}`);
    return result.grids;
  };
}

const asText = (value: unknown, formula: string | undefined): string => `${String(value)} =${formula ?? ""}`;

export async function cellsOfOurs(bytes: Buffer): Promise<Cells> {
  const [grid] = (await oursOf(bytes))();
  const cells = new Map<string, string>();
  for (const { row, cells: own } of grid?.rows ?? [])
    for (const { column, value, formula } of own)
      if (value !== null) cells.set(`${String(row - 1)},${String(column)}`, asText(value, formula));
  return cells;
}

export async function cellsOfHucre(bytes: Buffer): Promise<Cells> {
  const { readXlsx } = await import("hucre/xlsx");
  const [sheet] = (await readXlsx(bytes)).sheets;
  const cells = new Map<string, string>();
  for (const [row, values] of sheet?.rows.entries() ?? [])
    for (const [column, value] of values.entries()) {
      const address = `${String(row)},${String(column)}`;
      if (value !== null) cells.set(address, asText(value, sheet?.cells?.get(address)?.formula));
    }
  return cells;
}
