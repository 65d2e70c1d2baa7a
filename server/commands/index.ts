/** Every command: how it is called, what it does, and where it is. All help is made of this. */
import { UNITS } from "../../shared/money.ts";
import type { Bilingual } from "../../shared/rule.ts";

/** @returns the exit code */
export type Run = ((args: readonly string[]) => Promise<number>) & {
  /** Of a command of two words: what may follow. */
  readonly usages?: readonly string[];
};

export interface Command {
  /** Loaded only when asked for. */
  readonly load: () => Promise<Run>;
  /** What comes after the name. */
  readonly takes: string;
  readonly says: Bilingual;
  readonly options?: Readonly<Record<string, Bilingual>>;
}

const JSON_OPTION: Bilingual = { vi: "kết quả dạng JSON", en: "the result as JSON" };
const LANGUAGE: Bilingual = { vi: "ngôn ngữ, mặc định vi", en: "the language, vi by default" };
const REPLACE: Bilingual = { vi: "thay tệp kết quả đã có", en: "in place of a result that is there already" };
const LISTED = { "--json": JSON_OPTION } as const;

export const COMMANDS: Readonly<Record<string, Command>> = {
  validate: {
    load: async () => (await import("./validate.ts")).validate,
    takes: "TỆP… [--json] [--lang vi|en]",
    says: { vi: "kiểm tra tệp Excel", en: "check workbooks" },
    options: { "--json": JSON_OPTION, "--lang vi|en": LANGUAGE },
  },
  consolidate: {
    load: async () => (await import("./consolidate.ts")).consolidate,
    takes: "TỆP… -o TỆP.xlsx [--unit ĐƠN-VỊ-TÍNH]",
    says: { vi: "tổng hợp nhiều tệp thành một", en: "merge workbooks into one" },
    options: {
      "-o, --output TỆP.xlsx": { vi: "tệp kết quả", en: "the result" },
      [`--unit ${UNITS.join("|")}`]: { vi: "đơn vị tính, mặc định dong", en: "the unit, dong by default" },
    },
  },
  annotate: {
    load: async () => (await import("./annotate.ts")).annotate,
    takes: "TỆP -o TỆP.xlsx [--clean] [--lang vi|en] [--replace]",
    says: {
      vi: "bản sao đánh dấu các ô có phát hiện, kèm một trang liệt kê; phần còn lại giữ nguyên",
      en: "a copy with its findings marked and listed on a sheet; all else as it was",
    },
    options: {
      "-o, --output TỆP.xlsx": { vi: "tệp kết quả", en: "the result" },
      "--clean": {
        vi: "gỡ mọi dấu và trang phát hiện đã thêm",
        en: "take all marks and the sheet of findings out again",
      },
      "--lang vi|en": LANGUAGE,
      "--replace": REPLACE,
    },
  },
  fix: {
    load: async () => (await import("./fix.ts")).fix,
    takes: "TỆP -o TỆP.xlsx [--lang vi|en] [--replace]",
    says: {
      vi: "bản sao đã áp dụng các cách sửa an toàn; phần còn lại giữ nguyên",
      en: "a copy with the safe fixes applied; all else as it was",
    },
    options: {
      "-o, --output TỆP.xlsx": { vi: "tệp kết quả", en: "the result" },
      "--lang vi|en": LANGUAGE,
      "--replace": REPLACE,
    },
  },
  serve: {
    load: async () => (await import("./serve.ts")).serve,
    takes: "",
    says: {
      vi: "chạy dịch vụ; cài đặt bằng biến môi trường, xem docs/deploying.md",
      en: "run the service; it is set up by environment variables, see docs/deploying.md",
    },
  },
  demo: {
    load: async () => (await import("./demo.ts")).demo,
    takes: "",
    says: {
      vi: "chạy thử với số liệu mẫu, trong thư mục DEMO_DIR (mặc định ./data-demo), chỉ trên máy này",
      en: "run with sample data, in the folder DEMO_DIR (./data-demo by default), on this machine only",
    },
  },
  template: {
    load: async () => (await import("./template.ts")).template,
    takes: "BIỂU -o TỆP.xlsx [--years 2026-2030] [--unit ĐƠN-VỊ-TÍNH]",
    says: {
      vi: "mẫu biểu trống; không nêu biểu thì in danh sách biểu",
      en: "a blank official form; without a form, the list of them",
    },
    options: {
      "-o, --output TỆP.xlsx": { vi: "tệp kết quả", en: "the result" },
      "--years 2026-2030": { vi: "các năm của kế hoạch", en: "the plan's years" },
      [`--unit ${UNITS.join("|")}`]: { vi: "đơn vị tính, mặc định million", en: "the unit, million by default" },
    },
  },
  backup: {
    load: async () => (await import("./backup.ts")).backup,
    takes: "[-o TỆP]",
    says: { vi: "sao lưu, kể cả khi dịch vụ đang chạy", en: "back up, while the service runs too" },
    options: { "-o, --output TỆP": { vi: "tệp sao lưu", en: "the backup's file" } },
  },
  restore: {
    load: async () => (await import("./backup.ts")).restore,
    takes: "TỆP [--replace]",
    says: {
      vi: "phục hồi từ bản sao lưu; mọi người đăng nhập lại",
      en: "restore a backup; everybody signs in again",
    },
    options: {
      "--replace": {
        vi: "thay số liệu đang có (được sao lưu trước)",
        en: "in place of what is there (backed up first)",
      },
    },
  },
  org: {
    load: async () => (await import("./org.ts")).org,
    takes: "list|add|rename|close|reopen …",
    says: { vi: "các đơn vị", en: "organisations" },
    options: LISTED,
  },
  user: {
    load: async () => (await import("./user.ts")).user,
    takes: "list|add|reset-password|unlock|close|reopen …",
    says: { vi: "người dùng", en: "people" },
    options: LISTED,
  },
  round: {
    load: async () => (await import("./round.ts")).round,
    takes: "list|add|open|close …",
    says: { vi: "các đợt", en: "rounds" },
    options: LISTED,
  },
  audit: {
    load: async () => (await import("./audit.ts")).audit,
    takes: "verify",
    says: { vi: "kiểm tra chuỗi nhật ký", en: "verify the audit log's chain" },
  },
  rules: {
    load: async () => (await import("./rules.ts")).listRules,
    takes: "[--json|--markdown] [--lang vi|en]",
    says: { vi: "danh mục quy tắc", en: "the catalogue of rules" },
    options: {
      "--json": JSON_OPTION,
      "--markdown": { vi: "kết quả dạng Markdown", en: "the result as Markdown" },
      "--lang vi|en": LANGUAGE,
    },
  },
};

export const findCommand = (name: string): Command | null =>
  Object.keys(COMMANDS).includes(name) ? (COMMANDS[name] ?? null) : null;
