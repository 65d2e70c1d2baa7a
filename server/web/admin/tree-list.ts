/** Rows of the tree of organisations, only those in sight where there are many. */
import { html, nothing, type TemplateResult } from "lit-html";
import { icon } from "../../../addin/pane/kit/icons.ts";
import { say } from "../../../addin/pane/kit/language.ts";
import { printCount } from "../../../addin/pane/kit/printing.ts";
import type { Organisation } from "../../../shared/api/organisations.ts";
import { KIND_NAMES } from "../../../shared/names.ts";
import { badge } from "../parts/badge.ts";
import { VirtualRows } from "../parts/virtual-rows.ts";
import type { OrganisationTree, TreeRow } from "./organisation-tree.ts";
import { TREE } from "./words.ts";

interface TreeListOptions {
  /** Unlike any other on the page. */
  readonly id: string;
  readonly redraw: () => void;
  /** An organisation's place in the list: a link to it, or a tick beside it. */
  readonly cell: (organisation: Organisation) => TemplateResult;
}

interface Shown {
  readonly tree: OrganisationTree;
  readonly label: string;
  /** Only those that fit, beside what is searched for. */
  readonly fits?: (organisation: Organisation) => boolean;
}

const ROW_PIXELS = 32;
const DEEPEST = 6;

export class TreeList {
  readonly #options: TreeListOptions;
  readonly #virtual: VirtualRows;
  readonly #open = new Set<string>();
  #query = "";
  /** Then all that holds it is open, and nothing is there to be opened. */
  #isSought = false;

  constructor(options: TreeListOptions) {
    this.#options = options;
    this.#virtual = new VirtualRows({ estimate: () => ROW_PIXELS, redraw: options.redraw });
  }

  render({ tree, label, fits }: Shown): TemplateResult {
    const isOpen = (key: string): boolean => this.#open.has(key);
    this.#isSought = this.#query.trim() !== "" || fits !== undefined;
    const rows = tree.rows({ isOpen, query: this.#query, ...(fits ? { fits } : {}) });
    const { first, last, above, below } = this.#virtual.inSight(rows.length);
    const hits = rows.filter(({ branch }) => branch.organisation !== null).length;
    const nameOf = (id: string): string => tree.nameOf(id);
    return html`<div class="tree">
      ${this.#search()}
      <p class="sr-only" role="status">${this.#query === "" ? "" : say(TREE.found(hits))}</p>
      <div class="tree-frame" tabindex="0" role="region" aria-label=${label} ${this.#virtual.scroller()}>
        ${rows.length === 0 ? html`<p class="tree-none quiet-text">${say(TREE.none)}</p>` : nothing}
        <ul .style=${`padding-top:${String(above)}px;padding-bottom:${String(below)}px`}>
          ${rows.slice(first, last).map((row, index) => this.#row(row, first + index, nameOf))}
        </ul>
      </div>
    </div>`;
  }

  open(...keys: readonly string[]): void {
    for (const key of keys) this.#open.add(key);
  }

  close(): void {
    this.#virtual.close();
  }

  #search(): TemplateResult {
    const id = `${this.#options.id}-search`;
    return html`<div class="field">
      <label for=${id} class="sr-only">${say(TREE.search)}</label>
      <input
        id=${id}
        type="search"
        autocomplete="off"
        placeholder=${say(TREE.search)}
        .value=${this.#query}
        @input=${({ target }: Event) => {
          if (target instanceof HTMLInputElement) this.#query = target.value;
          this.#options.redraw();
        }}
      />
    </div>`;
  }

  #row({ branch, depth, isOpen }: TreeRow, index: number, nameOf: (id: string) => string): TemplateResult {
    const { organisation, era, below, key } = branch;
    const name = organisation ? nameOf(organisation.id) : say(TREE.eras[era ?? "today"]);
    return html`<li
      class="tree-row depth-${String(Math.min(depth, DEEPEST))}"
      data-index=${index}
      ${this.#virtual.row()}
    >
      ${below.length === 0 ? html`<span class="tree-end"></span>` : this.#toggle({ key, name, isOpen })}
      ${
        organisation
          ? html`<span class="tree-cell">${this.#options.cell(organisation)}${marks(organisation)}</span>`
          : html`<span class="tree-group">${name} <span class="quiet-text">${printCount(below.length)}</span></span>`
      }
    </li>`;
  }

  #toggle({ key, name, isOpen }: { key: string; name: string; isOpen: boolean }): TemplateResult {
    if (this.#isSought) return html`<span class="tree-end"></span>`;
    return html`<button
      type="button"
      class="tree-toggle"
      aria-expanded=${isOpen ? "true" : "false"}
      aria-label=${say(TREE.below, { name })}
      @click=${() => {
        if (!this.#open.delete(key)) this.#open.add(key);
        this.#options.redraw();
      }}
    >
      ${icon("chevron")}
    </button>`;
  }
}

const marks = ({ kind, isClosed }: Organisation): TemplateResult =>
  html`${kind === "department" || kind === "commune" ? html` <span class="quiet-text tree-kind">${say(KIND_NAMES[kind])}</span>` : nothing}
  ${isClosed ? badge("quiet", say(TREE.closed)) : nothing}`;
