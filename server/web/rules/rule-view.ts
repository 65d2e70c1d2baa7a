/** One rule of the catalogue. */
import { html, nothing, type TemplateResult } from "lit-html";
import { language, say } from "../../../addin/pane/kit/language.ts";
import { capitalised, SEVERITY_NAMES } from "../../../shared/names.ts";
import { badge } from "../parts/badge.ts";
import { facts } from "../parts/facts.ts";
import { addressOf } from "../places.ts";
import { FIXES, RULES, type ListedRule } from "./words.ts";

/** @param isNamed the address names it */
export function ruleView(rule: ListedRule, isNamed: boolean): TemplateResult {
  const { id, severity, status, checks, example, source, fix } = rule;
  const name = checks[language()];
  return html`<article class="rule ${isNamed ? "named" : ""}" id=${id} aria-labelledby="${id}-name" tabindex="-1">
    <header class="rule-head">
      <h3 id="${id}-name">${name}</h3>
      ${badge(severity, capitalised(say(SEVERITY_NAMES[severity])))}
      ${status === "trial" ? badge("quiet", say(RULES.trial)) : nothing}
      <a class="rule-link" href=${addressOf({ page: "rules", ruleId: id })} title=${say(RULES.link(name))}
        ><code>${id}</code></a
      >
    </header>
    ${status === "trial" ? html`<p class="quiet-text">${say(RULES.trialSays)}</p>` : nothing}
    ${facts([
      [say(RULES.example), say(example)],
      [say(RULES.fix), say(FIXES[fix])],
      [say(RULES.source), say(source)],
    ])}
  </article>`;
}
