/** On paper, after the table: what is said of the submission, as text. */
import { html, nothing, type TemplateResult } from "lit-html";
import { guard } from "lit-html/directives/guard.js";
import { language, say } from "../../../../addin/pane/kit/language.ts";
import { tellMoment } from "../../../../addin/pane/kit/moments.ts";
import type { CommentAnswer } from "../../../../shared/api/reviews.ts";
import { capitalised, SEVERITY_NAMES } from "../../../../shared/names.ts";
import { COMMON } from "../../words.ts";
import type { CellPlace } from "./cell-place.ts";
import { GRAVITY } from "./marks.ts";
import { tellPlace } from "./place-button.ts";
import type { VersionAnswer } from "./version.ts";
import { PANEL } from "./words.ts";

/** More of them fill pages that nobody reads: the workbook with its marks has them all. */
const MOST = 200;

interface PrintedLine extends CellPlace {
  readonly text: string;
  readonly by: string;
}

/** Drawn again only when something of it has changed: it is in the page all the time. */
export const printedSaid = (version: VersionAnswer, comments: readonly CommentAnswer[]): unknown =>
  guard(
    [version, comments, language()],
    () =>
      html`<div class="sheet-printed">
        ${printedList(say(PANEL.findings), findingLines(version))}
        ${printedList(
          say(PANEL.explanations),
          version.explanations.map(({ sheet, cell, text }) => ({ sheet, cell, text, by: "" })),
        )}
        ${printedList(say(PANEL.comments), commentLines(comments))}
      </div>`,
  );

const findingLines = ({ findings }: VersionAnswer): readonly PrintedLine[] =>
  GRAVITY.flatMap((severity) =>
    findings
      .filter((finding) => finding.severity === severity)
      .map(({ sheet, cells, message }) => ({
        sheet,
        cell: cells[0] ?? "",
        text: `${capitalised(say(SEVERITY_NAMES[severity]))}: ${say(message)}`,
        by: "",
      })),
  );

/** Those that are still open. */
const commentLines = (comments: readonly CommentAnswer[]): readonly PrintedLine[] =>
  comments
    .filter(({ resolvedAt }) => resolvedAt === null)
    .map(({ sheet, cell, text, by, at, version }) => ({
      sheet,
      cell,
      text,
      by: `${say(PANEL.said, { name: by.name, at: say(tellMoment(at)) })} · ${say(COMMON.version(version))}`,
    }));

function printedList(name: string, lines: readonly PrintedLine[]): TemplateResult | typeof nothing {
  if (lines.length === 0) return nothing;
  return html`<section>
    <h2>${name} (${lines.length})</h2>
    <ul>
      ${lines.slice(0, MOST).map(
        ({ text, by, ...at }) =>
          html`<li>
            <strong>${tellPlace(at, true)}</strong> <span class="said-text">${text}</span>
            ${by === "" ? nothing : html`<span class="quiet-text">(${by})</span>`}
          </li>`,
      )}
    </ul>
    ${lines.length > MOST ? html`<p>${say(PANEL.printedMore(lines.length - MOST))}</p>` : nothing}
  </section>`;
}
