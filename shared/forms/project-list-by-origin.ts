import { textSpec } from "./columns.ts";
import type { Form } from "./form.ts";

/** Nghệ An 2017: the money of the plan's year, one column for each source. */
export const projectListByOrigin: Form = {
  id: "project-list-by-origin",
  title: { vi: "Danh mục dự án theo nguồn ngân sách", en: "Project list by origin of funds" },
  texts: [
    textSpec("number", true),
    textSpec("name", true),
    textSpec("leadAgency", true),
    textSpec("supportingAgencies", false),
    textSpec("objective", false),
    textSpec("period", false),
    textSpec("continuity", false),
    textSpec("fundingText", false),
    textSpec("note", false),
  ],
  essential: ["name"],
  counts: [],
  ratios: [],
  has: [{ origin: "any" }],
  lacks: [{ nature: "any" }, { kind: "disbursed" }],
  defaultScope: "year",
  defaultUnit: null,
  asksFigures: true,
};
