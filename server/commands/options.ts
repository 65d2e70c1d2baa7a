import { parseArgs, type ParseArgsConfig } from "node:util";

/** What the user typed wrongly, told in both languages; caught by the command. */
export class UsageError extends Error {}

type Options = NonNullable<ParseArgsConfig["options"]>;

export interface Parsed {
  readonly files: readonly string[];
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
}

export function readOptions(args: readonly string[], options: Options): Parsed {
  try {
    const { positionals, values } = parseArgs({ args: [...args], options, allowPositionals: true });
    return { files: positionals, values: values as Parsed["values"] };
  } catch (error) {
    const option = /'([^']+)'/.exec(error instanceof Error ? error.message : "")?.[1] ?? "";
    throw new UsageError(`Tùy chọn không đúng: ${option}. / Wrong option: ${option}.`);
  }
}

export function readLanguage(value: string | boolean | undefined): "vi" | "en" {
  if (value === undefined || value === "vi" || value === "en") return value ?? "vi";
  throw new UsageError(`--lang chỉ nhận vi hoặc en. / --lang takes vi or en.`);
}

/** Runs a command; usage errors are one line and exit code 2. */
export async function withUsage(run: () => number | Promise<number>): Promise<number> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
}
