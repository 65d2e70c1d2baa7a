/** Of any sheet, as Excel has it. */
export const LAST_ROW = 1_048_576;
/** 0-based. */
export const LAST_COLUMN = 16_383;
