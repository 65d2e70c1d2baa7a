/** What the fields of a comparison are called: columns by their header where one is printed, else by what they hold. */
import type { Bilingual } from "../../../shared/rule.ts";

const FIELD_NAMES: Readonly<Partial<Record<string, Bilingual>>> = {
  line: { vi: "Cả dòng", en: "The whole line" },
  section: { vi: "Mục", en: "Section" },
  name: { vi: "Tên", en: "Name" },
  number: { vi: "Số, ký hiệu của kế hoạch", en: "The plan's number" },
  leadAgency: { vi: "Chủ trì", en: "Lead agency" },
  supportingAgencies: { vi: "Phối hợp", en: "Supporting agencies" },
  objective: { vi: "Mục tiêu", en: "Objective" },
  period: { vi: "Thời gian thực hiện", en: "Period" },
  continuity: { vi: "Chuyển tiếp hoặc mới", en: "Carried over or new" },
  fundingText: { vi: "Nguồn vốn", en: "Funding source" },
  note: { vi: "Ghi chú", en: "Note" },
  target: { vi: "Chỉ tiêu", en: "Target" },
  result: { vi: "Kết quả", en: "Result" },
  achieved: { vi: "Đạt", en: "Achieved" },
  status: { vi: "Tình trạng triển khai", en: "Status" },
  fundingStatus: { vi: "Tình trạng kinh phí", en: "Funding status" },
  province: { vi: "Tỉnh của kế hoạch", en: "The plan's province" },
  date: { vi: "Ngày của kế hoạch", en: "The plan's date" },
};

const SCOPES: Readonly<Partial<Record<string, Bilingual>>> = {
  project: { vi: "Tổng kinh phí dự án", en: "Whole cost" },
  phase: { vi: "Kinh phí giai đoạn", en: "Phase" },
  year: { vi: "Kinh phí năm", en: "Year" },
};
const ORIGINS: Readonly<Partial<Record<string, Bilingual>>> = {
  central: { vi: "trung ương", en: "central" },
  local: { vi: "địa phương", en: "local" },
  other: { vi: "nguồn khác", en: "other" },
};
const NATURES: Readonly<Partial<Record<string, Bilingual>>> = {
  investment: { vi: "đầu tư", en: "investment" },
  recurrent: { vi: "sự nghiệp", en: "recurrent" },
};
const WHOLES: Readonly<Partial<Record<string, Bilingual>>> = {
  total: { vi: "tổng số", en: "total" },
  unsplit: { vi: "không tách nguồn", en: "not split by source" },
  unsourced: { vi: "chưa rõ nguồn", en: "without a source" },
};
const UNCLASSED: Bilingual = { vi: "nguồn chưa phân loại", en: "unclassified source" };
const DISBURSED: Bilingual = { vi: "đã giải ngân", en: "disbursed" };

/** "planned phase central null" → "Kinh phí giai đoạn: trung ương". */
export function nameColumn(column: string): Bilingual {
  const [kind = "", scope = "", origin = "", nature = ""] = column.split(" ");
  const known = SCOPES[scope];
  if (!known) return { vi: column, en: column };
  const sources = [WHOLES[origin], ORIGINS[origin], NATURES[nature]].flatMap((part) => part ?? []);
  const parts = [...(sources.length > 0 ? sources : [UNCLASSED]), ...(kind === "disbursed" ? [DISBURSED] : [])];
  const join = (language: keyof Bilingual): string =>
    `${known[language]}: ${parts.map((part) => part[language]).join(", ")}`;
  return { vi: join("vi"), en: join("en") };
}

/** @param field "name", another text column, "figure " and what its column holds, or of the plan "amount …" */
export function nameField({ field, header }: { readonly field: string; readonly header: string }): Bilingual {
  const printed = header.replace(/\s+/g, " ").trim();
  if (printed !== "") return { vi: printed, en: printed };
  const known = FIELD_NAMES[field];
  if (known) return known;
  return nameColumn(field.replace(/^(figure|amount) /, ""));
}
