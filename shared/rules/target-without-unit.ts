import { textCell } from "../appendix.ts";
import { defineRule } from "../rule.ts";
import { rowLabel } from "../sums/tell.ts";
import { foldWords } from "../text.ts";
import { readTarget } from "./target-values.ts";
import { FORM_COLUMNS } from "./sources.ts";

/** A bare number among percentages. Nghệ An 510/2019: "100" was meant as "100 giao dịch". */
export const targetWithoutUnit = defineRule({
  id: "target-without-unit",
  severity: "ask",
  status: "trusted",
  checks: { vi: "Chỉ tiêu ghi rõ đơn vị", en: "Targets say their unit" },
  source: FORM_COLUMNS,
  fix: "choose",
  says: {
    standard: {
      vi: "{row}: chỉ tiêu “{text}” ở ô {cells} không ghi đơn vị. Là {text} % hay số lượng? Xin ghi rõ.",
      en: "{row}: the target “{text}” in {cells} has no unit. Is it {text} % or a count? Please say which.",
    },
  },
  find: ({ appendix }, found) => {
    if (appendix.form !== "targets") return [];
    const targets = appendix.rows.flatMap((row) =>
      row.texts["target"] === undefined ? [] : [{ row, text: row.texts["target"] }],
    );
    const isShare = (text: string): boolean => {
      const target = readTarget(text);
      return target.kind === "percent" || (target.kind === "number" && target.value > 0 && target.value <= 1);
    };
    if (targets.filter(({ text }) => isShare(text)).length * 2 <= targets.length) return [];
    return targets
      .filter(
        ({ row, text }) =>
          readTarget(text).kind === "number" && !isShare(text) && !/^(tong )?so /.test(foldWords(row.name)),
      )
      .map(({ row, text }) => {
        const cell = textCell(appendix, row, "target") ?? "";
        const percent = {
          label: { vi: `${text} %`, en: `${text} %` },
          edits: [{ cell, was: text, value: `${text}%` }],
        };
        return found("standard", {
          cells: [cell],
          facts: { row: rowLabel(row), text },
          fix: { kind: "choose", safe: false, options: [percent] },
        });
      });
  },
});
