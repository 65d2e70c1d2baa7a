/** A letter's words: Vietnamese first, then English. */
import { oneLine } from "./outbox.ts";

export const letter = (name: string, { vi, en }: { vi: readonly string[]; en: readonly string[] }): string =>
  [
    `Kính gửi ${oneLine(name)},`,
    "",
    ...vi,
    "",
    "Thư này được gửi tự động, xin không trả lời.",
    "",
    "—",
    "",
    `Dear ${oneLine(name)},`,
    "",
    ...en,
    "",
    "This message is sent automatically; please do not reply.",
    "",
  ].join("\n");

/** What somebody wrote may have several lines; set in, they can't pass for ours. */
export const reason = (title: string, why: string): readonly string[] =>
  why.trim() === ""
    ? []
    : [
        `${title}:`,
        ...why
          .trim()
          .split(/\r\n|[\n\r\p{Zl}\p{Zp}]/u)
          .map((line) => `  ${oneLine(line)}`),
      ];
