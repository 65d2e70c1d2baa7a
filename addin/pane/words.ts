/** What the frame of the pane says: its tabs, and what there is where Excel is not. */
import type { Bilingual } from "../../shared/rule.ts";
import type { Tab } from "./view-state.ts";

export const TAB_NAMES: Readonly<Record<Tab, Bilingual>> = {
  check: { vi: "Kiểm tra", en: "Check" },
  submit: { vi: "Nộp", en: "Submit" },
  more: { vi: "Khác", en: "More" },
};
export const TABS_LABEL: Bilingual = { vi: "Các phần của ngăn", en: "Parts of the pane" };

export const TROUBLE_CELLS: Bilingual = { vi: "Ô: {cells}", en: "Cells: {cells}" };
export const LOADING_SUBMIT: Bilingual = { vi: "Đang mở phần nộp…", en: "Opening…" };
export const SUBMIT_FAILED: Bilingual = {
  vi: "Không tải được phần nộp. Xin kiểm tra mạng rồi thử lại; việc kiểm tra phụ lục vẫn làm được.",
  en: "The part for submitting could not be loaded. Check the network and try again; appendices can be checked all the same.",
};
export const TRY_AGAIN: Bilingual = { vi: "Thử lại", en: "Try again" };

export const OUTSIDE_TITLE: Bilingual = { vi: "Xin mở trong Excel", en: "Please open it in Excel" };
export const OUTSIDE_DEMO: Bilingual = { vi: "Dùng thử không cần Excel", en: "Try it without Excel" };
export const OUTSIDE_HELP: Bilingual = {
  vi: "Hướng dẫn cài đặt và sử dụng",
  en: "How to install and use it (in Vietnamese)",
};
