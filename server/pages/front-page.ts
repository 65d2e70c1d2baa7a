/** Where who comes to the front door finds what there is. */
import type { Bilingual } from "../../shared/rule.ts";
import { escape } from "../docs/escape.ts";
import { printPage } from "./plain-page.ts";

interface Way {
  readonly to: string;
  readonly name: Bilingual;
  readonly says: Bilingual;
}

const WAYS: readonly Way[] = [
  {
    to: "/dot",
    name: { vi: "Đăng nhập, rà soát và tổng hợp", en: "Sign in, review and merge" },
    says: {
      vi: "các đợt, bản nộp của từng đơn vị, nộp tệp Excel không cần cài đặt, bản tổng hợp",
      en: "rounds, what each organisation submitted, workbooks sent without the add-in, consolidations",
    },
  },
  {
    to: "/demo",
    name: { vi: "Thử ngay", en: "Try it now" },
    says: {
      vi: "một bảng tính mẫu cạnh ngăn kiểm tra, ngay trong trình duyệt, không cần Excel và không cần đăng nhập",
      en: "a sample sheet beside the pane, in the browser, without Excel and without an account",
    },
  },
  {
    to: "/huong-dan",
    name: { vi: "Hướng dẫn sử dụng", en: "User's guide" },
    says: {
      vi: "kiểm tra, sửa, giải trình và nộp phụ lục ngay trong Excel",
      en: "how to check, mend, explain and submit appendices inside Excel (in Vietnamese)",
    },
  },
  {
    to: "/quy-tac",
    name: { vi: "Danh mục quy tắc", en: "The catalogue of rules" },
    says: {
      vi: "phụ lục được kiểm tra những gì, ví dụ, căn cứ và cách sửa",
      en: "what appendices are checked for, with examples, sources and how it is mended",
    },
  },
  {
    to: "/api/docs",
    name: { vi: "Tài liệu API", en: "API documentation" },
    says: { vi: "cho người nối hệ thống khác với dịch vụ này", en: "for whoever connects another system" },
  },
];

const printWay = ({ to, name, says }: Way): string =>
  `<dt><a href="${to}">${escape(name.vi)} <span lang="en">${escape(name.en)}</span></a></dt>
<dd>${escape(says.vi)} <span lang="en">${escape(says.en)}</span></dd>`;

export const FRONT_PAGE = printPage({
  title: "Phụ Lục",
  content: `<h1>Phụ Lục</h1>
<p>Kiểm tra, nộp và tổng hợp phụ lục kinh phí của kế hoạch ứng dụng công nghệ thông tin
<span lang="en">Checks, submits and merges the budget appendices of IT plans</span></p>
<dl>
${WAYS.map(printWay).join("\n")}
</dl>`,
});
