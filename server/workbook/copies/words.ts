/** The words of the sheet of findings. */
import type { Bilingual } from "../../../shared/rule.ts";

export const TITLE: Bilingual = { vi: "Phát hiện của Phụ Lục", en: "Findings of Phụ Lục" };
export const NOTHING_FOUND: Bilingual = {
  vi: "Không có phát hiện nào.",
  en: "Nothing was found.",
};
/** Of the marks; a cell with hints alone has none. */
export const NOTE: Bilingual = {
  vi: "Các ô có lỗi, cảnh báo hoặc câu hỏi được tô màu bằng định dạng có điều kiện. Bấm vào địa chỉ ô để tới ô đó. Mọi nội dung khác của tệp được giữ nguyên.",
  en: "Cells with errors, warnings or questions are coloured by conditional formats. Click a cell's address to go there. All else in the file is as it was.",
};
export const HEADINGS = {
  number: { vi: "STT", en: "No." },
  severity: { vi: "Mức độ", en: "Severity" },
  sheet: { vi: "Trang tính", en: "Sheet" },
  cell: { vi: "Ô", en: "Cell" },
  sentence: { vi: "Phát hiện", en: "Finding" },
  explanation: { vi: "Giải trình", en: "Explanation" },
} as const satisfies Record<string, Bilingual>;
