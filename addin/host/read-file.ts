/** The workbook's file, slice by slice. Office keeps at most two files open for an add-in, so each is closed whatever happens. */
import type { Outcome } from "./port.ts";
import { done, type Session } from "./session.ts";
import { trouble } from "./troubles.ts";

/** A slice comes as an array of numbers: as long as can be copied without keeping the page waiting. */
const SLICE_BYTES = 512 * 1024;

export async function readFile({ office }: Session): Promise<Outcome<Uint8Array>> {
  const { document } = office.context;
  if (!("getFileAsync" in document)) return trouble("not-supported");
  const opened = await answerOf<Office.File>((tell) => {
    document.getFileAsync(office.FileType.Compressed, { sliceSize: SLICE_BYTES }, tell);
  });
  if (!opened.ok) return opened;
  const file = opened.value;
  try {
    return await readSlices(file);
  } finally {
    await answerOf((tell) => {
      file.closeAsync(tell);
    });
  }
}

async function readSlices(file: Office.File): Promise<Outcome<Uint8Array>> {
  const bytes = new Uint8Array(file.size);
  let end = 0;
  for (let index = 0; index < file.sliceCount; index++) {
    const slice = await answerOf<Office.Slice>((tell) => {
      file.getSliceAsync(index, tell);
    });
    if (!slice.ok) return slice;
    const part = slice.value.data as ArrayLike<number>;
    // The file has changed while it was read; a part of it is of no use.
    if (end + part.length > bytes.length) return trouble("excel-failed", [], "file-changed");
    bytes.set(part, end);
    end += part.length;
  }
  return end === bytes.length ? done(bytes) : trouble("excel-failed", [], "file-changed");
}

/** Office's older calls answer by a callback, refusals too. */
const answerOf = <T>(ask: (tell: (result: Office.AsyncResult<T>) => void) => void): Promise<Outcome<T>> =>
  new Promise((resolve) => {
    ask(({ status, value, error }) => {
      const isDone = String(status) === "succeeded";
      resolve(isDone ? done(value) : trouble("excel-failed", [], String(error.code)));
    });
  });
