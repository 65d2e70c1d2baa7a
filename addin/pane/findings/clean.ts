/** Where there is nothing to list: all is well, or no appendix was found. */
import { html, nothing, type TemplateResult } from "lit-html";
import type { AppendixReport, CheckReport } from "../../checking/report.ts";
import { button } from "../kit/button.ts";
import { icon } from "../kit/icons.ts";
import { say } from "../kit/language.ts";
import { printCount, printMoney } from "../kit/printing.ts";
import type { PaneParts } from "../parts.ts";
import {
  BLANK,
  BLANK_NEXT,
  CLEAN_ALL,
  CLEAN_LINES,
  CLEAN_LINES_ONLY,
  CLEAN_NEXT,
  GO_SUBMIT,
  NO_APPENDIX,
  NO_APPENDIX_NEXT,
  NO_APPENDIX_WHY,
} from "./words.ts";

/** "26 dòng, tổng 74.820 triệu đồng". */
export function sayAppendix({ lineItems, totals, unit }: AppendixReport): string {
  const whole = totals.find(({ isWhole }) => isWhole)?.dong ?? null;
  const lines = printCount(lineItems);
  return whole === null || unit === null
    ? say(CLEAN_LINES_ONLY, { lines })
    : say(CLEAN_LINES, { lines, total: printMoney(whole, unit) });
}

export const clean = (report: CheckReport, parts: PaneParts): TemplateResult =>
  report.appendices.every(({ lineItems }) => lineItems === 0) ? blank() : ready(report, parts);

/** Forms that nobody has filled in yet. */
const blank = (): TemplateResult =>
  html`<div class="empty">
    <span class="empty-icon">${icon("sheet")}</span>
    <h2>${say(BLANK)}</h2>
    <p>${say(BLANK_NEXT)}</p>
  </div>`;

const ready = ({ appendices }: CheckReport, { view }: PaneParts): TemplateResult =>
  html`<div class="empty">
    <span class="empty-icon done">${icon("done")}</span>
    <h2>${say(CLEAN_ALL)}</h2>
    <ul>
      ${appendices.map(
        (appendix) =>
          html`<li>${appendices.length > 1 ? html`<b>${appendix.sheet}:</b> ` : nothing}${sayAppendix(appendix)}.</li>`,
      )}
    </ul>
    <p class="quiet-text">${say(CLEAN_NEXT)}</p>
    ${button({
      label: say(GO_SUBMIT),
      icon: "submit",
      does: () => {
        view.change({ tab: "submit" });
      },
    })}
  </div>`;

export const noAppendix = ({ live, view }: PaneParts): TemplateResult =>
  html`<div class="empty">
    <span class="empty-icon">${icon("sheet")}</span>
    <h2>${say(NO_APPENDIX)}</h2>
    <p>${say(NO_APPENDIX_WHY, { sheets: printCount(live.state.sheets.length) })}</p>
    ${button({
      label: say(NO_APPENDIX_NEXT),
      icon: "sheet",
      does: () => {
        view.change({ tab: "more" });
      },
    })}
  </div>`;
