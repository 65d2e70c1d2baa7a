import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { readConfig, type Config } from "../config.ts";
import { beginDemo, markReady, readDemoState } from "../demo/demo-database.ts";
import { DEMO_PASSWORD } from "../demo/demo-people.ts";
import { makeDemoRound } from "../demo/demo-round.ts";
import { makeLog } from "../log.ts";
import { startService, type Running } from "../serve.ts";
import { explaining } from "./explain.ts";
import { readOptions, UsageError, withUsage } from "./options.ts";
import { untilAsked } from "./serve.ts";

/** Beside the program: dist/ and server/commands/ lie at different depths. */
const FIXTURES = ["../test/fixtures/", "../../test/fixtures/"].map((path) => new URL(path, import.meta.url));

/** `phuluc demo`: a living system with sample data, in a folder of its own, for this machine only. */
export const demo = (args: readonly string[]): Promise<number> =>
  withUsage(async () => {
    readOptions(args, {});
    const fixtures = FIXTURES.find((folder) => existsSync(folder));
    if (!fixtures)
      throw new UsageError(
        "Không thấy thư mục test/fixtures với các kế hoạch mẫu. / The sample plans in test/fixtures are missing.",
      );
    const config = await explaining(readDemoConfig);
    const running = await explaining(() => start(config));
    try {
      if (running.firstAccount) await makeSample(running, running.firstAccount, fixtures);
      process.stdout.write(welcome(running.url));
      await untilAsked();
    } finally {
      await running.stop();
    }
    return 0;
  });

/**
 * The passwords are known, so of the settings of a real service none counts, least of all its database: nobody but this
 * machine may reach the demonstration, and it sends no e-mail.
 */
function readDemoConfig(): Config {
  const { PORT, LOG_LEVEL, WORKERS, DEMO_DIR = "" } = process.env;
  return readConfig({ PORT, LOG_LEVEL, WORKERS, DATA_DIR: DEMO_DIR === "" ? "./data-demo" : DEMO_DIR });
}

async function start(config: Config): Promise<Running> {
  const path = join(config.dataDir, "phuluc.sqlite");
  // A demonstration that is still being made by another process has the port.
  await mustBeFree(config);
  const state = await readDemoState(path);
  if (state === "not-ours")
    throw new UsageError(
      `Thư mục ${config.dataDir} đang chứa số liệu thật, không dùng để chạy thử; xin đặt DEMO_DIR khác. / ${config.dataDir} holds a database that is not the demonstration's; please set another DEMO_DIR.`,
    );
  if (state === "half-made")
    process.stdout.write(
      "Lần trước chưa tạo xong số liệu mẫu nên tạo lại từ đầu. / The sample data was not finished last time: it is made afresh.\n",
    );
  if (state !== "ready") await beginDemo(path);
  return startService(config, makeLog(config.logLevel === "info" ? "warn" : config.logLevel));
}

const mustBeFree = ({ port, host }: Config): Promise<void> =>
  new Promise((resolve, reject) => {
    const server = createServer()
      .once("error", reject)
      .listen(port, host, () => server.close(() => resolve()));
  });

async function makeSample(
  { url, service }: Running,
  account: NonNullable<Running["firstAccount"]>,
  fixtures: URL,
): Promise<void> {
  process.stdout.write("Đang tạo số liệu mẫu… / Making sample data…\n");
  try {
    await makeDemoRound(url, account, fixtures);
    await markReady(service.store);
  } catch (trouble) {
    const reason = trouble instanceof Error ? trouble.message : String(trouble);
    throw new UsageError(
      `Chưa tạo xong số liệu mẫu: ${reason}\nLần chạy sau sẽ tạo lại từ đầu. / The sample data could not be finished; the next run makes it afresh.`,
    );
  }
}

const welcome = (url: string): string => `Phụ Lục (xem thử) đang chạy / the demonstration is running
  Nghe tại / listening on: ${url}
  Trang rà soát / the review pages: ${url}/dot
  Thử không cần Excel / to try it without Excel: ${url}/demo
  API và tài liệu / API and its documentation: ${url}/api/docs

Tài khoản, mật khẩu chung / accounts, all with the password: ${DEMO_PASSWORD}
  quantri@phuluc.local                quản trị / administrator
  rasoat@phuluc.local                 người rà soát của Bộ / the ministry's reviewer
  tinh-cu-vinh-long@phuluc.local      cán bộ tỉnh / a province's officer
  mau-c@phuluc.local                  cán bộ tỉnh Mẫu C, đang có bản nháp / an officer with a draft

Dừng / stop: Ctrl+C
`;
