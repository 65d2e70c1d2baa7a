/** XML as its tags and what stands between them. */
export const tokensOf = (xml: string): string[] => xml.match(/<[^>]*>|[^<]+|</g) ?? [];

export const isTag = (token: string): boolean => token.startsWith("<");

const isOpening = (token: string): boolean => /^<[\w:]/.test(token) && !token.endsWith("/>");
const isClosing = (token: string): boolean => token.startsWith("</");

/** The element that begins at or behind a place, with all inside; null where none ends. */
export function elementFrom(tokens: readonly string[], from: number): readonly [start: number, count: number] | null {
  const start = tokens.findIndex((token, index) => index >= from && /^<[\w:]/.test(token));
  if (start < 0) return null;
  let depth = 0;
  for (let index = start; index < tokens.length; index++) {
    const token = tokens[index] ?? "";
    if (isOpening(token)) depth++;
    if (isClosing(token)) depth--;
    if (depth === 0) return [start, index - start + 1];
  }
  return null;
}
