const MEGABYTE = 1024 * 1024;

export const LIMITS = {
  fileBytes: 50 * MEGABYTE,
  contentBytes: 256 * MEGABYTE,
  /** Below this a high ratio harms nobody: an almost empty sheet of many styled rows shrinks a hundredfold. */
  ratioFromBytes: 10 * MEGABYTE,
  ratio: 200,
  parts: 10_000,
  rows: 250_000,
  columns: 256,
  /** Of text, formulas and formats. A text is stored once and may be shown in a million cells, so that little grows into much. */
  characters: 50_000_000,
  merges: 100_000,
  /** Ten for each row of the tallest sheet. Excel itself has room for 65,490 styles. */
  texts: 2_500_000,
  styles: 100_000,
  /** A part in another encoding takes several times its room until it is read. */
  recodedBytes: 32 * MEGABYTE,
  memoryMb: 512,
  timeoutMs: 10_000,
} as const;

export interface Sentences {
  readonly vi: string;
  readonly en: string;
}

const fileMb = String(LIMITS.fileBytes / MEGABYTE);
const contentMb = String(LIMITS.contentBytes / MEGABYTE);
const seconds = String(LIMITS.timeoutMs / 1000);
const rowsVi = LIMITS.rows.toLocaleString("vi-VN");
const rowsEn = LIMITS.rows.toLocaleString("en-US");
const partsVi = LIMITS.parts.toLocaleString("vi-VN");
const partsEn = LIMITS.parts.toLocaleString("en-US");
const textsVi = (LIMITS.texts / 1_000_000).toLocaleString("vi-VN");
const textsEn = (LIMITS.texts / 1_000_000).toLocaleString("en-US");
const stylesVi = LIMITS.styles.toLocaleString("vi-VN");
const stylesEn = LIMITS.styles.toLocaleString("en-US");
const millions = String(LIMITS.characters / 1_000_000);
const saveAsXlsx = {
  vi: "hãy mở tệp rồi chọn Lưu thành (Save As) dạng .xlsx.",
  en: "open it and save it as .xlsx.",
};

