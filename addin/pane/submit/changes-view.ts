/** What changed since the version before, line by line. */
import { html, nothing, type TemplateResult } from "lit-html";
import type { FieldChange, VersionChanges } from "../../../shared/compare-versions.ts";
import { UNIT_NAMES, type Unit } from "../../../shared/money.ts";
import { formById } from "../../../shared/forms/index.ts";
import { icon } from "../kit/icons.ts";
import { say } from "../kit/language.ts";
import { nameColumn, nameField } from "../kit/field-names.ts";
import { longList, remark } from "./parts-of-page.ts";
import type { SubmitScope } from "./scope.ts";
import { printChange, printValue } from "../kit/values.ts";
import { CHANGES } from "./words.ts";

type Line = VersionChanges["added"][number];

export function changesView(scope: SubmitScope, changes: VersionChanges, unit: Unit): TemplateResult {
  const { added, removed, changed, moved, printed, plan, appendicesAdded, appendicesRemoved, unchanged } = changes;
  const count = [added, removed, changed, moved, printed, plan, appendicesAdded, appendicesRemoved].reduce(
    (sum, list) => sum + list.length,
    0,
  );
  if (count === 0) return remark("info", say(CHANGES.same));
  const group = <T>(title: string, items: readonly T[], item: (item: T) => TemplateResult): unknown =>
    groupView(scope, { title, items, item });
  return html`<p class="quiet-text">${say(CHANGES.unit(UNIT_NAMES[unit]))}</p>
    ${totalsView(changes, unit)}
    ${group(say(CHANGES.changed), changed, ({ line, fields }) => changedLine(line, fields, unit))}
    ${group(say(CHANGES.added), added, (line) => wholeLine(line, unit, "added"))}
    ${group(say(CHANGES.removed), removed, (line) => wholeLine(line, unit, "removed"))}
    ${group(say(CHANGES.moved), moved, ({ line, sectionsBefore }) => movedLine(line, sectionsBefore))}
    ${group(say(CHANGES.printed), printed, ({ sheet, name, fields }) => namedFields(`${sheet} · ${name}`, fields, unit))}
    ${group(say(CHANGES.plan), plan, (field) => fieldView(field, unit))}
    ${group(say(CHANGES.appendixAdded), appendicesAdded, appendixView)}
    ${group(say(CHANGES.appendixRemoved), appendicesRemoved, appendixView)}
    <p class="quiet-text">${say(CHANGES.unchanged(unchanged))}</p>`;
}

interface Group<T> {
  readonly title: string;
  readonly items: readonly T[];
  readonly item: (item: T) => TemplateResult;
}

const groupView = <T>(scope: SubmitScope, { title, items, item }: Group<T>): TemplateResult | typeof nothing =>
  items.length === 0
    ? nothing
    : html`<div class="submit-changes">
        <h4>${title} (${String(items.length)})</h4>
        ${longList(scope, { id: `changes ${title}`, items, item })}
      </div>`;

function totalsView({ totals }: VersionChanges, unit: Unit): TemplateResult {
  const moved = totals.filter(({ beforeDong, nowDong }) => beforeDong !== nowDong);
  if (moved.length === 0) return html`<p>${say(CHANGES.sameTotals)}</p>`;
  return html`<div class="submit-changes">
    <h4>${say(CHANGES.totals)}</h4>
    <ul class="submit-list">
      ${moved.map(
        ({ column, beforeDong, nowDong, differenceDong }) =>
          html`<li>
            ${fieldView(
              {
                field: column,
                header: say(nameColumn(column)),
                isDong: true,
                before: beforeDong,
                now: nowDong,
                difference: differenceDong,
              },
              unit,
            )}
          </li>`,
      )}
    </ul>
  </div>`;
}

/** "Kinh phí năm: 450 → 480 (+30)". */
function fieldView(change: FieldChange, unit: Unit): TemplateResult {
  const { before, now, difference, isDong } = change;
  const isText = typeof before === "string" || typeof now === "string";
  return html`<div class="submit-change ${isText ? "of-text" : ""}">
    <span class="submit-field">${say(nameField(change))}</span>
    <span class="submit-from-to">
      <del>${printValue(change, before, unit)}</del>
      <span class="submit-arrow">${icon("chevron")}<span class="sr-only">${say(CHANGES.becomes)}</span></span>
      <ins>${printValue(change, now, unit)}</ins>
      ${
        difference === null
          ? nothing
          : html`<span class="submit-difference">${printChange(difference, isDong, unit)}</span>`
      }
    </span>
  </div>`;
}

const lineName = ({ sections, number, name }: Line): TemplateResult =>
  html`<p class="submit-line-name">${number === "" || number === "-" ? "" : `${number}. `}${name}</p>
    ${sections === "" ? nothing : html`<p class="quiet-text">${sections}</p>`}`;

const changedLine = (line: Line, fields: readonly FieldChange[], unit: Unit): TemplateResult =>
  html`${lineName(line)} ${fields.map((field) => fieldView(field, unit))}`;

const namedFields = (name: string, fields: readonly FieldChange[], unit: Unit): TemplateResult =>
  html`<p class="submit-line-name">${name}</p>
    ${fields.map((field) => fieldView(field, unit))}`;

const wholeLine = (line: Line, unit: Unit, look: "added" | "removed"): TemplateResult =>
  html`${lineName(line)}
    <p>
      ${line.leadAgency === "" ? nothing : html`<span class="quiet-text">${line.leadAgency}</span>`}
      ${
        line.amountDong === null
          ? nothing
          : html`<span class="submit-difference ${look}"
              >${printChange(look === "added" ? line.amountDong : -line.amountDong, true, unit)}</span
            >`
      }
    </p>`;

const movedLine = (line: Line, sectionsBefore: string): TemplateResult =>
  html`${lineName(line)}
    <p class="quiet-text">${say(CHANGES.from(sectionsBefore === "" ? say(CHANGES.noSection) : sectionsBefore))}</p>`;

const appendixView = ({ form, sheet }: VersionChanges["appendicesAdded"][number]): TemplateResult =>
  html`<p>
    <span class="submit-line-name">${sheet}</span> <span class="quiet-text">${say(formById(form).title)}</span>
  </p>`;
