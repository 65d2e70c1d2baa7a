/** `npm run excel`: the service over HTTPS at the address that manifest.xml names, and how to put that into a real Excel. For development only. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { explaining } from "../commands/explain.ts";
import { UsageError, withUsage } from "../commands/options.ts";
import { printFirstAccount, untilAsked } from "../commands/serve.ts";
import { readConfig, type Config } from "../config.ts";
import { makeLog } from "../log.ts";
import { startService, type Running } from "../serve.ts";
import { makeCertificate, type LocalCertificate } from "./certificate.ts";
import { printSteps } from "./steps.ts";

const MANIFEST = fileURLToPath(new URL("../../manifest.xml", import.meta.url));
/** The address in the manifest. */
const PORT = "3443";

/** Where Excel on the web has been seen to frame add-ins; Microsoft gives no list. */
const EXCEL_ON_THE_WEB =
  "'self' https://*.officeapps.live.com https://*.sharepoint.com https://*.office.com https://*.cloud.microsoft https://onedrive.live.com";

const run = (): Promise<number> =>
  withUsage(async () => {
    // Whoever asks while it is still starting is heard too.
    const asked = untilAsked();
    const certificate = await makeOrExplain();
    const running = await explaining(() => {
      const config = readSettings();
      return startService(config, makeLog(config.logLevel), { certificate });
    });
    process.stdout.write(welcome(running, certificate));
    await asked;
    process.stdout.write("Đang dừng… / Stopping…\n");
    await running.stop();
    return 0;
  });

async function makeOrExplain(): Promise<LocalCertificate> {
  try {
    return await makeCertificate();
  } catch (trouble) {
    const reason = trouble instanceof Error ? trouble.message : String(trouble);
    throw new UsageError(
      `Không tạo được chứng chỉ cho https://localhost: ${reason}\nThe certificate for https://localhost could not be made: ${reason}`,
    );
  }
}

/** As the service, on this machine only: whose certificate it is. */
function readSettings(): Config {
  const port = process.env["PORT"] ?? PORT;
  const url = port === "0" ? undefined : `https://localhost:${port}`;
  const frameAncestors = process.env["FRAME_ANCESTORS"] ?? EXCEL_ON_THE_WEB;
  return readConfig({
    ...process.env,
    PORT: port,
    HOST: "127.0.0.1",
    PUBLIC_URL: url,
    FRAME_ANCESTORS: frameAncestors,
    LOG_LEVEL: process.env["LOG_LEVEL"] ?? "warn",
  });
}

function welcome({ service, url, firstAccount }: Running, { caPath, isTrusted }: LocalCertificate): string {
  const place = { url: service.url(), manifestPath: MANIFEST, addInId: readAddInId(), caPath, isTrusted };
  return `Phụ Lục đang chạy cho Excel trên máy này / is running for Excel on this machine: ${service.url()}
  Nghe tại / listening on: ${url}
${printFirstAccount(firstAccount)}
${otherPort(service.url())}${printSteps(place, process.platform)}
Có sẵn số liệu mẫu / With sample data: npm run demo, rồi / then DATA_DIR=./data-demo npm run excel
  (PowerShell: $env:DATA_DIR='./data-demo'; npm run excel)
Mọi cách cài, kể cả cho cả cơ quan / All ways, for an institution too: docs/deploying.md
Dừng / stop: Ctrl+C
`;
}

const readAddInId = (): string => /<Id>([^<]+)<\/Id>/.exec(readFileSync(MANIFEST, "utf8"))?.[1] ?? "";

/** manifest.xml names one port. */
function otherPort(url: string): string {
  if (new URL(url).port === PORT) return "";
  return `manifest.xml là cho cổng ${PORT}; hãy viết bản khác và dùng nó ở dưới / manifest.xml is for port ${PORT}; write another and use it below:
  npm run -s manifest -- --url ${url} -o phuluc.xml

`;
}

process.exitCode = await run();
