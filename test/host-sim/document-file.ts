/** The workbook's file as Office hands it out: opened, read by slices, closed; two at a time and no more. */
import type { Desk } from "./desk.ts";

type Tell = (result: {
  readonly status: string;
  readonly value?: unknown;
  readonly error?: { readonly code: number };
}) => void;

const MOST_OPEN = 2;
const MOST_SLICE_BYTES = 4_194_304;
const REFUSED = { status: "failed", error: { code: 5_000 } };

const later = (tell: Tell, result: Parameters<Tell>[0]): void => {
  setTimeout(() => {
    tell(result);
  }, 0);
};

export function getFileAsync(
  desk: Desk,
  { sliceSize = MOST_SLICE_BYTES }: { readonly sliceSize?: number },
  tell: Tell,
): void {
  const { file: bytes } = desk;
  if (!bytes || desk.openFiles >= MOST_OPEN || sliceSize > MOST_SLICE_BYTES) {
    later(tell, REFUSED);
    return;
  }
  desk.openFiles += 1;
  const file = {
    size: bytes.length,
    sliceCount: Math.ceil(bytes.length / sliceSize),
    getSliceAsync: (index: number, answer: Tell) => {
      const data = [...bytes.subarray(index * sliceSize, (index + 1) * sliceSize)];
      later(
        answer,
        data.length > 0 && !desk.losesSlices
          ? { status: "succeeded", value: { data, index, size: data.length } }
          : REFUSED,
      );
    },
    closeAsync: (answer?: Tell) => {
      desk.openFiles -= 1;
      if (answer) later(answer, { status: "succeeded" });
    },
  };
  later(tell, { status: "succeeded", value: file });
}
