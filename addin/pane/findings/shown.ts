/** From what is known to what is shown: each step is done again only when what it rests on has changed. */
import type { SheetInfo } from "../../host/port.ts";
import type { LiveState } from "../../live/state.ts";
import type { CommentAnswer } from "../../../shared/api/reviews.ts";
import type { Finding } from "../../../shared/finding.ts";
import { memo } from "../memo.ts";
import type { PaneParts } from "../parts.ts";
import { explainer } from "./explained.ts";
import { countSeverities, filterItems, type Counts } from "./filter.ts";
import { rowsOf, type Row } from "./groups.ts";
import { itemsOf, type Item } from "./items.ts";
import { layOut, type Layout } from "./row-window.ts";

export interface Shown {
  /** All of them, whatever the filter. */
  readonly items: readonly Item[];
  readonly counts: Counts;
  readonly filtered: readonly Item[];
  readonly rows: readonly Row[];
  readonly layout: Layout;
  readonly explanationOf: (finding: Finding) => string | null;
}

const NO_COMMENTS: readonly CommentAnswer[] = [];

type Known = Pick<LiveState, "report" | "explanations" | "sheets">;

/** Keeps the last answers for one pane. */
export class ShownFindings {
  readonly #items = memo(
    (report: LiveState["report"], comments: readonly CommentAnswer[], sheets: readonly SheetInfo[]) =>
      itemsOf(
        report?.findings ?? [],
        comments,
        sheets.map(({ name }) => name),
      ),
  );
  readonly #counts = memo((report: LiveState["report"]) => countSeverities(report?.findings ?? []));
  readonly #filtered = memo(filterBy);
  readonly #rows = memo(rowsOf);
  readonly #layout = memo(layOut);
  readonly #explainer = memo(explainer);

  itemsOf({ live, sync }: Pick<PaneParts, "live" | "sync">): readonly Item[] {
    const { report, sheets } = live.state;
    return this.#items(report, sync?.state.comments ?? NO_COMMENTS, sheets);
  }

  of(parts: Pick<PaneParts, "live" | "sync" | "view">): Shown {
    const { report, explanations }: Known = parts.live.state;
    const { severities, search, grouping } = parts.view.state;
    const items = this.itemsOf(parts);
    const filtered = this.#filtered(items, severities, search);
    const rows = this.#rows(filtered, grouping);
    const explanationOf = this.#explainer(explanations);
    return { items, counts: this.#counts(report), filtered, rows, layout: this.#layout(rows), explanationOf };
  }
}

function filterBy(
  items: readonly Item[],
  severities: Parameters<typeof filterItems>[1]["severities"],
  search: string,
): readonly Item[] {
  return filterItems(items, { severities, search });
}
