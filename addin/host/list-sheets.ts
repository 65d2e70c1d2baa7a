import type { Outcome, SheetInfo } from "./port.ts";
import { done, type Session } from "./session.ts";

export const listSheets = (session: Session): Promise<Outcome<readonly SheetInfo[]>> =>
  session.run("background", async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load("items/id,items/name,items/visibility,items/protection/protected");
    const active = worksheets.getActiveWorksheet();
    active.load("id");
    await context.sync();
    return done(
      worksheets.items.map(({ id, name, visibility, protection }) => ({
        id,
        name,
        isHidden: visibility !== "Visible",
        isActive: id === active.id,
        isProtected: protection.protected,
      })),
    );
  });
