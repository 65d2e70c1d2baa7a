import { defineRule } from "../rule.ts";
import { firstYear } from "../period.ts";
import { periodPlace, timedRows } from "./periods.ts";
import { FORM_COLUMNS } from "./sources.ts";

/** "2020-2020" (Vĩnh Long 2020): one year written as a range, or a slip in its last year. */
export const sameYearPeriod = defineRule({
  id: "same-year-period",
  severity: "warning",
  status: "trial",
  checks: { vi: "Khoảng thời gian có năm đầu khác năm cuối", en: "A range of years has two different years" },
  source: FORM_COLUMNS,
  fix: "choose",
  says: {
    standard: {
      vi: "{row}: thời gian “{text}” ở ô {cells} có năm đầu và năm cuối trùng nhau. Nếu chỉ làm trong năm {year} xin ghi “{year}”, nếu không xin sửa năm cuối.",
      en: "{row}: the period “{text}” in {cells} begins and ends in the same year. Please write “{year}” if it is that year only, else correct the last year.",
    },
  },
  find: ({ appendix }, found) =>
    timedRows(appendix, ({ period }) => period.isSameYearRange).map((row) => {
      const { cells, facts } = periodPlace(appendix, row);
      const year = firstYear(row.period);
      const fix = {
        kind: "set-text",
        safe: false,
        edits: [{ cell: cells[0] ?? "", was: facts.text, value: year }],
      } as const;
      return found("standard", { cells, facts: { ...facts, year: String(year) }, fix });
    }),
});
