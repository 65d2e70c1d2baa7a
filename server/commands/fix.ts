import { checkWorkbook } from "../../shared/check.ts";
import { fix as fixCopy } from "../workbook/fix.ts";
import { readLanguage, readOptions, withUsage } from "./options.ts";
import { copyMade, readCopyAsked, readOriginal, saveCopy } from "./write-copy.ts";

/** `phuluc fix FILE -o OUT [--lang vi|en] [--replace]` */
export const fix = (args: readonly string[]): Promise<number> =>
  withUsage(async () => {
    const options = readOptions(args, {
      output: { type: "string", short: "o" },
      lang: { type: "string" },
      replace: { type: "boolean" },
    });
    const language = readLanguage(options.values["lang"]);
    const asked = readCopyAsked(options);
    const original = await readOriginal(asked.file, language);
    const { grids, bytes } = original;
    const { findings } = checkWorkbook(grids);
    const copy = copyMade(original, fixCopy(bytes, { fileName: asked.file, findings, grids }), language);
    await saveCopy(asked, copy.bytes);
    const [applied, rest] = [String(copy.applied), String(findings.length - copy.applied)];
    process.stdout.write(
      `Đã ghi ${asked.output}: đã sửa ${applied} phát hiện, còn ${rest} / written: ${applied} findings mended, ${rest} left\n`,
    );
    return 0;
  });
