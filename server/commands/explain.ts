/** What keeps the service or its database from starting, as people are told: the port, the folder, the database, a setting. */
import { ConfigError, readConfig, type Config } from "../config.ts";
import { openStore, type Store } from "../store/database.ts";
import { UsageError } from "./options.ts";

const UNREACHABLE = "Không kết nối được PostgreSQL ở DATABASE_URL. / PostgreSQL at DATABASE_URL can't be reached.";
const NO_FOLDER =
  "Không dùng được thư mục dữ liệu; xin xem lại DATA_DIR. / The data folder can't be used; please look at DATA_DIR.";

/** By the system's code, or PostgreSQL's. */
const BY_CODE: Readonly<Record<string, string>> = {
  EADDRINUSE: "Cổng đang được chương trình khác dùng; đặt PORT khác. / The port is in use; set another PORT.",
  EADDRNOTAVAIL: "Máy này không có địa chỉ ở HOST. / This machine has no such address as HOST.",
  EACCES: "Không có quyền dùng cổng hoặc thư mục dữ liệu. / No permission for the port or the data folder.",
  EPERM: "Không có quyền dùng cổng hoặc thư mục dữ liệu. / No permission for the port or the data folder.",
  EEXIST: NO_FOLDER,
  ENOTDIR: NO_FOLDER,
  EROFS: NO_FOLDER,
  ENOSPC: "Ổ đĩa đã đầy. / The disk is full.",
  ENOTFOUND: "Không tìm thấy máy nêu ở DATABASE_URL hoặc HOST. / The host in DATABASE_URL or HOST is not known.",
  ECONNREFUSED: UNREACHABLE,
  ECONNRESET: UNREACHABLE,
  ETIMEDOUT: UNREACHABLE,
  EHOSTUNREACH: UNREACHABLE,
  "3D000":
    "PostgreSQL chưa có cơ sở dữ liệu nêu ở DATABASE_URL. / PostgreSQL has no database of the name in DATABASE_URL.",
  "28P01":
    "PostgreSQL không nhận người dùng hoặc mật khẩu ở DATABASE_URL. / PostgreSQL refuses the user or the password in DATABASE_URL.",
  "28000": "PostgreSQL không nhận người dùng ở DATABASE_URL. / PostgreSQL refuses the user in DATABASE_URL.",
};

/** SQLite tells its troubles by words alone. */
const BY_MESSAGE: readonly (readonly [RegExp, string])[] = [
  [/unable to open database/, NO_FOLDER],
  [/readonly database/, "Tệp dữ liệu chỉ cho đọc. / The database file can only be read."],
  [/not a database/, "Tệp dữ liệu không phải cơ sở dữ liệu của Phụ Lục. / The file is no database of Phụ Lục."],
  [/disk is full/, "Ổ đĩa đã đầy. / The disk is full."],
  [/database is locked/, "Cơ sở dữ liệu đang bận; xin thử lại. / The database is busy; please try again."],
  [/connection timeout|timeout expired/, UNREACHABLE],
];

/** Null for a fault of ours. */
export function explain(trouble: unknown): string | null {
  if (trouble instanceof ConfigError) return trouble.message;
  if (!(trouble instanceof Error)) return null;
  const byCode = "code" in trouble ? BY_CODE[String(trouble.code)] : undefined;
  return byCode ?? BY_MESSAGE.find(([says]) => says.test(trouble.message))?.[1] ?? null;
}

/** @throws UsageError for what the surroundings do wrong */
export async function explaining<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (trouble) {
    const sentence = explain(trouble);
    throw sentence === null ? trouble : new UsageError(sentence);
  }
}

/** As the environment names it. @throws UsageError */
export const readSettings = (): Promise<Config> => explaining(() => readConfig(process.env));

/** @throws UsageError */
export const openDatabase = ({ database }: Pick<Config, "database">): Promise<Store> =>
  explaining(() => openStore(database));
