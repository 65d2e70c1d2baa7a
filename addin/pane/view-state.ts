/** What the officer has opened, chosen and typed in the pane: nothing of the workbook, nothing of the service. */
import type { Severity } from "../../shared/finding.ts";
import type { Language } from "../../shared/money.ts";
import { Observable } from "../observed.ts";
import type { Grouping } from "./findings/groups.ts";

export const TABS = ["check", "submit", "more"] as const;
export type Tab = (typeof TABS)[number];

export interface ViewState {
  readonly tab: Tab;
  readonly language: Language;
  /** Only findings as grave as these; none for all. */
  readonly severities: readonly Severity[];
  readonly search: string;
  readonly grouping: Grouping;
  /** The key of the finding (or the id of the comment) whose card is open. */
  readonly selected: string | null;
  /** "cell": it came with the selected cell, and goes with it. */
  readonly selectedBy: "officer" | "cell";
  /** The dialog that is open, by its name; one at a time. */
  readonly dialog: string | null;
  /** Disclosures that are open, by their ids. */
  readonly open: readonly string[];
  /** What is typed and not yet sent or kept, by the fields' ids. */
  readonly drafts: Readonly<Record<string, string>>;
  /** What the last act came to; shown until dismissed or until the next. */
  readonly notice: Notice | null;
}

export interface Notice {
  readonly kind: "done" | "error";
  /** Already said. */
  readonly text: string;
}

export class View extends Observable<ViewState> {
  constructor(language: Language = "vi") {
    super({
      tab: "check",
      language,
      severities: [],
      search: "",
      grouping: "sheet",
      selected: null,
      selectedBy: "officer",
      dialog: null,
      open: [],
      drafts: {},
      notice: null,
    });
  }

  /** What was done is old news once the officer goes on to something else. */
  override change(part: Partial<ViewState>): void {
    const goesOn = part.tab !== undefined || (part.selected !== undefined && part.selectedBy !== "cell");
    const isOld = goesOn && part.notice === undefined && this.state.notice?.kind === "done";
    super.change(isOld ? { ...part, notice: null } : part);
  }

  isOpen = (id: string): boolean => this.state.open.includes(id);

  toggle(id: string): void {
    const { open } = this.state;
    this.change({ open: open.includes(id) ? open.filter((other) => other !== id) : [...open, id] });
  }

  draft = (id: string, otherwise = ""): string => this.state.drafts[id] ?? otherwise;

  /** Null takes the draft away. */
  type(id: string, text: string | null): void {
    const others = Object.entries(this.state.drafts).filter(([other]) => other !== id);
    this.change({ drafts: Object.fromEntries(text === null ? others : [...others, [id, text]]) });
  }
}
