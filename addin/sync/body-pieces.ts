/** The body of a submission, made piece by piece: 20,000 rows at once would hold up the page. */
import type { Grid } from "../../shared/grid.ts";
import type { Explanation } from "../../shared/submission.ts";
import { breathe, rowPortions } from "../checking/portions.ts";

/** What stands in front of the pieces: known only when it is sent. */
export interface BodyHead {
  readonly idempotencyKey: string;
  readonly replaces: number;
  readonly madeWith: string;
}

/** Sheets and explanations as they are sent, cut anywhere; what is in front of them comes with `bodyOf`. */
export async function makePieces(
  sheets: readonly Grid[],
  explanations: readonly Explanation[],
): Promise<readonly Uint8Array[]> {
  const encoder = new TextEncoder();
  const pieces: Uint8Array[] = [];
  for (const text of writeTexts(sheets, explanations)) {
    pieces.push(encoder.encode(text));
    await breathe();
  }
  return pieces;
}

/** @yields text of at most so many rows */
function* writeTexts(sheets: readonly Grid[], explanations: readonly Explanation[]): Generator<string> {
  yield `"explanations":${JSON.stringify(explanations)},"sheets":[`;
  for (const [index, { rows, ...rest }] of sheets.entries()) {
    const opened = JSON.stringify(rest).slice(0, -1);
    yield `${index === 0 ? "" : ","}${opened},"rows":[`;
    let comma = "";
    for (const portion of rowPortions(rows)) {
      yield comma + JSON.stringify(portion).slice(1, -1);
      comma = ",";
    }
    yield "]}";
  }
  yield "]}";
}

export function bodyOf({ idempotencyKey, replaces, madeWith }: BodyHead, pieces: readonly Uint8Array[]): Blob {
  const head = JSON.stringify({ idempotencyKey, replaces, attachedFileId: null, madeWith });
  return new Blob([`${head.slice(0, -1)},`, ...pieces] as ConstructorParameters<typeof Blob>[0], {
    type: "application/json",
  });
}
