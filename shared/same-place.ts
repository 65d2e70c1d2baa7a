/** The place of a line in its sheet: what tells lines apart that look much the same, when many of them were reworded together. */
export interface Standing {
  /** Equal for lines of one section. */
  readonly section: number;
  /** The line before that it is known to be; null while nobody knows. */
  readonly known: number | null;
}

/**
 * Equal for lines of two versions that stand as far below the same known line of the same section, or below its head where no line
 * above is known: so a line put in or taken out elsewhere moves none.
 */
export function placesOf(lines: readonly Standing[]): readonly string[] {
  const above = new Map<number, { readonly known: number; readonly below: number }>();
  return lines.map(({ section, known }) => {
    const last = above.get(section) ?? { known: HEAD, below: 0 };
    const own = known === null ? { known: last.known, below: last.below + 1 } : { known, below: 0 };
    above.set(section, own);
    return `${String(section)} ${String(own.known)} ${String(own.below)}`;
  });
}

const HEAD = -1;
