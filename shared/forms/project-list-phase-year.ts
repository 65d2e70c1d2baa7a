import { textSpec } from "./columns.ts";
import type { Form } from "./form.ts";

/** Vĩnh Long 2020: the whole project, the phase by origin, and the plan's year by origin and nature. */
export const projectListPhaseYear: Form = {
  id: "project-list-phase-year",
  title: { vi: "Danh mục dự án theo giai đoạn và năm", en: "Project list by phase and year" },
  texts: [
    textSpec("number", true),
    textSpec("name", true),
    textSpec("leadAgency", true),
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
  has: [{ scope: "phase" }, { scope: "year" }],
  lacks: [{ kind: "disbursed" }],
  defaultScope: "project",
  defaultUnit: null,
  asksFigures: true,
};
