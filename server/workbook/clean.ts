import { makeCopy, type CopyResult } from "./copies/copy-refused.ts";
import { takeOurOwnOut } from "./copies/take-out.ts";

/** The workbook without our marks and our sheet; the same bytes where it has none. */
export const clean = (bytes: Buffer, fileName: string): CopyResult<object> =>
  makeCopy(() => ({ bytes: takeOurOwnOut(bytes, fileName) }));
