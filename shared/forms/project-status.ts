import { textSpec } from "./columns.ts";
import type { Form } from "./form.ts";

/** How far projects are and whether their money was provided: an amount, or words ("Chưa được bố trí"). */
export const projectStatus: Form = {
  id: "project-status",
  title: { vi: "Tình hình triển khai dự án", en: "Project status" },
  texts: [
    textSpec("number", true),
    textSpec("name", true),
    textSpec("leadAgency", false),
    textSpec("objective", false),
    textSpec("period", true),
    textSpec("status", true),
    textSpec("fundingStatus", true),
    textSpec("fundingText", false),
    textSpec("note", false),
  ],
  essential: ["name", "fundingStatus"],
  counts: [],
  ratios: [],
  has: [{ origin: null, nature: null }],
  lacks: [{ kind: "disbursed" }],
  defaultScope: "project",
  defaultUnit: "dong",
  asksFigures: true,
};
