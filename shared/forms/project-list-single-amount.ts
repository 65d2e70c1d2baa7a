import { textSpec } from "./columns.ts";
import type { Form } from "./form.ts";

/** Nghệ An 2021-2025: one amount for the whole project, its sources in words. */
export const projectListSingleAmount: Form = {
  id: "project-list-single-amount",
  title: { vi: "Danh mục dự án, một cột kinh phí", en: "Project list with a single amount" },
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
  has: [{ origin: null, nature: null }],
  lacks: [{ origin: "any" }, { nature: "any" }, { kind: "disbursed" }],
  defaultScope: "project",
  defaultUnit: null,
  asksFigures: true,
};
