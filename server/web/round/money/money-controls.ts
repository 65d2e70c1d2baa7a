/** Which money is looked at, and by whom it is added up. */
import { html, type TemplateResult } from "lit-html";
import { nameColumn } from "../../../../addin/pane/kit/field-names.ts";
import { say } from "../../../../addin/pane/kit/language.ts";
import { choice, tick } from "../../parts/form.ts";
import { MONEY } from "./words.ts";

/** What the service is asked. */
export interface SumsAsked {
  readonly level: "organisation" | "province";
  readonly era: "then" | "today";
  readonly acceptedOnly: boolean;
}

interface Controls {
  readonly asked: SumsAsked;
  /** "planned phase"; null before anything is known. */
  readonly measure: string | null;
  readonly measures: readonly string[];
  readonly ask: (asked: SumsAsked) => void;
  readonly measureBy: (measure: string) => void;
}

export const moneyControls = ({ asked, measure, measures, ask, measureBy }: Controls): TemplateResult =>
  html`<div class="money-controls">
    ${choice({
      id: "money-measure",
      label: say(MONEY.measure),
      value: measure ?? "",
      options: measures.map((one) => [one, say(nameColumn(`${one} total`))] as const),
      choose: measureBy,
    })}
    ${choice<SumsAsked["level"]>({
      id: "money-level",
      label: say(MONEY.level),
      value: asked.level,
      options: [
        ["organisation", say(MONEY.organisation)],
        ["province", say(MONEY.province)],
      ],
      choose: (level) => ask({ ...asked, level }),
    })}
    ${choice<SumsAsked["era"]>({
      id: "money-era",
      label: say(MONEY.era),
      value: asked.era,
      options: [
        ["then", say(MONEY.then)],
        ["today", say(MONEY.today)],
      ],
      choose: (era) => ask({ ...asked, era }),
    })}
    ${tick({
      label: say(MONEY.acceptedOnly),
      isOn: asked.acceptedOnly,
      set: (acceptedOnly) => ask({ ...asked, acceptedOnly }),
    })}
  </div>`;
