/** Reads several workbooks one after the other; a refused one never stops the rest. */
import type { Grid } from "../../shared/grid.ts";
import { readWorkbookFile } from "../workbook/read.ts";

export interface ReadFile {
  readonly file: string;
  readonly grids: readonly Grid[];
}

export interface RefusedFile {
  readonly file: string;
  readonly code: string;
  readonly vi: string;
  readonly en: string;
}

export interface ReadFiles {
  readonly read: readonly ReadFile[];
  readonly refused: readonly RefusedFile[];
}

export async function readFiles(files: readonly string[], onProgress: (done: number) => void): Promise<ReadFiles> {
  const read: ReadFile[] = [];
  const refused: RefusedFile[] = [];
  for (const [index, file] of files.entries()) {
    onProgress(index);
    const result = await readWorkbookFile(file);
    if (result.ok) read.push({ file, grids: result.grids });
    else refused.push({ file, code: result.code, vi: result.vi, en: result.en });
  }
  onProgress(files.length);
  return { read, refused };
}

/** A counter on one line of a terminal, for more files than a glance takes in. */
export function progressLine(count: number): (done: number) => void {
  if (count < 4 || !process.stderr.isTTY) return () => undefined;
  return (done) =>
    process.stderr.write(done === count ? "\r\u001b[K" : `\rĐang đọc ${String(done + 1)}/${String(count)}…`);
}
