/** The header of a money column ("Kinh phí năm 2020 › NV ĐTPT") → what its amounts are, for every form at once. */
import type { AmountHolds, Scope } from "../appendix.ts";
import { findLast } from "../group-by.ts";
import { readUnit } from "../money.ts";
import { foldWords, tidy } from "../text.ts";

export type AmountHeader = Omit<AmountHolds, "scope"> & {
  /** Null when the header does not say; the form or the total beside it does. */
  readonly scope: Scope | null;
  /** The years of a phase in the header, in months. */
  readonly phase: { readonly from: number; readonly to: number } | null;
};

const MONEY =
  /(^| )(kinh phi|von|tong muc dau tu|muc dau tu|chi phi|du toan|ngan sach|ns|nsnn|nstw|nsdp|nst|nguon|giai ngan|so tien|gia tri|dtpt|kp|nv|tmdt|tong muc)( |$)|^(tong|tong cong|tong so|thanh tien|tong mdt)$/;
/** Central and local together: a source beside others, not the whole. */
const STATE_BUDGET = /^((von|kinh phi|nguon) )?(nsnn|ngan sach nha nuoc)$/;
const SOURCE_ALONE =
  /^(tw|tu|t u|dp|nstw|nstu|nsdp|dtpt|sn|trung uong|dia phuong|dau tu phat trien|chi thuong xuyen|su nghiep|xa hoi hoa|xhh|oda)$/;
const TOTAL =
  /^(tong|tong cong|tong so|cong|tong kinh phi|tong von|tong muc dau tu|tong muc|tong so von|tong cong kinh phi)$/;
const DISBURSED = /giai ngan|da thanh toan|da chi|da bo tri|da cap|luy ke/;
const PHASE = /giai doan|(19|20)\d\d( den| den nam| nam)? (19|20)\d\d|trung han/;
const YEAR =
  /(^| )nam (20|19)\d\d|^(20|19)\d\d$|nam ke hoach|trong nam|phan bo (kinh phi|von)|ke hoach von nam|(kinh phi|von) nam/;
const PROJECT =
  /tong muc dau tu|^tmdt|tong (kinh phi|chi phi|von)( du kien)? (du an|dau tu|thuc hien|ca du an)|tong du toan|du kien kinh phi|(kinh phi|chi phi) du kien|khai toan|tong chi phi|kinh phi du an|gia tri du toan/;
const CENTRAL = /(^| )(tw|nstw|nstu|trung uong|t u)( |$)|^tu$|^(ns|nv|von|kinh phi|nguon|ngan sach|kp|vst) tu$/;
const LOCAL =
  /(^| )(dp|nsdp|nst|nsh|nsx|dia phuong|huyen|thanh pho|cap (tinh|huyen|xa))( |$)|(^| )(ns|ngan sach|kinh phi|von|nguon|kp|nv) (cua )?(tinh|xa)( |$)|^(tinh|xa)$/;
const OTHER =
  /(^| )(khac|xhh|oda|xa hoi hoa|xa hoi|doanh nghiep|dn|vien tro|tai tro|huy dong|dong gop|vay)( |$)|ngoai (ngan sach|nsnn)/;
const INVESTMENT =
  /dtpt|phat trien|dau tu cong|xdcb|xay dung co ban|^((nv|von|nguon|nguon von|kp|kinh phi) )?(dau tu|dt)$|von dau tu|nv dau tu|chi dau tu/;
const RECURRENT = /(^| )(sn|snkt|snkhcn|kpsn)( |$)|su nghiep|thuong xuyen|chi tx/;

/** Finer than "local": two local columns side by side are told apart by their own words. */
const FINER_LOCAL = /(^| )(huyen|xa|cap huyen|cap xa|nsh|nsx)( |$)/;

export interface Facets {
  readonly origin: AmountHolds["origin"];
  readonly nature: AmountHolds["nature"];
}

/** The source a few folded words name ("ngan sach tinh" → local). */
export function facetsOf(words: string): Facets {
  const nature = INVESTMENT.test(words) ? "investment" : RECURRENT.test(words) ? "recurrent" : null;
  if (CENTRAL.test(words)) return { origin: "central", nature };
  if (/xa hoi hoa/.test(words)) return { origin: "other", nature };
  if (LOCAL.test(words)) return { origin: "local", nature };
  return { origin: OTHER.test(words) ? "other" : null, nature };
}

