/** What the officer has opened in the tab for submitting: nothing of the workbook, nothing of the service. */
import type { Grid } from "../../../shared/grid.ts";
import type { Bilingual } from "../../../shared/rule.ts";
import type { Explanation } from "../../../shared/submission.ts";
import { Observable } from "../../observed.ts";
import type { Settled } from "../../sync/state.ts";
import type { Choices } from "./choices.ts";

export type Step = "home" | "password" | "review" | "settle" | "history" | "merged";

/** The workbook as it was read to be submitted. */
export interface Review {
  readonly phase: "reading" | "comparing" | "ready" | "sending" | "unread";
  readonly sheets: readonly Grid[];
  readonly explanations: readonly Explanation[];
  /** Of the check that came with the reading. */
  readonly checkedAt: number;
  /** The workbook has changed since. */
  readonly isOutdated: boolean;
}

export interface Settling {
  readonly idempotencyKey: string;
  readonly choices: Choices;
  readonly phase: "choosing" | "applying" | "refused" | "done";
  readonly settled: Settled | null;
}

export interface SubmitViewState {
  readonly step: Step;
  /** Which question is open in the page ("take-back:…"); one at a time. */
  readonly asks: string | null;
  readonly review: Review | null;
  readonly settling: Settling | null;
  /** How much of each long list is shown, by its name. */
  readonly shown: Readonly<Record<string, number>>;
  /** What has just succeeded. */
  readonly note: Bilingual | null;
  /** The officer has tried to sign in here: what went wrong is about what was typed. */
  readonly hasTried: boolean;
  /** What is wrong with what was typed. */
  readonly fault: Bilingual | null;
  /** What was copied last. */
  readonly copied: string | null;
}

/** Items of a long list that are shown at a time: more would take the page too long at once. */
const PAGE = 100;

export class SubmitView extends Observable<SubmitViewState> {
  #wantsFocus = false;
  readonly #headings = new Map<string, (shown: Element | undefined) => void>();

  constructor() {
    super({
      step: "home",
      asks: null,
      review: null,
      settling: null,
      shown: {},
      note: null,
      hasTried: false,
      fault: null,
      copied: null,
    });
  }

  /** Because the officer pressed something: the heading of what comes takes the focus. */
  goTo(step: Step, part: Partial<SubmitViewState> = {}): void {
    this.#wantsFocus = true;
    this.change({ asks: null, note: null, fault: null, copied: null, shown: {}, ...part, step });
  }

  /** What the officer pressed has led nowhere: no heading is to take the focus later. */
  stay(): void {
    this.#wantsFocus = false;
  }

  /** For the heading of that name: the same function each time, so that it is told only of a heading that is new. */
  heading(name: string): (shown: Element | undefined) => void {
    const known = this.#headings.get(name);
    const heading = known ?? ((shown: Element | undefined) => this.#show(shown));
    if (!known) this.#headings.set(name, heading);
    return heading;
  }

  #show(shown: Element | undefined): void {
    if (!this.#wantsFocus || !(shown instanceof HTMLElement)) return;
    this.#wantsFocus = false;
    // It is put into the page after this is called.
    queueMicrotask(() => {
      shown.focus();
    });
  }

  shownOf = (list: string): number => this.state.shown[list] ?? PAGE;

  showMore(list: string): void {
    this.change({ shown: { ...this.state.shown, [list]: this.shownOf(list) + PAGE } });
  }

  ask(question: string | null): void {
    this.change({ asks: question });
  }

  changeReview(part: Partial<Review>): void {
    const { review } = this.state;
    if (review) this.change({ review: { ...review, ...part } });
  }

  changeSettling(part: Partial<Settling>): void {
    const { settling } = this.state;
    if (settling) this.change({ settling: { ...settling, ...part } });
  }
}
