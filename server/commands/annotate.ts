import { checkWorkbook } from "../../shared/check.ts";
import { annotate as annotateCopy } from "../workbook/annotate.ts";
import { clean } from "../workbook/clean.ts";
import { readLanguage, readOptions, withUsage } from "./options.ts";
import { copyMade, readCopyAsked, readOriginal, saveCopy } from "./write-copy.ts";

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
      const { bytes } = copyMade(original, clean(original.bytes, asked.file), language);
      await saveCopy(asked, bytes);
      const isSame = bytes.equals(original.bytes);
      const said = isSame
        ? { vi: "tệp không có dấu nào của Phụ Lục", en: "the file had no marks of Phụ Lục" }
        : { vi: "đã gỡ mọi dấu của Phụ Lục", en: "all marks of Phụ Lục are taken out" };
      process.stdout.write(`Đã ghi ${asked.output}: ${said.vi} / written: ${said.en}\n`);
      return 0;
    }
    const { findings } = checkWorkbook(original.grids);
    const annotation = { fileName: asked.file, findings, explanations: [], language };
    const { bytes } = copyMade(original, annotateCopy(original.bytes, annotation), language);
    await saveCopy(asked, bytes);
    const count = String(findings.length);
    process.stdout.write(`Đã ghi ${asked.output}: ${count} phát hiện / written: ${count} findings\n`);
    return 0;
  });
