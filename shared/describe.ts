/** A finding in words, in the reader's language. Facts are printed by their names: …Dong in the sheet's unit, …Unit and …Typo by name. */
import type { Fact, Finding } from "./finding.ts";
import { UNIT_NAMES, UNITS, inUnit, printNumber, type Language, type Unit } from "./money.ts";
import type { Bilingual } from "./rule.ts";
import { rules } from "./rules/index.ts";
import type { Typo } from "./sums/typo.ts";

const TYPO_NAMES: Readonly<Record<Typo, Bilingual>> = {
  contradicted: { vi: "không khớp với các số cùng dòng", en: "contradicts the figures of its row" },
  sign: { vi: "sai dấu âm", en: "has the wrong sign" },
  scale: { vi: "nhầm hàng nghìn (thừa hoặc thiếu số 0)", en: "has too many or too few zeros" },
  "swapped-digits": { vi: "đảo hai chữ số", en: "has two digits swapped" },
  "lost-or-added-digit": { vi: "thừa hoặc thiếu một chữ số", en: "has a digit too many or too few" },
  "changed-digit": { vi: "gõ sai một chữ số", en: "has one wrong digit" },
  blank: { vi: "bị bỏ trống", en: "was left blank" },
};

const MOST_IN_A_LIST = 8;

/** What turns the direction of all that follows: a name that holds it would show the figures behind it backwards. */
const TURNS_TEXT = /[\u202A-\u202E\u2066-\u2069]/g;

/** The finding as one short text of one to three sentences. */
export function describe(finding: Finding, language: Language): string {
  const sentence = rules.find(({ id }) => id === finding.rule)?.says[finding.variant]?.[language] ?? finding.rule;
  const told = sentence.replace(/\{(\w+)\}/g, (_, name: string) => printFact(finding, name, language));
  return told.replace(TURNS_TEXT, "");
}

function printFact(finding: Finding, name: string, language: Language): string {
  if (name === "cells") return printList(finding.cells, language);
  if (name === "sheet") return finding.sheet;
  const dong = finding.facts[`${name}Dong`];
  if (dong !== undefined) return printValue(finding, `${name}Dong`, { value: dong, language });
  const value = finding.facts[name];
  return value === undefined ? "…" : printValue(finding, name, { value, language });
}

function printValue(finding: Finding, name: string, { value, language }: { value: Fact; language: Language }): string {
  if (Array.isArray(value))
    return printList(
      value.map((item) => (typeof item === "object" && item !== null ? "" : String(item))),
      language,
    );
  if (typeof value === "number")
    return name.endsWith("Dong") ? printDong(value, unitOf(finding), language) : printNumber(value, language);
  if (typeof value !== "string") return String(value);
  if (name.endsWith("Unit") && isUnit(value)) return UNIT_NAMES[value][language];
  return name.endsWith("Typo") && isTypo(value) ? TYPO_NAMES[value][language] : value;
}

const isTypo = (text: string): text is Typo => Object.keys(TYPO_NAMES).includes(text);

const isUnit = (text: string): text is Unit => (UNITS as readonly string[]).includes(text);

function unitOf(finding: Finding): Unit {
  const { unit } = finding.facts;
  return typeof unit === "string" && isUnit(unit) ? unit : "dong";
}

/** 480 000 000 in million → "480 triệu đồng". */
export const printDong = (dong: number, unit: Unit, language: Language): string =>
  `${printNumber(inUnit(dong, unit), language)} ${UNIT_NAMES[unit][language]}`;

function printList(items: readonly string[], language: Language): string {
  const shown = items.slice(0, MOST_IN_A_LIST).join(", ");
  const rest = items.length - MOST_IN_A_LIST;
  if (rest <= 0) return shown;
  return language === "vi" ? `${shown} và ${String(rest)} ô khác` : `${shown} and ${String(rest)} more`;
}
