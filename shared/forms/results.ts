import { textSpec } from "./columns.ts";
import type { Form } from "./form.ts";

/** What came of the targets or tasks of the plan before. */
export const results: Form = {
  id: "results",
  title: { vi: "Kết quả thực hiện", en: "Results" },
  texts: [
    textSpec("number", true),
    {
      holds: "name",
      title: { vi: "Nội dung chỉ tiêu", en: "Content" },
      headers: /^(ten |noi dung )?(noi dung|nhiem vu|du an|tieu chi)( .*)?$/,
      orHeaders: /^(ten )?(chi tieu|muc tieu)( .*)?$/,
      required: true,
    },
    {
      holds: "target",
      title: { vi: "Chỉ tiêu", en: "Target" },
      headers: /^(chi tieu|ke hoach|muc tieu)( .*)?$/,
      required: false,
    },
    {
      holds: "result",
      title: { vi: "Kết quả", en: "Result" },
      headers: /^(ket qua|ket qua dat duoc|ket qua thuc hien|muc do hoan thanh)( .*)?$/,
      required: true,
    },
    {
      holds: "achieved",
      title: { vi: "Đạt", en: "Achieved" },
      headers: /^(dat|dat duoc|thuc hien|da dat)( .*)?$/,
      required: false,
    },
    textSpec("leadAgency", false),
    textSpec("note", false),
  ],
  essential: ["name", "result"],
  counts: [],
  ratios: [],
  has: [],
  lacks: [],
  defaultScope: null,
  defaultUnit: null,
  asksFigures: false,
};
