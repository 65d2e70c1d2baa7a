/** What the appendices add up to, source by source, and what the plan's text says of money. */
import { html, nothing, type TemplateResult } from "lit-html";
import { nameColumn } from "../../../addin/pane/kit/field-names.ts";
import { language, say } from "../../../addin/pane/kit/language.ts";
import { printAmount } from "../../../addin/pane/kit/printing.ts";
import { UNIT_NAMES, type Unit } from "../../../shared/money.ts";
import type { SentFile, SheetSums } from "./sent-file.ts";
import { FOUND, SUMMARY } from "./words.ts";

export function sumsView({ sums, plan }: SentFile, unit: Unit): TemplateResult | typeof nothing {
  const filled = sums.filter(({ amounts, isUnitKnown }) => amounts.length > 0 || !isUnitKnown);
  if (filled.length === 0 && plan.length === 0) return nothing;
  return html`<h3>${say(SUMMARY.totals)}</h3>
    <p class="quiet-text">${say(SUMMARY.unit(UNIT_NAMES[unit]))}</p>
    ${plan.length === 0 ? nothing : table(say(SUMMARY.plan), linesOfPlan(plan, unit))}
    ${filled.map((of) => table(say(FOUND.sheet(of.sheet)), linesOf(of, unit), of.isUnitKnown))}`;
}

type Line = readonly [name: string, amount: string];

const print = (dong: number | null, unit: Unit): string => (dong === null ? "" : printAmount(dong, unit));

const linesOfPlan = (plan: SentFile["plan"], unit: Unit): readonly Line[] =>
  plan.map(({ label, dong }): Line => [label, print(dong, unit)]);

const linesOf = ({ amounts }: SheetSums, unit: Unit): readonly Line[] =>
  amounts.map(({ column, dong }): Line => [nameColumn(column)[language()], print(dong, unit)]);

const table = (caption: string, lines: readonly Line[], isUnitKnown = true): TemplateResult =>
  html`<table class="table upload-sums">
    <caption>
      ${caption}${isUnitKnown ? nothing : html` <span class="quiet-text">(${say(SUMMARY.unitUnknown)})</span>`}
    </caption>
    <tbody>
      ${
        isUnitKnown
          ? lines.map(
              ([name, amount]) =>
                html`<tr>
                  <th scope="row">${name}</th>
                  <td class="figure">${amount}</td>
                </tr>`,
            )
          : nothing
      }
    </tbody>
  </table>`;
