/** What the kit itself says. */
import type { Bilingual } from "../../../shared/rule.ts";

export const CLOSE: Bilingual = { vi: "Đóng", en: "Close" };
/** What a cell or a field holds that holds nothing. */
export const BLANK: Bilingual = { vi: "(trống)", en: "(blank)" };
export const DISMISS: Bilingual = { vi: "Bỏ thông báo", en: "Dismiss" };
