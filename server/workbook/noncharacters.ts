/** U+FFFE and U+FFFF are no characters: XML refuses them, and a workbook that holds one is torn at that place. */
export const withoutNoncharacters = (text: string): string => text.replace(/[\uFFFE\uFFFF]/g, "");
