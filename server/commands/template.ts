import { createWriteStream } from "node:fs";
import { FORM_IDS } from "../../shared/appendix.ts";
import { UNITS } from "../../shared/money.ts";
import { writeTemplate, type TemplateRound } from "../workbook/write-template.ts";
import { readOptions, UsageError, withUsage } from "./options.ts";

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
      throw new UsageError(`Xin chọn một biểu mẫu / please choose one form:\n  ${FORM_IDS.join("\n  ")}`);
    const path = values["output"];
    if (typeof path !== "string" || !path.toLowerCase().endsWith(".xlsx"))
      throw new UsageError("Xin cho biết tệp kết quả: -o TỆP.xlsx. / Please name the result: -o FILE.xlsx.");
    await save(path, { form, round: readRound(values["years"], values["unit"]) });
    process.stdout.write(`Đã ghi ${path} / written\n`);
    return 0;
  });

type Option = string | boolean | undefined;

function readRound(years: Option, unitName: Option): TemplateRound | null {
  if (years === undefined && unitName === undefined) return null;
  const [, from = "", to = from] = /^(\d{4})(?:-(\d{4}))?$/.exec(String(years)) ?? [];
  if (from === "" || Number(to) < Number(from))
    throw new UsageError("--years cần dạng 2026-2030. / --years is written 2026-2030.");
  const unit = UNITS.find((candidate) => candidate === (unitName ?? "million"));
  if (!unit) throw new UsageError(`--unit chỉ nhận ${UNITS.join(", ")}. / --unit takes ${UNITS.join(", ")}.`);
  return { id: "", name: "", fromYear: Number(from), toYear: Number(to), unit };
}

/** A file of that name is somebody's work already. */
async function save(path: string, request: Parameters<typeof writeTemplate>[0]): Promise<void> {
  const out = createWriteStream(path, { flags: "wx" });
  try {
    await new Promise<void>((resolve, reject) => out.once("open", () => resolve()).once("error", reject));
  } catch (trouble) {
    const code = trouble instanceof Error && "code" in trouble ? String(trouble.code) : "";
    if (code === "EEXIST") throw new UsageError(`Đã có tệp ${path}. / The file ${path} exists already.`);
    throw new UsageError(`Không ghi được ${path} (${code}). / ${path} can't be written (${code}).`);
  }
  await writeTemplate(request, out);
}
