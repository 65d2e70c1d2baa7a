/** The ten forms as they are published, blank: title, headings and groups of rows. */
import type { FormId } from "../../../shared/appendix.ts";
import { amount, amounts, continuity, count, counts, name, number, period, ratio, text, texts } from "./columns.ts";
import type { TemplateHeading } from "./columns.ts";

export interface TemplateYears {
  /** "năm 2026" or "giai đoạn 2026-2030"; "" when not known. */
  readonly plan: string;
  readonly year: string;
  readonly phase: string;
}

export interface TemplateLayout {
  readonly title: string;
  readonly headings: readonly TemplateHeading[];
  /** Groups with their subtotals; none where rows simply follow one another. */
  readonly groups: readonly string[];
  readonly rowsOfGroup: number;
  /** Of the row that adds up all; null where nothing is added up. */
  readonly total: string | null;
}

const CONTINUITY_GROUPS = ["Nhiệm vụ, dự án chuyển tiếp", "Nhiệm vụ, dự án mới"];
const UNIT_GROUPS = ["Các sở, ban, ngành", "UBND cấp xã"];
const PROJECTS = { groups: CONTINUITY_GROUPS, rowsOfGroup: 12, total: "TỔNG CỘNG" } as const;
const UNITS = { groups: UNIT_GROUPS, rowsOfGroup: 15, total: "TỔNG CỘNG" } as const;
const PLAIN = { groups: [], rowsOfGroup: 25, total: null } as const;

const withYears = (words: string, years: string): string => (years === "" ? words : `${words} ${years}`);

const LAYOUTS: Readonly<Record<FormId, (years: TemplateYears) => TemplateLayout>> = {
  "project-list-by-origin": ({ plan }) => ({
    ...PROJECTS,
    title: withYears("Danh mục nhiệm vụ, dự án ứng dụng công nghệ thông tin", plan),
    headings: [
      number("STT"),
      name("Tên dự án"),
      texts("Phân công thực hiện", "Chủ trì", "Phối hợp"),
      amounts("Phân bổ kinh phí", "Kinh phí tỉnh", "Kinh phí TW", "Kinh phí khác"),
    ],
  }),
  "project-list-phase-year": ({ plan, phase, year }) => ({
    ...PROJECTS,
    title: withYears("Các nhiệm vụ, dự án ứng dụng công nghệ thông tin", plan),
    headings: [
      number("STT"),
      name("Tên nhiệm vụ, dự án"),
      text("Đơn vị thực hiện"),
      period("Thời gian thực hiện"),
      amount("Tổng kinh phí dự án"),
      amounts(withYears("Tổng kinh phí giai đoạn", phase), "Tổng cộng", "TW", "ĐP"),
      amounts(withYears("Kinh phí năm", year), "Tổng cộng", "TW", "NV ĐTPT", "NV SN"),
      text("Ghi chú", 18),
    ],
  }),
  "project-list-single-amount": ({ plan }) => ({
    ...PROJECTS,
    title: withYears("Danh mục nhiệm vụ, dự án ứng dụng công nghệ thông tin", plan),
    headings: [
      number("TT"),
      name("Tên nhiệm vụ, dự án"),
      text("Đơn vị chủ trì triển khai"),
      continuity("Dự án/nhiệm vụ chuyển tiếp/mới"),
      text("Mục tiêu đầu tư", 34),
      period("Thời gian triển khai"),
      amount("Tổng mức đầu tư/chi phí dự kiến"),
      text("Nguồn vốn"),
    ],
  }),
  "project-list-nature-origin": ({ plan }) => ({
    ...PROJECTS,
    title: withYears("Danh mục dự án ứng dụng công nghệ thông tin", plan),
    headings: [
      number("STT"),
      name("Tên Dự án"),
      text("Mục tiêu", 34),
      period("Thời gian thực hiện"),
      amount("Tổng mức Đầu tư"),
      amounts("Nguồn Phát triển", "TW", "ĐP"),
      amounts("Nguồn Sự nghiệp", "TW", "ĐP"),
      text("Ghi chú", 18),
    ],
  }),
  "disbursement-review": ({ plan, phase }) => ({
    ...PROJECTS,
    title: withYears("Tình hình giải ngân các nhiệm vụ, dự án", plan),
    headings: [
      number("TT"),
      name("Tên nhiệm vụ, dự án"),
      text("Đơn vị chủ trì triển khai"),
      period("Thời gian thực hiện"),
      amounts(withYears("Tổng kinh phí giai đoạn", phase), "Tổng", "TW", "ĐP"),
      amounts("Kinh phí đã giải ngân", "TW", "NV ĐTPT", "NV SN"),
      text("Ghi chú", 18),
    ],
  }),
  "project-status": ({ plan }) => ({
    ...PROJECTS,
    title: withYears("Tình hình triển khai các dự án", plan),
    headings: [
      number("STT"),
      name("Tên dự án"),
      text("Mục tiêu", 34),
      period("Thời gian thực hiện"),
      amount("Dự kiến kinh phí"),
      text("Tình trạng triển khai"),
      text("Tình trạng kinh phí"),
      text("Ghi chú", 18),
    ],
  }),
  targets: ({ plan }) => ({
    ...PLAIN,
    title: withYears("Một số chỉ tiêu cụ thể", plan),
    headings: [number("STT"), name("Nội dung"), text("Chỉ tiêu", 20), period("Thời gian thực hiện")],
  }),
  results: ({ plan }) => ({
    ...PLAIN,
    title: withYears("Kết quả thực hiện các chỉ tiêu", plan),
    headings: [number("TT"), name("Nội dung chỉ tiêu"), text("Chỉ tiêu", 18), text("Kết quả", 26), text("Ghi chú", 22)],
  }),
  "it-staff": () => ({
    ...UNITS,
    title: "Hiện trạng nguồn nhân lực công nghệ thông tin",
    headings: [
      number("STT"),
      name("Tên đơn vị"),
      count("Tổng số CB trong ĐV"),
      counts(
        "Số lượng CB chuyên ngành CNTT",
        "Đại học",
        "Cao đẳng",
        "Trung cấp",
        "Tín chỉ B",
        "Tín chỉ A",
        "Biết sử dụng",
      ),
      count("Số CB có hộp thư điện tử"),
    ],
  }),
  "computers-networks": () => ({
    ...UNITS,
    title: "Số liệu máy tính và kết nối mạng",
    headings: [
      number("Mã số"),
      name("Tên đơn vị"),
      count("Tổng số cán bộ, công chức"),
      count("Số lượng máy vi tính"),
      counts("Trong đó", "Số lượng máy nối mạng Internet", "Số lượng máy nối mạng nội bộ (LAN)"),
      ratio("Tỷ lệ máy tính/CBCC", "D", "C"),
      ratio("Tỷ lệ máy tính có kết nối mạng nội bộ (LAN)", "F", "D"),
      ratio("Tỷ lệ máy tính có kết nối mạng Internet", "E", "D"),
    ],
  }),
};

export const templateLayout = (form: FormId, years: TemplateYears): TemplateLayout => LAYOUTS[form](years);
