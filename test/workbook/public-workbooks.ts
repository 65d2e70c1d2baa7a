/** Public workbooks of other projects, which lie beside the repository where there are any. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { readGrids } from "../../server/workbook/read-grids.ts";
import { contentsOf, type Sample } from "./copies.ts";

export const FOLDER = new URL("../../../shared/workbooks/", import.meta.url);

export const arePublicWorkbooksThere = existsSync(FOLDER);

export const SOURCES: readonly string[] = arePublicWorkbooksThere
  ? readdirSync(FOLDER, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
      .sort()
  : [];

const known = new Map<string, readonly Sample[]>();

/** Those that our reader reads. */
export function publicWorkbooks(source: string): readonly Sample[] {
  const samples = known.get(source) ?? readAll(source);
  known.set(source, samples);
  return samples;
}

const readAll = (source: string): readonly Sample[] =>
  readdirSync(new URL(`${source}/`, FOLDER))
    .filter((name) => /\.xls[xm]$/.test(name))
    .sort()
    .map((name) => ({ name, bytes: readFileSync(new URL(`${source}/${name}`, FOLDER)) }))
    .filter(({ name, bytes }) => readGrids(bytes, name).ok);

/** The more kinds of parts, the odder. */
const kindsOfParts = (bytes: Buffer): number =>
  new Set([...contentsOf(bytes).keys()].map((name) => name.replace(/\d+/g, ""))).size;

export const oddest = (samples: readonly Sample[], most: number): readonly Sample[] =>
  samples
    .map((sample) => ({ sample, kinds: kindsOfParts(sample.bytes) }))
    .sort((a, b) => b.kinds - a.kinds)
    .slice(0, most)
    .map(({ sample }) => sample);
