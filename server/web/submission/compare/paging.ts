/** Of long lists the first lines are shown, and more when asked for. */
import { html, nothing, type TemplateResult } from "lit-html";
import { focusWhenDrawn } from "../../../../addin/pane/kit/after-drawing.ts";
import { button } from "../../../../addin/pane/kit/button.ts";
import { say } from "../../../../addin/pane/kit/language.ts";
import { COMMON } from "../../words.ts";

const PAGE = 100;

export class Paging {
  readonly #redraw: () => void;
  readonly #shown = new Map<string, number>();

  constructor(redraw: () => void) {
    this.#redraw = redraw;
  }

  /** @param list its name, unlike any other of the view's */
  first<T>(list: string, items: readonly T[]): readonly T[] {
    return items.slice(0, this.#shownOf(list));
  }

  /** The button for more, where there are more. @param frame the id of what holds the list: it has the focus once all is shown */
  more(list: string, count: number, frame: string): TemplateResult | typeof nothing {
    const shown = this.#shownOf(list);
    if (count <= shown) return nothing;
    return html`<div class="actions">
      ${button({
        label: say(COMMON.more(count - shown)),
        does: () => {
          this.#shown.set(list, shown + PAGE);
          if (shown + PAGE >= count) focusWhenDrawn(frame);
          this.#redraw();
        },
      })}
    </div>`;
  }

  /** All lists are at their beginning again. */
  reset(): void {
    this.#shown.clear();
  }

  #shownOf(list: string): number {
    return this.#shown.get(list) ?? PAGE;
  }
}
