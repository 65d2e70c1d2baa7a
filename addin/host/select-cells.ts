/** Brings the officer to a cell. Excel refuses while another workbook is in front. */
import type { Outcome } from "./port.ts";
import { done, refusalOf, type Session } from "./session.ts";
import { trouble } from "./troubles.ts";

export const selectCells = (session: Session, sheet: string, cells: string): Promise<Outcome<null>> =>
  session.run("asked", async (context) => {
    const worksheet = context.workbook.worksheets.getItemOrNullObject(sheet);
    worksheet.load("visibility");
    await context.sync();
    if (worksheet.isNullObject) return trouble("sheet-gone");
    if (worksheet.visibility !== "Visible") return trouble("sheet-hidden");
    worksheet.activate();
    worksheet.getRange(cells).select();
    try {
      await context.sync();
    } catch (failure) {
      const refusal = refusalOf(failure);
      // Excel has no code of its own for this, and what is left of its reasons is this one.
      return refusal.trouble.code === "excel-failed"
        ? trouble("workbook-elsewhere", [], refusal.trouble.detail)
        : refusal;
    }
    return done(null);
  });
