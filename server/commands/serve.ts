import { ConfigError, readConfig } from "../config.ts";
import { makeLog } from "../log.ts";
import { startService, type Running } from "../serve.ts";
import { readOptions, withUsage } from "./options.ts";

/** `phuluc serve`: runs until it is asked to stop (SIGTERM, Ctrl+C). */
export const serve = (args: readonly string[]): Promise<number> =>
  withUsage(async () => {
    readOptions(args, {});
    // Whoever asks while it is still starting is heard too.
    const asked = untilAsked();
    const running = await start();
    if (running === null) return 2;
    process.stdout.write(welcome(running));
    await asked;
    process.stdout.write("Đang dừng… / Stopping…\n");
    await running.stop();
    return 0;
  });

/** What the officer's surroundings do wrong is told in a sentence. */
async function start(): Promise<Running | null> {
  try {
    const config = readConfig(process.env);
    return await startService(config, makeLog(config.logLevel));
  } catch (trouble) {
    const sentence = explain(trouble);
    if (sentence === null) throw trouble;
    process.stderr.write(`${sentence}\n`);
    return null;
  }
}

function explain(trouble: unknown): string | null {
  if (trouble instanceof ConfigError) return trouble.message;
  const code = trouble instanceof Error && "code" in trouble ? String(trouble.code) : "";
  switch (code) {
    case "EADDRINUSE":
      return "Cổng đang được chương trình khác dùng; đặt PORT khác. / The port is in use; set another PORT.";
    case "EACCES":
      return "Không có quyền dùng cổng hoặc thư mục dữ liệu. / No permission for the port or the data folder.";
    case "ECONNREFUSED":
      return "Không kết nối được PostgreSQL ở DATABASE_URL. / PostgreSQL at DATABASE_URL can't be reached.";
    default:
      return null;
  }
}

function welcome({ service, url, firstAccount }: Running): string {
  const place = service.config.database.kind === "sqlite" ? service.config.database.path : "PostgreSQL (DATABASE_URL)";
  const account =
    firstAccount === null
      ? ""
      : `
Đăng nhập lần đầu / First sign-in (mật khẩu chỉ hiện ở đây / the password is shown only here):
  ${firstAccount.email}   ${firstAccount.password}
`;
  return `Phụ Lục đang chạy / is running: ${service.url()}
  API và tài liệu / API and its documentation: ${service.url()}/api/docs
  Dữ liệu / data: ${place}
  Nghe tại / listening on: ${url}
${account}
Xem một hệ thống có sẵn số liệu mẫu / To see a living system with sample data:  npm run demo
Dừng / stop: Ctrl+C
`;
}

export const untilAsked = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => resolve());
  });
