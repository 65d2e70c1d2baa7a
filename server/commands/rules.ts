import { rules } from "../../shared/rules/index.ts";
import { readLanguage, readOptions, withUsage } from "./options.ts";

/** `phuluc rules [--json] [--lang vi|en]` */
export const listRules = (args: readonly string[]): Promise<number> =>
  withUsage(() => {
    const { values } = readOptions(args, { json: { type: "boolean" }, lang: { type: "string" } });
    const language = readLanguage(values["lang"]);
    const facts = rules.map(({ id, severity, status, checks, source, fix, says }) => ({ id, severity, status, checks, source, fix, says }));
    if (values["json"] === true) process.stdout.write(`${JSON.stringify({ rules: facts })}\n`);
    else for (const rule of facts) process.stdout.write(`${rule.id.padEnd(30)} ${rule.severity.padEnd(8)} ${rule.checks[language]}\n`);
    return Promise.resolve(0);
  });
