/** The paste guard's banner: what the last paste took away, and the way to have it back. */
import { html, nothing, type TemplateResult } from "lit-html";
import { cellsIn, parseAddress } from "../../host/cell-areas.ts";
import type { Loss } from "../../live/state.ts";
import { button } from "../kit/button.ts";
import { disclosure } from "../kit/disclosure.ts";
import { language, say } from "../kit/language.ts";
import { printContent, printCount } from "../kit/printing.ts";
import { statusLine } from "../kit/status-line.ts";
import type { PaneParts } from "../parts.ts";
import {
  AND,
  LEAVE,
  LOSS,
  LOSS_FORMULAS,
  LOSS_LIST,
  LOSS_NOW,
  LOSS_RULE_LINE,
  LOSS_RULES,
  MORE_EDITS,
  PUT_BACK,
} from "./words.ts";

const MOST_LISTED = 50;

export const losses = (parts: PaneParts): readonly TemplateResult[] =>
  parts.live.state.losses.map((loss) =>
    statusLine({ kind: "warning", isAlert: true, text: told(loss, parts), actions: acts(loss, parts) }),
  );

/** "Lần dán vừa rồi vào F8:H12 (Phụ lục 1) đã thay 3 công thức bằng số và làm mất danh sách chọn ở 4 ô." */
export function sayLoss({ pasted, sheet, formulas, entryRules }: Loss): string {
  const cells = entryRules.flatMap((rule) => parseAddress(rule.cells).flatMap(cellsIn)).length;
  const parts = [
    ...(formulas.length > 0 ? [say(LOSS_FORMULAS, { count: printCount(formulas.length) })] : []),
    ...(cells > 0 ? [say(LOSS_RULES, { count: printCount(cells) })] : []),
  ];
  return say(LOSS, { pasted, sheet, what: parts.join(` ${AND[language()]} `) });
}

const told = (loss: Loss, { view }: PaneParts): TemplateResult =>
  html`${sayLoss(loss)}
  ${disclosure({
    id: `loss-${String(loss.id)}`,
    title: say(LOSS_LIST),
    isOpen: view.isOpen(`loss-${String(loss.id)}`),
    toggle: () => {
      view.toggle(`loss-${String(loss.id)}`);
    },
    body: () => lost(loss),
  })}`;

const lost = ({ formulas, entryRules }: Loss): TemplateResult =>
  html`<ul class="changes">
    ${formulas.slice(0, MOST_LISTED).map(
      ({ cell, formula, now }) =>
        html`<li>
          <span class="change-cell">${cell}</span
          ><span class="change">${formula} <span>(${say(LOSS_NOW, { now: printContent(now) })})</span></span>
        </li>`,
    )}${
      formulas.length > MOST_LISTED
        ? html`<li>${say(MORE_EDITS, { count: printCount(formulas.length - MOST_LISTED) })}</li>`
        : nothing
    }${entryRules.map(
      ({ cells }) =>
        html`<li><span class="change-cell">${cells}</span><span class="change">${say(LOSS_RULE_LINE)}</span></li>`,
    )}
  </ul>`;

const acts = (loss: Loss, { live, doing }: PaneParts): TemplateResult =>
  html`${button({
    label: say(PUT_BACK),
    look: "primary",
    isBusy: doing.is(`put back ${String(loss.id)}`),
    does: () => {
      void doing.run(`put back ${String(loss.id)}`, () => live.putBack(loss));
    },
  })}
  ${button({
    label: say(LEAVE),
    does: () => {
      live.dismissLoss(loss);
    },
  })}`;
