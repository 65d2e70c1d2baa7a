/** The buttons of the ribbon, and the pane they may bring to the front. */
import type { Outcome, RibbonFunctions } from "./port.ts";
import { done, type Session } from "./session.ts";
import { trouble } from "./troubles.ts";

/** A button stays dead until its event is completed. */
export function answerRibbon({ office }: Session, functions: RibbonFunctions): void {
  if (!("actions" in office)) return;
  for (const [name, act] of Object.entries(functions))
    office.actions.associate(name, async (event: Office.AddinCommands.Event) => {
      try {
        await act();
      } finally {
        event.completed();
      }
    });
}

/** Where the pane does not share its runtime with the ribbon there is nothing to bring: it is open, or does not run. */
export async function showPane({ office }: Session): Promise<Outcome<null>> {
  if (!office.context.requirements.isSetSupported("SharedRuntime", "1.1")) return trouble("not-supported");
  try {
    await office.addin.showAsTaskpane();
    return done(null);
  } catch (failure) {
    return trouble("excel-failed", [], String(failure));
  }
}
