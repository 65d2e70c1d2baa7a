/** Published appendices with their known errors corrected: nothing in them is wrong, so whatever is found is a false alarm. */
import { applyEdits } from "../../shared/fix.ts";
import type { Edit } from "../../shared/finding.ts";
import { columnIndex, parseCellName, type Grid } from "../../shared/grid.ts";
import { readWorkbookFile } from "../../server/workbook/read.ts";

export interface RightSheet {
  readonly name: string;
  readonly grids: readonly Grid[];
  /** Index of the appendix in `grids`, and of the plan sheet, -1 for none. */
  readonly appendix: number;
  readonly plan: number;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly totalRow: number;
  /** Rows of sections that print subtotals, with the rows they add up. */
  readonly sections: Readonly<Record<number, readonly [number, number]>>;
  /** Letters of the money columns; each group is [total, ...parts]. */
  readonly money: readonly string[];
  readonly groups: readonly (readonly string[])[];
  readonly numberColumn: string;
  readonly nameColumn: string;
  readonly agencyColumn: string | null;
  readonly periodColumn: string | null;
  readonly unitCell: string | null;
  readonly hasFormulas: boolean;
}

type Changes = Readonly<Record<string, string | number | null>>;

const edits = (changes: Changes): Edit[] =>
  Object.entries(changes).map(([cell, value]) =>
    typeof value === "string" && value.startsWith("=")
      ? { cell, was: null, formula: value.slice(1) }
      : { cell, was: null, value: value ?? "" },
  );

async function load(file: string, changes: readonly Changes[]): Promise<Grid[]> {
  const read = await readWorkbookFile(new URL(`../fixtures/${file}`, import.meta.url).pathname);
  if (!read.ok) throw new Error(`${file}: ${read.en}`);
  return read.grids.map((grid, index) => applyEdits(grid, edits(changes[index] ?? {})));
}

/** Printed totals replaced by the formulas an officer would write. */
function withFormulas(sheet: RightSheet): RightSheet {
  const changes: Record<string, string> = {};
  for (const letter of sheet.money) {
    for (const [row, [first, last]] of Object.entries(sheet.sections))
      changes[letter + row] = `=SUM(${letter}${String(first)}:${letter}${String(last)})`;
    const sections = Object.keys(sheet.sections);
    const items = `=SUM(${letter}${String(sheet.firstRow)}:${letter}${String(sheet.lastRow)})`;
    changes[letter + String(sheet.totalRow)] =
      sections.length > 0 ? `=${sections.map((row) => letter + row).join("+")}` : items;
  }
  const grids = sheet.grids.map((grid, index) => (index === sheet.appendix ? applyEdits(grid, edits(changes)) : grid));
  return { ...sheet, name: `${sheet.name} (công thức)`, grids, hasFormulas: true };
}

const PLAIN = { appendix: 0, plan: 1, sections: {}, numberColumn: "A", nameColumn: "B", hasFormulas: false } as const;

