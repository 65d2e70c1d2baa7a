import { hasFigures, textCell } from "../appendix.ts";
import { defineRule } from "../rule.ts";
import { FORM_COLUMNS } from "./sources.ts";

export const missingName = defineRule({
  id: "missing-name",
  severity: "error",
  status: "trusted",
  checks: { vi: "Dòng nào cũng có tên", en: "Every row has a name" },
  source: FORM_COLUMNS,
  fix: "explain",
  says: {
    standard: {
      vi: "Dòng {rowNumber} có số liệu nhưng không có tên. Xin ghi tên nhiệm vụ, dự án hoặc đơn vị vào ô {cells}.",
      en: "Row {rowNumber} has figures and no name. Please enter the name in {cells}.",
    },
  },
  find: ({ appendix }, found) =>
    appendix.rows
      .filter(
        (row) =>
          (row.kind === "lineItem" || row.kind === "section") &&
          row.name === "" &&
          (hasFigures(row) || Object.keys(row.texts).length > 0),
      )
      .map((row) =>
        found("standard", { cells: [textCell(appendix, row, "name") ?? ""], facts: { rowNumber: String(row.row) } }),
      ),
});
