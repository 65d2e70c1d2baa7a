/** “Sửa” on a card: what would change, then the button; where there is a choice, the officer makes it first. */
import { html, nothing, type TemplateResult } from "lit-html";
import type { TellableFinding } from "../../checking/report.ts";
import type { CellChange } from "../../live/state.ts";
import { button } from "../kit/button.ts";
import { say } from "../kit/language.ts";
import { printContent, printCount } from "../kit/printing.ts";
import type { PaneParts } from "../parts.ts";
import { AS_TEXT, BECOMES, CHOOSE, CHOOSE_NOTHING, MEND, MEND_CHOSEN, MORE_EDITS, WILL_CHANGE } from "./words.ts";

const MOST_CHANGES = 5;

export function mending(finding: TellableFinding, parts: PaneParts): TemplateResult | typeof nothing {
  const { fix } = finding;
  if (!fix) return nothing;
  if (fix.kind === "choose") return choosing(finding, parts);
  const changed = parts.live.preview(finding, 0);
  if (changed.length === 0) return nothing;
  return html`<div class="mending">
    <h3 class="label">${say(WILL_CHANGE)}</h3>
    ${changes(changed)}
    <div class="actions">${mend(finding, parts, { option: 0, label: say(MEND) })}</div>
  </div>`;
}

export const changes = (changed: readonly CellChange[]): TemplateResult =>
  html`<ul class="changes">
    ${changed.slice(0, MOST_CHANGES).map(
      ({ cell, old, new: becomes }) =>
        html`<li>
          <span class="change-cell">${cell}</span>
          <span class="change"
            ><del>${printOld(old, becomes)}</del><span class="sr-only"> ${say(BECOMES)} </span
            ><span aria-hidden="true" class="arrow">→</span><ins>${printContent(becomes)}</ins></span
          >
        </li>`,
    )}${
      changed.length > MOST_CHANGES
        ? html`<li class="quiet-text">${say(MORE_EDITS, { count: printCount(changed.length - MOST_CHANGES) })}</li>`
        : nothing
    }
  </ul>`;

/** A text that becomes the very number it looks like is told apart from it. */
const printOld = (old: CellChange["old"], becomes: CellChange["new"]): string =>
  typeof old === "string" && old !== "" && typeof becomes === "number"
    ? say(AS_TEXT, { text: old })
    : printContent(old);

const draftOf = ({ key }: TellableFinding): string => `option ${key}`;

function choosing(finding: TellableFinding, parts: PaneParts): TemplateResult | typeof nothing {
  const { view, live } = parts;
  const options = finding.fix?.kind === "choose" ? finding.fix.options : [];
  if (options.length === 0) return nothing;
  // Where there is one way only, nothing is left to be picked.
  const chosen = view.draft(draftOf(finding), options.length === 1 ? "0" : "");
  return html`<fieldset class="mending">
    <legend class="label">${say(CHOOSE)}</legend>
    ${options.map(
      (option, index) =>
        html`<label class="choice">
          <input
            type="radio"
            name="option"
            .checked=${chosen === String(index)}
            @change=${() => {
              view.type(draftOf(finding), String(index));
            }}
          />
          <span
            ><span>${say(option.label)}</span>${
              option.edits.length === 0
                ? html` <span class="quiet-text">(${say(CHOOSE_NOTHING)})</span>`
                : changes(live.preview(finding, index))
            }</span
          >
        </label>`,
    )}
    <div class="actions">
      ${mend(finding, parts, { option: chosen === "" ? null : Number(chosen), label: say(MEND_CHOSEN) })}
    </div>
  </fieldset>`;
}

interface Mend {
  /** Null while none is chosen. */
  readonly option: number | null;
  readonly label: string;
}

const mend = (finding: TellableFinding, { doing, live, view }: PaneParts, { option, label }: Mend): TemplateResult =>
  button({
    label,
    look: "primary",
    icon: "wand",
    isDisabled: option === null,
    isBusy: doing.is("mend"),
    does: () => {
      void doing.run("mend", async () => {
        const isDone = await live.applyFix(finding, option ?? 0);
        view.type(draftOf(finding), null);
        if (isDone) view.change({ notice: null });
      });
    },
  });
