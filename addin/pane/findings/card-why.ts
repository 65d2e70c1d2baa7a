/** “Vì sao?”: the rule, its ground and an example. */
import { html, nothing, type TemplateResult } from "lit-html";
import { afterDrawing } from "../kit/after-drawing.ts";
import { disclosure } from "../kit/disclosure.ts";
import { say } from "../kit/language.ts";
import type { PaneParts } from "../parts.ts";
import { LOADING, RULE_CHECKS, RULE_EXAMPLE, RULE_ID, RULE_SOURCE, RULE_TRIAL, WHY } from "./words.ts";

export const why = (ruleId: string, parts: PaneParts): TemplateResult =>
  disclosure({
    id: "why",
    title: say(WHY),
    isOpen: parts.view.isOpen("why"),
    toggle: () => {
      parts.view.toggle("why");
      if (parts.view.isOpen("why")) showWhenDrawn();
    },
    body: () => ruleCard(ruleId, parts),
  });

/** It opens at the lower edge of the card. */
function showWhenDrawn(): void {
  afterDrawing(() => document.getElementById("why")?.scrollIntoView({ block: "nearest" }));
}

function ruleCard(ruleId: string, { rules }: PaneParts): TemplateResult {
  const known = rules.cardOf(ruleId);
  const example = rules.exampleOf(ruleId);
  if (!known) return html`<p class="quiet-text">${say(LOADING)}</p>`;
  return html`<dl class="rule">
      <dt>${say(RULE_CHECKS)}</dt>
      <dd>${say(known.checks)}</dd>
      ${
        example
          ? html`<dt>${say(RULE_EXAMPLE)}</dt>
              <dd>${say(example)}</dd>`
          : nothing
      }
      <dt>${say(RULE_SOURCE)}</dt>
      <dd>${say(known.source)}</dd>
      <dt>${say(RULE_ID)}</dt>
      <dd><code>${known.id}</code></dd>
    </dl>
    ${known.isTrial ? html`<p class="quiet-text">${say(RULE_TRIAL)}</p>` : nothing}`;
}
