import type { Bilingual } from "../../../shared/rule.ts";
import { ACCOUNT } from "./account-words.ts";

const SHORTEST = 10;

/** What can be told without the service; it knows more. */
export function findPasswordFault(current: string, next: string, again: string): Bilingual | null {
  if ([...next].length < SHORTEST) return ACCOUNT.tooShort;
  if (next === current) return ACCOUNT.notNew;
  return next === again ? null : ACCOUNT.notTheSame;
}
