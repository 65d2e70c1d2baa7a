/** Faults in sheets of staff, computers and targets. */
import { columnLetter, type Grid } from "../../shared/grid.ts";
import type { Injected } from "./faults.ts";
import { setCells } from "./right-sheets.ts";

export function injectCounts(sheet: { readonly name: string; readonly grids: readonly Grid[] }): readonly Injected[] {
  const [grid] = sheet.grids;
  if (!grid) return [];
  const made = (kind: string, cell: string, value: string | number, orAt: readonly string[] = []): Injected => ({
    kind,
    sheet: sheet.name,
    grids: [setCells(grid, { [cell]: value })],
    at: [cell],
    orAt,
  });
  if (sheet.name.startsWith("chỉ tiêu")) return targets(grid, made);
  const totalRow = grid.rows[grid.rows.length - 1]?.row ?? 0;
  const isRatio = (value: number): boolean => !Number.isInteger(value);
  return grid.rows.flatMap((row) =>
    row.cells.flatMap(({ column, value }) => {
      if (typeof value !== "number" || column < 2 || row.row < 8) return [];
      const letter = columnLetter(column);
      const cell = letter + String(row.row);
      const total = [
        letter + String(totalRow),
        ...["C", "D", "E", "F", "G", "H", "I", "J"].map((other) => other + String(row.row)),
      ];
      if (sheet.name === "máy tính" && column >= 6)
        return [made("ratio changed", cell, isRatio(value) ? Number((value + 0.1).toFixed(5)) : value + 0.25)];
      const changed = made(row.row === totalRow ? "count total changed" : "count changed", cell, value + 1, total);
      const exceeds =
        column > 2 && row.row !== totalRow && value > 0
          ? [made("part larger than the whole", cell, value + 500, total)]
          : [];
      return [changed, ...exceeds];
    }),
  );
}

function targets(
  grid: Grid,
  made: (kind: string, cell: string, value: string | number) => Injected,
): readonly Injected[] {
  return grid.rows.flatMap((row) => {
    const isTarget = row.cells.some(({ column, value }) => column === 2 && typeof value === "number");
    if (!isTarget) return [];
    const cell = `C${String(row.row)}`;
    return [made("target above 100 %", cell, "150%"), made("target without unit", cell, "60")];
  });
}
