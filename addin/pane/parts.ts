/** What the views are given: the states they show and the actions they call. */
import type { Host } from "../host/port.ts";
import type { Live } from "../live/state.ts";
import type { Sync } from "../sync/state.ts";
import type { Doing } from "./doing.ts";
import type { RuleCards } from "./findings/rule-cards.ts";
import type { View } from "./view-state.ts";

export interface PaneParts {
  readonly host: Host;
  readonly live: Live;
  /** Null until it was loaded: after the first check, or when the tab for submitting is opened. */
  readonly sync: Sync | null;
  readonly view: View;
  readonly doing: Doing;
  readonly rules: RuleCards;
  /** Shows anew what none of the states tells of. */
  readonly redraw: () => void;
}

/** Of the views that are made only once the service's side is there. */
export type SubmitParts = PaneParts & { readonly sync: Sync };
