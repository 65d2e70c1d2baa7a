/** The tab “Phụ Lục”: its groups and buttons, what each says and what it does. */
import type { Bilingual } from "../../shared/rule.ts";
import type { FunctionName } from "./functions.ts";

/** A drawing in addin/icons/. */
export type IconName = "check" | "pane" | "submit" | "consolidation";

/** In pixels. Excel asks for 16, 32 and 80; 64 is for sharp screens. */
export const ICON_SIZES = [16, 32, 64, 80] as const;

export interface Button {
  readonly id: string;
  readonly icon: IconName;
  readonly label: Bilingual;
  /** Shown under the label when the pointer rests on it. */
  readonly tip: Bilingual;
  /** "pane" opens the task pane. */
  readonly does: FunctionName | "pane";
}

export interface Group {
  readonly id: string;
  readonly icon: IconName;
  readonly label: Bilingual;
  readonly buttons: readonly Button[];
}

export const TAB: { readonly id: string; readonly label: Bilingual } = {
  id: "tab",
  label: { vi: "Phụ Lục", en: "Phụ Lục" },
};

export const GROUPS: readonly Group[] = [
  {
    id: "checking",
    icon: "check",
    label: { vi: "Kiểm tra", en: "Check" },
    buttons: [
      {
        id: "validate",
        icon: "check",
        label: { vi: "Kiểm tra và lưu", en: "Check and save" },
        tip: {
          vi: "Kiểm tra mọi phụ lục trong tệp, chỉ ô sai và cách sửa, rồi lưu tệp. Còn lỗi vẫn lưu được.",
          en: "Checks every appendix in the workbook, shows what is wrong and how to mend it, then saves. Errors never stop saving.",
        },
        does: "validateAndSave",
      },
      {
        id: "pane",
        icon: "pane",
        label: { vi: "Mở ngăn kiểm tra", en: "Open the pane" },
        tip: {
          vi: "Mở ngăn bên phải với các lỗi, cảnh báo của tệp này; bấm vào một dòng để đến ô cần xem.",
          en: "Opens the pane with this workbook's errors and warnings; choose one to go to its cell.",
        },
        does: "pane",
      },
    ],
  },
  {
    id: "sending",
    icon: "submit",
    label: { vi: "Nộp và tổng hợp", en: "Submit and merge" },
    buttons: [
      {
        id: "submit",
        icon: "submit",
        label: { vi: "Nộp", en: "Submit" },
        tip: {
          vi: "Chọn đợt, xem những gì đã đổi so với bản nộp trước, nộp phụ lục và nhận biên nhận.",
          en: "Choose the round, see what changed since the last version, submit the appendices and get a receipt.",
        },
        does: "submit",
      },
      {
        id: "consolidation",
        icon: "consolidation",
        label: { vi: "Mở tệp tổng hợp", en: "Merged workbook" },
        tip: {
          vi: "Mở tệp Excel tổng hợp các phụ lục của đợt, dành cho người được giao tổng hợp.",
          en: "Opens the round's merged workbook, for those who may merge.",
        },
        does: "openConsolidation",
      },
    ],
  },
];
