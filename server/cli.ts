#!/usr/bin/env node
/** The command line: `phuluc <command> …`. */
import { pathToFileURL } from "node:url";
import { realpathSync } from "node:fs";
import { CORE_VERSION } from "../shared/version.ts";
import { findCommand } from "./commands/index.ts";
import { isAskingHelp, printCommandHelp, printHelp } from "./commands/help.ts";

/** @returns the exit code */
async function run(args: readonly string[]): Promise<number> {
  const [name = "", ...rest] = args;
  const command = findCommand(name);
  if (command && !isAskingHelp(rest)) return (await command.load())(rest);
  if (command) return say(await printCommandHelp(name));
  if (["--version", "-v", "version"].includes(name)) return say(`phuluc ${CORE_VERSION}\n`);
  const about = name === "help" ? await printCommandHelp(rest[0] ?? "") : null;
  if (["help", "--help", "-h"].includes(name)) return say(about ?? printHelp());
  const wrong = name === "" ? "" : `Không có lệnh “${name}”. / There is no command “${name}”.\n\n`;
  process.stderr.write(`${wrong}${printHelp()}`);
  return 2;
}

function say(text: string | null): number {
  process.stdout.write(text ?? "");
  return 0;
}

/** Our own mistakes end here: a sentence, and never a stack trace. */
async function main(): Promise<void> {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(0);
  });
  try {
    process.exitCode = await run(process.argv.slice(2));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    process.stderr.write(`Phụ Lục gặp sự cố: ${reason}\nPhụ Lục ran into trouble: ${reason}\n`);
    process.exitCode = 2;
  }
}

const entry = process.argv[1];
if (entry !== undefined && import.meta.url === pathToFileURL(realpathSync(entry)).href) await main();
