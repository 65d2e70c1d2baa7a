/** What the tests of annotated and fixed copies share. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { checkWorkbook } from "../../shared/check.ts";
import type { Finding } from "../../shared/finding.ts";
import type { Grid } from "../../shared/grid.ts";
import { readGrids } from "../../server/workbook/read-grids.ts";
import { packedContent, readZipEntries, unpackEntry } from "../../server/workbook/zip.ts";

const FIXTURES = new URL("../fixtures/", import.meta.url);

export const fixture = (name: string): Buffer => readFileSync(new URL(name, FIXTURES));

export interface Sample {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Every real workbook of the fixtures. */
export const FIXTURE_WORKBOOKS: readonly Sample[] = ["", "workbooks-odd/"].flatMap((folder) =>
  readdirSync(new URL(folder, FIXTURES))
    .filter((name) => /\.xls[xm]$/.test(name))
    .map((name) => ({ name, bytes: fixture(folder + name) })),
);

export function gridsOf(bytes: Buffer): readonly Grid[] {
  const read = readGrids(bytes, "tệp.xlsx");
  assert.ok(read.ok, JSON.stringify(read));
  return read.grids;
}

export const findingsOf = (bytes: Buffer): readonly Finding[] => checkWorkbook(gridsOf(bytes)).findings;

/** A finding of each severity at the first cells of each sheet, so that every sheet is marked. */
export const findingsEverywhere = (bytes: Buffer): readonly Finding[] =>
  gridsOf(bytes).flatMap(({ name }) =>
    (["error", "warning", "ask", "info"] as const).map((severity, index): Finding => {
      const cells = [`A${String(index + 1)}`, `B${String(index + 1)}`];
      return { rule: "number-gap", variant: "standard", severity, sheet: name, cells, facts: {}, fix: null };
    }),
  );

/** Each part's bytes, packed where they are torn; of two with one name the second is "name (2)". */
export function contentsOf(bytes: Buffer): ReadonlyMap<string, Buffer> {
  const entries = readZipEntries(bytes, 1_000);
  assert.ok(typeof entries !== "string", String(entries));
  const contents = new Map<string, Buffer>();
  for (const entry of entries) {
    const unpacked = unpackEntry(bytes, entry, 100_000_000);
    const content = typeof unpacked === "string" ? packedContent(bytes, entry) : unpacked;
    assert.ok(typeof content !== "string", `${entry.name}: ${String(content)}`);
    let name = entry.name;
    for (let number = 2; contents.has(name); number++) name = `${entry.name} (${String(number)})`;
    contents.set(name, content);
  }
  return contents;
}

/** The parts whose bytes differ, and those that only one of the two has. */
export function changedParts(before: Buffer, after: Buffer): readonly string[] {
  const [old, now] = [contentsOf(before), contentsOf(after)];
  const isSame = (name: string): boolean => {
    const [first, second] = [old.get(name), now.get(name)];
    return first !== undefined && second !== undefined && first.equals(second);
  };
  return [...new Set([...old.keys(), ...now.keys()])].filter((name) => !isSame(name)).sort();
}
