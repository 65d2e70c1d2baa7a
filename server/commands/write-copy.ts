/** A changed copy of a workbook beside the original: what annotate and fix share. */
import { statSync } from "node:fs";
import { readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { extname, resolve } from "node:path";
import type { Language } from "../../shared/money.ts";
import type { CopyAskedTask, CopyMade } from "../judging/copy-for-command.ts";
import { openJudging } from "../judging/pool.ts";
import { readWorkbookFile } from "../workbook/read.ts";
import { refuse, type Sentences } from "../workbook/refusals.ts";
import { UsageError, type Parsed } from "./options.ts";
import { describeWriteTrouble } from "./write-trouble.ts";

interface Original {
  readonly file: string;
  readonly bytes: Buffer;
}

export interface CopyAsked {
  readonly file: string;
  readonly output: string;
  readonly replaces: boolean;
}

/** Excel opens no .xlsx with macros in it, and none as .xlsm without. @throws UsageError */
export function readCopyAsked({ files, values }: Parsed): CopyAsked {
  const [file] = files;
  if (file === undefined || files.length > 1)
    throw new UsageError("Xin cho biết một tệp Excel. / Please name one workbook.");
  const output = values["output"];
  const ending = extname(file).toLowerCase();
  if (typeof output !== "string" || extname(output).toLowerCase() !== ending)
    throw new UsageError(
      `Xin cho biết tệp kết quả có cùng đuôi: -o TỆP${ending}. / Please name the result with the same ending: -o FILE${ending}.`,
    );
  if (isSameFile(output, file))
    throw new UsageError(
      "Tệp kết quả phải khác tệp gốc, vì tệp gốc được giữ nguyên. / The result must be another file: the original stays as it is.",
    );
  return { file, output, replaces: values["replace"] === true };
}

/** Also under another path, by way of a link. */
function isSameFile(output: string, file: string): boolean {
  if (resolve(output) === resolve(file)) return true;
  const [first, second] = [output, file].map(identify);
  return first !== null && first === second;
}

/** Null for what can't be looked at: whoever reads or writes it says why. */
function identify(path: string): string | null {
  try {
    const { dev, ino } = statSync(path, { bigint: true });
    return `${String(dev)} ${String(ino)}`;
  } catch {
    return null;
  }
}

/** @throws UsageError for what is no workbook */
export async function readOriginal(file: string, language: Language): Promise<Original> {
  const read = await readWorkbookFile(file);
  if (!read.ok) throw refusal(file, read, language);
  return { file, bytes: await readFile(file) };
}

const refusal = (file: string, sentences: Sentences, language: Language): UsageError =>
  new UsageError(`${file}: ${sentences[language]}`);

/** The copy, made in a thread with bounds of time and memory. @throws UsageError why there is none */
export async function makeCopyOf(
  { file, bytes }: Original,
  asked: Pick<CopyAskedTask, "kind" | "language">,
): Promise<CopyMade> {
  const judging = openJudging({ workers: 1, onTrouble: () => undefined });
  try {
    const reply = await judging.copyAsked({ workbook: { bytes, fileName: file }, ...asked });
    if (reply.ok) return reply;
    const code = reply.why === "refused" ? reply.code : "damaged";
    throw refusal(file, refuse(code), asked.language);
  } finally {
    await judging.close();
  }
}

/** Under its name only when it is whole; over a file only where that was asked for. @throws UsageError */
export async function saveCopy({ output, replaces }: CopyAsked, bytes: Uint8Array): Promise<void> {
  if (!replaces && (await exists(output)))
    throw new UsageError(
      `Đã có tệp ${output}; thêm --replace để thay thế. / The file ${output} exists already; add --replace to replace it.`,
    );
  const unfinished = `${output}.part`;
  try {
    await writeFile(unfinished, bytes, { flag: "wx", flush: true });
    await rename(unfinished, output);
  } catch (trouble) {
    // What somebody else is writing under that name stays.
    const isOthers = trouble instanceof Error && "code" in trouble && trouble.code === "EEXIST";
    if (!isOthers) await rm(unfinished, { force: true }).catch(() => undefined);
    throw describeWriteTrouble(output, trouble);
  }
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );
