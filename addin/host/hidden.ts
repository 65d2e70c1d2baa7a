/**
 * Which rows or columns are hidden. Excel says it of a whole range: all, none or some. Asking for each row's properties
 * would be shorter, but Excel counts that call as writing, and writing may empty the officer's undo.
 */
export interface Span {
  readonly first: number;
  readonly last: number;
}

/** Asks of a span; what it gives is read after the next sync. */
export type AskHidden = (span: Span) => () => boolean | null;

const PARTS = 32;
/** Each is an object to be made and answered: more at once would keep the page waiting. */
const MOST_ASKED = 200;

/** The hidden ones in spans of which only some are. */
export async function findHidden(
  context: Excel.RequestContext,
  mixed: readonly Span[],
  ask: AskHidden,
): Promise<readonly number[]> {
  const hidden: number[] = [];
  for (let open = mixed.flatMap(split); open.length > 0;) {
    const asked = open.slice(0, MOST_ASKED).map((span) => ({ span, isHidden: ask(span) }));
    // Each round divides what is left by 32: two rounds settle a block of which few rows are hidden.
    await context.sync();
    const answers = asked.map(({ span, isHidden }) => ({ span, isHidden: isHidden() }));
    for (const { span, isHidden } of answers) if (isHidden === true) hidden.push(...indicesOf(span));
    const mixedStill = answers.filter(({ isHidden }) => isHidden === null).flatMap(({ span }) => split(span));
    open = [...mixedStill, ...open.slice(MOST_ASKED)];
  }
  return hidden.sort((a, b) => a - b);
}

export const indicesOf = ({ first, last }: Span): readonly number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

function split({ first, last }: Span): readonly Span[] {
  const size = Math.max(1, Math.ceil((last - first + 1) / PARTS));
  const spans: Span[] = [];
  for (let start = first; start <= last; start += size)
    spans.push({ first: start, last: Math.min(last, start + size - 1) });
  return spans;
}
