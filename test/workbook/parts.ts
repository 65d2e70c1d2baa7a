/** The parts of a workbook as texts, by name. */
import assert from "node:assert/strict";
import { readZipEntries, unpackEntry } from "../../server/workbook/zip.ts";

export function partsOf(bytes: Buffer): ReadonlyMap<string, string> {
  const entries = readZipEntries(bytes, 1_000);
  assert.ok(typeof entries !== "string", String(entries));
  return new Map(
    entries.map((entry) => {
      const content = unpackEntry(bytes, entry, 10_000_000);
      assert.ok(typeof content !== "string", `${entry.name}: ${String(content)}`);
      return [entry.name, content.toString("utf8")];
    }),
  );
}
