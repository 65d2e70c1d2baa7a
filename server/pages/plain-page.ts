/** A page of words in our style: no script, nothing from elsewhere. */
import type { Bilingual } from "../../shared/rule.ts";
import { escape } from "../docs/escape.ts";

interface PlainPage {
  readonly title: string;
  /** HTML. */
  readonly content: string;
  /** Where it leads back to, above the content. */
  readonly ways?: readonly BackWay[];
}

interface BackWay {
  readonly to: string;
  readonly name: Bilingual;
}

const printWays = (ways: readonly BackWay[]): string =>
  ways.length === 0
    ? ""
    : `<header><p>${ways
        .map(({ to, name }) => `<a href="${to}">${escape(name.vi)} <span lang="en">${escape(name.en)}</span></a>`)
        .join("&emsp;")}</p></header>\n`;

/** Its style sheet is the documentation's. */
export const printPage = ({ title, content, ways = [] }: PlainPage): string => `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title><link rel="stylesheet" href="/api/docs.css"></head><body>
${printWays(ways)}<main>
${content}
</main></body></html>
`;
