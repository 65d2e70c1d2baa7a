/** The organisations as a tree that can be searched, opened and closed. Pure. */
import type { Organisation } from "../../../shared/api/organisations.ts";
import { fold } from "../../../shared/text.ts";

/** Provinces of today and former ones stand apart where there are both. */
type Era = "today" | "former";

interface Branch {
  /** The organisation's id, or one of its own where it only gathers others. */
  readonly key: string;
  readonly organisation: Organisation | null;
  /** Which provinces are gathered here; null for an organisation. */
  readonly era: Era | null;
  readonly below: readonly Branch[];
}

export interface TreeRow {
  readonly branch: Branch;
  readonly depth: number;
  readonly isOpen: boolean;
}

/** Where something is looked for, branches that hold none of it are left out and the others are open. */
interface Sought {
  readonly isOpen: (key: string) => boolean;
  readonly query: string;
  readonly fits?: (organisation: Organisation) => boolean;
}

const isFormer = ({ kind, successorId }: Organisation): boolean => kind === "province" && successorId !== null;
const isToday = ({ kind, successorId }: Organisation): boolean => kind === "province" && successorId === null;

export class OrganisationTree {
  readonly all: readonly Organisation[];
  readonly roots: readonly Branch[];
  readonly #byId: ReadonlyMap<string, Organisation>;
  readonly #folded: ReadonlyMap<string, string>;
  readonly #below: ReadonlyMap<string, readonly Organisation[]>;

  constructor(all: readonly Organisation[]) {
    this.all = all;
    this.#byId = new Map(all.map((one) => [one.id, one]));
    this.#folded = new Map(all.map(({ id, name }) => [id, fold(name)]));
    const below = new Map<string, Organisation[]>();
    const roots: Organisation[] = [];
    for (const one of all) {
      const siblings = one.parentId === null || !this.#byId.has(one.parentId) ? roots : below.get(one.parentId);
      if (siblings) siblings.push(one);
      else if (one.parentId !== null) below.set(one.parentId, [one]);
    }
    this.#below = below;
    this.roots = roots.map((root) => this.#branch(root));
  }

  find(id: string): Organisation | null {
    return this.#byId.get(id) ?? null;
  }

  /** A former province is told from the one of today that bears its name. */
  nameOf(id: string): string {
    const one = this.find(id);
    if (!one) return id;
    return isFormer(one) ? `${one.name} (cũ)` : one.name;
  }

  /** Those directly below. */
  childrenOf(id: string): readonly Organisation[] {
    return this.#below.get(id) ?? [];
  }

  /** From the root down, without the organisation itself. */
  aboveOf(id: string): readonly Organisation[] {
    const above: Organisation[] = [];
    for (let at = this.find(this.find(id)?.parentId ?? ""); at; at = this.find(at.parentId ?? "")) above.unshift(at);
    return above;
  }

  /** The organisation itself is in its own branch. */
  isInBranch(id: string, topId: string): boolean {
    return id === topId || this.aboveOf(id).some((above) => above.id === topId);
  }

  /** Former provinces that went into this one. */
  formerOf(id: string): readonly Organisation[] {
    return this.all.filter(({ successorId }) => successorId === id);
  }

  /** What has to be open so that an organisation is seen. */
  keysAbove(id: string): readonly string[] {
    const one = this.find(id);
    const above = this.aboveOf(id);
    const groups = one?.parentId ? [`${one.parentId}:${isFormer(one) ? "former" : "today"}`] : [];
    return [
      ...above.flatMap((up) =>
        up.parentId ? [up.id, `${up.parentId}:${isFormer(up) ? "former" : "today"}`] : [up.id],
      ),
      ...groups,
    ];
  }

  rows({ isOpen, query, fits }: Sought): readonly TreeRow[] {
    const words = fold(query.trim());
    const isSought = words !== "" || fits !== undefined;
    const rows: TreeRow[] = [];
    const isHit = ({ organisation }: Branch): boolean =>
      organisation !== null &&
      (fits?.(organisation) ?? true) &&
      (this.#folded.get(organisation.id) ?? "").includes(words);
    const holds = new Map<string, boolean>();
    const look = (branch: Branch): boolean => {
      const inside = branch.below.map(look).some(Boolean);
      const isHeld = inside || isHit(branch);
      holds.set(branch.key, isHeld);
      return isHeld;
    };
    this.roots.forEach(look);
    const walk = (branches: readonly Branch[], depth: number): void => {
      for (const branch of branches) {
        if (!holds.get(branch.key)) continue;
        const opened = branch.below.length > 0 && (isSought || isOpen(branch.key));
        rows.push({ branch, depth, isOpen: opened });
        if (opened) walk(branch.below, depth + 1);
      }
    };
    walk(this.roots, 0);
    return rows;
  }

  #branch(organisation: Organisation): Branch {
    const { id } = organisation;
    const below = this.#below.get(id) ?? [];
    const former = below.filter(isFormer);
    if (former.length === 0)
      return this.#leaf(
        organisation,
        below.map((one) => this.#branch(one)),
      );
    const group = (era: Era, members: readonly Organisation[]): Branch => ({
      key: `${id}:${era}`,
      organisation: null,
      era,
      below: members.map((one) => this.#branch(one)),
    });
    const others = below.filter(({ kind }) => kind !== "province").map((one) => this.#branch(one));
    return this.#leaf(organisation, [group("today", below.filter(isToday)), group("former", former), ...others]);
  }

  #leaf(organisation: Organisation, below: readonly Branch[]): Branch {
    return { key: organisation.id, organisation, era: null, below };
  }
}
