import { textSpec } from "./columns.ts";
import type { Form } from "./form.ts";

/** Sóc Trăng 2011-2015, appendix 5: investment and recurrent money, each by origin. */
export const projectListNatureOrigin: Form = {
  id: "project-list-nature-origin",
  title: { vi: "Danh mục dự án theo tính chất và nguồn vốn", en: "Project list by nature and origin of funds" },
  texts: [
    textSpec("number", true),
    textSpec("name", true),
    textSpec("leadAgency", false),
    textSpec("supportingAgencies", false),
    textSpec("objective", false),
    textSpec("period", true),
    textSpec("continuity", false),
    textSpec("fundingText", false),
    textSpec("note", false),
  ],
  essential: ["name"],
  counts: [],
  ratios: [],
  has: [{ nature: "any" }],
  lacks: [{ kind: "disbursed" }, { scope: "phase" }],
  defaultScope: "project",
  defaultUnit: null,
  asksFigures: true,
};
