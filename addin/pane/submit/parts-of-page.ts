/** What several views of the tab are made of. */
import { html, nothing, type TemplateResult } from "lit-html";
import { ref } from "lit-html/directives/ref.js";
import { focusWhenDrawn } from "../kit/after-drawing.ts";
import { button } from "../kit/button.ts";
import { icon, spinner, type IconName } from "../kit/icons.ts";
import { say } from "../kit/language.ts";
import type { SubmitScope } from "./scope.ts";
import { GENERAL } from "./words.ts";

/** The heading of a step: it takes the focus when the officer has gone there. */
export const stepHeading = ({ own }: SubmitScope, name: string, text: string): TemplateResult =>
  html`<h2 class="submit-heading" id="submit-${name}" tabindex="-1" ${ref(own.heading(name))}>${text}</h2>`;

/** With the way back to the first page of the tab. */
export const stepHead = (scope: SubmitScope, text: string): TemplateResult =>
  html`<div class="submit-step-head">
    ${button({
      label: say(GENERAL.back),
      icon: "chevron",
      look: "quiet",
      does: () => {
        scope.own.goTo("home", { review: null, settling: null });
      },
    })}
    ${stepHeading(scope, scope.own.state.step, text)}
  </div>`;

/** The button that a form is sent by, also with Enter in one of its fields. */
export const sendButton = (label: string, isBusy: boolean): TemplateResult =>
  html`<button type="submit" class="button primary" aria-disabled=${isBusy ? "true" : "false"}>
    ${isBusy ? spinner() : nothing}<span>${label}</span>
  </button>`;

/** A form that sends itself nowhere. */
export const sent =
  (does: () => void) =>
  (event: Event): void => {
    event.preventDefault();
    does();
  };

/** A word in a box: how something stands. */
export const badge = (look: "error" | "warning" | "info" | "done" | "quiet", text: string): TemplateResult =>
  html`<span class="submit-badge ${look}">${text}</span>`;

/** Names and what they stand for; what is null is left out. */
export const facts = (lines: readonly (readonly [string, unknown] | null)[]): TemplateResult =>
  html`<dl class="submit-facts">
    ${lines.map((line) =>
      line === null
        ? nothing
        : html`<div>
            <dt>${line[0]}</dt>
            <dd>${line[1]}</dd>
          </div>`,
    )}
  </dl>`;

export interface LongList<T> {
  /** Unlike any other in the tab. */
  readonly id: string;
  readonly items: readonly T[];
  readonly item: (item: T) => TemplateResult;
}

/** The first of a long list, and a button for more. */
export function longList<T>({ own }: SubmitScope, { id, items, item }: LongList<T>): TemplateResult {
  const shown = own.shownOf(id);
  const left = items.length - shown;
  return html`<ul class="submit-list">
      ${items.slice(0, shown).map((one) => html`<li>${item(one)}</li>`)}
    </ul>
    ${
      left > 0
        ? button({
            label: say(GENERAL.more(left)),
            look: "quiet",
            does: () => {
              own.showMore(id);
            },
          })
        : nothing
    }`;
}

export interface Question {
  /** Unlike any other in the tab. */
  readonly id: string;
  /** Of the button that opens it. */
  readonly opens: string;
  readonly asks: string;
  readonly yes: string;
  readonly does: () => void;
}

/** What can't be taken back is asked about in its place, without a window over the pane. */
export function question({ own }: SubmitScope, { id, opens, asks, yes, does }: Question): TemplateResult {
  if (own.state.asks !== id)
    return button({
      label: opens,
      look: "quiet",
      id: openerOf(id),
      does: () => {
        own.ask(id);
      },
    });
  const confirm = (): void => {
    own.ask(null);
    does();
  };
  return html`<div class="submit-question" role="group" aria-label=${asks}>
    <p tabindex="-1" ${ref(focusOnce)}>${asks}</p>
    <div class="actions">
      ${button({ label: yes, does: confirm })}
      ${button({
        label: say(GENERAL.cancel),
        look: "quiet",
        does: () => {
          own.ask(null);
          focusWhenDrawn(openerOf(id));
        },
      })}
    </div>
  </div>`;
}

const openerOf = (question: string): string => `ask-${question}`;

/** The button that was pressed is gone: the question that stands in its place takes the focus. */
function focusOnce(shown: Element | undefined): void {
  if (!(shown instanceof HTMLElement)) return;
  queueMicrotask(() => {
    shown.focus();
  });
}

/** A line that says something, with its sign before it. */
export const remark = (
  look: "error" | "warning" | "info" | "done",
  text: unknown,
  sign: IconName = look,
): TemplateResult =>
  html`<div class="submit-remark ${look}">
    ${icon(sign)}
    <div>${text}</div>
  </div>`;
