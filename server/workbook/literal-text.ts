/** As a workbook keeps a text that looks like one of its escapes: Excel would take "_x0041_" for the letter A. */
export const literalText = (text: string): string => text.replace(/_(?=x[\da-f]{4}_)/gi, "_x005F_");
