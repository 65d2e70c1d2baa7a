/** What the manifest says of the add-in, once: its identity, its addresses, and its words in both languages. */
import type { Bilingual } from "../../shared/rule.ts";

/** For ever: Excel knows an installed add-in by it, and keeps its settings under it. */
export const ADD_IN_ID = "64172fa3-5360-402f-b68c-b83fef3624ba";

/** Where the committed manifest looks for the pane. */
export const LOCALHOST = "https://localhost:3443";

/** From the site's address. The ribbon's functions are in the pane's page too: both share one runtime. */
export const PATHS = {
  pane: "/addin/pane.html",
  icons: "/addin/icons",
  help: "/huong-dan",
} as const;

/** `workbook.save` and all else that the pane can't do without; anything newer is asked for at run time. */
export const EXCEL_API = "1.11";

export const PROVIDER = "Phụ Lục";

export const NAME: Bilingual = { vi: "Phụ Lục", en: "Phụ Lục" };

export const DESCRIPTION: Bilingual = {
  vi: "Kiểm tra phụ lục kinh phí của kế hoạch ứng dụng công nghệ thông tin ngay trong Excel: chỉ ô sai và cách sửa, nộp phụ lục, nhận biên nhận, mở tệp tổng hợp.",
  en: "Checks the budget appendices of provincial IT plans inside Excel: shows what is wrong and how to mend it, submits them, keeps the receipt and opens the merged workbook.",
};

/** Shown once, when the add-in has been installed. */
export const WELCOME: { readonly title: Bilingual; readonly text: Bilingual } = {
  title: { vi: "Phụ Lục đã sẵn sàng", en: "Phụ Lục is ready" },
  text: {
    vi: "Mở thẻ Phụ Lục trên thanh công cụ rồi bấm “Kiểm tra và lưu”. Mọi phụ lục trong tệp được tự tìm ra và kiểm tra.",
    en: "Open the Phụ Lục tab and choose “Check and save”. Every appendix in the workbook is found and checked by itself.",
  },
};
