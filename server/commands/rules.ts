import type { Bilingual } from "../../shared/rule.ts";
import { exampleOf } from "../../shared/rules/examples.ts";
import { rules } from "../../shared/rules/index.ts";
import { SEVERITY_NAMES } from "../../shared/names.ts";
import { readLanguage, readOptions, UsageError, withUsage } from "./options.ts";

/** `phuluc rules [--json | --markdown] [--lang vi|en]` */
export const listRules = (args: readonly string[]): Promise<number> =>
  withUsage(() => {
    const { files, values } = readOptions(args, {
      json: { type: "boolean" },
      markdown: { type: "boolean" },
      lang: { type: "string" },
    });
    if (files.length > 0)
      throw new UsageError(
        `Lệnh rules không nhận tệp: ${files.join(", ")}. / rules takes no files: ${files.join(", ")}.`,
      );
    const language = readLanguage(values["lang"]);
    if (values["json"] === true) process.stdout.write(`${JSON.stringify({ rules: catalogue() })}\n`);
    else if (values["markdown"] === true) process.stdout.write(toMarkdown());
    else
      for (const rule of rules)
        process.stdout.write(
          `${rule.id.padEnd(30)} ${rule.severity.padEnd(8)} ${rule.checks[language]}\n    ${exampleOf(rule.id)[language]}\n`,
        );
    return 0;
  });

const catalogue = (): unknown =>
  rules.map(({ id, severity, status, checks, source, fix, says }) => ({
    id,
    severity,
    status,
    checks,
    example: exampleOf(id),
    source,
    fix,
    says,
  }));

const both = ({ vi, en }: Bilingual): string => `${vi} / ${en}`;
const FIXES = {
  safe: "sửa ngay / safe",
  choose: "chọn cách sửa / choose",
  explain: "tự sửa hoặc giải trình / explain",
} as const;

/** docs/rules.md; a test keeps the file equal to it. */
export function toMarkdown(): string {
  const parts = rules.map(({ id, severity, status, checks, source, fix, says }) => {
    const sentences = Object.values(says).flatMap((sentence) => {
      const own =
        sentence.severity === undefined || sentence.severity === severity
          ? ""
          : ` *(${both(SEVERITY_NAMES[sentence.severity])})*`;
      return [`- ${sentence.vi}${own}`, `  <br>${sentence.en}`];
    });
    const trial = status === "trial" ? " · thử nghiệm / trial" : "";
    return [
      `## ${id}`,
      "",
      `**${checks.vi}** / ${checks.en}`,
      "",
      `${both(SEVERITY_NAMES[severity])}${trial} · ${FIXES[fix]} · ${source.vi} / ${source.en}`,
      "",
      ...sentences,
      "",
      `> ${exampleOf(id).vi}`,
      `> <br>${exampleOf(id).en}`,
      "",
    ].join("\n");
  });
  return `# Danh mục quy tắc / The rules\n\nTệp này do lệnh \`phuluc rules --markdown\` viết ra. / Written by \`phuluc rules --markdown\`.\n\n${parts.join("\n")}`;
}
