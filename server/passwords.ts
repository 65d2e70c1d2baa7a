/** Passwords: hashed with Argon2id, never kept, never logged. */
import { randomInt } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import type { Bilingual } from "../shared/rule.ts";
import { fold } from "../shared/text.ts";

/** OWASP's recommendation for Argon2id (2024): 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password.normalize("NFC"), COST);

export const isPassword = (kept: string, password: string): Promise<boolean> => verify(kept, password.normalize("NFC"));

/** Without letters that are taken for others when read aloud. */
const LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

/** 80 bits in four groups, to be read out or copied by hand. */
export function makeFirstPassword(): string {
  const group = (): string => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join("");
  return [group(), group(), group(), group()].join("-");
}

const SHORTEST = 10;
const FEWEST_DIFFERENT = 5;
/** What is left of the passwords most often met when digits and signs are taken off both ends; folded, without spaces. */
const COMMON =
  /^(matkhau|password|passw|pass|qwerty(uiop)?|qwertz|asdf(ghjkl?)?|zxcv(bnm)?|abcd?(ef)?(gh)?|admin(istrator)?|quantri|phuluc|letmein|welcome|iloveyou|anhyeuem|emyeuanh|khongbiet|vietnam|hanoi|saigon|changeme)+$/;
/** "Mật khẩu 1234" → "matkhau". */
const coreOf = (folded: string): string => folded.replace(/[\s_.@-]+/g, "").replace(/^[^a-z]+|[^a-z]+$/g, "");

/**
 * Why a password is too weak; null when it will do. Length counts, not kinds of letters (NIST SP 800-63B).
 * @param known what others know of the person: name, e-mail address
 */
export function findWeakness(password: string, known: readonly string[]): Bilingual | null {
  if ([...password].length < SHORTEST)
    return { vi: `cần ít nhất ${String(SHORTEST)} ký tự`, en: `at least ${String(SHORTEST)} characters are needed` };
  if (new Set(password).size < FEWEST_DIFFERENT)
    return { vi: "quá ít ký tự khác nhau", en: "too few different characters" };
  const folded = fold(password);
  // A telephone number, a date: ten digits are tried in a moment.
  if (/^[\d\s.+/-]+$/.test(folded)) return { vi: "chỉ có chữ số", en: "it has only digits" };
  if (COMMON.test(coreOf(folded))) return { vi: "quá dễ đoán", en: "anybody would guess it" };
  const bare = folded.replace(/\s/g, "");
  const isKnown = known.some((text) => text.length >= 4 && bare.includes(fold(text).replace(/\s/g, "")));
  return isKnown ? { vi: "chứa họ tên hoặc địa chỉ thư điện tử", en: "it contains the name or e-mail address" } : null;
}
