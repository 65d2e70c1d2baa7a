/** Who is expected to submit: the tree to tick in, and whole groups at once. */
import { html, nothing, type TemplateResult } from "lit-html";
import { button } from "../../../addin/pane/kit/button.ts";
import { say } from "../../../addin/pane/kit/language.ts";
import { printCount } from "../../../addin/pane/kit/printing.ts";
import type { Organisation } from "../../../shared/api/organisations.ts";
import type { Bilingual } from "../../../shared/rule.ts";
import { fold } from "../../../shared/text.ts";
import { tick } from "../parts/form.ts";
import type { OrganisationTree } from "./organisation-tree.ts";
import { EDITOR } from "./round-words.ts";
import { TreeList } from "./tree-list.ts";

interface PickerOptions {
  readonly redraw: () => void;
  readonly tree: OrganisationTree;
  /** The round's owner: only what lies below it can be expected. */
  readonly ownerId: string;
  readonly chosen: () => ReadonlySet<string>;
  readonly choose: (ids: ReadonlySet<string>) => void;
}

interface Preset {
  readonly name: Bilingual;
  readonly ids: readonly string[];
}

export class ExpectedPicker {
  readonly #options: PickerOptions;
  readonly #list: TreeList;
  readonly #presets: readonly Preset[];
  #isOnlyChosen = false;

  constructor(options: PickerOptions) {
    this.#options = options;
    const { tree, ownerId } = options;
    this.#presets = presetsOf(tree, ownerId);
    this.#list = new TreeList({
      id: "expected",
      redraw: options.redraw,
      cell: (organisation) => this.#tick(organisation),
    });
    this.#list.open(...tree.keysAbove(ownerId), ownerId, `${ownerId}:today`);
  }

  render(): TemplateResult {
    const chosen = this.#options.chosen();
    const isChosen = ({ id }: Organisation): boolean => chosen.has(id);
    return html`<div class="actions">
        ${this.#presets.map(({ name, ids }) =>
          button({
            label: `${say(name)} (${printCount(ids.length)})`,
            does: () => this.#options.choose(new Set([...chosen, ...ids])),
          }),
        )}
        ${chosen.size === 0 ? nothing : button({ label: say(EDITOR.clear), look: "quiet", does: () => this.#options.choose(new Set()) })}
      </div>
      ${this.#presets.some(({ name }) => name === EDITOR.presets.former) ? html`<p class="hint">${say(EDITOR.formerHint)}</p>` : nothing}
      <p class="picker-count" role="status">${say(EDITOR.chosen(chosen.size))}</p>
      ${tick({
        label: say(EDITOR.onlyChosen),
        isOn: this.#isOnlyChosen,
        set: (isOn) => {
          this.#isOnlyChosen = isOn;
          this.#options.redraw();
        },
      })}
      ${this.#list.render({
        tree: this.#options.tree,
        label: say(EDITOR.expected),
        ...(this.#isOnlyChosen ? { fits: isChosen } : {}),
      })}`;
  }

  close(): void {
    this.#list.close();
  }

  #tick({ id, isClosed }: Organisation): TemplateResult {
    const chosen = this.#options.chosen();
    const { tree, ownerId } = this.#options;
    const name = tree.nameOf(id);
    // One that is closed can only be taken out.
    const canBe = id !== ownerId && tree.isInBranch(id, ownerId) && (!isClosed || chosen.has(id));
    if (!canBe) return html`<span class="tree-name">${name}</span>`;
    return tick({
      label: name,
      isOn: chosen.has(id),
      set: (isOn) => {
        const next = new Set(chosen);
        if (isOn) next.add(id);
        else next.delete(id);
        this.#options.choose(next);
      },
    });
  }
}

/**
 * A former province that nobody else was merged with goes on as the one of today, where its people are. One of today that
 * no former one went into was added by hand, and stands for itself.
 */
function isFromBefore(province: Organisation, tree: OrganisationTree): boolean {
  const { id, successorId } = province;
  if (successorId !== null) return !goesOnAsItself(successorId, tree);
  return tree.formerOf(id).length === 0 || goesOnAsItself(id, tree);
}

function goesOnAsItself(todayId: string, tree: OrganisationTree): boolean {
  const [only, ...others] = tree.formerOf(todayId);
  return only !== undefined && others.length === 0 && fold(only.name) === fold(tree.find(todayId)?.name ?? "");
}

export function presetsOf(tree: OrganisationTree, ownerId: string): readonly Preset[] {
  const below = tree.childrenOf(ownerId).filter(({ isClosed }) => !isClosed);
  const ids = (fits: (one: Organisation) => boolean): readonly string[] => below.filter(fits).map(({ id }) => id);
  const isProvince = ({ kind }: Organisation): boolean => kind === "province";
  const { presets } = EDITOR;
  return [
    { name: presets.today, ids: ids((one) => isProvince(one) && one.successorId === null) },
    ...(below.some(({ successorId }) => successorId !== null)
      ? [{ name: presets.former, ids: ids((one) => isProvince(one) && isFromBefore(one, tree)) }]
      : []),
    { name: presets.department, ids: ids(({ kind }) => kind === "department") },
    { name: presets.commune, ids: ids(({ kind }) => kind === "commune") },
  ].filter((preset) => preset.ids.length > 0);
}
