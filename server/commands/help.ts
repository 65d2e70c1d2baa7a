/** The help: of all commands, and of one. */
import { COMMANDS, findCommand } from "./index.ts";

const EXIT_CODES =
  "Mã kết thúc / exit code: 0 không có lỗi / no error; 1 có lỗi / errors found; 2 không làm được / it can't be done";

export function printHelp(): string {
  const lines = Object.entries(COMMANDS).map(
    ([name, { takes, says }]) => `  ${`phuluc ${name} ${takes}`.trimEnd()}\n      ${says.vi} / ${says.en}`,
  );
  return `Phụ Lục: đọc, kiểm tra và tổng hợp phụ lục kế hoạch ứng dụng CNTT
Phụ Lục: reads, checks and merges the appendices of IT plans

${lines.join("\n")}
  phuluc LỆNH --help
      cách dùng một lệnh / how a command is used
  phuluc --version
      phiên bản / the version

${EXIT_CODES}
`;
}

/** Null for no command. */
export async function printCommandHelp(name: string): Promise<string | null> {
  const command = findCommand(name);
  if (!command) return null;
  const { usages } = await command.load();
  const calls = usages ?? [`phuluc ${name} ${command.takes}`.trimEnd()];
  const options = Object.entries(command.options ?? {});
  const width = Math.max(0, ...options.map(([option]) => option.length));
  const parts = [
    calls.map((call) => `  ${call}`).join("\n"),
    `${command.says.vi}\n${command.says.en}`,
    ...(options.length === 0
      ? []
      : [options.map(([option, { vi, en }]) => `  ${option.padEnd(width)}  ${vi} / ${en}`).join("\n")]),
  ];
  return `${parts.join("\n\n")}\n`;
}

export const isAskingHelp = (args: readonly string[]): boolean => args.some((arg) => arg === "--help" || arg === "-h");
