/** How sheets call their totals. "Tổng hợp dữ liệu" is a project: every word of a total's name must be one of these. */
import { foldWords } from "../text.ts";

const WORDS =
  "(tong|cong|so|kinh phi|von|muc|dau tu|du toan|nhu cau|nguon|cac nguon|thuc hien|du kien|de xuat|toan bo|toan tinh|chung|lam tron|ca|giai doan|nam|du an|nhiem vu|cac|ke hoach|so tien|(19|20)\\d\\d|binh quan|trung binh|va|[ivx]+|[a-d]|\\d+)";
const GRAND_TOTAL = new RegExp(`^(tong|cong|toan tinh|binh quan|trung binh)( ${WORDS})*$`);
const SUBTOTAL =
  /^(cong|tong|tong cong|tong so|tong kinh phi)( kinh phi)? ((muc|nhom|phan|tieu muc)( .*)?|[ivx]+|[a-d])$/;
const BARE = /^(cong|tong|tong cong)$/;
const SPACED = /^([a-z] )+[a-z]$/;

/** "T Ổ N G  C Ộ N G" is "tong cong". */
function labelWords(text: string): string {
  const words = foldWords(text);
  return SPACED.test(words) ? words.replace(/ /g, "").replace(/^tong(?=.)/, "tong ") : words;
}

export const isGrandTotalLabel = (text: string): boolean => GRAND_TOTAL.test(labelWords(text));

export const isSubtotalLabel = (text: string): boolean => SUBTOTAL.test(foldWords(text));

/** "Cộng" alone may close a section or the table. */
export const isBareTotalLabel = (text: string): boolean => BARE.test(labelWords(text));

/** A total with nothing but its own breakdown and notes under it; "Cộng" may be followed by more. */
export const endsItems = (text: string): boolean => isGrandTotalLabel(text) && !/^(cong|tong)$/.test(labelWords(text));

/** "Tổng cộng …" and "Tổng số …" are totals even in a row that has a number. */
export const isFullTotalLabel = (text: string): boolean =>
  /^tong (cong|so) ?/.test(labelWords(text)) && isGrandTotalLabel(text);
