/** What is said above everything: what Excel refused, what the last act came to. */
import { nothing, type TemplateResult } from "lit-html";
import { TROUBLES, type Trouble } from "../host/troubles.ts";
import { say } from "./kit/language.ts";
import { statusLine } from "./kit/status-line.ts";
import type { PaneParts } from "./parts.ts";
import { TROUBLE_CELLS } from "./words.ts";

/** Cells beyond these say no more. */
const MOST_CELLS = 6;

/** The words for a refusal, and the cells it is about. */
export function sayTrouble({ code, cells, sheets }: Trouble): string {
  const named = cells.slice(0, MOST_CELLS).join(", ") + (cells.length > MOST_CELLS ? "…" : "");
  const told = sheets === undefined ? say(TROUBLES[code]) : `${sheets}: ${say(TROUBLES[code])}`;
  return named === "" ? told : `${told} ${say(TROUBLE_CELLS, { cells: named })}.`;
}

export function troubleBar({ live }: PaneParts): TemplateResult | typeof nothing {
  const { trouble } = live.state;
  if (!trouble) return nothing;
  return statusLine({
    kind: "error",
    isAlert: true,
    text: sayTrouble(trouble),
    dismiss: () => {
      live.dismissTrouble();
    },
  });
}

export function noticeBar({ view }: PaneParts): TemplateResult | typeof nothing {
  const { notice } = view.state;
  if (!notice) return nothing;
  return statusLine({
    ...notice,
    dismiss: () => {
      view.change({ notice: null });
    },
  });
}
