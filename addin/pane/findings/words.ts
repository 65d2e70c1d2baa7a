/** What the list of findings, its cards and its bars say. */
import type { Severity } from "../../../shared/finding.ts";
import type { Bilingual } from "../../../shared/rule.ts";

export const FILTER: Bilingual = { vi: "Lọc theo mức độ", en: "Filter by severity" };
export const SEARCH: Bilingual = { vi: "Tìm trong kết quả", en: "Search the findings" };
export const GROUPING: Bilingual = { vi: "Nhóm theo", en: "Group by" };
export const BY_SHEET: Bilingual = { vi: "Theo trang tính", en: "By sheet" };
export const BY_RULE: Bilingual = { vi: "Theo quy tắc", en: "By rule" };
export const LIST: Bilingual = { vi: "Kết quả kiểm tra", en: "Findings" };
export const WHOLE_WORKBOOK: Bilingual = { vi: "Cả tệp", en: "The whole workbook" };
export const COMMENTS: Bilingual = { vi: "Ý kiến rà soát", en: "Reviewer's comments" };
export const COMMENT: Bilingual = { vi: "Ý kiến", en: "Comment" };
export const EXPLAINED: Bilingual = { vi: "đã giải trình", en: "explained" };
export const NOTHING_MATCHES: Bilingual = {
  vi: "Không có kết quả nào khớp với điều kiện lọc.",
  en: "Nothing matches the filter.",
};
export const CLEAR_FILTER: Bilingual = { vi: "Bỏ lọc", en: "Clear the filter" };

/** As on a chip, for one or many. */
export const SEVERITY_LABELS: Readonly<Record<Severity, Bilingual>> = {
  error: { vi: "Lỗi", en: "Error" },
  ask: { vi: "Câu hỏi", en: "Question" },
  warning: { vi: "Cảnh báo", en: "Warning" },
  info: { vi: "Gợi ý", en: "Hint" },
};
export const SEVERITY_MANY: Readonly<Record<Severity, Bilingual>> = {
  error: { vi: "Lỗi", en: "Errors" },
  ask: { vi: "Câu hỏi", en: "Questions" },
  warning: { vi: "Cảnh báo", en: "Warnings" },
  info: { vi: "Gợi ý", en: "Hints" },
};

export const CARD: Bilingual = { vi: "Chi tiết", en: "Details" };
export const CLOSE_CARD: Bilingual = { vi: "Đóng chi tiết", en: "Close the details" };
export const CELLS: Bilingual = { vi: "Ô cần xem", en: "Cells" };
export const GO_TO: Bilingual = { vi: "Đến ô {cell}", en: "Go to {cell}" };
export const MORE_CELLS: Bilingual = { vi: "và {count} ô nữa", en: "and {count} more" };

export const AMOUNTS: Readonly<Record<"printed" | "sum" | "plan" | "difference", Bilingual>> = {
  printed: { vi: "Đang ghi", en: "Says" },
  sum: { vi: "Cộng lại", en: "Adds up to" },
  plan: { vi: "Kế hoạch ghi", en: "The plan says" },
  difference: { vi: "Lệch", en: "Off by" },
};

export const UNIT: Bilingual = { vi: "Đơn vị tính", en: "Unit" };
export const AS_TEXT: Bilingual = { vi: "“{text}” dạng chữ", en: "“{text}” as text" };

export const MEND: Bilingual = { vi: "Sửa", en: "Mend" };
export const MEND_CHOSEN: Bilingual = { vi: "Sửa theo cách đã chọn", en: "Mend it so" };
export const WILL_CHANGE: Bilingual = { vi: "Sẽ sửa", en: "Will change" };
export const CHOOSE: Bilingual = { vi: "Chọn cách sửa", en: "Choose how to mend it" };
export const CHOOSE_NOTHING: Bilingual = { vi: "không đổi ô nào", en: "no cell changes" };
export const BECOMES: Bilingual = { vi: "thành", en: "becomes" };
export const MORE_EDITS: Bilingual = { vi: "và {count} ô khác", en: "and {count} other cells" };

