import { randomBytes } from "node:crypto";
import { createWriteStream } from "node:fs";
import { rename, rm, stat } from "node:fs/promises";
import { basename } from "node:path";
import { checkWorkbooks, type WorkbookCheck } from "../../shared/check.ts";
import { consolidate as merge, type Consolidation } from "../../shared/consolidation.ts";
import { UNITS, type Unit } from "../../shared/money.ts";
import { findOverlaps } from "../../shared/overlaps.ts";
import { CORE_VERSION } from "../../shared/version.ts";
import { OWN_SHEETS, writeConsolidation } from "../workbook/write-consolidation.ts";
import { mergeFiles, type MergedFiles } from "./merge-files.ts";
import { readOptions, UsageError, withUsage } from "./options.ts";
import { progressLine, readFiles } from "./read-files.ts";
import { describeWriteTrouble } from "./write-trouble.ts";

/** `phuluc consolidate FILE… -o OUT [--unit dong|thousand|million|billion]` */
export const consolidate = (args: readonly string[]): Promise<number> =>
  withUsage(async () => {
    const { files, values } = readOptions(args, { output: { type: "string", short: "o" }, unit: { type: "string" } });
    const path = values["output"];
    if (files.length === 0) throw new UsageError("Xin cho biết tệp cần tổng hợp. / Please name the files to merge.");
    if (typeof path !== "string")
      throw new UsageError("Xin cho biết tệp kết quả: -o TỆP.xlsx. / Please name the result: -o FILE.xlsx.");
    const unit = readUnitOption(values["unit"]);
    if (!path.toLowerCase().endsWith(".xlsx"))
      throw new UsageError("Tệp kết quả phải có đuôi .xlsx. / The result must end in .xlsx.");
    for (const file of files) await refuseOverwriting(file, path);
    const { read, refused } = await readFiles(files, progressLine(files.length));
    for (const { file, vi, en } of refused) process.stderr.write(`${file}: ${vi} / ${en}\n`);
    if (read.length === 0) return 2;
    const checks = checkWorkbooks(read.map(({ grids }) => grids));
    const workbooks = read.flatMap(({ file }, index) => {
      const check = checks[index];
      return check ? [{ file: basename(file), check }] : [];
    });
    const sources = workbooks.filter(({ file, check }) => !isOwnOutput(file, check));
    const merged = mergeFiles(sources, { asOf: new Date().toISOString(), unit, rulesVersion: CORE_VERSION });
    const consolidation = await merge(merged.manifest, () => merged.versions, findOverlaps);
    if (consolidation.total.lineItems === 0) {
      process.stderr.write("Không có dòng kinh phí nào để tổng hợp. / There are no line items with money to merge.\n");
      return 2;
    }
    await save({ consolidation, merged }, path);
    process.stdout.write(summary(consolidation, path));
    return refused.length > 0 ? 2 : 0;
  });

/** The result must never take the place of a file that is merged, by whatever name or link. */
async function refuseOverwriting(file: string, path: string): Promise<void> {
  const [input, output] = await Promise.all([file, path].map((name) => stat(name).catch(() => null)));
  if (!input || !output || input.dev !== output.dev || input.ino !== output.ino) return;
  throw new UsageError(
    `Tệp kết quả trùng với tệp đầu vào ${file}; xin đặt tên khác. / The result would overwrite ${file}; please name another file.`,
  );
}

/** A merged workbook added up again would count its money twice. */
function isOwnOutput(file: string, { sheets }: WorkbookCheck): boolean {
  const names = sheets.map(({ sheet }) => sheet);
  const isOwn = OWN_SHEETS.every((name) => names.includes(name));
  if (isOwn)
    process.stderr.write(
      `${file}: là tệp đã tổng hợp nên không cộng lại. / is a merged workbook itself; not added again.\n`,
    );
  return isOwn;
}

function readUnitOption(value: string | boolean | undefined): Unit {
  const unit = UNITS.find((candidate) => candidate === (value ?? "dong"));
  if (!unit) throw new UsageError(`--unit chỉ nhận ${UNITS.join(", ")}. / --unit takes ${UNITS.join(", ")}.`);
  return unit;
}

interface Merged {
  readonly consolidation: Consolidation;
  readonly merged: MergedFiles;
}

/** Written beside its place first, so that a failure leaves what was there. */
async function save({ consolidation, merged }: Merged, path: string): Promise<void> {
  const half = `${path}.${randomBytes(6).toString("hex")}.tmp`;
  try {
    const { unit } = merged.manifest.round;
    const versions = (): MergedFiles["versions"] => merged.versions;
    await writeConsolidation({ consolidation, versions }, { unit }, createWriteStream(half));
    await rename(half, path);
  } catch (error) {
    await rm(half, { force: true }).catch(() => undefined);
    throw describeWriteTrouble(path, error);
  }
}

function summary({ versions, total, groups }: Consolidation, path: string): string {
  const appendices = versions.flatMap((version) =>
    version.appendices.map((appendix) => ({ ...appendix, file: version.fileName ?? "" })),
  );
  const added = appendices.filter(({ leftOut }) => leftOut === null);
  const left = appendices.filter(({ leftOut }) => leftOut === "unit-unknown" || leftOut === "same-appendix");
  const warnings = left.map(({ file, sheet, leftOut }) =>
    leftOut === "unit-unknown"
      ? `${file} [${sheet}]: chưa biết đơn vị tính nên không cộng. / its unit is not known; not added.\n`
      : `${file} [${sheet}]: trùng với phụ lục đã cộng nên không cộng hai lần. / the same appendix again; not added twice.\n`,
  );
  const empty = versions.flatMap(({ fileName, appendices: own }) =>
    own.length > 0 ? [] : [`${fileName ?? ""}: không có phụ lục nào nên không cộng. / holds no appendix; not added.\n`],
  );
  const [count, sheets, places] = [total.lineItems, added.length, groups.length].map(String);
  return `${[...empty, ...warnings].join("")}Đã tổng hợp ${count ?? ""} dòng, ${sheets ?? ""} phụ lục, ${places ?? ""} tỉnh vào ${path}. / Merged ${count ?? ""} line items of ${sheets ?? ""} appendices, ${places ?? ""} provinces.\n`;
}
