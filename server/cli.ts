#!/usr/bin/env node
/** The command line: `phuluc <command> …`. Each command is loaded only when asked for. */
import { pathToFileURL } from "node:url";
import { realpathSync } from "node:fs";

type Command = (args: readonly string[]) => Promise<number>;

const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  backup: async () => (await import("./commands/backup.ts")).backup,
  restore: async () => (await import("./commands/backup.ts")).restore,
  org: async () => (await import("./commands/org.ts")).org,
  user: async () => (await import("./commands/user.ts")).user,
  round: async () => (await import("./commands/round.ts")).round,
  audit: async () => (await import("./commands/audit.ts")).audit,
  demo: async () => (await import("./commands/demo.ts")).demo,
  template: async () => (await import("./commands/template.ts")).template,
  serve: async () => (await import("./commands/serve.ts")).serve,
  validate: async () => (await import("./commands/validate.ts")).validate,
  consolidate: async () => (await import("./commands/consolidate.ts")).consolidate,
  rules: async () => (await import("./commands/rules.ts")).listRules,
};

const USAGE = `Phụ Lục: đọc, kiểm tra và tổng hợp phụ lục kế hoạch ứng dụng CNTT
Phụ Lục: reads, checks and merges the appendices of IT plans

  phuluc validate TỆP… [--json] [--lang vi|en]   kiểm tra tệp Excel / check workbooks
  phuluc consolidate TỆP… -o TỆP.xlsx [--unit dong|thousand|million|billion]
                                                 tổng hợp nhiều tệp thành một / merge workbooks into one
  phuluc serve                                   chạy dịch vụ / run the service
  phuluc demo                                    chạy thử với số liệu mẫu / run with sample data
  phuluc template BIỂU -o TỆP.xlsx [--years 2026-2030] [--unit million]
                                                 mẫu biểu trống / a blank official form
  phuluc backup [-o TỆP] · phuluc restore TỆP [--replace]   sao lưu, phục hồi / back up, restore
  phuluc org list|add|rename|close|reopen        các đơn vị / organisations
  phuluc user list|add|reset-password|unlock|close|reopen   người dùng / people
  phuluc round list|add|open|close               các đợt / rounds
  phuluc audit verify                            kiểm tra chuỗi nhật ký / verify the audit log's chain
  phuluc rules [--json|--markdown] [--lang vi|en]  danh mục quy tắc / the catalogue of rules

Mã kết thúc / exit code: 0 không có lỗi / no error; 1 có lỗi / errors found; 2 có tệp không đọc được / a file can't be read
`;

/** @returns the exit code */
export async function run(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === "help" || name === "--help" || name === "-h") {
    (name === undefined ? process.stderr : process.stdout).write(USAGE);
    return name === undefined ? 2 : 0;
  }
  const load = Object.keys(COMMANDS).includes(name) ? COMMANDS[name] : undefined;
  if (!load) {
    process.stderr.write(`Không có lệnh “${name}”. / There is no command “${name}”.\n\n${USAGE}`);
    return 2;
  }
  const command = await load();
  return command(rest);
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
