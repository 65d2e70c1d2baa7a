/** The catalogue of rules, open to everybody: searched, filtered, each rule at an address of its own, and printed as a booklet. */
import { html, nothing, type TemplateResult } from "lit-html";
import { afterDrawing } from "../../../addin/pane/kit/after-drawing.ts";
import { button } from "../../../addin/pane/kit/button.ts";
import { say } from "../../../addin/pane/kit/language.ts";
import { SEVERITIES, type Severity } from "../../../shared/finding.ts";
import { capitalised, SEVERITY_NAMES } from "../../../shared/names.ts";
import { fold } from "../../../shared/text.ts";
import { statusLine } from "../../../addin/pane/kit/status-line.ts";
import { ASKING, knownFrom, type Known, type OpenPublicPage, type Page, type PublicScope } from "../page.ts";
import { choice } from "../parts/form.ts";
import { showKnown } from "../parts/known.ts";
import type { PlaceOf } from "../places.ts";
import { RULE_GROUPS, type RuleGroup } from "./groups.ts";
import { ruleView } from "./rule-view.ts";
import { RULES, type ListedRule } from "./words.ts";

export const openRulesPage: OpenPublicPage<"rules"> = (scope, place) => new RulesPage(scope, place);

interface Catalogue {
  readonly version: string;
  readonly rules: readonly ListedRule[];
}

interface ShownGroup extends RuleGroup {
  readonly shown: readonly ListedRule[];
}

const LAST = RULE_GROUPS[RULE_GROUPS.length - 1];

class RulesPage implements Page<"rules"> {
  readonly #scope: PublicScope;
  #named: string | null;
  #catalogue: Known<Catalogue> = ASKING;
  #sought = "";
  #severity: Severity | "all" = "all";

  constructor(scope: PublicScope, place: PlaceOf<"rules">) {
    this.#scope = scope;
    this.#named = place.ruleId;
    void this.#load();
  }

  title(): string {
    return say(RULES.title);
  }

  visit({ ruleId }: PlaceOf<"rules">): boolean {
    if (ruleId !== this.#named) {
      this.#named = ruleId;
      this.#showNamed();
    }
    return true;
  }

  close(): void {
    // Nothing goes on by itself.
  }

  readonly #load = async (): Promise<void> => {
    this.#catalogue = knownFrom(await this.#scope.askPublic((client) => client.call("listRules", {})));
    this.#scope.redraw();
    this.#showNamed();
  };

  /** Brings the rule of the address into sight, whatever was sought before. */
  #showNamed(): void {
    const id = this.#named;
    if (id === null) return;
    this.#showAll();
    afterDrawing(() => {
      const rule = document.getElementById(id);
      rule?.scrollIntoView({ block: "start" });
      rule?.focus({ preventScroll: true });
    });
  }

  #showAll(): void {
    this.#sought = "";
    this.#severity = "all";
    this.#scope.redraw();
  }

  render(): TemplateResult {
    return html`<div class="rules">
      <header class="page-head">
        <h1>${say(RULES.title)}</h1>
        <div class="actions">${button({ label: say(RULES.print), does: () => print() })}</div>
      </header>
      ${showKnown(
        this.#catalogue,
        () => void this.#load(),
        (catalogue) => this.#body(catalogue),
      )}
    </div>`;
  }

  #body({ version, rules }: Catalogue): TemplateResult {
    const groups = this.#groups(rules);
    const count = groups.reduce((sum, { shown }) => sum + shown.length, 0);
    const isUnknown = this.#named !== null && !rules.some(({ id }) => id === this.#named);
    return html`${
        isUnknown ? statusLine({ kind: "info", text: say(RULES.noSuch(this.#named ?? "")), isAlert: true }) : nothing
      }
      <p>${say(RULES.says(rules.length, version))}</p>
      <p class="quiet-text">${say(RULES.severities)}</p>
      ${this.#seeking(count)}
      <nav class="rules-groups" aria-label=${say(RULES.groups)}>
        <ul>
          ${groups.map(
            ({ id, name, shown }) =>
              html`<li><a href="#${id}">${say(name)}</a> <span class="quiet-text">${String(shown.length)}</span></li>`,
          )}
        </ul>
      </nav>
      ${groups.map(
        ({ id, name, shown }) =>
          html`<section class="rules-group" aria-labelledby=${id}>
            <h2 id=${id} tabindex="-1">${say(name)}</h2>
            ${shown.map((rule) => ruleView(rule, rule.id === this.#named))}
          </section>`,
      )}
      ${
        count === 0
          ? html`<p>${say(RULES.noneFound)} ${button({ label: say(RULES.clear), does: () => this.#showAll() })}</p>`
          : nothing
      }`;
  }

  #seeking(count: number): TemplateResult {
    return html`<div class="rules-seeking" role="search">
      <div class="field">
        <label for="rules-search">${say(RULES.search)}</label>
        <input
          id="rules-search"
          type="search"
          autocomplete="off"
          maxlength="100"
          .value=${this.#sought}
          @input=${({ target }: Event) => {
            if (target instanceof HTMLInputElement) this.#sought = target.value;
            this.#scope.redraw();
          }}
        />
      </div>
      ${choice<Severity | "all">({
        id: "rules-severity",
        label: say(RULES.severity),
        value: this.#severity,
        options: [
          ["all", say(RULES.all)],
          ...SEVERITIES.map((severity) => [severity, capitalised(say(SEVERITY_NAMES[severity]))] as const),
        ],
        choose: (severity) => {
          this.#severity = severity;
          this.#scope.redraw();
        },
      })}
      <p role="status" class="quiet-text">${say(RULES.found(count))}</p>
    </div>`;
  }

  /** With what is sought; groups without any are left out. */
  #groups(rules: readonly ListedRule[]): readonly ShownGroup[] {
    const words = fold(this.#sought)
      .split(" ")
      .filter((word) => word !== "");
    const fits = (rule: ListedRule): boolean => {
      if (this.#severity !== "all" && rule.severity !== this.#severity) return false;
      const text = textOf(rule);
      return words.every((word) => text.includes(word));
    };
    return RULE_GROUPS.map((group) => ({
      ...group,
      shown: rules.filter((rule) => groupOf(rule) === group && fits(rule)),
    })).filter(({ shown }) => shown.length > 0);
  }
}

const groupOf = ({ id }: ListedRule): RuleGroup | undefined =>
  RULE_GROUPS.find(({ rules }) => rules.includes(id)) ?? LAST;

/** All that may be sought, in both languages. */
const textOf = ({ id, checks, example, source }: ListedRule): string =>
  fold([id, ...[checks, example, source].flatMap(({ vi, en }) => [vi, en])].join(" "));
