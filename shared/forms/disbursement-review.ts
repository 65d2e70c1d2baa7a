import { textSpec } from "./columns.ts";
import type { Form } from "./form.ts";

/** What was planned for a phase and what of it has been paid out. */
export const disbursementReview: Form = {
  id: "disbursement-review",
  title: { vi: "Tình hình giải ngân", en: "Disbursement review" },
  texts: [
    textSpec("number", true),
    textSpec("name", true),
    textSpec("leadAgency", true),
    textSpec("supportingAgencies", false),
    textSpec("objective", false),
    textSpec("period", true),
    textSpec("continuity", false),
    textSpec("status", false),
    textSpec("fundingText", false),
    textSpec("note", false),
  ],
  essential: ["name"],
  counts: [],
  ratios: [],
  has: [{ kind: "disbursed" }, { kind: "planned" }],
  lacks: [],
  defaultScope: "phase",
  defaultUnit: null,
  asksFigures: true,
};
