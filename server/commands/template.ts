import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { FORM_IDS, type FormId } from "../../shared/appendix.ts";
import { formById } from "../../shared/forms/index.ts";
import { UNIT_NAMES, UNITS, type Unit } from "../../shared/money.ts";
import { writeTemplate, type TemplateRequest, type TemplateTerms } from "../workbook/write-template.ts";
import { readOptions, UsageError, withUsage } from "./options.ts";
import { describeWriteTrouble } from "./write-trouble.ts";

/** `phuluc template FORM -o OUT [--years 2026-2030] [--unit million]`: a blank official form. */
export const template = (args: readonly string[]): Promise<number> =>
  withUsage(async () => {
    const { files, values } = readOptions(args, {
      output: { type: "string", short: "o" },
      years: { type: "string" },
      unit: { type: "string" },
    });
    const form = FORM_IDS.find((id) => id === files[0]);
    if (!form || files.length > 1)
      throw new UsageError(`Xin chọn một biểu mẫu / please choose one form:\n${formList()}`);
    const path = values["output"];
    if (typeof path !== "string" || !path.toLowerCase().endsWith(".xlsx"))
      throw new UsageError("Xin cho biết tệp kết quả: -o TỆP.xlsx. / Please name the result: -o FILE.xlsx.");
    const unit = readUnit(values["unit"], form);
    await save(path, { form, round: readRound(values["years"], unit), unit });
    process.stdout.write(`Đã ghi ${path} / written\n`);
    return 0;
  });

const LONGEST_ID = Math.max(...FORM_IDS.map((id) => id.length));

const formList = (): string => FORM_IDS.map((id) => `  ${id.padEnd(LONGEST_ID)}  ${formById(id).title.vi}`).join("\n");

type Option = string | boolean | undefined;

/** @throws UsageError for a unit that the form does not have */
function readUnit(name: Option, form: FormId): Unit {
  const { title, defaultScope, defaultUnit } = formById(form);
  if (name === undefined) return defaultUnit ?? "million";
  const unit = UNITS.find((candidate) => candidate === name);
  if (!unit) throw new UsageError(`--unit chỉ nhận ${UNITS.join(", ")}. / --unit takes ${UNITS.join(", ")}.`);
  if (defaultScope === null)
    throw new UsageError(
      `Biểu “${title.vi}” không có số tiền nên không có --unit. / “${title.en}” holds no amounts; leave --unit out.`,
    );
  if (defaultUnit === null || defaultUnit === unit) return unit;
  const own = UNIT_NAMES[defaultUnit];
  throw new UsageError(`Biểu “${title.vi}” luôn ghi bằng ${own.vi}. / “${title.en}” is always in ${own.en}.`);
}

function readRound(years: Option, unit: Unit): TemplateTerms | null {
  if (years === undefined) return null;
  const [, from = "", to = from] = /^(\d{4})(?:-(\d{4}))?$/.exec(String(years)) ?? [];
  if (from === "" || Number(to) < Number(from))
    throw new UsageError("--years cần dạng 2026-2030. / --years is written 2026-2030.");
  return { fromYear: Number(from), toYear: Number(to), unit };
}

/** A file of that name is somebody's work already; half a file is nobody's. */
async function save(path: string, request: TemplateRequest): Promise<void> {
  const out = createWriteStream(path, { flags: "wx" });
  try {
    await new Promise<void>((resolve, reject) => out.once("open", () => resolve()).once("error", reject));
  } catch (trouble) {
    throw describeWriteTrouble(path, trouble);
  }
  try {
    await writeTemplate(request, out);
  } catch (trouble) {
    await rm(path, { force: true }).catch(() => undefined);
    throw describeWriteTrouble(path, trouble);
  }
}
