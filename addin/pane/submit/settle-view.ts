/** A conflict, settled field by field: mine, theirs, or as it was before. */
import { html, nothing, type TemplateResult } from "lit-html";
import type { Unit } from "../../../shared/money.ts";
import type { Choice, Conflict, Settled } from "../../sync/state.ts";
import { button } from "../kit/button.ts";
import { disclosure } from "../kit/disclosure.ts";
import { say } from "../kit/language.ts";
import { memo } from "../memo.ts";
import {
  choicesOf,
  countUndecided,
  choiceOf,
  needsChoice,
  splitLines,
  type ThreeField,
  type ThreeLine,
} from "./choices.ts";
import { nameField } from "../kit/field-names.ts";
import { longList, remark, stepHead } from "./parts-of-page.ts";
import { unitOfRound, type SubmitScope } from "./scope.ts";
import { applyChoices, choose, chooseEverywhere, conflictOf, submitSettled } from "./settling.ts";
import type { Settling } from "./submit-view.ts";
import { printValue, unitOf } from "../kit/values.ts";
import { OUTBOX, SETTLE } from "./words.ts";

const split = memo(splitLines);
const countOpen = memo(countUndecided);
const SETTLED = "submit-settled-lines";

export function settleView(scope: SubmitScope): TemplateResult {
  const { settling } = scope.own.state;
  const conflict = conflictOf(scope);
  const isDone = settling?.phase === "done";
  return html`<section class="submit-section">
    ${stepHead(scope, say(isDone ? SETTLE.doneHeading : SETTLE.heading))}
    ${!settling || !conflict ? remark("info", say(SETTLE.gone)) : settlingBody(scope, settling, conflict)}
  </section>`;
}

function settlingBody(scope: SubmitScope, settling: Settling, conflict: Conflict): TemplateResult {
  if (settling.phase === "done" && settling.settled) return doneView(scope, settling.settled);
  const { threeWays, told } = conflict;
  return html`<p>${say(told)}</p>
    ${threeWays ? linesView(scope, conflict, threeWays.lines) : remark("warning", say(SETTLE.untold))}`;
}

function linesView(scope: SubmitScope, conflict: Conflict, lines: readonly ThreeLine[]): TemplateResult {
  const { disputed, settled } = split(lines);
  const shown: Shown = {
    unit: unitOfRound(scope),
    theirs: say(SETTLE.theirs(conflict.latestVersion)),
  };
  return html`<p>${say(SETTLE.intro(conflict.latestVersion))}</p>
    ${disputed.length === 0 ? nothing : disputedView(scope, disputed, shown)}
    ${settled.length === 0 ? nothing : settledView(scope, settled, shown)} ${applyView(scope, lines)}`;
}

/** What is the same for all lines. */
interface Shown {
  readonly unit: Unit;
  /** What the other side is called. */
  readonly theirs: string;
}

const disputedView = (scope: SubmitScope, lines: readonly ThreeLine[], shown: Shown): TemplateResult =>
  html`<h3>${say(SETTLE.disputed(lines.length))}</h3>
    <div class="actions">
      ${(["mine", "theirs"] as const).map((choice) =>
        button({
          label: say(choice === "mine" ? SETTLE.allMine : SETTLE.allTheirs),
          does: () => {
            chooseEverywhere(scope, lines, choice);
          },
        }),
      )}
    </div>
    ${longList(scope, { id: "disputed", items: lines, item: (line) => lineView(scope, line, shown) })}`;

const settledView = (scope: SubmitScope, lines: readonly ThreeLine[], shown: Shown): TemplateResult =>
  disclosure({
    id: SETTLED,
    title: say(SETTLE.settled(lines.length)),
    isOpen: scope.view.isOpen(SETTLED),
    toggle: () => {
      scope.view.toggle(SETTLED);
    },
    body: () => longList(scope, { id: SETTLED, items: lines, item: (line) => lineView(scope, line, shown) }),
  });

const lineView = (scope: SubmitScope, line: ThreeLine, shown: Shown): TemplateResult =>
  html`<div class="submit-three">
    <p class="submit-line-name">${line.name}</p>
    ${line.fields.filter(needsChoice).map((field) => fieldChooser(scope, { line, field }, shown))}
  </div>`;

function fieldChooser(
  scope: SubmitScope,
  { line, field }: { readonly line: ThreeLine; readonly field: ThreeField },
  { unit, theirs }: Shown,
): TemplateResult {
  const chosen = choiceOf(line, field, scope.own.state.settling?.choices ?? new Map<string, Choice>());
  const names: Readonly<Record<Choice, string>> = { mine: say(SETTLE.mine), theirs, before: say(SETTLE.before) };
  const values = { mine: field.mine, theirs: field.theirs, before: field.base };
  const measure = unitOf(field.isDong, unit);
  return html`<fieldset class="submit-choices">
    <legend>
      ${say(nameField(field))}${measure === "" ? nothing : html` <span class="quiet-text">(${measure})</span>`}
    </legend>
    ${choicesOf(line, field).map(
      (choice) =>
        html`<label class="choice">
          <input
            type="radio"
            name=${`${line.lineId} ${field.field}`}
            .checked=${choice === chosen}
            @change=${() => {
              choose(scope, line, { ...field, choice });
            }}
          />
          <span class="submit-choice"
            ><span class="quiet-text">${names[choice]}</span>
            <span class="submit-choice-value">${printValue(field, values[choice], unit)}</span></span
          >
        </label>`,
    )}
  </fieldset>`;
}

function applyView(scope: SubmitScope, lines: readonly ThreeLine[]): TemplateResult {
  const { settling } = scope.own.state;
  const open = settling ? countOpen(lines, settling.choices) : 0;
  const isApplying = settling?.phase === "applying";
  return html`<div class="submit-send">
    ${settling?.phase === "refused" ? remark("error", say(SETTLE.refused)) : nothing}
    <p id="submit-undecided" class="hint" role="status">${open === 0 ? nothing : say(SETTLE.undecided(open))}</p>
    ${button({
      label: say(isApplying ? SETTLE.applying : SETTLE.apply),
      look: "primary",
      isBusy: isApplying,
      isDisabled: open > 0,
      describedBy: "submit-undecided",
      does: () => {
        void applyChoices(scope);
      },
    })}
  </div>`;
}

const doneView = (scope: SubmitScope, { edits, byHand }: Settled): TemplateResult =>
  html`${remark("done", say(SETTLE.done(edits.length)))}
    ${
      byHand.length === 0
        ? nothing
        : html`<p class="label">${say(SETTLE.byHand)}</p>
            ${longList(scope, { id: "by-hand", items: byHand, item: (told) => html`<p>${say(told)}</p>` })}`
    }
    <div class="actions">
      ${button({
        label: say(OUTBOX.reviewAgain),
        icon: "submit",
        look: "primary",
        does: () => {
          void submitSettled(scope);
        },
      })}
    </div>`;
