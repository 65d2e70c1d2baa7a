/** What a target says: a percentage, a bare number, or words with whatever unit ("50 dịch vụ", "Hoàn thành"). */
export type TargetValue =
  | { readonly kind: "percent"; readonly values: readonly number[] }
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "words" };

/** The dash of a range ("80-90%") is no minus. */
const PERCENT = /(?:^|[\s≥≤<>=~(])?(-?\d+(?:[.,]\d+)?)\s*%/g;
const RANGE_DASH = /(\d\s*%?\s*)[-–](?=\s*\d)/g;

export function readTarget(text: string): TargetValue {
  const values = [...text.replace(RANGE_DASH, "$1 ").matchAll(PERCENT)].map(([, value = ""]) =>
    Number(value.replace(",", ".")),
  );
  if (values.length > 0) return { kind: "percent", values };
  const number = /^\s*[≥≤<>=~]*\s*(-?\d+(?:[.,]\d+)?)\s*$/.exec(text)?.[1];
  return number === undefined ? { kind: "words" } : { kind: "number", value: Number(number.replace(",", ".")) };
}
