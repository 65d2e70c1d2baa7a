/** Ids and tokens that nobody can guess. */
import { createHash, randomBytes } from "node:crypto";

/** 80 bits in lower case and digits: safe in an address, a file name and on the telephone. */
export function newId(): string {
  const LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";
  return Array.from(randomBytes(16), (byte) => LETTERS[byte & 31]).join("");
}

/** 256 bits: what a bearer of it may do, nobody else may. */
export const newToken = (): string => randomBytes(32).toString("base64url");

/** What is kept of a token or a content. */
export const sha256 = (content: string | Uint8Array): string => createHash("sha256").update(content).digest("hex");
