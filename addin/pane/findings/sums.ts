/** Sums at a glance: what each appendix adds up to, by source, against what the plan's text says. */
import { html, nothing, type TemplateResult } from "lit-html";
import { UNIT_NAMES, type Unit } from "../../../shared/money.ts";
import type { AppendixReport, SourceTotal } from "../../checking/report.ts";
import { disclosure } from "../kit/disclosure.ts";
import { icon } from "../kit/icons.ts";
import { language, say } from "../kit/language.ts";
import { printAmount, printCount, printDifference, printMoney } from "../kit/printing.ts";
import type { PaneParts } from "../parts.ts";
import {
  SUM_AGREES,
  SUM_APPENDIX,
  SUM_LINE_ITEMS,
  SUM_NO_PLAN,
  SUM_OFF,
  SUM_PLAN,
  SUM_SOURCE,
  SUM_TOO_LARGE,
  SUMS,
  UNIT_UNKNOWN,
} from "./words.ts";

export function sums(parts: PaneParts): TemplateResult | typeof nothing {
  const { report } = parts.live.state;
  if (!report || report.appendices.length === 0) return nothing;
  const { appendices, planSheet } = report;
  return disclosure({
    id: "sums",
    title: html`${say(SUMS)}<span class="sums-glance">${glance(appendices)}</span>`,
    isOpen: parts.view.isOpen("sums"),
    toggle: () => {
      parts.view.toggle("sums");
    },
    body: () =>
      html`<div class="sums" tabindex="0" role="group" aria-label=${say(SUMS)}>
        ${appendices.map(table)}${planSheet === null ? html`<p class="quiet-text">${say(SUM_NO_PLAN)}</p>` : nothing}
      </div>`,
  });
}

/** Amounts without a unit of the sheet's own are shown in đồng. */
const unitOf = ({ unit }: AppendixReport): Unit => unit ?? "dong";

/** Of a single appendix its whole, so that the line says something before it is opened. */
function glance(appendices: readonly AppendixReport[]): string {
  const [only] = appendices;
  const whole = appendices.length === 1 ? only?.totals.find(({ isWhole }) => isWhole) : undefined;
  if (!only || whole?.dong === undefined || whole.dong === null) return "";
  return printMoney(whole.dong, unitOf(only));
}

const table = (appendix: AppendixReport): TemplateResult => {
  const { sheet, totals, lineItems, unit } = appendix;
  const hasPlan = totals.some(({ planDong }) => planDong !== null);
  const unitName = unit ? UNIT_NAMES[unit][language()] : say(UNIT_UNKNOWN);
  const facts = [say(SUM_LINE_ITEMS, { count: printCount(lineItems) }), ...(totals.length > 0 ? [unitName] : [])];
  return html`<table>
    <caption>
      <b>${sheet}</b>
      <span class="quiet-text">${facts.join(", ")}</span>
    </caption>
    ${
      totals.length === 0
        ? nothing
        : html`<thead>
              <tr>
                <th scope="col">${say(SUM_SOURCE)}</th>
                <th scope="col" class="figure">${say(SUM_APPENDIX)}</th>
                ${hasPlan ? html`<th scope="col" class="figure">${say(SUM_PLAN)}</th>` : nothing}
              </tr>
            </thead>
            <tbody>
              ${totals.map((total) => line(total, unitOf(appendix), hasPlan))}
            </tbody>`
    }
  </table>`;
};

const line = ({ label, isWhole, dong, planDong }: SourceTotal, unit: Unit, hasPlan: boolean): TemplateResult =>
  html`<tr class=${isWhole ? "whole" : ""}>
    <th scope="row">${say(label)}</th>
    <td class="figure">${dong === null ? say(SUM_TOO_LARGE) : printAmount(dong, unit)}</td>
    ${
      hasPlan
        ? html`<td class="figure">
            ${planDong === null ? "–" : printAmount(planDong, unit)}${
              planDong === null || dong === null ? nothing : against(dong - planDong, unit)
            }
          </td>`
        : nothing
    }
  </tr>`;

/** Said by a word and a sign too. */
const against = (difference: number, unit: Unit): TemplateResult =>
  difference === 0
    ? html`<span class="agrees">${icon("tick")}${say(SUM_AGREES)}</span>`
    : html`<span class="off"
        >${icon("warning")}${say(SUM_OFF, { difference: printDifference(difference, unit) })}</span
      >`;
