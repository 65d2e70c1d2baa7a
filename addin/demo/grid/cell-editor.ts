/** The text field over the cell that is being edited. */
import type { Box } from "./layout.ts";
import { CELL_PADDING, LINE_PX, textWidth } from "./text-size.ts";

const WIDEST = 520;

export class CellEditor {
  readonly element = document.createElement("textarea");
  #box: Box = { x: 0, y: 0, width: 0, height: 0 };

  constructor(label: string, changed: () => void) {
    this.element.className = "cell-editor";
    this.element.rows = 1;
    this.element.spellcheck = false;
    this.element.setAttribute("aria-label", label);
    this.element.addEventListener("input", () => {
      this.#fit();
      changed();
    });
  }

  get text(): string {
    return this.element.value;
  }

  set text(text: string) {
    this.element.value = text;
    this.#fit();
  }

  open(overlay: HTMLElement, box: Box, text: string): void {
    this.#box = box;
    overlay.append(this.element);
    this.text = text;
  }

  focus(): void {
    this.element.focus({ preventScroll: true });
    this.element.setSelectionRange(this.text.length, this.text.length);
  }

  breakLine(): void {
    const { selectionStart, selectionEnd } = this.element;
    this.element.setRangeText("\n", selectionStart, selectionEnd, "end");
    this.element.dispatchEvent(new Event("input"));
  }

  close(): void {
    this.element.remove();
  }

  #fit(): void {
    const { x, y, width, height } = this.#box;
    const wanted = Math.max(width + 1, Math.min(WIDEST, textWidth(this.text) + 2 * CELL_PADDING + 14));
    this.element.style.cssText = `left:${String(x - 1)}px;top:${String(y - 1)}px;width:${String(wanted)}px;height:${String(height + 1)}px`;
    const { scrollHeight } = this.element;
    if (scrollHeight > height)
      this.element.style.height = `${String(Math.max(height + 1, scrollHeight + 4, LINE_PX))}px`;
  }
}
