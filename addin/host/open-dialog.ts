/** A page of ours in a window of its own: Office's dialog, or the browser's where there is no Office around the page. */
import { openBrowserWindow } from "./open-window.ts";
import { wholeAddress } from "./page-windows.ts";
import type { Outcome } from "./port.ts";
import { done, type Session } from "./session.ts";
import { trouble } from "./troubles.ts";

/** Of the screen, in percent. */
const SIZE = { height: 70, width: 35 };

export async function openDialog(session: Session, url: string): Promise<Outcome<string | null>> {
  const { office, windows } = session;
  const address = wholeAddress(url, windows);
  return office.context.requirements.isSetSupported("DialogApi", "1.1")
    ? openOfficeDialog(office, address)
    : openBrowserWindow(windows, address);
}

const openOfficeDialog = (office: typeof Office, address: string): Promise<Outcome<string | null>> =>
  new Promise((resolve) => {
    office.context.ui.displayDialogAsync(address, { ...SIZE, promptBeforeOpen: false }, ({ status, value, error }) => {
      if (String(status) !== "succeeded") {
        resolve(trouble("window-blocked", [], String(error.code)));
        return;
      }
      value.addEventHandler(office.EventType.DialogMessageReceived, (told: { message: string } | { error: number }) => {
        if (!("message" in told)) return;
        value.close();
        resolve(done(told.message));
      });
      // The officer closed it, or its page could not be shown.
      value.addEventHandler(office.EventType.DialogEventReceived, () => {
        resolve(done(null));
      });
    });
  });
