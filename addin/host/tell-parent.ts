/// <reference types="office-js" />
/** From a page in Office's dialog to the pane that opened it. */
import type { OfficeGlobals } from "./session.ts";

/** Whether the page is in an Office program at all. */
export async function isInOffice({ Office: office }: OfficeGlobals): Promise<boolean> {
  if (!office) return false;
  // Outside Office it answers at once, with nulls that its types leave out.
  const info: Readonly<Record<string, unknown>> = { ...(await office.onReady()) };
  return typeof info["host"] === "string";
}

/** Nothing happens outside Office. @returns whether it was sent */
export async function tellParent(globals: OfficeGlobals, message: string): Promise<boolean> {
  if (!globals.Office || !(await isInOffice(globals))) return false;
  globals.Office.context.ui.messageParent(message);
  return true;
}
