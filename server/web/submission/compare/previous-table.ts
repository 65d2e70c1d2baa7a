/** This round's lines beside those of the round before. */
import { html, nothing, type TemplateResult } from "lit-html";
import { say } from "../../../../addin/pane/kit/language.ts";
import { printAmount } from "../../../../addin/pane/kit/printing.ts";
import { printChange } from "../../../../addin/pane/kit/values.ts";
import type { Unit } from "../../../../shared/money.ts";
import type { Bilingual } from "../../../../shared/rule.ts";
import { badge } from "../../parts/badge.ts";
import { lineName } from "./line-name.ts";
import { headRow, type TableHead } from "./list-table.ts";
import type { Paging } from "./paging.ts";
import { totalOf, type PreviousRound, type RoundLine } from "./previous-lines.ts";
import { LINES, PREVIOUS } from "./words.ts";

interface BesideRounds {
  readonly roundId: string;
  readonly organisationId: string;
  readonly version: number;
  readonly unit: Unit;
  readonly previous: PreviousRound;
  /** Whether the submission of the round before may be looked into. */
  readonly canSee: (organisationId: string) => boolean;
}

const HEADS: readonly TableHead[] = [
  { text: LINES.name },
  { text: LINES.period },
  { text: PREVIOUS.before, isFigure: true },
  { text: PREVIOUS.now, isFigure: true },
  { text: LINES.difference, isFigure: true },
];
const LIST = "previous";

interface Listed {
  readonly lines: readonly RoundLine[];
  readonly paging: Paging;
  /** What the sums at the end are of. */
  readonly totalName: Bilingual;
}

export const previousTable = (beside: BesideRounds, { lines, paging, totalName }: Listed): TemplateResult =>
  html`<div class="table-frame" id="previous-frame" tabindex="0" role="region" aria-label=${say(PREVIOUS.heading)}>
      <table class="table compare-table of-previous">
        <thead>
          ${headRow(HEADS)}
        </thead>
        <tbody>
          ${paging.first(LIST, lines).map((line) => lineRow(line, beside))}
        </tbody>
        <tfoot>
          ${totalRow(lines, totalName, beside.unit)}
        </tfoot>
      </table>
    </div>
    ${paging.more(LIST, lines.length, "previous-frame")}`;

function lineRow({ now, before, differenceDong }: RoundLine, beside: BesideRounds): TemplateResult {
  const { unit } = beside;
  // Of a line that is only on one side all of its money is the difference.
  const difference =
    differenceDong ?? (now === null ? minus(before?.amountDong) : before === null ? now.amountDong : null);
  return html`<tr>
    <th scope="row">${names({ now, before }, beside)}</th>
    <td class="compare-wide">
      ${(now ?? before)?.period}
      ${now && before && now.period !== before.period ? quiet(PREVIOUS.beforeCalled(before.period)) : nothing}
    </td>
    <td class="figure" data-label=${say(PREVIOUS.before)}>${amount(before?.amountDong, unit)}</td>
    <td class="figure" data-label=${say(PREVIOUS.now)}>${amount(now?.amountDong, unit)}</td>
    <td class="figure compare-difference" data-label=${say(LINES.difference)}>
      ${difference === null ? nothing : printChange(difference, true, unit)}
    </td>
  </tr>`;
}

const minus = (dong: number | null | undefined): number | null => (dong === null || dong === undefined ? null : -dong);

const amount = (dong: number | null | undefined, unit: Unit): unknown =>
  dong === null || dong === undefined ? nothing : printAmount(dong, unit);

const quiet = (text: Bilingual): TemplateResult => html`<div class="quiet-text compare-section">${say(text)}</div>`;

function names({ now, before }: Pick<RoundLine, "now" | "before">, beside: BesideRounds): unknown {
  const isOther = before !== null && before.organisationId !== beside.organisationId;
  return html`${now ? html`${lineName(beside, now)} ${before ? nothing : badge("info", say(PREVIOUS.added))}` : nothing}
  ${!now && before ? html`${endedName(before, beside)} ${badge("quiet", say(PREVIOUS.ended))}` : nothing}
  ${now && before && now.name !== before.name ? quiet(PREVIOUS.beforeCalled(before.name)) : nothing}
  ${isOther ? quiet(PREVIOUS.of(organisationName(before.organisationId, beside))) : nothing}`;
}

function endedName({ key, name, organisationId }: NonNullable<RoundLine["before"]>, beside: BesideRounds): unknown {
  const { round, versions } = beside.previous;
  const version = versions.find((one) => one.organisationId === organisationId)?.version;
  if (!round || version === undefined || !beside.canSee(organisationId)) return name;
  return lineName({ roundId: round.id, organisationId, version }, { key, name });
}

const organisationName = (id: string, { previous }: BesideRounds): string =>
  previous.versions.find(({ organisationId }) => organisationId === id)?.organisation ?? id;

function totalRow(lines: readonly RoundLine[], name: Bilingual, unit: Unit): TemplateResult {
  const [before, now] = [totalOf(lines, "before"), totalOf(lines, "now")];
  return html`<tr>
    <th scope="row" colspan="2">${say(name)}</th>
    <td class="figure" data-label=${say(PREVIOUS.before)}>${amount(before, unit)}</td>
    <td class="figure" data-label=${say(PREVIOUS.now)}>${amount(now, unit)}</td>
    <td class="figure compare-difference" data-label=${say(LINES.difference)}>
      ${before === null || now === null ? nothing : printChange(now - before, true, unit)}
    </td>
  </tr>`;
}
