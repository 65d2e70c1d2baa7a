/** What two versions add up to, by what the columns of a consolidation hold. */
import { html, nothing, type TemplateResult } from "lit-html";
import { nameColumn } from "../../../../addin/pane/kit/field-names.ts";
import { say } from "../../../../addin/pane/kit/language.ts";
import type { VersionChanges } from "../../../../shared/compare-versions.ts";
import type { Unit } from "../../../../shared/money.ts";
import { valueCells } from "./field-change.ts";
import { headRow, type TableHead } from "./list-table.ts";
import { COMPARE } from "./words.ts";

type Totals = VersionChanges["totals"];

/** @param heads of before, now and difference */
export function totalsTable(all: Totals, heads: readonly TableHead[], unit: Unit): TemplateResult | typeof nothing {
  const totals = all.filter(({ beforeDong, nowDong }) => !isNothing(beforeDong) || !isNothing(nowDong));
  if (totals.length === 0) return nothing;
  const isSame = totals.every(({ beforeDong, nowDong }) => beforeDong === nowDong);
  return html`<section class="compare-list">
    <h3>${say(COMPARE.totals)}</h3>
    ${isSame ? html`<p>${say(COMPARE.sameTotals)}</p>` : nothing}
    <div class="table-frame" tabindex="0" role="region" aria-label=${say(COMPARE.totals)}>
      <table class="table compare-table of-totals">
        <thead>
          ${headRow([{ text: COMPARE.source }, ...heads])}
        </thead>
        <tbody>
          ${totals.map((total) => totalRow(total, unit))}
        </tbody>
      </table>
    </div>
  </section>`;
}

/** A source that neither version has money of is left out. */
const isNothing = (dong: number | null): boolean => dong === null || dong === 0;

const totalRow = ({ column, beforeDong, nowDong, differenceDong }: Totals[number], unit: Unit): TemplateResult =>
  html`<tr>
    <th scope="row">${say(nameColumn(column))}</th>
    ${valueCells(
      { field: column, header: "", isDong: true, before: beforeDong, now: nowDong, difference: differenceDong },
      unit,
    )}
  </tr>`;
