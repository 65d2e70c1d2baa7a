/** “Sửa tất cả lỗi an toàn”: the list of all that would change; what is not wanted is cleared. */
import { html, nothing, type TemplateResult } from "lit-html";
import type { TellableFinding } from "../../checking/report.ts";
import { button } from "../kit/button.ts";
import { dialog } from "../kit/dialog.ts";
import { say } from "../kit/language.ts";
import { printCount } from "../kit/printing.ts";
import { statusLine } from "../kit/status-line.ts";
import type { PaneParts } from "../parts.ts";
import { changes } from "./card-mending.ts";
import { findSafeFixes } from "./safe-fixes.ts";
import {
  CANCEL,
  EXCEL_UNDO_LOST,
  MEND_ALL,
  MEND_ALL_INTRO,
  MEND_ALL_TITLE,
  MEND_PICKED,
  MENDED,
  MENDED_PART,
  MORE_EDITS,
  PICK_ALL,
} from "./words.ts";

const DIALOG = "mend-all";
/** More are mended too, but not listed one by one: the page must stay quick. */
const MOST_LISTED = 200;

const safeFixesOf = ({ live }: PaneParts): readonly TellableFinding[] =>
  findSafeFixes(live.state.report?.findings ?? []);

/** The button; nothing where there is nothing to mend so. */
export function mendAllButton(parts: PaneParts): TemplateResult | typeof nothing {
  const { length } = safeFixesOf(parts);
  if (length === 0) return nothing;
  return button({
    label: say(MEND_ALL, { count: printCount(length) }),
    icon: "wand",
    does: () => {
      parts.view.change({ dialog: DIALOG, notice: null });
      parts.view.type(CLEARED, null);
    },
  });
}

/** Keys of those that were cleared, in one draft. */
const CLEARED = "mend-all-cleared";
const SEPARATOR = "\n";

const clearedKeys = ({ view }: PaneParts): readonly string[] => view.draft(CLEARED).split(SEPARATOR).filter(Boolean);

export function mendAllDialog(parts: PaneParts): TemplateResult | typeof nothing {
  const { view, doing, live } = parts;
  if (view.state.dialog !== DIALOG) return nothing;
  const all = safeFixesOf(parts);
  const cleared = new Set(clearedKeys(parts));
  const picked = all.filter(({ key }) => !cleared.has(key));
  const close = (): void => {
    view.change({ dialog: null });
  };
  return dialog({
    title: say(MEND_ALL_TITLE),
    close,
    body: html`<p>${say(MEND_ALL_INTRO)}</p>
      ${live.state.facts.keepsUndo ? nothing : statusLine({ kind: "info", text: say(EXCEL_UNDO_LOST) })}
      <label class="choice all">
        <input
          type="checkbox"
          .checked=${picked.length === all.length}
          .indeterminate=${picked.length > 0 && picked.length < all.length}
          @change=${() => {
            view.type(CLEARED, picked.length === all.length ? all.map(({ key }) => key).join(SEPARATOR) : null);
          }}
        /><span>${say(PICK_ALL)}</span>
      </label>
      <ul class="picks">
        ${all.slice(0, MOST_LISTED).map((finding) => pick(finding, parts, cleared))}
      </ul>
      ${
        all.length > MOST_LISTED
          ? html`<p class="quiet-text">${say(MORE_EDITS, { count: printCount(all.length - MOST_LISTED) })}</p>`
          : nothing
      }`,
    actions: html`${button({
      label: say(MEND_PICKED, { count: printCount(picked.length) }),
      look: "primary",
      isDisabled: picked.length === 0,
      isBusy: doing.is(DIALOG),
      does: () => {
        void doing.run(DIALOG, () => mendPicked(parts, picked));
      },
    })}
    ${button({ label: say(CANCEL), does: close })}`,
  });
}

async function mendPicked({ live, view }: PaneParts, picked: readonly TellableFinding[]): Promise<void> {
  const mended = await live.applyFixes(picked);
  const facts = { count: printCount(mended), all: printCount(picked.length) };
  const isWhole = mended === picked.length;
  view.change({ dialog: null, notice: { kind: "done", text: say(isWhole ? MENDED : MENDED_PART, facts) } });
}

const pick = (finding: TellableFinding, parts: PaneParts, cleared: ReadonlySet<string>): TemplateResult =>
  html`<li>
    <label class="choice">
      <input
        type="checkbox"
        .checked=${!cleared.has(finding.key)}
        @change=${() => {
          const keys = clearedKeys(parts);
          const others = keys.filter((key) => key !== finding.key);
          parts.view.type(CLEARED, (others.length < keys.length ? others : [...keys, finding.key]).join(SEPARATOR));
        }}
      /><span
        ><span class="pick-text">${finding.message}</span
        ><span class="quiet-text">${finding.sheet}</span>${changes(parts.live.preview(finding, 0))}</span
      >
    </label>
  </li>`;
