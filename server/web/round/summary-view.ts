/** How far a round is, at a glance: in a sentence, as a bar, and as buttons that filter the list below. */
import { html, nothing, type TemplateResult } from "lit-html";
import { say } from "../../../addin/pane/kit/language.ts";
import { printCount } from "../../../addin/pane/kit/printing.ts";
import { capitalised, STATE_NAMES } from "../../../shared/names.ts";
import type { Bilingual } from "../../../shared/rule.ts";
import { countHandedIn, STATES_BY_PROGRESS, type Counts, type Filter } from "./counts.ts";
import { PROGRESS } from "./words.ts";

/** The sentence beside it says the same. */
export const progressBar = (counts: Counts): TemplateResult =>
  html`<div class="round-bar" aria-hidden="true">
    ${STATES_BY_PROGRESS.map((state) =>
      counts[state] === 0
        ? nothing
        : html`<span class="of-${state}" .style=${`flex-grow:${String(counts[state])}`}></span>`,
    )}
  </div>`;

const told = (count: number, tell: (count: number) => Bilingual): readonly Bilingual[] =>
  count > 0 ? [tell(count)] : [];

/** "4/7 đơn vị đã nộp" and, quietly, "(1 được chấp nhận, 3 chờ rà soát); 1 bị trả lại". */
export function progressSentence(counts: Counts): TemplateResult {
  const of = [...told(counts.accepted, PROGRESS.accepted), ...told(counts.submitted, PROGRESS.toReview)];
  const others = [
    ...told(counts.returned, PROGRESS.returned),
    ...told(counts.overdue, PROGRESS.overdue),
    ...told(counts.late, PROGRESS.late),
  ];
  const more = `${of.length > 0 ? ` ${say(PROGRESS.ofThem(of))}` : ""}${say(PROGRESS.others(others))}`;
  return html`<p class="round-sentence">
    <strong>${say(PROGRESS.handedIn(countHandedIn(counts), counts.all))}</strong><span class="quiet-text">${more}</span>
  </p>`;
}

interface FilterOptions {
  readonly counts: Counts;
  readonly chosen: Filter;
  readonly choose: (filter: Filter) => void;
}

const FILTERS: readonly Filter[] = ["all", ...STATES_BY_PROGRESS, "overdue", "late", "unlock"];
const SELDOM: ReadonlySet<Filter> = new Set(["prepared", "overdue", "late", "unlock"]);

export function filterButtons({ counts, chosen, choose }: FilterOptions): TemplateResult {
  // Some are seldom there; what is chosen can be let go.
  const filters = FILTERS.filter((filter) => !SELDOM.has(filter) || counts[filter] > 0 || filter === chosen);
  return html`<div class="round-filters" role="group" aria-label=${say(PROGRESS.filters)}>
    ${filters.map(
      (filter) =>
        html`<button
          type="button"
          class="round-filter of-${filter} ${counts[filter] === 0 ? "is-none" : ""}"
          aria-pressed=${filter === chosen ? "true" : "false"}
          @click=${() => {
            // Pressed once more, it lets go.
            choose(filter === chosen ? "all" : filter);
          }}
        >
          <span class="round-dot" aria-hidden="true"></span>${nameFilter(filter)} <b>${printCount(counts[filter])}</b>
        </button>`,
    )}
  </div>`;
}

function nameFilter(filter: Filter): string {
  switch (filter) {
    case "all":
      return say(PROGRESS.all);
    case "late":
      return say(PROGRESS.lateOnes);
    case "overdue":
      return say(PROGRESS.overdueOnes);
    case "unlock":
      return say(PROGRESS.unlockAsked);
    default:
      return capitalised(say(STATE_NAMES[filter]));
  }
}
