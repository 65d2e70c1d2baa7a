/** One row of the list: a heading, a finding or a comment. */
import { html, nothing, type TemplateResult } from "lit-html";
import { SEVERITY_NAMES } from "../../../shared/names.ts";
import { countSeverities } from "./filter.ts";
import { BY_GRAVITY } from "./gravity.ts";
import type { HeadRow } from "./groups.ts";
import type { Item } from "./items.ts";
import { icon } from "../kit/icons.ts";
import { language, say } from "../kit/language.ts";
import { printCount } from "../kit/printing.ts";
import { COMMENT, EXPLAINED, SEVERITY_LABELS } from "./words.ts";

export const lookOf = (item: Item): "comment" | "error" | "ask" | "warning" | "info" =>
  item.kind === "comment" ? "comment" : item.severity;

export const labelOf = (item: Item): string => say(item.kind === "comment" ? COMMENT : SEVERITY_LABELS[item.severity]);

/** "G12", "G12 (+3)". */
export function placeOf({ cells }: Item): string {
  const [first = ""] = cells;
  return cells.length > 1 ? `${first} (+${String(cells.length - 1)})` : first;
}

export const itemFace = (item: Item, { isExplained, showsSheet }: Face): TemplateResult =>
  html`<span class="item-icon ${lookOf(item)}">${icon(lookOf(item))}</span>
    <span class="item-meta"
      ><span class="item-label ${lookOf(item)}">${labelOf(item)}</span>
      <span class="item-place">${placeOf(item)}</span>${
        item.sheet === "" ? nothing : html`<span class=${showsSheet ? "item-sheet" : "sr-only"}> ${item.sheet}</span>`
      }${isExplained ? html` <span class="tag">${icon("tick")}${say(EXPLAINED)}</span>` : nothing}</span
    >
    <span class="item-text">${item.text}</span>`;

export interface Face {
  readonly isExplained: boolean;
  /** Where the heading does not say it. */
  readonly showsSheet: boolean;
}

/** "3 lỗi, 1 cảnh báo" as icons with figures; in words for who can't see them. */
export function headFace({ items }: HeadRow, title: string): TemplateResult {
  const counts = countSeverities(items.flatMap((item) => (item.kind === "finding" ? [item] : [])));
  return html`<span class="head-title" title=${title}>${title}</span>
    <span class="head-counts"
      >${BY_GRAVITY.filter((severity) => counts[severity] > 0).map(
        (severity) =>
          html`<span class=${severity} title="${printCount(counts[severity])} ${SEVERITY_NAMES[severity][language()]}"
            >${icon(severity)}${printCount(counts[severity])}<span class="sr-only">
              ${SEVERITY_NAMES[severity][language()]}</span
            ></span
          >`,
      )}</span
    >`;
}
