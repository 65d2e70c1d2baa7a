/** The last row and column any sheet can have. */
export const LAST_ROW = 1_048_576;
/** 0-based: XFD. */
export const LAST_COLUMN = 16_383;
