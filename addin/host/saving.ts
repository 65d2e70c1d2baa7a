import type { Outcome } from "./port.ts";
import type { SaveFacts } from "./save-watcher.ts";
import { done, type Session } from "./session.ts";

/** Never waits for a cell to be left: a question that waits would be answered too late to mean anything. */
export const readSaveFacts = (session: Session): Promise<Outcome<SaveFacts>> =>
  session.run("background", async (context) => {
    const { workbook } = context;
    workbook.load("isDirty,autoSave");
    await context.sync();
    return done({ isDirty: workbook.isDirty, isAutoSaved: workbook.autoSave });
  });

export const save = (session: Session): Promise<Outcome<boolean>> =>
  session.run("asked", async (context) => {
    const { workbook } = context;
    workbook.save("Prompt");
    workbook.load("isDirty");
    await context.sync();
    return done(!workbook.isDirty);
  });
