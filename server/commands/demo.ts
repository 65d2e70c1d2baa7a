import { existsSync } from "node:fs";
import { readConfig } from "../config.ts";
import { DEMO_PASSWORD, makeDemoRound } from "../demo/demo-round.ts";
import { makeLog } from "../log.ts";
import { startService } from "../serve.ts";
import { readOptions, UsageError, withUsage } from "./options.ts";
import { untilAsked } from "./serve.ts";

/** Beside the program: dist/ and server/commands/ lie at different depths. */
const FIXTURES = ["../test/fixtures/", "../../test/fixtures/"].map((path) => new URL(path, import.meta.url));

/** The passwords are known: nobody else may reach it, and it touches no real database and sends no e-mail. */
const ONLY_HERE = { HOST: "127.0.0.1", DATABASE_URL: "", SMTP_URL: "", OIDC_ISSUER: "" };

/** `phuluc demo`: a living system with sample data, in a folder of its own, for this machine only. */
export const demo = (args: readonly string[]): Promise<number> =>
  withUsage(async () => {
    readOptions(args, {});
    const fixtures = FIXTURES.find((folder) => existsSync(folder));
    if (!fixtures)
      throw new UsageError(
        "Không thấy thư mục test/fixtures với các kế hoạch mẫu. / The sample plans in test/fixtures are missing.",
      );
    const config = readConfig({ DATA_DIR: "./data-demo", ...process.env, ...ONLY_HERE });
    const running = await startService(config, makeLog(config.logLevel === "info" ? "warn" : config.logLevel));
    try {
      if (running.firstAccount) {
        process.stdout.write("Đang tạo số liệu mẫu… / Making sample data…\n");
        await makeDemoRound(running.url, running.firstAccount, fixtures);
      }
      process.stdout.write(welcome(running.url));
      await untilAsked();
    } finally {
      await running.stop();
    }
    return 0;
  });

const welcome = (url: string): string => `Phụ Lục (xem thử) đang chạy / the demonstration is running: ${url}
  API và tài liệu / API and its documentation: ${url}/api/docs

Tài khoản, mật khẩu chung / accounts, all with the password: ${DEMO_PASSWORD}
  quantri@phuluc.local                quản trị / administrator
  rasoat@phuluc.local                 người rà soát của Bộ / the ministry's reviewer
  tinh-cu-vinh-long@phuluc.local      cán bộ tỉnh / a province's officer
  mau-c@phuluc.local                  cán bộ Tỉnh Mẫu C, đang có bản nháp / an officer with a draft

Dừng / stop: Ctrl+C
`;
