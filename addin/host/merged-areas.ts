/** Merged areas: read where Excel can tell them, and kept, since Excel counts asking for them as writing. */
import type { Area } from "../../shared/grid.ts";
import { moveArea, type Move } from "../../shared/moved-areas.ts";
import type { ExcelEvents } from "./excel-events.ts";
import type { Occasion, Outcome } from "./port.ts";
import { done, type Session } from "./session.ts";
import { AREAS_PROPERTIES, areaOf, rangeOf } from "./used-blocks.ts";

export class MergedAreas {
  readonly #session: Session;
  readonly #known = new Map<string, readonly Area[]>();
  #isFollowing = false;

  constructor(session: Session) {
    this.#session = session;
  }

  /** Merging and unmerging tells nobody: in the background it is noticed only where asking costs no undo. */
  async read(sheet: string, used: Area, occasion: Occasion): Promise<Outcome<readonly Area[]>> {
    const { facts } = this.#session;
    if (!facts.readsMergedAreas) return done([]);
    const known = this.#known.get(sheet);
    if (known && this.#isFollowing && occasion === "background" && !facts.keepsUndo) return done(known);
    const found = await readMergedAreas(this.#session, { sheet, used, occasion });
    if (found.ok) this.#known.set(sheet, found.value);
    return found;
  }

  /** What is kept moves with its rows; from then on it can be relied on. */
  async follow(events: ExcelEvents): Promise<Outcome<null>> {
    if (this.#isFollowing) return done(null);
    const listening = await events.listen((event) => {
      if (event.kind === "cells-moved") this.#move(event.sheet, event.move);
    });
    if (!listening.ok) return listening;
    this.#known.clear();
    this.#isFollowing = true;
    return done(null);
  }

  #move(sheet: string, move: Move): void {
    const known = this.#known.get(sheet);
    if (known)
      this.#known.set(
        sheet,
        known.flatMap((area) => moveArea(area, move) ?? []),
      );
  }
}

interface Question {
  readonly sheet: string;
  readonly used: Area;
  readonly occasion: Occasion;
}

/** Excel refuses where there are more than 512: then each half is asked for its own. */
async function readMergedAreas(session: Session, question: Question): Promise<Outcome<readonly Area[]>> {
  const { sheet, used, occasion } = question;
  const found = await session.run(occasion, async (context) => {
    const merged = rangeOf(context.workbook.worksheets.getItem(sheet), used).getMergedAreasOrNullObject();
    merged.areas.load(AREAS_PROPERTIES);
    await context.sync();
    return done(merged.isNullObject ? [] : merged.areas.items.map(areaOf));
  });
  if (found.ok || found.trouble.code !== "excel-failed") return found;
  // One row of more than 512 merged cells is no appendix.
  if (used.top === used.bottom) return done([]);
  const middle = Math.floor((used.top + used.bottom) / 2);
  const upper = await readMergedAreas(session, { ...question, used: { ...used, bottom: middle } });
  if (!upper.ok) return upper;
  const lower = await readMergedAreas(session, { ...question, used: { ...used, top: middle + 1 } });
  return lower.ok ? done(withoutRepeats([...upper.value, ...lower.value])) : lower;
}

/** An area over the cut is told by both halves. */
const withoutRepeats = (areas: readonly Area[]): readonly Area[] => [
  ...new Map(areas.map((area) => [Object.values(area).join(), area])).values(),
];
