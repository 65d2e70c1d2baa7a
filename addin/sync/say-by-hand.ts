/** What can't be written into the sheet by itself, in words. */
import type { FieldValue } from "../../shared/line-fields.ts";
import { printNumber, type Language } from "../../shared/money.ts";
import type { Bilingual } from "../../shared/rule.ts";
import type { LineField } from "./settle.ts";

export const sayAdd = (name: string, key: string | null): Bilingual => ({
  vi: `Xin thêm dòng “${name}”${key === null ? "" : ` (ở bản kia là ${key})`}.`,
  en: `Please add the line “${name}”${key === null ? "" : ` (in the other version it is ${key})`}.`,
});

export const sayRemove = (name: string, key: string): Bilingual => ({
  vi: `Xin bỏ dòng “${name}” (${key}).`,
  en: `Please take out the line “${name}” (${key}).`,
});

export const sayGone = (name: string, key: string | null): Bilingual => ({
  vi: `Không còn tìm thấy dòng “${name}”${key === null ? "" : ` tại ${key}`}. Xin tự sửa dòng này.`,
  en: `The line “${name}” is no longer found${key === null ? "" : ` at ${key}`}. Please settle it yourself.`,
});

export const sayMove = (name: string, key: string, section: string): Bilingual => ({
  vi: `Xin chuyển dòng “${name}” (${key}) sang mục “${section}”.`,
  en: `Please move the line “${name}” (${key}) to the section “${section}”.`,
});

export const sayFormula = (name: string, cell: string, field: LineField): Bilingual => ({
  vi: `Dòng “${name}”: ô ${cell} (${columnVi(field)}) là công thức nên được giữ nguyên. Xin sửa ở nơi công thức lấy số.`,
  en: `Line “${name}”: ${cell} (${columnEn(field)}) is a formula and stays. Please change where it takes its figures from.`,
});

export const sayEdit = (name: string, field: LineField, value: FieldValue): Bilingual => ({
  vi: `Dòng “${name}”: xin tự sửa ${columnVi(field)} thành ${sayValue(field, value, "vi")}.`,
  en: `Line “${name}”: please change ${columnEn(field)} to ${sayValue(field, value, "en")} yourself.`,
});

const TEXTS: Readonly<Record<string, Bilingual>> = {
  name: { vi: "tên nhiệm vụ, dự án", en: "the name" },
  leadAgency: { vi: "đơn vị chủ trì", en: "the lead agency" },
  supportingAgencies: { vi: "đơn vị phối hợp", en: "the supporting agencies" },
  objective: { vi: "mục tiêu, nội dung", en: "the objective" },
  period: { vi: "thời gian thực hiện", en: "the period" },
  continuity: { vi: "tính chất (mới, chuyển tiếp)", en: "whether it is new or goes on" },
  fundingText: { vi: "nguồn vốn", en: "the funding" },
  note: { vi: "ghi chú", en: "the note" },
  target: { vi: "chỉ tiêu", en: "the target" },
  result: { vi: "kết quả", en: "the result" },
  achieved: { vi: "mức đạt được", en: "what was achieved" },
  status: { vi: "tình trạng", en: "the status" },
  fundingStatus: { vi: "tình trạng bố trí vốn", en: "the state of funding" },
};

const columnVi = ({ field, header }: LineField): string => TEXTS[field]?.vi ?? `cột “${header}”`;
const columnEn = ({ field, header }: LineField): string => TEXTS[field]?.en ?? `the column “${header}”`;

function sayValue({ isDong }: LineField, value: FieldValue, language: Language): string {
  if (value === null) return language === "vi" ? "ô trống" : "a blank";
  if (typeof value === "string") return `“${value}”`;
  return isDong ? `${printNumber(value, language)} đồng` : printNumber(value, language);
}
