import { textSpec } from "./columns.ts";
import type { Form } from "./form.ts";

/** What the plan wants to reach, and by when. */
export const targets: Form = {
  id: "targets",
  title: { vi: "Chỉ tiêu", en: "Targets" },
  texts: [
    textSpec("number", true),
    {
      holds: "name",
      title: { vi: "Nội dung", en: "Content" },
      headers: /^(ten |noi dung )?(noi dung|nhiem vu|tieu chi)( .*)?$/,
      orHeaders: /^(ten )?(chi tieu|muc tieu)( .*)?$/,
      required: true,
    },
    {
      holds: "target",
      title: { vi: "Chỉ tiêu", en: "Target" },
      headers:
        /^(chi tieu|muc tieu|ke hoach|ty le|muc phan dau|chi tieu (nam|den nam|ke hoach|phan dau).*|ke hoach nam \d+)( \d+)?$/,
      required: true,
    },
    textSpec("leadAgency", false),
    textSpec("supportingAgencies", false),
    textSpec("period", true),
    textSpec("note", false),
  ],
  essential: ["name", "target"],
  counts: [],
  ratios: [],
  has: [],
  lacks: [],
  defaultScope: null,
  defaultUnit: null,
  asksFigures: false,
};
