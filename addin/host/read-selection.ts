/** What is selected when the pane opens; from then on Excel's events tell it. */
import { addressesOf, parseAddress } from "./cell-areas.ts";
import type { Outcome, Selection } from "./port.ts";
import { done, refusalOf, type Session } from "./session.ts";

/** Excel's code where a picture or a chart is selected. */
const NO_CELLS = "InvalidSelection";

export const readSelection = (session: Session): Promise<Outcome<Selection | null>> =>
  session.run("background", async (context) => {
    const ranges = context.workbook.getSelectedRanges();
    ranges.load("address");
    ranges.worksheet.load("id,name");
    try {
      await context.sync();
    } catch (failure) {
      const refusal = refusalOf(failure);
      return refusal.trouble.detail === NO_CELLS ? done(null) : refusal;
    }
    const { address, worksheet } = ranges;
    return done({ sheet: { id: worksheet.id, name: worksheet.name }, cells: withoutSheets(address) });
  });

/** "'Phụ lục, 1'!F8:F11,'Phụ lục, 1'!H8" → "F8:F11,H8"; whole rows and columns stay "3:4" and "C:D". */
function withoutSheets(address: string): string {
  const plain = address.replace(/(?:'(?:[^']|'')*'|[^',!]*)!/g, "").replace(/\$/g, "");
  const areas = parseAddress(plain);
  return areas.length === plain.split(",").length ? addressesOf(areas).join(",") : plain;
}
