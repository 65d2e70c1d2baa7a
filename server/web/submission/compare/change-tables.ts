/** What changed between two versions, as tables, in the order in which the pane lists it. */
import { html, nothing, type TemplateResult } from "lit-html";
import { say } from "../../../../addin/pane/kit/language.ts";
import type { FieldChange, VersionChanges } from "../../../../shared/compare-versions.ts";
import { formById } from "../../../../shared/forms/index.ts";
import type { Unit } from "../../../../shared/money.ts";
import { differenceCell, fieldCells } from "./field-change.ts";
import type { ChangeLists } from "./filtered-changes.ts";
import { lineName } from "./line-name.ts";
import { listTable, type TableHead } from "./list-table.ts";
import type { Paging } from "./paging.ts";
import { COMPARE, LINES } from "./words.ts";

interface Compared {
  readonly roundId: string;
  readonly organisationId: string;
  readonly version: number;
  readonly since: number;
  readonly unit: Unit;
  readonly paging: Paging;
}

const LINE_HEADS: readonly TableHead[] = [
  { text: LINES.name },
  { text: LINES.leadAgency },
  { text: LINES.period },
  { text: LINES.amount, isFigure: true },
];
const MOVE_HEADS: readonly TableHead[] = [
  { text: LINES.name },
  { text: COMPARE.sectionBefore },
  { text: COMPARE.sectionNow },
];

export const changeHeads = ({ version, since }: Pick<Compared, "version" | "since">): readonly TableHead[] => [
  { text: COMPARE.before(since), isFigure: true },
  { text: COMPARE.now(version), isFigure: true },
  { text: LINES.difference, isFigure: true },
];

/** Every list that has something in it. */
export const changeTables = (lists: ChangeLists, compared: Compared): TemplateResult =>
  html`${lineTables(lists, compared)} ${aroundTables(lists, compared)}`;

function lineTables({ changed, added, removed, moved }: ChangeLists, compared: Compared): TemplateResult {
  const { paging, unit, since } = compared;
  return html`${listTable(paging, {
    id: "changed",
    title: COMPARE.changed,
    heads: [{ text: LINES.name }, { text: COMPARE.field }, ...changeHeads(compared)],
    items: changed,
    rows: ({ line, fields }) => fieldRows(lineName(compared, line), fields, unit),
  })}
  ${listTable(paging, {
    id: "added",
    title: COMPARE.added,
    heads: LINE_HEADS,
    items: added,
    rows: (line) => wholeLine(line, compared, 1),
  })}
  ${listTable(paging, {
    id: "removed",
    title: COMPARE.removed,
    heads: LINE_HEADS,
    items: removed,
    // It stands only in the version before.
    rows: (line) => wholeLine(line, { ...compared, version: since }, -1),
  })}
  ${listTable(paging, {
    id: "moved",
    title: COMPARE.moved,
    heads: MOVE_HEADS,
    items: moved,
    rows: (line) => movedLine(line, compared),
  })}`;
}

function aroundTables(
  { printed, plan, appendicesAdded, appendicesRemoved }: ChangeLists,
  compared: Compared,
): TemplateResult {
  const { paging, unit } = compared;
  const fieldHeads = [{ text: COMPARE.field }, ...changeHeads(compared)];
  const appendices = { heads: [{ text: COMPARE.sheet }, { text: COMPARE.form }], rows: appendixRow };
  return html`${listTable(paging, {
    id: "printed",
    title: COMPARE.printed,
    heads: [{ text: COMPARE.row }, ...fieldHeads],
    items: printed,
    rows: ({ sheet, name, fields }) =>
      fieldRows(
        html`${name}
          <div class="quiet-text compare-section">${sheet}</div>`,
        fields,
        unit,
      ),
  })}
  ${listTable(paging, {
    id: "plan",
    title: COMPARE.plan,
    heads: fieldHeads,
    items: plan,
    rows: (field) =>
      html`<tr>
        ${fieldCells(field, unit)}
      </tr>`,
  })}
  ${listTable(paging, { ...appendices, id: "appendices-added", title: COMPARE.appendixAdded, items: appendicesAdded })}
  ${listTable(paging, {
    ...appendices,
    id: "appendices-removed",
    title: COMPARE.appendixRemoved,
    items: appendicesRemoved,
  })}`;
}

/** The name stands beside all of its fields. */
const fieldRows = (name: TemplateResult, fields: readonly FieldChange[], unit: Unit): TemplateResult =>
  html`${fields.map(
    (field, index) =>
      html`<tr>
        ${index === 0 ? html`<th scope="rowgroup" rowspan=${String(fields.length)}>${name}</th>` : nothing}
        ${fieldCells(field, unit)}
      </tr>`,
  )}`;

/** @param sign whether its money comes or goes */
const wholeLine = (line: VersionChanges["added"][number], compared: Compared, sign: 1 | -1): TemplateResult =>
  html`<tr>
    <th scope="row">${lineName(compared, line)}</th>
    <td class="compare-wide">${line.leadAgency}</td>
    <td>${line.period}</td>
    ${differenceCell(line.amountDong === null ? null : sign * line.amountDong, true, compared.unit)}
  </tr>`;

function movedLine({ line, sectionsBefore }: VersionChanges["moved"][number], compared: Compared): TemplateResult {
  const named = (sections: string): string => (sections === "" ? say(COMPARE.noSection) : sections);
  return html`<tr>
    <th scope="row">${lineName(compared, { ...line, sections: "" })}</th>
    <td class="compare-wide"><del>${named(sectionsBefore)}</del></td>
    <td class="compare-wide"><ins>${named(line.sections)}</ins></td>
  </tr>`;
}

const appendixRow = ({ form, sheet }: VersionChanges["appendicesAdded"][number]): TemplateResult =>
  html`<tr>
    <th scope="row">${sheet}</th>
    <td class="compare-wide">${say(formById(form).title)}</td>
  </tr>`;
