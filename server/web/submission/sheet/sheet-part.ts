/** The main view of a submission: its sheets as tables, with all that is said of their cells. */
import { html, nothing, type TemplateResult } from "lit-html";
import { focusWhenDrawn } from "../../../../addin/pane/kit/after-drawing.ts";
import { say } from "../../../../addin/pane/kit/language.ts";
import type { Reply } from "../../../../addin/sync/reply.ts";
import type { CommentAnswer } from "../../../../shared/api/reviews.ts";
import { parseCellName, type Grid } from "../../../../shared/grid.ts";
import { ASKING, knownFrom, type Known, type Scope } from "../../page.ts";
import { statusLine } from "../../../../addin/pane/kit/status-line.ts";
import { showKnown } from "../../parts/known.ts";
import type { Comments } from "../comments.ts";
import type { Drafts } from "../drafts.ts";
import type { ShownSubmission, SubmissionPart } from "../part.ts";
import { isReviewer, isSubmitter } from "../rights.ts";
import { CARD_HEADING, cellCard } from "./cell-card.ts";
import { readPlace, writePlace, type CellPlace } from "./cell-place.ts";
import { cellText } from "./cell-text.ts";
import { GridView } from "./grid-view.ts";
import { hiddenNotes } from "./hidden-notes.ts";
import { marksOf, type Marks } from "./marks.ts";
import { Panel } from "./panel.ts";
import type { PanelScope } from "./panel-scope.ts";
import type { SheetLayout } from "./sheet-layout.ts";
import { printedSaid } from "./printed-said.ts";
import { sheetTabs } from "./sheet-tabs.ts";
import { anchorOf, ShownVersion } from "./version.ts";
import { PANEL, SHEET } from "./words.ts";

/** What the page shares with this view: comments are also sent when the submission is returned. */
interface Desk {
  readonly comments: Comments;
  readonly drafts: Drafts;
}

/** The address follows the keys when they rest: browsers allow few changes in a row. */
const REST_MS = 350;

export class SheetPart implements SubmissionPart {
  readonly #scope: Scope;
  readonly #desk: Desk;
  readonly #grid: GridView;
  readonly #panel = new Panel();
  readonly #busy = new Set<string>();
  #shown: ShownSubmission;
  #version: Known<ShownVersion> = ASKING;
  /** Counts the askings: of two the later is shown. */
  #asked = 0;
  #selected: CellPlace | null = null;
  #showsHidden = false;
  #clock: ReturnType<typeof setTimeout> | undefined;
  #marks: { readonly of: readonly unknown[]; readonly marks: Marks } | null = null;

