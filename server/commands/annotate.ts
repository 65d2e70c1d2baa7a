import { readLanguage, readOptions, withUsage } from "./options.ts";
import { makeCopyOf, readCopyAsked, readOriginal, saveCopy } from "./write-copy.ts";

/** `phuluc annotate FILE -o OUT [--clean] [--lang vi|en] [--replace]` */
export const annotate = (args: readonly string[]): Promise<number> =>
  withUsage(async () => {
    const options = readOptions(args, {
      output: { type: "string", short: "o" },
      clean: { type: "boolean" },
      lang: { type: "string" },
      replace: { type: "boolean" },
    });
    const language = readLanguage(options.values["lang"]);
    const asked = readCopyAsked(options);
    const original = await readOriginal(asked.file, language);
    if (options.values["clean"] === true) {
      const { bytes } = await makeCopyOf(original, { kind: "clean", language });
      await saveCopy(asked, bytes);
      const isSame = original.bytes.equals(bytes);
      const said = isSame
        ? { vi: "tệp không có dấu nào của Phụ Lục", en: "the file had no marks of Phụ Lục" }
        : { vi: "đã gỡ mọi dấu của Phụ Lục", en: "all marks of Phụ Lục are taken out" };
      process.stdout.write(`Đã ghi ${asked.output}: ${said.vi} / written: ${said.en}\n`);
      return 0;
    }
    const { bytes, findings } = await makeCopyOf(original, { kind: "annotate", language });
    await saveCopy(asked, bytes);
    const count = String(findings);
    process.stdout.write(`Đã ghi ${asked.output}: ${count} phát hiện / written: ${count} findings\n`);
    return 0;
  });
