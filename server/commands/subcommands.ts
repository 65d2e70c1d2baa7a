/** Commands of two words, "user add": the second word chooses, the rest is read as its arguments and options. */
import type { Run } from "./index.ts";
import { readOptions, UsageError, withUsage, type Parsed } from "./options.ts";

export interface Subcommand {
  /** As typed: "add EMAIL --name … --role … --org ID". */
  readonly usage: string;
  readonly options: Readonly<Record<string, { readonly type: "string" | "boolean" }>>;
  /** How many arguments it takes. */
  readonly takes: number;
  readonly run: (args: readonly string[], values: Parsed["values"]) => Promise<void>;
}

export function choose(command: string, subcommands: Readonly<Record<string, Subcommand>>): Run {
  const usages = Object.values(subcommands).map(({ usage }) => `phuluc ${command} ${usage}`);
  const run = (args: readonly string[]): Promise<number> =>
    withUsage(async () => {
      const [name = "", ...rest] = args;
      const chosen = Object.keys(subcommands).includes(name) ? subcommands[name] : undefined;
      if (!chosen) throw new UsageError(`Cách dùng / usage:\n${usages.map((usage) => `  ${usage}`).join("\n")}`);
      const { files: given, values } = readOptions(rest, chosen.options);
      if (given.length !== chosen.takes)
        throw new UsageError(`Cách dùng / usage:\n  phuluc ${command} ${chosen.usage}`);
      await chosen.run(given, values);
      return 0;
    });
  return Object.assign(run, { usages });
}

/** @throws UsageError when it is not given */
export function requireOption(values: Parsed["values"], name: string): string {
  const value = values[name];
  if (typeof value === "string" && value.trim() !== "") return value.trim();
  throw new UsageError(`Xin cho biết --${name}. / Please give --${name}.`);
}

/** @throws UsageError naming what may be given */
export function requireOneOf<T extends string>(values: Parsed["values"], name: string, known: readonly T[]): T {
  const value = requireOption(values, name);
  const found = known.find((one) => one === value);
  if (found !== undefined) return found;
  throw new UsageError(`--${name} chỉ nhận ${known.join(", ")}. / --${name} takes ${known.join(", ")}.`);
}

export const print = (line: string): void => void process.stdout.write(`${line}\n`);