/** Each says what is wrong with the file and what its owner can do. */
export const REFUSALS = {
  "not-found": {
    vi: "Không tìm thấy tệp; hãy kiểm tra lại tên tệp và thư mục.",
    en: "The file was not found; check its name and its folder.",
  },
  "not-a-file": {
    vi: "Đường dẫn này là thư mục hoặc không phải tệp thường; hãy chọn một tệp .xlsx.",
    en: "This path is a folder or not an ordinary file; choose an .xlsx file.",
  },
  "no-permission": {
    vi: "Không có quyền đọc tệp này; hãy xin quyền đọc hoặc chép tệp sang thư mục khác rồi thử lại.",
    en: "There is no permission to read this file; ask for it, or copy the file to another folder, then try again.",
  },
  "file-in-use": {
    vi: "Tệp đang được chương trình khác sử dụng; hãy đóng tệp rồi thử lại.",
    en: "Another program is using the file; close it there, then try again.",
  },
  unreadable: {
    vi: "Không đọc được tệp từ ổ đĩa; hãy chép tệp sang nơi khác rồi thử lại.",
    en: "The file could not be read from the disk; copy it elsewhere, then try again.",
  },
  "lock-file": {
    vi: "Đây là tệp tạm do Excel tạo khi đang mở tệp (tên bắt đầu bằng ~$); hãy chọn tệp chính.",
    en: "This is the temporary file Excel keeps while a workbook is open (its name starts with ~$); choose the workbook itself.",
  },
  "empty-file": {
    vi: "Tệp rỗng (0 byte); hãy lưu hoặc tải lại tệp rồi thử lại.",
    en: "The file is empty (0 bytes); save or download it again, then try again.",
  },
  "file-too-large": {
    vi: `Tệp lớn hơn ${fileMb} MB; hãy xóa hình ảnh và các trang tính không cần rồi thử lại.`,
    en: `The file is larger than ${fileMb} MB; remove pictures and sheets that are not needed, then try again.`,
  },
  "password-protected": {
    vi: "Tệp được đặt mật khẩu; hãy bỏ mật khẩu rồi thử lại.",
    en: "The file is protected by a password; remove the password, then try again.",
  },
  "digitally-signed": {
    vi: "Tệp đã được ký số; mọi thay đổi trong tệp đều làm chữ ký mất hiệu lực nên không tạo bản sao có thay đổi; hãy dùng tệp trước khi ký.",
    en: "The file is digitally signed; any change in it would break the signature, so no changed copy is made; use the file as it was before signing.",
  },
  "old-xls": {
    vi: `Đây là tệp Excel đời cũ (.xls); ${saveAsXlsx.vi}`,
    en: `This is a workbook of old Excel (.xls); ${saveAsXlsx.en}`,
  },
  "binary-xlsb": {
    vi: `Đây là tệp Excel nhị phân (.xlsb); ${saveAsXlsx.vi}`,
    en: `This is a binary workbook (.xlsb); ${saveAsXlsx.en}`,
  },
  "open-document": {
    vi: `Đây là tệp OpenDocument (như .ods); ${saveAsXlsx.vi}`,
    en: `This is an OpenDocument file (such as .ods); ${saveAsXlsx.en}`,
  },
  "other-office-document": {
    vi: "Đây là tệp Word hoặc PowerPoint, không phải bảng tính; hãy chọn tệp Excel (.xlsx).",
    en: "This is a Word or PowerPoint file, not a workbook; choose an Excel file (.xlsx).",
  },
  "text-file": {
    vi: `Tệp này là văn bản (CSV, HTML hoặc XML), không phải tệp Excel; ${saveAsXlsx.vi}`,
    en: `This file is text (CSV, HTML or XML), not an Excel workbook; ${saveAsXlsx.en}`,
  },
  "not-a-workbook": {
    vi: "Tệp này không phải tệp Excel; hãy chọn một tệp .xlsx hoặc .xlsm.",
    en: "This file is not an Excel workbook; choose an .xlsx or .xlsm file.",
  },
  truncated: {
    vi: "Tệp bị thiếu phần cuối, có thể do tải về hoặc gửi chưa xong; hãy tải hoặc gửi lại tệp.",
    en: "The end of the file is missing, perhaps because a download or upload stopped; fetch or send it again.",
  },
  damaged: {
    vi: "Tệp bị hỏng hoặc có nội dung trái với định dạng Excel; hãy mở bằng Excel, để Excel sửa, lưu lại rồi thử lại.",
    en: "The file is damaged or breaks the Excel format; open it in Excel, let Excel repair it, save it, then try again.",
  },
  "content-too-large": {
    vi: `Nội dung tệp khi giải nén vượt ${contentMb} MB hoặc gấp hơn ${String(LIMITS.ratio)} lần cỡ tệp; hãy xóa dòng, cột trống và trang tính không cần rồi thử lại.`,
    en: `Unpacked, the file holds more than ${contentMb} MB or over ${String(LIMITS.ratio)} times its size; delete blank rows, columns and sheets that are not needed, then try again.`,
  },
  "too-many-parts": {
    vi: `Tệp gồm hơn ${partsVi} thành phần (hình ảnh, trang tính…); hãy chép phụ lục sang tệp mới rồi thử lại.`,
    en: `The file has more than ${partsEn} parts (pictures, sheets…); copy the appendix to a new file, then try again.`,
  },
  "too-many-entries": {
    vi: `Tệp chứa hơn ${textsVi} triệu chuỗi chữ hoặc ${stylesVi} kiểu ô; hãy chép phụ lục sang tệp mới rồi thử lại.`,
    en: `The file holds more than ${textsEn} million texts or ${stylesEn} cell styles; copy the appendix to a new file, then try again.`,
  },
  "no-worksheet": {
    vi: "Tệp không có trang tính nào; hãy chọn tệp có phụ lục.",
    en: "The file has no worksheet; choose the file that holds the appendix.",
  },
  "too-many-rows": {
    vi: `Trang tính “{sheet}” có hơn ${rowsVi} dòng có nội dung; hãy tách thành nhiều tệp rồi thử lại.`,
    en: `Sheet “{sheet}” has more than ${rowsEn} rows with content; split it into several files, then try again.`,
  },
  "too-many-columns": {
    vi: `Trang tính “{sheet}” có hơn ${String(LIMITS.columns)} cột có nội dung; hãy xóa các cột không thuộc phụ lục rồi thử lại.`,
    en: `Sheet “{sheet}” has more than ${String(LIMITS.columns)} columns with content; delete those outside the appendix, then try again.`,
  },
  "too-much-text": {
    vi: `Các ô trong tệp có hơn ${millions} triệu ký tự chữ và công thức; hãy tách thành nhiều tệp rồi thử lại.`,
    en: `The cells of the file hold more than ${millions} million characters of text and formulas; split it into several files, then try again.`,
  },
  "took-too-long": {
    vi: `Đọc tệp mất hơn ${seconds} giây nên đã dừng; hãy xóa các trang tính, dòng và cột không cần rồi thử lại.`,
    en: `Reading the file took more than ${seconds} seconds and was stopped; delete sheets, rows and columns that are not needed, then try again.`,
  },
  "out-of-memory": {
    vi: `Đọc tệp cần hơn ${String(LIMITS.memoryMb)} MB bộ nhớ nên đã dừng; hãy xóa các trang tính, dòng và cột không cần rồi thử lại.`,
    en: `Reading the file needs more than ${String(LIMITS.memoryMb)} MB of memory and was stopped; delete sheets, rows and columns that are not needed, then try again.`,
  },
} as const satisfies Record<string, Sentences>;

export type RefusalCode = keyof typeof REFUSALS;

export interface Refusal extends Sentences {
  readonly ok: false;
  readonly code: RefusalCode;
}

/** The sheet is named only by the refusals that concern one. */
export function refuse(code: RefusalCode, sheet = ""): Refusal {
  const { vi, en } = REFUSALS[code];
  const name = (): string => sheet;
  return { ok: false, code, vi: vi.replace("{sheet}", name), en: en.replace("{sheet}", name) };
}
