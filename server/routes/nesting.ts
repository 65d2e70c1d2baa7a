/** JSON nested a million deep is short to send and long to parse. */

/** The contract's deepest document has some ten levels. */
const MOST_LEVELS = 64;
const QUOTE = 34;
const BACKSLASH = 92;

/** Whether brackets outside of texts nest deeper than anything the contract knows. Linear, and parses nothing. */
export function isTooDeep(json: string): boolean {
  let level = 0;
  let isText = false;
  for (let at = 0; at < json.length; at++) {
    const code = json.charCodeAt(at);
    if (isText) {
      if (code === BACKSLASH) at++;
      else if (code === QUOTE) isText = false;
    } else if (code === QUOTE) isText = true;
    else if (code === 91 || code === 123) {
      if (++level > MOST_LEVELS) return true;
    } else if (code === 93 || code === 125) level--;
  }
  return false;
}
