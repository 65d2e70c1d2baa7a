/** A target whose cases are texts: made of the field's own words, and changed from there. */
import { mutateText, shrinkText } from "../mutate-text.ts";
import { writeJson, type Target } from "../target.ts";

export interface TextTarget {
  readonly id: string;
  readonly words: readonly string[];
  /** Right texts, as sheets write them. */
  readonly samples: readonly string[];
  readonly check: (text: string) => void;
}

export const textTarget = ({ id, words, samples, check }: TextTarget): Target<string> => ({
  id,
  extension: "json",
  seeds: () => samples,
  make: (random) => random.some(6, () => random.pick(words)).join(random.pick(["", " ", " ", "-", "."])),
  mutate: (text, random, pool) => mutateText(text, random, random.chance(0.2) ? pool : words),
  check,
  shrink: shrinkText,
  write: writeJson,
  read: (bytes) => JSON.parse(bytes.toString("utf8")) as string,
  mostMs: 500,
});
