import { createWriteStream } from "node:fs";
import { mkdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { PassThrough } from "node:stream";
import { createGzip } from "node:zlib";
import { BackupError, openBackup, writeBackup } from "../store/backup.ts";
import type { Store } from "../store/database.ts";
import { isInUse, isKnown, restoreBackup } from "../store/restore.ts";
import { openDatabase, readSettings } from "./explain.ts";
import { openExisting } from "./on-database.ts";
import { readOptions, UsageError, withUsage } from "./options.ts";
import { describeWriteTrouble } from "./write-trouble.ts";

/** Under its name only when it is whole. @throws UsageError when it can't be written */
async function backupTo(store: Store, path: string): Promise<number> {
  const unfinished = `${path}.part`;
  const lines = new PassThrough();
  const written = pipeline(
    lines,
    createGzip(),
    createWriteStream(unfinished, { flags: "wx", mode: 0o600, flush: true }),
  );
  try {
    // A failing disk breaks the pipeline while lines are still being written.
    const [rows] = await Promise.all([
      writeBackup(store, lines, new Date().toISOString()).finally(() => lines.end()),
      written,
    ]);
    await rename(unfinished, path);
    return rows;
  } catch (trouble) {
    // What somebody else is writing under that name stays.
    const isOthers = trouble instanceof Error && "code" in trouble && trouble.code === "EEXIST";
    if (!isOthers) await rm(unfinished, { force: true }).catch(() => undefined);
    throw describeWriteTrouble(path, trouble);
  }
}

const stamp = (): string => new Date().toISOString().replace(/[:.]/g, "-").slice(0, 19);

/** `phuluc backup [-o FILE]`: a backup of one moment, while the service runs. */
export const backup = (args: readonly string[]): Promise<number> =>
  withUsage(async () => {
    const { values } = readOptions(args, { output: { type: "string", short: "o" } });
    const path = typeof values["output"] === "string" ? values["output"] : `phuluc-${stamp()}.ndjson.gz`;
    if (await exists(path)) throw new UsageError(`Đã có tệp ${path}. / The file ${path} exists already.`);
    const store = await openExisting(await readSettings());
    try {
      const rows = await backupTo(store, path);
      process.stdout.write(`Đã sao lưu ${String(rows)} dòng vào ${path} / ${String(rows)} rows are backed up\n`);
      return 0;
    } finally {
      await store.close();
    }
  });

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

/** `phuluc restore FILE [--replace]`: everything as it was in the backup; what it replaces is backed up first. */
export const restore = (args: readonly string[]): Promise<number> =>
  withUsage(async () => {
    const { files, values } = readOptions(args, { replace: { type: "boolean" } });
    const [path] = files;
    if (path === undefined || files.length > 1)
      throw new UsageError("Xin cho biết một tệp sao lưu. / Please name one backup file.");
    if (!(await exists(path))) throw new UsageError(`Không có tệp ${path}. / There is no file ${path}.`);
    const config = await readSettings();
    const opened = await open(path);
    const store = await openDatabase(config);
    try {
      if (await isInUse(store)) {
        if (values["replace"] !== true)
          throw new UsageError(
            "Cơ sở dữ liệu đang có số liệu; thêm --replace để thay thế (bản hiện tại được sao lưu trước). / The database is in use; add --replace (it is backed up first).",
          );
        const kept = join(config.dataDir, `truoc-khi-phuc-hoi-${stamp()}.ndjson.gz`);
        // Where the data lies in PostgreSQL there may be no folder yet.
        await mkdir(config.dataDir, { recursive: true, mode: 0o700 }).catch((trouble: unknown) => {
          throw describeWriteTrouble(config.dataDir, trouble);
        });
        await backupTo(store, kept);
        process.stdout.write(`Bản trước khi phục hồi / what was there before: ${kept}\n`);
      }
      const rows = await restoreBackup(store, opened, new Date().toISOString());
      process.stdout.write(
        `Đã phục hồi ${String(rows)} dòng; mọi người đăng nhập lại. / ${String(rows)} rows are restored; everybody signs in again.\n`,
      );
      return 0;
    } finally {
      await store.close();
    }
  });

async function open(path: string): Promise<Awaited<ReturnType<typeof openBackup>>> {
  try {
    const opened = await openBackup(path);
    if (isKnown(opened)) return opened;
    throw new BackupError(
      "bản sao lưu thuộc phiên bản Phụ Lục mới hơn / the backup was made by a newer version of Phụ Lục",
    );
  } catch (trouble) {
    if (trouble instanceof BackupError) throw new UsageError(`${path}: ${trouble.message}`);
    throw trouble;
  }
}