export const EXPLAIN: Bilingual = { vi: "Giải trình", en: "Explain" };
export const CHANGE_EXPLANATION: Bilingual = { vi: "Sửa giải trình", en: "Change the explanation" };
export const EXPLANATION: Bilingual = { vi: "Giải trình của đơn vị", en: "Your explanation" };
export const EXPLAIN_HINT: Bilingual = {
  vi: "Vì sao số liệu như vậy là đúng; gửi kèm khi nộp. Từ 3 đến 2.000 ký tự.",
  en: "Why this is right as it stands; goes along when you submit. 3 to 2,000 characters.",
};
export const KEEP: Bilingual = { vi: "Ghi giải trình", en: "Keep" };
export const CANCEL: Bilingual = { vi: "Hủy", en: "Cancel" };
export const TAKE_BACK: Bilingual = { vi: "Bỏ giải trình", en: "Take it back" };

export const WHY: Bilingual = { vi: "Vì sao?", en: "Why?" };
export const RULE_CHECKS: Bilingual = { vi: "Quy tắc", en: "The rule" };
export const RULE_SOURCE: Bilingual = { vi: "Căn cứ", en: "Its ground" };
export const RULE_EXAMPLE: Bilingual = { vi: "Ví dụ", en: "Example" };
export const RULE_ID: Bilingual = { vi: "Mã quy tắc", en: "Rule id" };
export const RULE_TRIAL: Bilingual = {
  vi: "Quy tắc đang thử nghiệm: lỗi chỉ được báo là cảnh báo.",
  en: "This rule is on trial: its errors are told as warnings.",
};
export const LOADING: Bilingual = { vi: "Đang đọc…", en: "Loading…" };

export const RESOLVE: Bilingual = { vi: "Đã xử lý", en: "Mark as resolved" };
export const COMMENT_BY: Bilingual = { vi: "{name}, {time} · bản {version}", en: "{name}, {time} · version {version}" };

export const MEND_ALL: Bilingual = { vi: "Sửa tất cả lỗi an toàn ({count})", en: "Mend all that is safe ({count})" };
export const MEND_ALL_TITLE: Bilingual = { vi: "Sửa tất cả lỗi an toàn", en: "Mend all that is safe" };
export const MEND_ALL_INTRO: Bilingual = {
  vi: "Những cách sửa này không làm đổi ý nghĩa của số liệu. Hãy bỏ chọn những mục không muốn sửa.",
  en: "These fixes change no meaning. Clear those you do not want.",
};
export const MEND_PICKED: Bilingual = { vi: "Sửa {count} mục", en: "Mend {count}" };
export const PICK_ALL: Bilingual = { vi: "Chọn tất cả", en: "All of them" };
export const MENDED: Bilingual = { vi: "Đã sửa {count} mục.", en: "{count} mended." };
export const MENDED_PART: Bilingual = {
  vi: "Đã sửa {count} trong {all} mục đã chọn. Những mục còn lại xin xem trong danh sách.",
  en: "{count} of the {all} you picked are mended. The others are still in the list.",
};
export const EXCEL_UNDO_LOST: Bilingual = {
  vi: "Phiên bản Excel này không giữ được danh sách hoàn tác (Ctrl+Z) sau khi tiện ích sửa ô. Muốn hoàn tác, hãy dùng nút “Hoàn tác” của ngăn này.",
  en: "This Excel empties its own undo when an add-in writes. To go back, use “Undo” in this pane.",
};

export const UNDO: Bilingual = { vi: "Hoàn tác", en: "Undo" };
export const LAST_FIX: Bilingual = { vi: "Đã sửa: {what}", en: "Mended: {what}" };
export const LAST_FIXES: Bilingual = {
  vi: "Đã sửa {count} mục ở trang tính {sheet}",
  en: "Mended {count} places on {sheet}",
};
export const LAST_PUT_BACK: Bilingual = { vi: "Đã sửa các ô ở trang tính {sheet}", en: "Cells changed on {sheet}" };

