import { readLanguage, readOptions, withUsage } from "./options.ts";
import { makeCopyOf, readCopyAsked, readOriginal, saveCopy } from "./write-copy.ts";

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
    const copy = await makeCopyOf(original, { kind: "fix", language });
    await saveCopy(asked, copy.bytes);
    const [applied, rest] = [String(copy.applied), String(copy.findings - copy.applied)];
    const left = { vi: `còn ${rest}`, en: `${rest} left` };
    if (copy.locked > 0) {
      left.vi += `, trong đó ${String(copy.locked)} có cách sửa an toàn nhưng nằm ở ô bị khóa của trang tính được bảo vệ`;
      left.en += `, ${String(copy.locked)} of them with a safe fix in locked cells of a protected sheet`;
    }
    process.stdout.write(
      `Đã ghi ${asked.output}: đã sửa ${applied} phát hiện, ${left.vi} / written: ${applied} findings mended, ${left.en}\n`,
    );
    return 0;
  });
