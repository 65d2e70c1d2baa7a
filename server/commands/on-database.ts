/** Commands that work on the service's database, while it runs or not. */
import { existsSync } from "node:fs";
import { describeProblem } from "../../shared/api/problems.ts";
import { COMMAND_LINE, type Acting } from "../actions/acting.ts";
import { ConfigError, readConfig } from "../config.ts";
import { Problem } from "../problem.ts";
import { openStore, type DatabaseAddress } from "../store/database.ts";
import { UsageError } from "./options.ts";

const NOTHING_HERE =
  "Chưa có dữ liệu ở nơi này; xin xem DATA_DIR hoặc DATABASE_URL, hoặc chạy “phuluc serve” trước. / There is no database here; please look at DATA_DIR or DATABASE_URL, or run “phuluc serve” first.";

/**
 * Opens the database that the environment names; a wrong folder must not become a new, empty database.
 * @throws UsageError for what can't be done, told in both languages
 */
export async function onDatabase<T>(work: (acting: Acting) => Promise<T>): Promise<T> {
  const address = readAddress();
  if (address.kind === "sqlite" && !existsSync(address.path)) throw new UsageError(NOTHING_HERE);
  const store = await openStore(address).catch((trouble: unknown) => {
    throw isUnreachable(trouble) ? new UsageError(UNREACHABLE) : trouble;
  });
  try {
    const seeded = await store.db.selectFrom("organisation").select("id").limit(1).executeTakeFirst();
    if (!seeded) throw new UsageError(NOTHING_HERE);
    return await work({ store, actor: COMMAND_LINE });
  } catch (trouble) {
    if (!(trouble instanceof Problem)) throw trouble;
    const { vi, en } = describeProblem(trouble.code, trouble.facts);
    throw new UsageError(`${vi} / ${en}`);
  } finally {
    await store.close();
  }
}

const UNREACHABLE = "Không kết nối được PostgreSQL ở DATABASE_URL. / PostgreSQL at DATABASE_URL can't be reached.";

const isUnreachable = (trouble: unknown): boolean =>
  trouble instanceof Error &&
  "code" in trouble &&
  ["ECONNREFUSED", "ENOTFOUND", "3D000"].includes(String(trouble.code));

function readAddress(): DatabaseAddress {
  try {
    return readConfig(process.env).database;
  } catch (trouble) {
    throw trouble instanceof ConfigError ? new UsageError(trouble.message) : trouble;
  }
}
