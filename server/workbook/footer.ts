/** What is printed at the foot of each page, in Excel's codes ("&L" the left part, "&8" the size of letters). */

export interface Footer {
  /** Texts as people gave them. */
  readonly left?: string;
  readonly centre?: string;
}

/** Excel calls a file damaged whose footer is longer than 255 with all codes; a letter may count twice. */
const MOST_LETTERS = 80;

/** An "&" begins a code unless it is doubled. */
function plainText(text: string): string {
  const letters = Array.from(text.replace(/\s+/g, " ").trim());
  const shown = letters.length > MOST_LETTERS ? `${letters.slice(0, MOST_LETTERS - 1).join("")}…` : letters.join("");
  return shown.replace(/&/g, "&&");
}

/** The space parts the size from a text that begins with a digit: "&82026" would be letters of size 82026. */
const part = (place: "L" | "C", text: string): string => (text === "" ? "" : `&${place}&8 ${plainText(text)}`);

/** The page's number stands on the right of every page we print. */
export const footer = ({ left = "", centre = "" }: Footer = {}): { readonly oddFooter: string } => ({
  oddFooter: `${part("L", left)}${part("C", centre)}&R&8 Trang &P/&N`,
});
