/** What a field was and is, as cells of a table. */
import { html, nothing, type TemplateResult } from "lit-html";
import { nameField } from "../../../../addin/pane/kit/field-names.ts";
import { say } from "../../../../addin/pane/kit/language.ts";
import { printChange, printValue } from "../../../../addin/pane/kit/values.ts";
import type { FieldChange } from "../../../../shared/compare-versions.ts";
import type { Unit } from "../../../../shared/money.ts";
import { differingText } from "./differing-text.ts";

/** The field, before, now, difference: four cells. */
export const fieldCells = (change: FieldChange, unit: Unit): TemplateResult =>
  html`<td class="compare-field">${say(nameField(change))}</td>
    ${valueCells(change, unit)}`;

/** Before, now, difference: three cells. */
export function valueCells(change: FieldChange, unit: Unit): TemplateResult {
  const { before, now, difference, isDong } = change;
  const isText = typeof before === "string" || typeof now === "string";
  const look = isText ? "compare-text" : "figure";
  const [old, next] = shown(change, unit);
  return html`<td class="compare-before ${look}">${old}</td>
    <td class="compare-now ${look}">${next}</td>
    ${differenceCell(difference, isDong, unit)}`;
}

function shown(change: FieldChange, unit: Unit): readonly [TemplateResult, TemplateResult] {
  const { before, now } = change;
  if (typeof before === "string" && typeof now === "string") return shownTexts(before, now);
  const value = (one: FieldChange["now"]): string =>
    typeof one === "string" ? `“${one}”` : printValue(change, one, unit);
  const quiet = (one: FieldChange["now"]): TemplateResult => html`<span class="quiet-text">${value(one)}</span>`;
  if (before === now) return [quiet(before), quiet(now)];
  return [
    before === null ? quiet(before) : html`<del>${value(before)}</del>`,
    now === null ? quiet(now) : html`<ins>${value(now)}</ins>`,
  ];
}

/** Only what differs is struck through: in a long text one word is not found otherwise. */
function shownTexts(before: string, now: string): readonly [TemplateResult, TemplateResult] {
  const { head, before: old, now: next, tail } = differingText(before, now);
  return [
    html`“${head}${old === "" ? nothing : html`<del>${old}</del>`}${tail}”`,
    html`“${head}${next === "" ? nothing : html`<ins>${next}</ins>`}${tail}”`,
  ];
}

export const differenceCell = (difference: number | null, isDong: boolean, unit: Unit): TemplateResult =>
  html`<td class="figure compare-difference">
    ${difference === null ? nothing : printChange(difference, isDong, unit)}
  </td>`;
