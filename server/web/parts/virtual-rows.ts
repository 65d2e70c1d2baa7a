/** Of a long list only the rows in sight are in the page. Rows may be of any height: each is measured when it is first seen. */
import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
  type VirtualItem,
  type VirtualizerOptions,
} from "@tanstack/virtual-core";
import { ref } from "lit-html/directives/ref.js";

/** Of shorter lists all rows are in the page: they can be searched, printed and read whole. */
const SHORT_LIST = 400;
/** Rows above and below what is in sight. */
const SPARE_ROWS = 12;

interface VirtualRowsOptions {
  /** Pixels, before a row was measured. */
  readonly estimate: (index: number) => number;
  readonly redraw: () => void;
}

/** Rows from `first` to `last` (not included) are to be in the page, with so many pixels left free above and below. */
export interface RowsInSight {
  readonly first: number;
  readonly last: number;
  readonly above: number;
  readonly below: number;
}

type Options = VirtualizerOptions<HTMLElement, HTMLElement>;

export class VirtualRows {
  readonly #options: VirtualRowsOptions;
  readonly #virtualizer: Virtualizer<HTMLElement, HTMLElement>;
  #element: HTMLElement | null = null;
  #stop: (() => void) | null = null;
  #count = 0;

  constructor(options: VirtualRowsOptions) {
    this.#options = options;
    this.#virtualizer = new Virtualizer(this.#settings());
  }

  /** For the element that scrolls: html`<div ${rows.scroller()}>`. */
  scroller = (): ReturnType<typeof ref> => ref(this.#hold);

  /** For each row, which says its place in the list in `data-index`: html`<tr data-index=${index} ${rows.row()}>`. */
  row = (): ReturnType<typeof ref> => ref(this.#measure);

  inSight(count: number): RowsInSight {
    if (count <= SHORT_LIST) {
      this.#count = 0;
      return { first: 0, last: count, above: 0, below: 0 };
    }
    if (count !== this.#count) {
      this.#count = count;
      this.#virtualizer.setOptions(this.#settings());
    }
    const items: readonly VirtualItem[] = this.#virtualizer.getVirtualItems();
    const [first] = items;
    const last = items[items.length - 1];
    if (!first || !last) return { first: 0, last: Math.min(count, 60), above: 0, below: 0 };
    return {
      first: first.index,
      last: last.index + 1,
      above: first.start,
      below: Math.max(0, this.#virtualizer.getTotalSize() - last.end),
    };
  }

  /** Brings a row into sight. */
  show(index: number): void {
    if (this.#count > 0) this.#virtualizer.scrollToIndex(index, { align: "center" });
    else
      requestAnimationFrame(() =>
        this.#element?.querySelector(`[data-index="${String(index)}"]`)?.scrollIntoView({ block: "center" }),
      );
  }

  close(): void {
    this.#stop?.();
    this.#stop = null;
  }

  #settings(): Options {
    return {
      count: this.#count,
      overscan: SPARE_ROWS,
      estimateSize: this.#options.estimate,
      getScrollElement: () => this.#element,
      observeElementRect,
      observeElementOffset,
      scrollToFn: elementScroll,
      onChange: () => {
        this.#options.redraw();
      },
    };
  }

  readonly #hold = (element: Element | undefined): void => {
    this.close();
    this.#element = element instanceof HTMLElement ? element : null;
    if (!this.#element) return;
    this.#stop = this.#virtualizer._didMount();
    this.#virtualizer._willUpdate();
    // What is in sight is known only now.
    this.#options.redraw();
  };

  readonly #measure = (element: Element | undefined): void => {
    if (this.#count > 0 && element instanceof HTMLElement) this.#virtualizer.measureElement(element);
  };
}
