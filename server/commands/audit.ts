import { verifyAudit, type AuditVerification } from "../store/audit.ts";
import { onDatabase } from "./on-database.ts";
import { readOptions, UsageError, withUsage } from "./options.ts";

/** `phuluc audit verify`: whether the log's chain is whole; exit code 1 when it is broken. Works while the service runs. */
export const audit = (args: readonly string[]): Promise<number> =>
  withUsage(async () => {
    const { files } = readOptions(args, {});
    if (files.length !== 1 || files[0] !== "verify") throw new UsageError("Cách dùng / usage:\n  phuluc audit verify");
    const found = await onDatabase(({ store }) => verifyAudit(store.db));
    process.stdout.write(tell(found));
    return found.isWhole ? 0 : 1;
  });

/** The head is to be written down elsewhere: a log cut off at its end is whole, and ends with another. */
function tell({ isWhole, entries, brokenAt, head }: AuditVerification): string {
  const end = head === null ? "" : `${head}\n`;
  return isWhole
    ? `Nhật ký nguyên vẹn: ${String(entries)} mục, mã cuối:\nThe log is whole: ${String(entries)} entries, ending with:\n${end}`
    : `Nhật ký bị sửa từ mục ${String(brokenAt)}; trước đó ${String(entries)} mục nguyên vẹn.\nThe log is broken from entry ${String(brokenAt)} on; the ${String(entries)} before it are whole.\n`;
}
