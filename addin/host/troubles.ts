/** What the outside world may answer instead, and what the officer is told of it. */
export const TROUBLES = {
  "not-in-excel": {
    vi: "Trang này chỉ làm việc trong Excel. Hãy mở tệp phụ lục bằng Excel, rồi mở ngăn kiểm tra từ thẻ “Phụ Lục”.",
    en: "This page works in Excel only. Open the appendix in Excel, then open the pane from the “Phụ Lục” tab.",
  },
  "excel-too-old": {
    vi: "Phiên bản Excel này quá cũ; cần Excel 2021 hoặc mới hơn, Microsoft 365 hoặc Excel trên trình duyệt.",
    en: "This version of Excel is too old; Excel 2021 or later, Microsoft 365 or Excel in a browser is needed.",
  },
  "editing-cell": {
    vi: "Một ô đang được nhập dở. Hãy nhấn Enter để kết thúc, rồi thử lại.",
    en: "A cell is being edited. Press Enter to finish, then try again.",
  },
  "sheet-gone": {
    vi: "Trang tính này không còn trong tệp.",
    en: "This sheet is no longer in the workbook.",
  },
  "sheet-hidden": {
    vi: "Trang tính này đang ẩn. Hãy bỏ ẩn trang tính, rồi thử lại.",
    en: "This sheet is hidden. Unhide it, then try again.",
  },
  "sheet-protected": {
    vi: "Trang tính hoặc ô cần sửa đang được bảo vệ. Hãy bỏ bảo vệ trang tính, rồi thử lại.",
    en: "The sheet, or the cell to be changed, is protected. Unprotect the sheet, then try again.",
  },
  "workbook-elsewhere": {
    vi: "Không chọn được ô vì một tệp khác đang được mở ở trước. Hãy bấm vào tệp phụ lục, rồi thử lại.",
    en: "The cell could not be selected because another workbook is in front. Click the appendix, then try again.",
  },
  "sheet-too-large": {
    vi: "Trang tính có quá nhiều ô để đọc. Hãy xóa các hàng, cột thừa ở cuối trang tính, rồi thử lại.",
    en: "The sheet has too many cells to be read. Delete the stray rows and columns at its end, then try again.",
  },
  "cells-changed": {
    vi: "Có ô đã thay đổi sau lần kiểm tra gần nhất nên chưa sửa ô nào. Hãy kiểm tra lại.",
    en: "Some cells have changed since they were checked, so none was altered. Check again.",
  },
  "window-blocked": {
    vi: "Không mở được cửa sổ. Hãy cho phép trang này mở cửa sổ bật lên, đóng cửa sổ đang mở (nếu có), rồi thử lại.",
    en: "The window could not be opened. Allow pop-up windows for this page, close any that is open, then try again.",
  },
  "not-supported": {
    vi: "Phiên bản Excel này chưa có chức năng cần dùng.",
    en: "This version of Excel lacks the function needed.",
  },
  "answer-too-large": {
    vi: "Excel không gửi được lượng dữ liệu này trong một lần. Hãy chia nhỏ nội dung của trang tính.",
    en: "Excel could not send this much at once. Divide the sheet's contents.",
  },
  "check-failed": {
    vi: "Chưa kiểm tra được vì chương trình gặp lỗi. Hãy bấm “Kiểm tra lại”; nếu vẫn vậy, xin đóng rồi mở lại ngăn kiểm tra.",
    en: "The check broke off because of a fault of this program. Choose “Check again”; if it happens again, close the pane and open it anew.",
  },
  "excel-failed": {
    vi: "Excel không thực hiện được yêu cầu. Hãy thử lại sau ít phút.",
    en: "Excel could not do what was asked. Try again in a few minutes.",
  },
} as const;

export type TroubleCode = keyof typeof TROUBLES;

export interface Trouble {
  readonly code: TroubleCode;
  /** The cells it is about. */
  readonly cells: readonly string[];
  /** The names of sheets it is about, where they are not plain from what was asked. */
  readonly sheets?: string;
  /** The program's own code, for those who look into it. */
  readonly detail: string;
}

export const trouble = (
  code: TroubleCode,
  cells: readonly string[] = [],
  detail = "",
): { ok: false; trouble: Trouble } => ({
  ok: false,
  trouble: { code, cells, detail },
});
