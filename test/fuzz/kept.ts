/** Cases that once failed, one small file each: test/fuzz/found/ keeps them, and a test runs them for ever. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { AnyTarget } from "./target.ts";

export const FOUND = fileURLToPath(new URL("./found/", import.meta.url));

/** @returns the file's name */
export function keepCase(target: AnyTarget, given: unknown): string {
  const bytes = target.write(given);
  const name = `${target.id}-${createHash("sha256").update(bytes).digest("hex").slice(0, 10)}.${target.extension}`;
  mkdirSync(FOUND, { recursive: true });
  writeFileSync(FOUND + name, bytes);
  return name;
}

export interface KeptCase {
  readonly name: string;
  readonly given: unknown;
}

export const keptCases = (target: AnyTarget): readonly KeptCase[] =>
  (existsSync(FOUND) ? readdirSync(FOUND) : [])
    .filter((name) => name.startsWith(`${target.id}-`) && name.endsWith(`.${target.extension}`))
    .sort()
    .map((name) => ({ name, given: target.read(readFileSync(FOUND + name)) }));
