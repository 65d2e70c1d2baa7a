/**
 * Vietnamese number words. Each word becomes one symbol, so that the grammar of a number is a few short patterns:
 * "hai mươi mốt tỷ, 500 triệu" is "2YmT,<500/0>M". No lookbehind and no `.at()`: Safari 14 has neither.
 */

const DIGITS = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];

const SPELLINGS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(DIGITS.entries()),
  "7": "bảy bẩy",
  m: "mốt",
  t: "tư",
  l: "lăm nhăm",
  X: "mười",
  Y: "mươi",
  // Typed without its tone, the word is "mười" or "mươi" by its place.
  Z: "muoi mưoi muơi",
  C: "trăm",
  K: "nghìn ngàn",
  M: "triệu",
  T: "tỷ tỉ",
  o: "linh lẻ lẽ",
  h: "rưỡi rưởi",
  s: "số tiền bằng chữ ghi là",
  v: "viết việt",
  d: "đồng chẵn vnđ",
};

const PUNCTUATION: Readonly<Record<string, string>> = { "(": "()[]{}\"'“”‘’«»:", ".": "./", ",": ",;" };

const EXPONENTS: Readonly<Record<string, number>> = { K: 3, M: 6, T: 9 };
const PERIODS = [
  ["tỷ", 1e9],
  ["triệu", 1e6],
  ["nghìn", 1e3],
] as const;
const ONES: Readonly<Record<string, number>> = { m: 1, t: 4, l: 5 };

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
const TOKEN = /\p{L}[\p{L}\p{M}]*|\d+(?:[.,]\d+)*|\S/gu;
const PIECE = /<[^>]*>|[KMT]+|h|[^<KMTh]+/g;
const FIGURE = /^<(\d+)\/(\d+)>$/;
const GROUP =
  /^(?:(?<digit>\d)|(?<halved>[1-9])H|(?:(?<hundreds>\d)C)?(?:o[1-9t]|(?<ten>[XZ])[1-9lt]?|(?<tens>[2-9])(?:[YZ][1-9mtl]?|[mtl]))?)$/;

// "Hai mươi năm" is also twenty years; "hai nghìn tỷ rưỡi" has half a tỷ or half a nghìn tỷ more; and "mười nghìn, năm
// mươi triệu" is rather two amounts than 10 050 triệu.
const DOUBTFUL = /[XYZ]5$|[KMT]{2},?h|K,[^CKMT]*[MT]|M,[^T]*T/;

// The longest reading below 2^53 has fewer than 200 letters; what is far longer is no number, whatever it holds.
const LONGEST_TEXT = 1000;

