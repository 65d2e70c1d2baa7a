/** `npm run manifest -- --url https://… [-o FILE] [--plain]`: the manifest for a site, on the screen or into a file. */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import type { Bilingual } from "../../shared/rule.ts";
import { readSiteAddress, type SiteAddressFault } from "./site-address.ts";
import { writeManifest } from "./write-manifest.ts";

const USAGE: Bilingual = {
  vi: "Cách dùng: npm run -s manifest -- --url https://địa-chỉ-dịch-vụ [-o TỆP.xml] [--plain]",
  en: "Usage: npm run -s manifest -- --url https://the-service's-address [-o FILE.xml] [--plain]",
};

const SAYS: Readonly<Record<SiteAddressFault, Bilingual>> = {
  "not-an-address": {
    vi: "không phải là một địa chỉ, ví dụ https://phuluc.example.gov.vn",
    en: "is not an address such as https://phuluc.example.gov.vn",
  },
  "not-https": {
    vi: "phải bắt đầu bằng https://, vì Excel chỉ mở tiện ích qua HTTPS",
    en: "has to begin with https://: Excel loads add-ins from HTTPS only",
  },
  "more-than-an-origin": {
    vi: "chỉ gồm tên máy và cổng, không có đường dẫn hay mật khẩu",
    en: "has to be a host and a port only, without a path or a password",
  },
};

function run(args: readonly string[]): number {
  const options = readOptions(args);
  if (options?.url === undefined) return refuse(USAGE);
  const site = readSiteAddress(options.url);
  if (!site.ok) {
    const { vi, en } = SAYS[site.code];
    return refuse({ vi: `Địa chỉ “${options.url}” ${vi}.`, en: `The address “${options.url}” ${en}.` });
  }
  const manifest = writeManifest({ base: site.base, isPlain: options.plain === true });
  if (options.output === undefined) {
    process.stdout.write(manifest);
    return 0;
  }
  return save(options.output, manifest);
}

function readOptions(args: readonly string[]) {
  try {
    const options = {
      url: { type: "string" },
      output: { type: "string", short: "o" },
      plain: { type: "boolean" },
    } as const;
    return parseArgs({ args: [...args], options }).values;
  } catch {
    return null;
  }
}

function save(path: string, manifest: string): number {
  try {
    writeFileSync(path, manifest);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return refuse({ vi: `Không ghi được ${path}: ${reason}`, en: `${path} can't be written: ${reason}` });
  }
  process.stdout.write(`Đã ghi ${path} / written\n`);
  return 0;
}

function refuse({ vi, en }: Bilingual): number {
  process.stderr.write(`${vi}\n${en}\n`);
  return 2;
}

process.exitCode = run(process.argv.slice(2));
