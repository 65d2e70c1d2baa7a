import { checkWorkbooks } from "../../shared/check.ts";
import { describe } from "../../shared/describe.ts";
import { headlineTotal } from "../../shared/totals.ts";
import { readLanguage, readOptions, UsageError, withUsage } from "./options.ts";
import { progressLine, readFiles, type RefusedFile } from "./read-files.ts";
import { printReport, type CheckedFile } from "./report.ts";

/** `phuluc validate FILE… [--json] [--lang vi|en]` */
export const validate = (args: readonly string[]): Promise<number> =>
  withUsage(async () => {
    const { files, values } = readOptions(args, { json: { type: "boolean" }, lang: { type: "string" } });
    const language = readLanguage(values["lang"]);
    if (files.length === 0) throw new UsageError("Xin cho biết tệp cần kiểm tra. / Please name the files to check.");
    const { read, refused } = await readFiles(files, progressLine(files.length));
    const checks = checkWorkbooks(read.map(({ grids }) => grids));
    const checked = read.flatMap(({ file }, index): CheckedFile[] => {
      const check = checks[index];
      return check ? [{ file, ...check }] : [];
    });
    if (values["json"] === true) process.stdout.write(`${JSON.stringify(toJson(checked, refused))}\n`);
    else
      process.stdout.write(
        printReport(checked, { language, isColoured: process.stdout.isTTY && process.env["NO_COLOR"] === undefined }),
      );
    for (const { file, vi, en } of refused) process.stderr.write(`${file}: ${language === "vi" ? vi : en}\n`);
    if (refused.length > 0) return 2;
    return checked.some(({ findings }) => findings.some(({ severity }) => severity === "error")) ? 1 : 0;
  });

/** The shape of `--json`; a file that can't be read has `error` and no findings. */
function toJson(checked: readonly CheckedFile[], refused: readonly RefusedFile[]): unknown {
  const files = checked.map(({ file, plan, sheets, findings }) => ({
    file,
    plan,
    sheets: sheets.map(({ sheet, appendix }) => ({
      sheet,
      form: appendix?.form ?? null,
      unit: appendix?.unit ?? null,
      lineItems: appendix ? appendix.rows.filter((row) => row.kind === "lineItem").length : 0,
      totalDong: appendix ? headlineTotal(appendix) : null,
    })),
    findings: findings.map((finding) => ({
      ...finding,
      message: { vi: describe(finding, "vi"), en: describe(finding, "en") },
    })),
  }));
  const errors = refused.map(({ file, code, vi, en }) => ({
    file,
    plan: null,
    sheets: [],
    findings: [],
    error: { code, vi, en },
  }));
  return { files: [...files, ...errors] };
}