// Both are met: "8,580 tỷ" is 8 580 000 000 in one office and a thousand times that in another. A dot before exactly
// three digits is only ever met between thousands.
const FIGURE_HABITS = [
  /^([1-9]\d{0,2}(?:\.\d{3})+|\d+)(?:,(\d+))?$/,
  /^([1-9]\d{0,2}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?$/,
];

/** One part of a number, worth units ÷ 10^places; the exponent is that of its scale word, 0 without one. */
interface Term {
  readonly units: number;
  readonly places: number;
  readonly exponent: number;
  /** In speech "hai tỷ ba" is 2,3 tỷ, on paper it may be 2 000 000 003: such a part stands only before its own scale. */
  readonly isUnclear: boolean;
  /** Nothing lower may follow: "hai tỷ rưỡi", "2,5 tỷ". */
  readonly isClosed: boolean;
}

type Terms = readonly Term[];

/** The tone goes last, so that it may have been typed on any vowel. */
function spellingKey(word: string): string {
  const letters = word.normalize("NFD").replace(/[đð]/g, "d\u0335");
  return letters.replace(TONES, "") + (letters.match(TONES) ?? []).join("");
}

/** The key with each of its marks kept or left out. */
function looseKeys(key: string): string[] {
  const mark = key.search(/\p{M}/u);
  if (mark < 0) return [key];
  return looseKeys(key.slice(mark + 1)).flatMap((rest) => [key.slice(0, mark + 1) + rest, key.slice(0, mark) + rest]);
}

function symbolsByKey(): ReadonlyMap<string, string> {
  const spelled = Object.entries(SPELLINGS).flatMap(([symbol, words]) =>
    words.split(" ").map((word) => ({ symbol, key: spellingKey(word) })),
  );
  const symbols = new Map(spelled.map(({ symbol, key }) => [key, symbol]));
  for (const { symbol, key } of spelled) {
    for (const loose of looseKeys(key)) if (!symbols.has(loose)) symbols.set(loose, symbol);
  }
  for (const [symbol, marks] of Object.entries(PUNCTUATION)) for (const mark of marks) symbols.set(mark, symbol);
  return symbols;
}

const SYMBOLS = symbolsByKey();

function readFigure(token: string, habit: RegExp): string | null {
  const match = habit.exec(token);
  if (!match?.[1]) return null;
  const fraction = (match[2] ?? "").replace(/0+$/, "");
  const units = Number(match[1].replace(/[.,]/g, "") + fraction);
  return Number.isSafeInteger(units) ? `<${String(units)}/${String(fraction.length)}>` : null;
}

function readSymbols(text: string, habit: RegExp): string | null {
  let symbols = "";
  for (const [token] of text.matchAll(TOKEN)) {
    const symbol = SYMBOLS.get(spellingKey(token)) ?? readFigure(token, habit);
    if (symbol === null) return null;
    symbols += symbol;
  }
  return symbols;
}

/** Without what may stand around a number; null where it is in doubt, as a figure alone is, its unit not known. */
function bareNumber(symbols: string): string | null {
  const bare = symbols.replace(/^[sv(]+/, "").replace(/(?:v5|[d(.,])+$/, "");
  if (DOUBTFUL.test(bare) || (FIGURE.test(bare) && !symbols.includes("d"))) return null;
  return bare
    .replace(/([KMT]),/g, "$1")
    .replace(/<([1-9])\/0>C/g, "$1C")
    .replace(/^(?=[CKMT]h)/, "1")
    .replace(/Ch/g, "H");
}

function readGroup(piece: string): { units: number; places: number; spoken: number } | null {
  const figure = FIGURE.exec(piece);
  if (figure) {
    const units = Number(figure[1]);
    return { units, places: Number(figure[2]), spoken: units < 10 ? 1 : 2 };
  }
  const words = GROUP.exec(piece)?.groups;
  if (!words) return null;
  if (words.halved) return { units: Number(words.halved) * 100 + 50, places: 0, spoken: 2 };
  const last = piece.slice(-1);
  const ones = /\d/.test(last) ? Number(last) : (ONES[last] ?? 0);
  const tens = words.ten ? 1 : Number(words.tens ?? 0);
  const spoken = words.digit ? 1 : words.hundreds ? 3 : 2;
  return { units: Number(words.hundreds ?? 0) * 100 + tens * 10 + ones, places: 0, spoken };
}

function addGroup(terms: Terms, piece: string): Terms | null {
  const group = readGroup(piece);
  const above = terms[terms.length - 1];
  if (!group || above?.isClosed || above?.exponent === 0 || (!above && piece.startsWith("o"))) return null;
  const { units, places, spoken } = group;
  const isShort = above ? spoken < (above.exponent > 3 ? 3 : 2) || units >= 10 ** above.exponent : false;
  return [...terms, { units, places, exponent: 0, isUnclear: isShort || places > 0, isClosed: places > 0 }];
}

function addHalf(terms: Terms): Terms | null {
  const last = terms[terms.length - 1];
  if (!last?.units || last.exponent === 0 || last.isClosed) return null;
  return [...terms.slice(0, -1), { ...last, units: last.units + 10 ** last.exponent / 2, isClosed: true }];
}

/** The terms as one without a scale. */
function addUp(terms: Terms): Term | null {
  const last = terms[terms.length - 1];
  if (!last || (terms.length > 1 && last.isUnclear)) return null;
  const units = terms.reduce((sum, term) => sum + term.units, 0);
  return Number.isSafeInteger(units) ? { ...last, units } : null;
}

/** A scale multiplies all the lower terms before it: "một nghìn không trăm hai mươi tám tỷ". */
function applyScale(terms: Terms, exponent: number): Terms | null {
  const higher = terms.filter((term) => term.exponent >= exponent);
  const count = addUp(terms.slice(higher.length));
  if (!count) return null;
  const places = Math.max(0, count.places - exponent);
  const units = count.units * 10 ** Math.max(0, exponent - count.places);
  const above = higher[higher.length - 1];
  if (above && (above.exponent === exponent || units >= 10 ** above.exponent)) return null;
  if (!Number.isSafeInteger(units)) return null;
  return [...higher, { units, places, exponent, isUnclear: places > 0, isClosed: count.isClosed }];
}

function addPiece(terms: Terms | null, piece: string): Terms | null {
  if (!terms || piece === "h") return terms && addHalf(terms);
  if (!/^[KMT]/.test(piece)) return addGroup(terms, piece);
  return [...piece].reduce<Terms | null>((scaled, scale) => scaled && applyScale(scaled, EXPONENTS[scale] ?? 0), terms);
}

function readWithHabit(text: string, habit: RegExp): number | null {
  const symbols = readSymbols(text, habit);
  const number = symbols && bareNumber(symbols);
  if (!number) return null;
  const total = addUp((number.match(PIECE) ?? []).reduce<Terms | null>(addPiece, []) ?? []);
  return total && total.places === 0 ? total.units : null;
}

/**
 * "Hai tỷ rưỡi đồng" → 2500000000. Null for anything but one whole number from 0 up to the largest safe integer whose
 * meaning is beyond doubt: colloquial short forms ("hai tỷ ba"), ranges, unknown words and a unit alone are not read.
 */
export function readNumberWords(text: string): number | null {
  if (text.length > LONGEST_TEXT) return null;
  const plain = text
    .normalize("NFD")
    .toLowerCase()
    .replace(/\p{Cf}/gu, "")
    .replace(/([\p{L}\p{M}])[-\u2010\u2011](?=\p{L})/gu, "$1 ");
  const readings = new Set(FIGURE_HABITS.map((habit) => readWithHabit(plain, habit)).filter((total) => total !== null));
  return readings.size === 1 ? ([...readings][0] ?? null) : null;
}

function writeBelowThousand(amount: number, isAfterHigher: boolean): string[] {
  const [hundreds, tens, ones] = [Math.floor(amount / 100), Math.floor(amount / 10) % 10, amount % 10];
  const hasHundreds = hundreds > 0 || isAfterHigher;
  const words = hasHundreds ? [DIGITS[hundreds], "trăm"] : [];
  if (tens === 0 && hasHundreds && ones > 0) words.push("linh");
  if (tens === 1) words.push("mười");
  if (tens > 1) words.push(DIGITS[tens], "mươi");
  if (ones > 0) words.push(onesWord(tens, ones));
  return words.filter((word) => word !== undefined);
}

function onesWord(tens: number, ones: number): string | undefined {
  if (tens > 0 && ones === 5) return "lăm";
  if (tens > 1 && ones === 4) return "tư";
  return tens > 1 && ones === 1 ? "mốt" : DIGITS[ones];
}

function writePeriods(amount: number, isAfterHigher: boolean): string[] {
  if (amount === 0) return [];
  const period = PERIODS.find(([, size]) => amount >= size);
  if (!period) return writeBelowThousand(amount, isAfterHigher);
  const [name, size] = period;
  return [...writePeriods(Math.floor(amount / size), isAfterHigher), name, ...writePeriods(amount % size, true)];
}

/** 21045000000 → "hai mươi mốt tỷ không trăm bốn mươi lăm triệu". Throws a RangeError for what is no whole, safe number. */
export function writeNumberWords(amount: number): string {
  if (!Number.isSafeInteger(amount) || amount < 0) {
    throw new RangeError(`No words for ${String(amount)}: it is negative, has a fraction or is too large`);
  }
  return amount === 0 ? "không" : writePeriods(amount, false).join(" ");
}
