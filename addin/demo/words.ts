/** What the trial page says, in both languages. */
import type { Language } from "../../shared/money.ts";
import type { Bilingual } from "../../shared/rule.ts";

export const WORDS = {
  title: { vi: "Dùng thử Phụ Lục", en: "Try Phụ Lục" },
  trial: {
    vi: "Đây là trang dùng thử trên một Excel mô phỏng. Dữ liệu ở lại trên máy này, trừ những gì bạn nộp; tệp mở ở đây được dịch vụ đọc rồi bỏ ngay, không lưu.",
    en: "This is a trial in a simulated Excel. Data stays on this machine, except what you submit; a file opened here is read by the service and dropped at once, not kept.",
  },
  guide: { vi: "Hướng dẫn sử dụng", en: "User's guide" },
  otherLanguage: { vi: "English", en: "Tiếng Việt" },
  workbook: { vi: "Bảng tính", en: "Workbook" },
  blankWorkbook: { vi: "Bảng tính trống", en: "Blank workbook" },
  openFile: { vi: "Mở tệp .xlsx", en: "Open an .xlsx file" },
  dropHere: { vi: "Thả tệp .xlsx vào đây để mở", en: "Drop an .xlsx file here to open it" },
  opening: { vi: "Đang mở tệp…", en: "Opening the file…" },
  noSamples: {
    vi: "Chưa lấy được danh sách bảng tính mẫu. Bạn vẫn có thể dùng bảng tính trống hoặc mở tệp của mình.",
    en: "The list of samples could not be fetched. A blank workbook or a file of your own still works.",
  },
  notRead: {
    vi: "Không đọc được tệp này. Xin kiểm tra lại tệp, hoặc thử lại sau.",
    en: "This file could not be read. Please check it, or try again later.",
  },
  save: { vi: "Lưu", en: "Save" },
  autoSave: { vi: "Tự động lưu", en: "AutoSave" },
  unsaved: { vi: "chưa lưu", en: "unsaved" },
  saved: { vi: "đã lưu", en: "saved" },
  undo: { vi: "Hoàn tác", en: "Undo" },
  insertRow: { vi: "Chèn hàng", en: "Insert row" },
  deleteRow: { vi: "Xóa hàng", en: "Delete row" },
  nameBox: { vi: "Ô đang chọn", en: "Selected cell" },
  formulaBar: { vi: "Thanh công thức", en: "Formula bar" },
  sheets: { vi: "Các trang tính", en: "Sheets" },
  grid: {
    vi: "Trang tính; F2 để sửa ô, F6 để sang ngăn kiểm tra",
    en: "Sheet; F2 edits a cell, F6 goes to the task pane",
  },
  blank: { vi: "trống", en: "blank" },
  pane: { vi: "Ngăn kiểm tra", en: "Phụ Lục task pane" },
  resize: { vi: "Độ rộng ngăn kiểm tra", en: "Width of the task pane" },
  tools: { vi: "Công cụ của bảng tính", en: "Workbook tools" },
  count: { vi: "Số ô", en: "Count" },
  sum: { vi: "Tổng", en: "Sum" },
  average: { vi: "Trung bình", en: "Average" },
  editing: { vi: "Đang sửa ô", en: "Editing" },
  ready: { vi: "Sẵn sàng", en: "Ready" },
  handed: {
    vi: "Ngăn kiểm tra đã mở một bảng tính mới.",
    en: "The task pane has opened a new workbook.",
  },
  openHanded: { vi: "Xem trong thẻ mới", en: "Show it in a new tab" },
  downloadHanded: { vi: "Tải về", en: "Download" },
  close: { vi: "Đóng", en: "Close" },
} as const satisfies Readonly<Record<string, Bilingual>>;

export type Say = (word: keyof typeof WORDS) => string;

export const sayIn =
  (language: Language): Say =>
  (word) =>
    WORDS[word][language];
