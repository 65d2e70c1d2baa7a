/** What the parts of a comparison of two versions are called, in the pane and on the pages. */
import type { Bilingual } from "../../../shared/rule.ts";

const two = (vi: string, en: string): Bilingual => ({ vi, en });

export const CHANGE_WORDS = {
  unchanged: (count: number): Bilingual =>
    two(`${String(count)} dòng giữ nguyên`, `${String(count)} ${count === 1 ? "line" : "lines"} unchanged`),
  totals: two("Tổng số tiền", "Totals"),
  sameTotals: two("Tổng số tiền không đổi.", "The totals are the same."),
  changed: two("Sửa", "Changed"),
  added: two("Thêm", "Added"),
  removed: two("Bỏ", "Removed"),
  moved: two("Chuyển mục", "Moved"),
  printed: two("Dòng mục và dòng tổng", "Section and total rows"),
  plan: two("Văn bản kế hoạch", "The plan's text"),
  appendixAdded: two("Thêm phụ lục", "Appendix added"),
  appendixRemoved: two("Bỏ phụ lục", "Appendix removed"),
} as const;