/** Corrections are those of the plans' known errors: sources written in, totals added up, numbers and periods put right. */
export async function rightSheets(): Promise<readonly RightSheet[]> {
  const vinhLong: RightSheet = {
    ...PLAIN,
    name: "Vĩnh Long 2020",
    grids: await load("vinh-long-2020.xlsx", [
      {
        H17: 1000,
        H20: 100,
        H21: 261,
        H22: 509,
        H11: 29000,
        H19: 3970,
        F32: 3000,
        H32: 3000,
        F39: 63320,
        H39: 39320,
        A32: "V",
        A34: "VI",
        D29: 2020,
      },
    ]),
    firstRow: 7,
    lastRow: 38,
    totalRow: 39,
    sections: { 7: [8, 10], 11: [12, 18], 19: [20, 24], 25: [26, 31], 32: [33, 33], 34: [35, 38] },
    money: ["E", "F", "G", "H", "I", "J", "K", "L"],
    groups: [
      ["F", "G", "H"],
      ["I", "J", "K", "L"],
    ],
    agencyColumn: "C",
    periodColumn: "D",
    unitCell: "M3",
  };
  const ngheAn2021: RightSheet = {
    ...PLAIN,
    name: "Nghệ An 2021-2025",
    grids: await load("nghe-an-2021-2025.xlsx", [
      { D15: "Dự án chuyển tiếp" },
      { B7: "570.960.000.000 VNĐ", C7: "Năm trăm bảy mươi tỷ, chín trăm sáu mươi triệu đồng" },
    ]),
    firstRow: 7,
    lastRow: 34,
    totalRow: 35,
    money: ["G"],
    groups: [],
    agencyColumn: "C",
    periodColumn: "F",
    unitCell: "H4",
  };
  const ngheAn2017: RightSheet = {
    ...PLAIN,
    name: "Nghệ An 2017",
    grids: await load("nghe-an-2017.xlsx", [{ G4: "Đơn vị tính: nghìn đồng" }]),
    firstRow: 8,
    lastRow: 27,
    totalRow: 7,
    money: ["E", "F", "G"],
    groups: [],
    agencyColumn: "C",
    periodColumn: null,
    unitCell: "G4",
  };
  const socTrang: RightSheet = {
    ...PLAIN,
    name: "Sóc Trăng 2011-2015",
    grids: await load("soc-trang-2011-2015.xlsx", [{ D12: "2011-2012" }]),
    firstRow: 8,
    lastRow: 20,
    totalRow: 21,
    money: ["E", "F", "G", "H", "I"],
    groups: [["E", "F", "G", "H", "I"]],
    agencyColumn: null,
    periodColumn: "D",
    unitCell: "J4",
  };
  return [
    vinhLong,
    withFormulas(vinhLong),
    ngheAn2021,
    withFormulas(ngheAn2021),
    ngheAn2017,
    socTrang,
    withFormulas(socTrang),
  ];
}

/** Right sheets that have no money: staff, computers, targets. */
export async function rightSheetsWithoutMoney(): Promise<
  readonly { readonly name: string; readonly grids: readonly Grid[] }[]
> {
  return [
    { name: "nhân lực", grids: await load("soc-trang-2010-pl1-staff.xlsx", [{ C22: 35, C42: 1236 }]) },
    {
      name: "máy tính",
      grids: await load("soc-trang-2010-pl2-computers-departments.xlsx", [{ G12: 0.875, G27: 0.875 }]),
    },
    { name: "chỉ tiêu 2020", grids: await load("vinh-long-2020-targets.xlsx", []) },
    { name: "chỉ tiêu 2025", grids: await load("nghe-an-510-targets.xlsx", [{ C9: 1 }]) },
  ];
}

/** What a cell says; null when it is blank. */
export function valueAt(grid: Grid, cell: string): string | number | boolean | null {
  const at = parseCellName(cell);
  const row = grid.rows.find((line) => line.row === at?.row);
  return row?.cells.find(({ column }) => column === at?.column)?.value ?? null;
}

export const formulaAt = (grid: Grid, cell: string): string | null => {
  const at = parseCellName(cell);
  return (
    grid.rows.find((line) => line.row === at?.row)?.cells.find(({ column }) => column === at?.column)?.formula ?? null
  );
};

export const setCells = (grid: Grid, changes: Changes): Grid => applyEdits(grid, edits(changes));

/** Takes a row out; typed totals stay as they are. */
export function deleteRow(grid: Grid, row: number): Grid {
  const rows = grid.rows
    .filter((line) => line.row !== row)
    .map((line) => (line.row > row ? { ...line, row: line.row - 1 } : line));
  return { ...grid, rows };
}

/** Puts a copy of a row under it. */
export function doubleRow(grid: Grid, row: number, keep: readonly string[] = []): Grid {
  const own = grid.rows.find((line) => line.row === row);
  const below = grid.rows.map((line) => (line.row > row ? { ...line, row: line.row + 1 } : line));
  if (!own) return grid;
  const left = new Set(keep.map(columnIndex));
  const copy = { ...own, row: row + 1, cells: own.cells.filter(({ column }) => left.size === 0 || left.has(column)) };
  return { ...grid, rows: [...below, copy].sort((a, b) => a.row - b.row) };
}
