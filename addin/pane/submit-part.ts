/** The service's side of the pane: loaded when it is first needed, so that checking begins at once. */
import type { Host } from "../host/port.ts";
import type { Sync } from "../sync/state.ts";
import { openSync } from "../sync/open-sync.ts";
import { language } from "./kit/language.ts";
import type { Live } from "../live/state.ts";
import type { Trouble } from "../host/troubles.ts";
import type { SubmitParts } from "./parts.ts";
import { scopeOf } from "./submit/scope.ts";
import { workbookName } from "./submit/workbook-name.ts";

export { submitTab } from "./submit/submit-tab.ts";

export interface SyncSurroundings {
  readonly host: Host;
  readonly live: Live;
  /** What Excel refused: to open the sign-in window, to write the workbook's properties. */
  readonly tell: (refusal: Trouble) => void;
}

export const startSync = ({ host, live, tell }: SyncSurroundings): Sync =>
  openSync({
    base: "",
    language,
    now: () => Date.now(),
    workbook: () => (host.facts.documentKey === "" ? "" : workbookName(live)),
    openSignIn: async (address) => {
      const outcome = await host.openDialog(address);
      if (!outcome.ok) tell(outcome.trouble);
      return outcome.ok ? outcome.value : null;
    },
    readProperties: async () => {
      const outcome = await host.readProperties();
      return outcome.ok ? outcome.value : {};
    },
    writeProperties: async (properties) => {
      const outcome = await host.writeProperties(properties);
      if (outcome.ok) return;
      tell(outcome.trouble);
      throw new Error("Excel refused to write the workbook's properties");
    },
  });

/** The page of consolidated workbooks, as the ribbon's button asks for it; who is not signed in signs in first. */
export function showMerged(parts: SubmitParts): void {
  scopeOf(parts, Date.now()).own.goTo("merged");
}
