import { textCell, type AppendixRow } from "../appendix.ts";
import { defineRule } from "../rule.ts";
import { rowLabel } from "../sums/tell.ts";
import { readTarget } from "./target-values.ts";
import { FORM_COLUMNS } from "./sources.ts";

/** With its marks: "nền tảng" is no growth. */
const GROWTH = /tăng|giảm|vượt|so với/;

/** A share can't pass 100 %; a growth can. */
export const targetOutOfRange = defineRule({
  id: "target-out-of-range",
  severity: "error",
  status: "trusted",
  checks: { vi: "Chỉ tiêu tỷ lệ nằm trong 0-100 %", en: "Targets that are shares lie between 0 and 100 %" },
  source: FORM_COLUMNS,
  fix: "explain",
  says: {
    standard: {
      vi: "{row}: chỉ tiêu “{text}” ở ô {cells} ngoài khoảng 0-100 %. Xin kiểm tra lại.",
      en: "{row}: the target “{text}” in {cells} is outside 0-100 %. Please check it.",
    },
  },
  find: ({ appendix }, found) =>
    appendix.rows
      .filter((row) => row.kind !== "grandTotal" && isOutOfRange(row))
      .map((row) =>
        found("standard", {
          cells: [textCell(appendix, row, "target") ?? ""],
          facts: { row: rowLabel(row), text: row.texts["target"] ?? "" },
        }),
      ),
});

function isOutOfRange({ name, texts }: AppendixRow): boolean {
  const text = texts["target"];
  const target = text === undefined ? null : readTarget(text);
  if (text === undefined || target?.kind !== "percent") return false;
  const isGrowth = GROWTH.test(`${name} ${text}`.normalize("NFC").toLowerCase());
  return !isGrowth && target.values.some((value) => value > 100 || value < 0);
}
