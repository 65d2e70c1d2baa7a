import { isEveryHost } from "../address.ts";
import { readConfig } from "../config.ts";
import type { FirstAccount } from "../first-start.ts";
import { makeLog } from "../log.ts";
import { startService, type Running } from "../serve.ts";
import { explaining } from "./explain.ts";
import { readOptions, withUsage } from "./options.ts";

/** `phuluc serve`: runs until it is asked to stop (SIGTERM, Ctrl+C). */
export const serve = (args: readonly string[]): Promise<number> =>
  withUsage(async () => {
    readOptions(args, {});
    // Whoever asks while it is still starting is heard too.
    const asked = untilAsked();
    const running = await start();
    process.stdout.write(welcome(running));
    await asked;
    process.stdout.write("Đang dừng… / Stopping…\n");
    await running.stop();
    return 0;
  });

/** @throws UsageError for what its surroundings do wrong */
const start = (): Promise<Running> =>
  explaining(() => {
    const config = readConfig(process.env);
    return startService(config, makeLog(config.logLevel));
  });

function welcome({ service, url, firstAccount }: Running): string {
  const place = service.config.database.kind === "sqlite" ? service.config.database.path : "PostgreSQL (DATABASE_URL)";
  const warning =
    isEveryHost(service.config.host) && service.config.publicUrl === null
      ? `
CẢNH BÁO: chưa đặt PUBLIC_URL, nên liên kết trong thư và đăng nhập một lần dùng ${service.url()}.
WARNING: PUBLIC_URL is not set: links in e-mails and the single sign-on use ${service.url()}.
`
      : "";
  return `Phụ Lục đang chạy / is running: ${service.url()}
  API và tài liệu / API and its documentation: ${service.url()}/api/docs
  Dữ liệu / data: ${place}
  Nghe tại / listening on: ${url}
${warning}${printFirstAccount(firstAccount)}
Trang rà soát / the review pages: ${service.url()}/dot
Thử không cần Excel / to try it without Excel: ${service.url()}/demo
Đưa tiện ích vào Excel trên máy này / to put the add-in into Excel on this machine: npm run excel (docs/deploying.md)
Xem một hệ thống có sẵn số liệu mẫu / To see a living system with sample data:  npm run demo
Dừng / stop: Ctrl+C
`;
}

/** Nothing once somebody has signed in. */
export const printFirstAccount = (account: FirstAccount | null): string =>
  account === null
    ? ""
    : `
Đăng nhập lần đầu / First sign-in (mật khẩu chỉ hiện ở đây / the password is shown only here):
  ${account.email}   ${account.password}
`;

export const untilAsked = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => resolve());
  });
