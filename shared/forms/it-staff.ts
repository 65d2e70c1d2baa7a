import { textSpec } from "./columns.ts";
import type { CountSpec, Form } from "./form.ts";

const staffPart = (measure: string, title: CountSpec["title"], headers: RegExp): CountSpec => ({
  measure,
  within: "staff",
  title,
  headers,
  required: false,
});

/** Sóc Trăng 2010, appendix 1. The levels overlap ("tín chỉ A", "biết sử dụng"), so they need not add up to the staff. */
export const itStaff: Form = {
  id: "it-staff",
  title: { vi: "Nhân lực công nghệ thông tin", en: "IT staff" },
  texts: [
    textSpec("number", true),
    {
      holds: "name",
      title: { vi: "Tên đơn vị", en: "Organisation" },
      headers: /^(ten )?(don vi|co quan|co quan don vi|so ban nganh)( .*)?$/,
      required: true,
    },
    textSpec("note", false),
  ],
  essential: ["name"],
  counts: [
    {
      measure: "staff",
      within: null,
      title: { vi: "Tổng số cán bộ", en: "All staff" },
      headers:
        /^tong so (cb|can bo|cbcc|cong chuc|nhan luc|bien che)( .*)?$|^tong so$|^so luong (cb|can bo|cbcc)( .*)?$/,
      required: true,
    },
    staffPart("postgraduate", { vi: "Trên đại học", en: "Postgraduate" }, /^(tren|sau) dai hoc$|^thac si|^tien si/),
    staffPart("university", { vi: "Đại học", en: "University" }, /^dai hoc( .*)?$/),
    staffPart("college", { vi: "Cao đẳng", en: "College" }, /^cao dang( .*)?$/),
    staffPart("secondary", { vi: "Trung cấp", en: "Secondary" }, /^trung cap( .*)?$/),
    staffPart("levelC", { vi: "Tín chỉ C", en: "Certificate C" }, /^(tin chi|chung chi|trinh do|bang) c$/),
    staffPart("levelB", { vi: "Tín chỉ B", en: "Certificate B" }, /^(tin chi|chung chi|trinh do|bang) b$/),
    staffPart("levelA", { vi: "Tín chỉ A", en: "Certificate A" }, /^(tin chi|chung chi|trinh do|bang) a$/),
    staffPart("users", { vi: "Biết sử dụng", en: "Computer users" }, /biet su dung/),
    staffPart("mailboxes", { vi: "Số CB có hộp thư điện tử", en: "Staff with a mailbox" }, /hop thu|thu dien tu|email/),
  ],
  ratios: [],
  has: [],
  lacks: [{}],
  defaultScope: null,
  defaultUnit: null,
  asksFigures: true,
};
