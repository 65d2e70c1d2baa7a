/** The sheet that an annotated copy lists its findings on: ours, and no part of what an organisation plans. */
import type { Bilingual } from "./rule.ts";

/** As Excel shows it on the tab: at most 31 letters. */
export const FINDINGS_SHEET: Bilingual = { vi: "Phụ Lục – phát hiện", en: "Phụ Lục – findings" };

export const isFindingsSheet = (name: string): boolean => name === FINDINGS_SHEET.vi || name === FINDINGS_SHEET.en;
