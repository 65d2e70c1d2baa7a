/** Commands that work on the service's database, while it runs or not. */
import { existsSync } from "node:fs";
import { describeProblem } from "../../shared/api/problems.ts";
import { COMMAND_LINE, type Acting } from "../actions/acting.ts";
import type { Config } from "../config.ts";
import { Problem } from "../problem.ts";
import type { Store } from "../store/database.ts";
import { openDatabase, readSettings } from "./explain.ts";
import { UsageError } from "./options.ts";

const NOTHING_HERE =
  "Chưa có dữ liệu ở nơi này; xin xem DATA_DIR hoặc DATABASE_URL, hoặc chạy “phuluc serve” trước. / There is no database here; please look at DATA_DIR or DATABASE_URL, or run “phuluc serve” first.";

/** A wrong folder must not become a new, empty database. @throws UsageError */
export async function openExisting(config: Pick<Config, "database">): Promise<Store> {
  if (config.database.kind === "sqlite" && !existsSync(config.database.path)) throw new UsageError(NOTHING_HERE);
  const store = await openDatabase(config);
  const seeded = await store.db.selectFrom("organisation").select("id").limit(1).executeTakeFirst();
  if (seeded) return store;
  await store.close();
  throw new UsageError(NOTHING_HERE);
}

/**
 * On the database that the environment names.
 * @throws UsageError for what can't be done, told in both languages
 */
export async function onDatabase<T>(work: (acting: Acting) => Promise<T>): Promise<T> {
  const store = await openExisting(await readSettings());
  try {
    return await work({ store, actor: COMMAND_LINE });
  } catch (trouble) {
    if (!(trouble instanceof Problem)) throw trouble;
    const { vi, en } = describeProblem(trouble.code, trouble.facts);
    throw new UsageError(`${vi} / ${en}`);
  } finally {
    await store.close();
  }
}
