/** An address for the officer's browser: in a webview a plain link would replace the pane, or do nothing. */
import { wholeAddress } from "./page-windows.ts";
import type { Outcome } from "./port.ts";
import { done, type Session } from "./session.ts";
import { trouble } from "./troubles.ts";

export function openLink({ office, windows }: Session, url: string): Outcome<null> {
  const address = wholeAddress(url, windows);
  if (office.context.requirements.isSetSupported("OpenBrowserWindowApi", "1.1")) {
    office.context.ui.openBrowserWindow(address);
    return done(null);
  }
  if (!windows.open) return trouble("not-supported");
  // With noopener nothing is returned, whether it was opened or not.
  windows.open(address, "_blank", "noopener");
  return done(null);
}