/** The segments of the header that say the scope ("Tổng kinh phí giai đoạn 2016-2020") say nothing of sources. */
function scopeOf(segment: string): Scope | null {
  if (PHASE.test(segment)) return "phase";
  if (YEAR.test(segment)) return "year";
  return PROJECT.test(segment) ? "project" : null;
}

/**
 * @param path header texts from the top row to the bottom one, without repeats
 * @returns null when the header is not one of money
 */
export function readAmountHeader(path: readonly string[]): AmountHeader | null {
  const segments = path.map((text) => foldWords(withoutRemarks(text)));
  const whole = segments.join(" ");
  if (/(^| )(ty|ti) le( |$)/.test(whole) || path.some((text) => text.includes("%"))) return null;
  const leaf = segments[segments.length - 1] ?? "";
  if (!segments.some((segment) => MONEY.test(segment)) && !namesSource(segments)) return null;
  const isUpToDate = !PHASE.test(whole) && /luy ke|den (het|nam|ngay|thang)/.test(whole);
  const scopes = segments.map((segment) => (isUpToDate ? null : scopeOf(segment)));
  const scope = findLast(scopes, (found) => found !== null) ?? null;
  const facets = segments.map((segment, index) => sourceFacets(segment, scopes[index] ?? null));
  const origin = findLast(facets, (facet) => facet.origin !== null)?.origin ?? null;
  const nature = findLast(facets, (facet) => facet.nature !== null)?.nature ?? null;
  const leafSays = facets[facets.length - 1];
  const isNamed = leafSays?.origin || leafSays?.nature || TOTAL.test(leaf) || scopes[scopes.length - 1];
  const isBare = segments.length === 1 && !STATE_BUDGET.test(leaf);
  return {
    type: "amount",
    scope,
    kind: DISBURSED.test(whole) ? "disbursed" : "planned",
    origin,
    nature,
    detail: isNamed ? finerDetail(leaf, path) : isBare ? null : tidy(path[path.length - 1] ?? ""),
    year: yearOf(segments),
    phase: phaseYears(whole),
  };
}

/** A heading of sources alone is one of money too: "TW", "SN", or a source or total under a phase or a year. */
function namesSource(segments: readonly string[]): boolean {
  const leaf = segments[segments.length - 1] ?? "";
  const { origin, nature } = facetsOf(leaf);
  if (segments.length === 1) return SOURCE_ALONE.test(leaf) || (YEAR.test(leaf) && origin !== null);
  const isGroup = segments
    .slice(0, -1)
    .some((segment) => scopeOf(segment) !== null || facetsOf(segment).nature !== null);
  return (origin !== null || nature !== null || TOTAL.test(leaf)) && isGroup;
}

/** The unit, a column's number or its formula in brackets say nothing of the money; a source in brackets does. */
export const withoutRemarks = (text: string): string =>
  text.replace(/\(([^()]*)\)/g, (found, inside: string) =>
    readUnit(found) !== null || /^[\d\s=+.,-]*$/.test(inside) ? " " : ` ${inside} `,
  );

function sourceFacets(segment: string, scope: Scope | null): Facets {
  const words = scope === null ? segment : segment.replace(PROJECT, " ").replace(PHASE, " ");
  return facetsOf(words.replace(/ +/g, " ").trim());
}

function finerDetail(leaf: string, path: readonly string[]): string | null {
  return FINER_LOCAL.test(leaf) ? tidy(path[path.length - 1] ?? "") : null;
}

/** The year of the column or of its group: "Kinh phí năm 2021 › TW". */
function yearOf(segments: readonly string[]): number | null {
  const segment = findLast(segments, (words) => YEAR.test(words) && !PHASE.test(words));
  const year = /(?:^| )((?:19|20)\d\d)(?: |$)/.exec(segment ?? "")?.[1];
  return year ? Number(year) : null;
}

function phaseYears(words: string): AmountHeader["phase"] {
  const years = /((?:19|20)\d\d)(?: den| den nam| nam)? ((?:19|20)\d\d)/.exec(words);
  return years ? { from: Number(years[1]) * 12, to: Number(years[2]) * 12 + 11 } : null;
}
