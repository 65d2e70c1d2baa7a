/** How many of each there are, before the long lists: each a way to its list. */
import { html, type TemplateResult } from "lit-html";
import { say } from "../../../../addin/pane/kit/language.ts";
import type { Bilingual } from "../../../../shared/rule.ts";
import type { ChangeLists } from "./filtered-changes.ts";
import { COMPARE } from "./words.ts";

const LISTS: readonly (readonly [list: keyof ChangeLists, id: string, title: Bilingual])[] = [
  ["changed", "changed", COMPARE.changed],
  ["added", "added", COMPARE.added],
  ["removed", "removed", COMPARE.removed],
  ["moved", "moved", COMPARE.moved],
  ["printed", "printed", COMPARE.printed],
  ["plan", "plan", COMPARE.plan],
  ["appendicesAdded", "appendices-added", COMPARE.appendixAdded],
  ["appendicesRemoved", "appendices-removed", COMPARE.appendixRemoved],
];

export const changeSummary = (lists: ChangeLists, unchanged: number): TemplateResult =>
  html`<nav class="compare-summary" aria-label=${say(COMPARE.jump)}>
    <ul>
      ${LISTS.filter(([list]) => lists[list].length > 0).map(
        ([list, id, title]) =>
          html`<li><a href="#list-${id}">${say(COMPARE.count(title, lists[list].length))}</a></li>`,
      )}
      <li class="quiet-text">${say(COMPARE.unchanged(unchanged))}</li>
    </ul>
  </nav>`;