export const LOSS: Bilingual = {
  vi: "Lần dán vừa rồi vào {pasted} ({sheet}) đã {what}.",
  en: "The last paste into {pasted} ({sheet}) {what}.",
};
export const LOSS_FORMULAS: Bilingual = {
  vi: "thay {count} công thức bằng số",
  en: "replaced formulas by constants: {count}",
};
export const LOSS_RULES: Bilingual = {
  vi: "làm mất danh sách chọn ở {count} ô",
  en: "took drop-down lists from cells: {count}",
};
export const AND: Bilingual = { vi: "và", en: "and" };
export const LOSS_LIST: Bilingual = { vi: "Xem các ô", en: "See the cells" };
export const LOSS_NOW: Bilingual = { vi: "nay là {now}", en: "now {now}" };
export const LOSS_RULE_LINE: Bilingual = { vi: "danh sách chọn", en: "drop-down list" };
export const PUT_BACK: Bilingual = { vi: "Đặt lại", en: "Put back" };
export const LEAVE: Bilingual = { vi: "Bỏ qua", en: "Leave it" };

export const SUMS: Bilingual = { vi: "Số tổng", en: "Totals" };
export const SUM_SOURCE: Bilingual = { vi: "Nguồn", en: "Source" };
export const SUM_APPENDIX: Bilingual = { vi: "Phụ lục", en: "Appendix" };
export const SUM_PLAN: Bilingual = { vi: "Kế hoạch", en: "Plan" };
export const SUM_LINE_ITEMS: Bilingual = { vi: "{count} dòng", en: "{count} line items" };
export const SUM_AGREES: Bilingual = { vi: "khớp", en: "agrees" };
export const SUM_OFF: Bilingual = { vi: "lệch {difference}", en: "off by {difference}" };
export const SUM_NO_PLAN: Bilingual = {
  vi: "Không có văn bản kế hoạch trong tệp để so sánh.",
  en: "There is no plan's text in the workbook to compare with.",
};
export const SUM_TOO_LARGE: Bilingual = { vi: "quá lớn", en: "too large" };
export const UNIT_UNKNOWN: Bilingual = { vi: "chưa rõ đơn vị", en: "unit unknown" };

export const CLEAN_ALL: Bilingual = {
  vi: "Không có lỗi, cũng không có cảnh báo.",
  en: "No errors, and no warnings either.",
};
export const CLEAN_LINES: Bilingual = { vi: "{lines} dòng, tổng {total}", en: "{lines} line items, {total} in all" };
export const CLEAN_LINES_ONLY: Bilingual = { vi: "{lines} dòng", en: "{lines} line items" };
export const CLEAN_NEXT: Bilingual = {
  vi: "Phụ lục đã sẵn sàng để nộp.",
  en: "The appendices are ready to be submitted.",
};
export const GO_SUBMIT: Bilingual = { vi: "Đến phần nộp", en: "Go to submitting" };

export const BLANK: Bilingual = { vi: "Biểu chưa có dòng nào.", en: "The form has no line items yet." };
export const BLANK_NEXT: Bilingual = {
  vi: "Xin điền nhiệm vụ, dự án vào biểu; kết quả kiểm tra hiện ra ngay khi nhập.",
  en: "Fill in tasks and projects; what is wrong shows while you type.",
};

export const NO_APPENDIX: Bilingual = {
  vi: "Chưa tìm thấy phụ lục nào trong tệp này.",
  en: "No appendix was found in this workbook.",
};
export const NO_APPENDIX_WHY: Bilingual = {
  vi: "Đã xem {sheets} trang tính, tìm bảng có tiêu đề như “Tên nhiệm vụ, dự án”, “Đơn vị chủ trì”, “Kinh phí”… Nếu phụ lục đã có trong tệp, xin xem lại dòng tiêu đề của bảng.",
  en: "{sheets} sheets were searched for a table with headings such as “Tên nhiệm vụ, dự án”, “Đơn vị chủ trì”, “Kinh phí”… If the appendix is there, please look at its row of headings.",
};
export const NO_APPENDIX_NEXT: Bilingual = { vi: "Chèn mẫu biểu", en: "Insert a form" };
