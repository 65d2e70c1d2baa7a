/**
 * Vietnamese text made comparable: marks, case, composed and decomposed spelling and odd spaces no longer differ.
 */

const SPACE = 32;
const DROPPED = 0;
const TABLE_SIZE = 0x2300;

/** For each UTF-16 unit: its base letter in lower case, SPACE, DROPPED (a combining mark), or itself. */
const BASE = makeBaseTable();
let buffer = new Uint16Array(1024);

function makeBaseTable(): Uint16Array {
  const table = new Uint16Array(TABLE_SIZE);
  for (let code = 0; code < TABLE_SIZE; code++) {
    const character = String.fromCharCode(code);
    if (/[\s\u00a0\u200b\u00ad]/.test(character) || code < SPACE) table[code] = SPACE;
    else if (/\p{M}/u.test(character)) table[code] = DROPPED;
    else table[code] = character.normalize("NFD").toLowerCase().charCodeAt(0);
  }
  for (const letter of "đĐðÐ") table[letter.charCodeAt(0)] = "d".charCodeAt(0);
  for (const dash of "‐‑‒–—―−") table[dash.charCodeAt(0)] = "-".charCodeAt(0);
  return table;
}

const isWordUnit = (code: number): boolean =>
  (code >= 97 && code <= 122) ||
  (code >= 48 && code <= 57) ||
  (code >= 0x250 && (code < 0x2000 || code > 0x206f) && code !== 0xfeff);

/** For every UTF-16 unit: as BASE, with all that is no letter or digit a SPACE. */
const WORD_BASE = Uint16Array.from({ length: 0x1_0000 }, (_, unit) => {
  const base = BASE[unit] ?? unit;
  return base === DROPPED || isWordUnit(base) ? base : SPACE;
});

/** Folds into the buffer. @returns how many units it holds */
function foldUnits(text: string, wordsOnly: boolean): number {
  if (buffer.length < text.length) buffer = new Uint16Array(text.length * 2);
  let length = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    let base = unit < TABLE_SIZE ? (BASE[unit] ?? unit) : unit;
    if (base === DROPPED) continue;
    if (wordsOnly && !isWordUnit(base)) base = SPACE;
    if (base === SPACE && (length === 0 || buffer[length - 1] === SPACE)) continue;
    buffer[length++] = base;
  }
  return length > 0 && buffer[length - 1] === SPACE ? length - 1 : length;
}

function unitsToString(length: number): string {
  const chunk = 4096;
  if (length <= chunk) return String.fromCharCode.apply(null, buffer.subarray(0, length) as unknown as number[]);
  let text = "";
  for (let start = 0; start < length; start += chunk) {
    const part = buffer.subarray(start, Math.min(length, start + chunk));
    text += String.fromCharCode.apply(null, part as unknown as number[]);
  }
  return text;
}

/** "  Tổng  Cộng: " → "tong cong:": no marks, lower case, single spaces, every dash a "-". */
export const fold = (text: string): string => unitsToString(foldUnits(text, false));

/** "Sở TT&TT (tỉnh)" → "so tt tt tinh": as `fold`, and only letters and digits, in words. */
export const foldWords = (text: string): string => unitsToString(foldUnits(text, true));

/**
 * A number that is the same for texts whose `foldWords` are the same, and hardly ever for others; no string is made.
 * Spaces do not count: texts that differ in nothing else are rare, and whoever needs to know compares them.
 */
export function foldedHash(text: string): number {
  let hash = 0;
  for (let index = 0; index < text.length; index++) {
    const base = WORD_BASE[text.charCodeAt(index)] ?? DROPPED;
    if (base > SPACE) hash = Math.imul(hash ^ base, 0x01000193);
  }
  return hash;
}

/** One line of text for people: trimmed, inner spaces and line breaks made single spaces. */
export const tidy = (text: string): string =>
  ODD_SPACE.test(text) ? text.replace(/[\s\u00a0\u200b]+/g, " ").trim() : text;

/** Anything but single spaces between words; most texts have nothing else. */
const ODD_SPACE = /[\t-\r\u00a0\u2000-\u303f]| {2}|^ | $/;

/** The name's first words, for a sentence. */
export function shorten(text: string, length = 60): string {
  const line = tidy(text);
  if (line.length <= length) return line;
  const cut = line.lastIndexOf(" ", length);
  return `${line.slice(0, cut > length / 2 ? cut : length)}…`;
}

/**
 * The number of single-letter changes between two texts, counted only up to `limit`.
 * @returns `limit + 1` when there are more.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  const most = Math.min(a.length, b.length);
  let head = 0;
  while (head < most && a.charCodeAt(head) === b.charCodeAt(head)) head++;
  let tail = 0;
  while (tail < most - head && a.charCodeAt(a.length - 1 - tail) === b.charCodeAt(b.length - 1 - tail)) tail++;
  return distanceWithin(a.slice(head, a.length - tail), b.slice(head, b.length - tail), limit);
}

/** Of what is left without the same beginning and the same end, which cost most and tell nothing. */
function distanceWithin(a: string, b: string, limit: number): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const current = new Array<number>(b.length + 1).fill(limit + 1);
    current[0] = i;
    const from = Math.max(1, i - limit);
    const to = Math.min(b.length, i + limit);
    let least = i;
    for (let j = from; j <= to; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1;
      const best = Math.min((previous[j - 1] ?? 0) + same, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1);
      current[j] = best;
      least = Math.min(least, best);
    }
    if (least > limit) return limit + 1;
    previous = current;
  }
  return Math.min(previous[b.length] ?? 0, limit + 1);
}
