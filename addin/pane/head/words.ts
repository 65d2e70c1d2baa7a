/** What the head of the pane says. */
import type { Bilingual } from "../../../shared/rule.ts";
import type { SaveState } from "../../host/port.ts";
import type { Occasion } from "../../live/state.ts";

/** Said after the counts: which of the layers last ran. */
export const CHECKED: Readonly<Record<Occasion, Bilingual>> = {
  opened: { vi: "kiểm tra lúc {time} khi mở ngăn", en: "checked at {time} on opening the pane" },
  live: { vi: "kiểm tra lúc {time} khi có thay đổi", en: "checked at {time} after a change" },
  "saved-here": { vi: "kiểm tra và lưu lúc {time}", en: "checked and saved at {time}" },
  "saved-by-excel": { vi: "kiểm tra lúc {time} sau khi lưu", en: "checked at {time} after saving" },
  asked: { vi: "kiểm tra lại lúc {time}", en: "checked again at {time}" },
};

export const STARTING: Bilingual = { vi: "Đang mở…", en: "Opening…" };
export const READING: Bilingual = { vi: "Đang đọc các trang tính…", en: "Reading the sheets…" };
export const CHECKING: Bilingual = { vi: "Đang kiểm tra…", en: "Checking…" };
export const CHECKING_AGAIN: Bilingual = {
  vi: "có thay đổi, đang kiểm tra…",
  en: "changed since, checking…",
};
export const STALE: Bilingual = {
  vi: "có thay đổi sau lần kiểm tra lúc {time}",
  en: "changed since it was checked at {time}",
};
export const NEVER: Bilingual = { vi: "chưa kiểm tra được", en: "not checked yet" };

/** "" where nothing can be said. */
export const SAVE: Readonly<Record<SaveState, Bilingual>> = {
  clean: { vi: "Đã lưu", en: "Saved" },
  saved: { vi: "Đã lưu", en: "Saved" },
  changed: { vi: "Chưa lưu", en: "Not saved" },
  unknown: { vi: "Đang nhập ô", en: "A cell is being edited" },
  autosave: { vi: "Excel tự động lưu", en: "AutoSave is on" },
};

export const NO_FAULTS: Bilingual = { vi: "Không có lỗi", en: "No errors" };
export const NO_APPENDIX: Bilingual = { vi: "Chưa có phụ lục", en: "No appendix" };

export const CHECK_AND_SAVE: Bilingual = { vi: "Kiểm tra và lưu", en: "Check and save" };
export const CHECK_AGAIN: Bilingual = { vi: "Kiểm tra lại", en: "Check again" };
