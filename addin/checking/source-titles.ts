/** What a bucket of money is called, in both languages. */
import type { MoneyColumn, Source } from "../../shared/consolidation/columns.ts";
import { capitalised } from "../../shared/names.ts";
import type { Bilingual } from "../../shared/rule.ts";

const WHOLES: Readonly<Record<MoneyColumn["scope"], Bilingual>> = {
  project: { vi: "Tổng kinh phí dự án", en: "Whole projects" },
  phase: { vi: "Kinh phí giai đoạn", en: "The plan's phase" },
  year: { vi: "Kinh phí năm", en: "The year" },
};
const SCOPES: Readonly<Record<MoneyColumn["scope"], Bilingual>> = {
  project: { vi: "dự án", en: "project" },
  phase: { vi: "giai đoạn", en: "phase" },
  year: { vi: "năm", en: "year" },
};
const DISBURSED: Bilingual = { vi: "đã giải ngân", en: "disbursed" };
const ORIGINS: Readonly<Record<NonNullable<Source["origin"]>, Bilingual>> = {
  central: { vi: "Trung ương", en: "Central" },
  local: { vi: "Địa phương", en: "Local" },
  other: { vi: "Nguồn khác", en: "Other sources" },
};
const NATURES: Readonly<Record<NonNullable<Source["nature"]>, Bilingual>> = {
  investment: { vi: "đầu tư", en: "investment" },
  recurrent: { vi: "sự nghiệp", en: "recurrent" },
};
const UNSPLIT: Bilingual = { vi: "Không tách nguồn", en: "Not split by source" };
const UNSOURCED: Bilingual = { vi: "Chưa rõ nguồn", en: "Source not stated" };
const UNCLASSIFIED: Bilingual = { vi: "Nguồn chưa phân loại", en: "Source not classified" };

/** @param isAlone its appendix has money of one scope and kind only: a source need not say which */
export function titleOf(column: MoneyColumn, isAlone: boolean): Bilingual {
  const isDisbursed = column.kind === "disbursed";
  if (column.source === "total")
    return isDisbursed ? join([WHOLES[column.scope], DISBURSED], ", ") : WHOLES[column.scope];
  const title = sourceTitle(column.source);
  if (isAlone) return title;
  const { vi, en } = join(isDisbursed ? [SCOPES[column.scope], DISBURSED] : [SCOPES[column.scope]], ", ");
  return { vi: `${title.vi} (${vi})`, en: `${title.en} (${en})` };
}

function sourceTitle(source: Exclude<MoneyColumn["source"], "total">): Bilingual {
  if (source === "unsplit") return UNSPLIT;
  if (source === "unsourced") return UNSOURCED;
  const parts = [source.origin && ORIGINS[source.origin], source.nature && NATURES[source.nature]];
  const { vi, en } = join(
    parts.flatMap((part) => part ?? []),
    ", ",
  );
  return vi === "" ? UNCLASSIFIED : { vi: capitalised(vi), en: capitalised(en) };
}

const join = (parts: readonly Bilingual[], by: string): Bilingual => ({
  vi: parts.map(({ vi }) => vi).join(by),
  en: parts.map(({ en }) => en).join(by),
});