  constructor(scope: Scope, shown: ShownSubmission, desk: Desk) {
    this.#scope = scope;
    this.#shown = shown;
    this.#desk = desk;
    this.#grid = new GridView({
      redraw: scope.redraw,
      select: (cell, how) => this.#selectCell(cell, how),
      read: () => focusWhenDrawn(CARD_HEADING),
    });
    void this.#load();
  }

  show(shown: ShownSubmission): void {
    const before = this.#shown;
    this.#shown = shown;
    if (before.version !== shown.version) void this.#load();
    else if (before.place.cell !== shown.place.cell) this.#followAddress();
  }

  close(): void {
    this.#asked++;
    clearTimeout(this.#clock);
    this.#grid.close();
  }

  render(): TemplateResult {
    return showKnown(
      this.#version,
      () => void this.#load(),
      (version) => this.#whole(version),
    );
  }

  async #load(): Promise<void> {
    const asked = ++this.#asked;
    const { place, version } = this.#shown;
    const params = { roundId: place.roundId, organisationId: place.organisationId, version };
    this.#version = ASKING;
    this.#scope.redraw();
    const reply = await this.#scope.ask((client) => client.call("readVersion", { params }));
    if (asked !== this.#asked) return;
    const known = knownFrom(reply);
    this.#version = known.kind === "known" ? { kind: "known", value: new ShownVersion(known.value) } : known;
    this.#followAddress();
  }

  /** The cell that the address names is chosen and brought into sight. */
  #followAddress(): void {
    const { cell } = this.#shown.place;
    const at = cell === null ? null : readPlace(cell);
    const isSame = at?.sheet === this.#selected?.sheet && at?.cell === this.#selected?.cell;
    this.#selected = at;
    this.#scope.redraw();
    if (at && !isSame) this.#bringIntoSight(at);
  }

  #bringIntoSight(place: CellPlace): void {
    const { sheet, cell } = place;
    if (this.#version.kind !== "known" || cell === "") return;
    const version = this.#version.value;
    const grid = version.sheet(sheet);
    if (!grid || isMissing(place, grid)) return;
    const anchor = anchorOf(grid, cell);
    const at = parseCellName(anchor);
    const layout = version.layoutOf(grid, this.#showsHidden);
    // What is hidden and spoken of is shown.
    if (at && (!layout.lineOf.has(at.row) || !layout.columns.some(({ column }) => column === at.column)))
      this.#showsHidden = true;
    this.#scope.redraw();
    this.#grid.show(anchor, version.layoutOf(grid, this.#showsHidden));
  }

  #selectCell(cell: string, how: "keys" | "pointer"): void {
    if (this.#version.kind !== "known") return;
    const grid = this.#version.value.sheet(this.#selected?.sheet ?? "");
    if (!grid) return;
    this.#select({ sheet: grid.name, cell }, how === "keys" ? REST_MS : 0);
    if (how === "keys") this.#grid.show(cell, this.#version.value.layoutOf(grid, this.#showsHidden));
  }

  /** Chosen in a list, or a whole sheet by its tab. */
  #choose(at: CellPlace): void {
    this.#select(at, 0);
    this.#bringIntoSight(at);
  }

  #select(at: CellPlace, restMs: number): void {
    this.#selected = at;
    clearTimeout(this.#clock);
    const follow = (): void => this.#scope.go({ ...this.#shown.place, cell: writePlace(at) }, "replace");
    if (restMs === 0) follow();
    else this.#clock = setTimeout(follow, restMs);
    this.#scope.redraw();
  }

  #whole(version: ShownVersion): TemplateResult {
    const grid = version.sheet(this.#selected?.sheet ?? "");
    if (!grid) return html`<p>${say(SHEET.blank)}</p>`;
    const layout = version.layoutOf(grid, this.#showsHidden);
    const cell = this.#selectedIn(grid)?.cell ?? "";
    const marks = this.#marksOf(version, grid);
    return html`${sheetTabs({
        grids: version.grids,
        shown: grid.name,
        findings: version.answer.findings,
        choose: (sheet) => this.#choose({ sheet, cell: "" }),
      })}
      ${missingSheet(this.#selected, grid)}
      <div class="sheet-layout">
        <div class="sheet-side">
          ${hiddenNotes(layout, {
            isShown: this.#showsHidden,
            toggle: () => {
              this.#showsHidden = !this.#showsHidden;
              this.#scope.redraw();
            },
          })}
          <p class="sr-only" id="sheet-keys">${say(SHEET.keys)}</p>
          ${
            layout.lines.length === 0
              ? html`<p class="quiet-text">${say(SHEET.blank)}</p>`
              : this.#grid.render({ sheet: grid.name, layout, marks, selected: cell === "" ? null : cell })
          }
        </div>
        ${this.#side(version, { grid, layout, marks })}
      </div>
      ${printedSaid(version.answer, this.#desk.comments.all)}`;
  }

  #side(
    version: ShownVersion,
    { grid, layout, marks }: { readonly grid: Grid; readonly layout: SheetLayout; readonly marks: Marks },
  ): TemplateResult {
    const scope = this.#panelScope(version, grid);
    const { selected } = scope;
    const mark = marks.get(selected?.cell ?? "");
    if (!selected || (selected.cell === "" && !mark && !scope.writing)) return this.#panel.render(scope, null);
    const at = parseCellName(selected.cell);
    const cell = at ? layout.cellAt(at.row, at.column) : undefined;
    const text = cell && at ? cellText(cell, layout.figureColumns.has(at.column)) : "";
    return this.#panel.render(scope, cellCard(scope, { at: selected, mark, cell, text }));
  }

  #panelScope({ answer }: ShownVersion, grid: Grid): PanelScope {
    const { round, submission, place } = this.#shown;
    const { drafts, comments } = this.#desk;
    const standing = { me: this.#scope.me, round, submission };
    return {
      version: answer,
      comments: comments.all,
      place,
      selected: this.#selectedIn(grid),
      writing: isReviewer(standing)
        ? {
            drafts: drafts.comments(answer.number),
            text: (at) => drafts.comment(answer.number, writePlace(at)),
            write: (at, text) => drafts.writeComment(answer.number, writePlace(at), text),
            send: (at) => this.#send(answer.number, at),
          }
        : null,
      resolve: isSubmitter(standing) ? (comment) => void this.#resolve(comment) : null,
      busy: this.#busy,
      choose: (at) => this.#choose(at),
      backToSheet: () => this.#grid.focus(),
      redraw: this.#scope.redraw,
    };
  }

  /** Nothing where the address names a sheet that this version has not. */
  #selectedIn(grid: Grid): CellPlace | null {
    const chosen = this.#selected;
    if (!chosen || isMissing(chosen, grid)) return null;
    return { sheet: grid.name, cell: chosen.cell === "" ? "" : anchorOf(grid, chosen.cell) };
  }

  async #send(version: number, at: CellPlace): Promise<Reply<CommentAnswer> | null> {
    const { drafts, comments } = this.#desk;
    const place = writePlace(at);
    const text = drafts.comment(version, place).trim();
    if (text === "" || this.#busy.has(place)) return null;
    const reply = await this.#during(place, () => comments.add(version, { ...at, text }));
    // What was typed meanwhile stays.
    if (reply.ok) drafts.forgetComment(version, place, text);
    this.#scope.tell(reply.ok ? { kind: "done", text: PANEL.sent } : { kind: "error", text: reply.told });
    return reply;
  }

  async #resolve(comment: CommentAnswer): Promise<void> {
    const reply = await this.#during(comment.id, () => this.#desk.comments.resolve(comment.id));
    if (!reply.ok) this.#scope.tell({ kind: "error", text: reply.told });
  }

  async #during<T>(name: string, act: () => Promise<T>): Promise<T> {
    this.#busy.add(name);
    this.#scope.redraw();
    try {
      return await act();
    } finally {
      this.#busy.delete(name);
      this.#scope.redraw();
    }
  }

  /** Made again only when something of it has changed: rows are drawn again by it. */
  #marksOf({ answer }: ShownVersion, grid: Grid): Marks {
    const comments = this.#desk.comments.all;
    const drafts = this.#desk.drafts
      .comments(answer.number)
      .filter(({ sheet, cell }) => sheet === grid.name && cell !== "");
    const cells = drafts.map(({ cell }) => cell);
    const of = [answer, grid, comments, cells.join(" ")];
    if (this.#marks?.of.every((one, index) => one === of[index])) return this.#marks.marks;
    const marks = marksOf(grid.name, {
      version: answer,
      comments,
      drafts: cells,
      anchorOf: (cell) => anchorOf(grid, cell),
    });
    this.#marks = { of, marks };
    return marks;
  }
}

/** The sheet that is shown is another one than the address names. */
const isMissing = ({ sheet }: CellPlace, grid: Grid): boolean => sheet !== "" && sheet !== grid.name;

const missingSheet = (selected: CellPlace | null, grid: Grid): TemplateResult | typeof nothing =>
  selected && isMissing(selected, grid)
    ? statusLine({ kind: "warning", text: say(SHEET.noSheet, { sheet: selected.sheet }) })
    : nothing;
