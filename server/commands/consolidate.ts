import { basename } from "node:path";
import { checkWorkbooks } from "../../shared/check.ts";
import { consolidate as merge, type Consolidation } from "../../shared/consolidation.ts";
import { UNITS, type Unit } from "../../shared/money.ts";
import { writeConsolidation } from "../workbook/write-consolidation.ts";
import { readOptions, UsageError, withUsage } from "./options.ts";
import { progressLine, readFiles } from "./read-files.ts";

/** `phuluc consolidate FILE… -o OUT [--unit dong|thousand|million|billion]` */
export const consolidate = (args: readonly string[]): Promise<number> =>
  withUsage(async () => {
    const { files, values } = readOptions(args, { output: { type: "string", short: "o" }, unit: { type: "string" } });
    const path = values["output"];
    if (files.length === 0) throw new UsageError("Xin cho biết tệp cần tổng hợp. / Please name the files to merge.");
    if (typeof path !== "string")
      throw new UsageError("Xin cho biết tệp kết quả: -o TỆP.xlsx. / Please name the result: -o FILE.xlsx.");
    const unit = readUnitOption(values["unit"]);
    const { read, refused } = await readFiles(files, progressLine(files.length));
    for (const { file, vi, en } of refused) process.stderr.write(`${file}: ${vi} / ${en}\n`);
    if (read.length === 0) return 2;
    const checks = checkWorkbooks(read.map(({ grids }) => grids));
    const workbooks = read.flatMap(({ file }, index) => {
      const check = checks[index];
      return check ? [{ file: basename(file), check }] : [];
    });
    const consolidation = merge(workbooks);
    await save(consolidation, { path, unit });
    process.stdout.write(summary(consolidation, path));
    return refused.length > 0 ? 2 : 0;
  });

function readUnitOption(value: string | boolean | undefined): Unit {
  const unit = UNITS.find((candidate) => candidate === (value ?? "dong"));
  if (!unit) throw new UsageError(`--unit chỉ nhận ${UNITS.join(", ")}. / --unit takes ${UNITS.join(", ")}.`);
  return unit;
}

async function save(consolidation: Consolidation, how: { path: string; unit: Unit }): Promise<void> {
  try {
    await writeConsolidation(consolidation, how);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === undefined) throw error;
    throw new UsageError(
      `Không ghi được tệp ${how.path} (${code}). / The file ${how.path} can't be written (${code}).`,
    );
  }
}

function summary({ lines, sources }: Consolidation, path: string): string {
  const added = sources.filter(({ leftOut }) => leftOut === null);
  const provinces = new Set(added.map(({ province }) => province)).size;
  const left = sources.filter(({ leftOut }) => leftOut === "unit-unknown" || leftOut === "same-appendix");
  const warnings = left.map(({ file, sheet, leftOut }) =>
    leftOut === "unit-unknown"
      ? `${file} [${sheet}]: chưa biết đơn vị tính nên không cộng. / its unit is not known; not added.\n`
      : `${file} [${sheet}]: trùng với phụ lục đã cộng nên không cộng hai lần. / the same appendix again; not added twice.\n`,
  );
  const [count, appendices, places] = [lines.length, added.length, provinces].map(String);
  return `${warnings.join("")}Đã tổng hợp ${count ?? ""} dòng, ${appendices ?? ""} phụ lục, ${places ?? ""} tỉnh vào ${path}. / Merged ${count ?? ""} line items of ${appendices ?? ""} appendices, ${places ?? ""} provinces.\n`;
}
