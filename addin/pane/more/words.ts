/** What the tab “Khác” says. */
import type { Bilingual } from "../../../shared/rule.ts";

export const TEMPLATES: Bilingual = { vi: "Chèn mẫu biểu", en: "Insert a form" };
export const TEMPLATES_INTRO: Bilingual = {
  vi: "Thêm mẫu biểu trống thành trang tính mới, đặt sau các trang đang có.",
  en: "Adds a blank official form as a new sheet behind the others.",
};
export const TEMPLATES_OPEN: Bilingual = {
  vi: "Excel này chưa chèn được trang tính từ tệp khác, nên mẫu biểu mở thành một tệp mới.",
  en: "This Excel can't insert sheets from a file, so the form opens as a new workbook.",
};
export const TEMPLATES_UNDO: Bilingual = {
  vi: "Sau khi chèn, Excel không hoàn tác được (Ctrl+Z) các thao tác trước đó.",
  en: "Once it is inserted, Excel can't undo (Ctrl+Z) what was done before.",
};
export const TEMPLATES_SIGN_IN: Bilingual = {
  vi: "Mẫu biểu lấy từ dịch vụ: xin đăng nhập trước ở thẻ “Nộp”.",
  en: "Forms come from the service: please sign in first, under “Submit”.",
};
export const GO_SIGN_IN: Bilingual = { vi: "Đến phần đăng nhập", en: "Go to sign-in" };
export const CHOOSE_FORM: Bilingual = { vi: "Mẫu biểu", en: "Form" };
export const INSERT: Bilingual = { vi: "Chèn vào tệp này", en: "Insert into this workbook" };
export const OPEN_FORM: Bilingual = { vi: "Mở thành tệp mới", en: "Open as a new workbook" };
export const INSERTED: Bilingual = {
  vi: "Đã chèn mẫu biểu vào cuối tệp.",
  en: "The form is inserted at the end of the workbook.",
};
export const OPENED: Bilingual = { vi: "Đã mở mẫu biểu thành tệp mới.", en: "The form is opened as a new workbook." };
export const NO_TEMPLATE: Bilingual = {
  vi: "Chưa tải được mẫu biểu. Xin kiểm tra mạng và đăng nhập, rồi thử lại.",
  en: "The form could not be loaded. Check the network and your sign-in, then try again.",
};
export const LOADING_FORMS: Bilingual = { vi: "Đang đọc danh sách mẫu biểu…", en: "Loading the list of forms…" };

export const MARKS: Bilingual = { vi: "Tô màu ô", en: "Marks on the cells" };
export const MARKS_SWITCH: Bilingual = {
  vi: "Tô màu các ô có lỗi, câu hỏi, cảnh báo",
  en: "Shade cells with errors, questions and warnings",
};
export const MARKS_TRACE: Bilingual = {
  vi: "Việc tô màu không đổi định dạng của bạn; tắt đi là hết, không để lại dấu vết.",
  en: "Marks leave your own formats alone; switched off, they leave no trace.",
};
export const MARKS_UNDO: Bilingual = {
  vi: "Ở phiên bản Excel này, mỗi lần tô hoặc xóa màu làm mất danh sách hoàn tác (Ctrl+Z). Vì vậy màu chỉ được tô lại khi bạn bấm kiểm tra.",
  en: "In this version of Excel, writing or removing marks empties undo (Ctrl+Z). So marks are renewed only when you ask for a check.",
};

export const LANGUAGE: Bilingual = { vi: "Ngôn ngữ / Language", en: "Language / Ngôn ngữ" };

export const LAYERS: Bilingual = { vi: "Khi nào phụ lục được kiểm tra", en: "When appendices are checked" };
export const LAYERS_SAVING: Bilingual = {
  vi: "Phụ lục được kiểm tra khi bấm “Kiểm tra và lưu”, và ngay sau mỗi lần Excel lưu xong. Còn lỗi vẫn lưu được.",
  en: "The check runs when you press “Check and save”, and right after Excel has saved. Errors never keep you from saving.",
};
export const LAYERS_LIVE: Bilingual = {
  vi: "Trong khi nhập, kết quả được cập nhật ngay sau mỗi thay đổi.",
  en: "While you type, the findings follow every change.",
};
export const LAYERS_AUTOSAVE: Bilingual = {
  vi: "Khi Excel tự động lưu, không có thời điểm lưu riêng: kết quả được cập nhật theo từng thay đổi.",
  en: "With AutoSave on there is no moment of saving: the findings follow each change.",
};
export const LAYERS_SERVICE: Bilingual = {
  vi: "Khi nộp, dịch vụ kiểm tra lại lần nữa; chỉ lần này quyết định có nhận bản nộp hay không.",
  en: "On submitting, the service checks once more; only this check decides whether a submission is taken.",
};

export const HELP: Bilingual = { vi: "Hướng dẫn sử dụng", en: "User's guide (in Vietnamese)" };
export const ABOUT: Bilingual = { vi: "Trợ giúp", en: "Help" };
export const VERSION: Bilingual = { vi: "Phiên bản bộ quy tắc {version}", en: "Version of the rules: {version}" };
