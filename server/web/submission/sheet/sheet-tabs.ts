/** The sheets of the workbook, as tabs above the table. */
import { html, nothing, type TemplateResult } from "lit-html";
import { ifDefined } from "lit-html/directives/if-defined.js";
import { icon } from "../../../../addin/pane/kit/icons.ts";
import { say } from "../../../../addin/pane/kit/language.ts";
import type { ToldFinding } from "../../../../shared/api/findings.ts";
import type { Grid } from "../../../../shared/grid.ts";
import { badge } from "../../parts/badge.ts";
import { GRAVITY } from "./marks.ts";
import { SHEET } from "./words.ts";

interface SheetTabs {
  readonly grids: readonly Grid[];
  readonly shown: string;
  readonly findings: readonly ToldFinding[];
  readonly choose: (sheet: string) => void;
}

export function sheetTabs({ grids, shown, findings, choose }: SheetTabs): TemplateResult | typeof nothing {
  if (grids.length < 2) return nothing;
  return html`<div class="sheet-tabs" role="group" aria-label=${say(SHEET.sheets)}>
    ${grids.map(({ name, hidden }) => {
      const severities = findings.filter(({ sheet }) => sheet === name).map(({ severity }) => severity);
      const gravest = GRAVITY.find((severity) => severities.includes(severity));
      const count = severities.filter((severity) => severity === gravest).length;
      return html`<button
        type="button"
        aria-current=${ifDefined(name === shown ? "true" : undefined)}
        @click=${() => choose(name)}
      >
        ${name}${gravest ? html`<span class="sheet-count ${gravest}">${icon(gravest)}${count}</span>` : nothing}${
          hidden ? html` ${badge("quiet", say(SHEET.hidden))}` : nothing
        }
      </button>`;
    })}
  </div>`;
}
