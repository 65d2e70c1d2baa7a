/** What whoever watches over the service asks of it. */
import { timingSafeEqual } from "node:crypto";
import { reach, type Database } from "../store/database.ts";
import { sha256 } from "../store/ids.ts";

/** It can do its work: the database answers. */
export const isReady = (db: Database): Promise<boolean> =>
  reach(db).then(
    () => true,
    () => false,
  );

/** Takes the same time however much of it is right. */
export const isSameToken = (token: string, given: string): boolean =>
  timingSafeEqual(Buffer.from(sha256(token)), Buffer.from(sha256(given)));
