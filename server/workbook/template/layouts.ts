/** The ten forms as they are published, blank: title, headings and groups of rows. */
import type { FormId } from "../../../shared/appendix.ts";
import {
  amountColumn,
  amountColumns,
  continuityColumn,
  countColumn,
  countColumns,
  nameColumn,
  numberColumn,
  periodColumn,
  ratioColumn,
  textColumn,
  textColumns,
  type TemplateHeading,
} from "./columns.ts";

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
      numberColumn("STT"),
      nameColumn("Tên dự án"),
      textColumns("Phân công thực hiện", "Chủ trì", "Phối hợp"),
      amountColumns("Phân bổ kinh phí", "Kinh phí tỉnh", "Kinh phí TW", "Kinh phí khác"),
    ],
  }),
  "project-list-phase-year": ({ plan, phase, year }) => ({
    ...PROJECTS,
    title: withYears("Các nhiệm vụ, dự án ứng dụng công nghệ thông tin", plan),
    headings: [
      numberColumn("STT"),
      nameColumn("Tên nhiệm vụ, dự án"),
      textColumn("Đơn vị thực hiện"),
      periodColumn("Thời gian thực hiện"),
      amountColumn("Tổng kinh phí dự án"),
      amountColumns(withYears("Tổng kinh phí giai đoạn", phase), "Tổng cộng", "TW", "ĐP"),
      amountColumns(withYears("Kinh phí năm", year), "Tổng cộng", "TW", "NV ĐTPT", "NV SN"),
      textColumn("Ghi chú", 18),
    ],
  }),
  "project-list-single-amount": ({ plan }) => ({
    ...PROJECTS,
    title: withYears("Danh mục nhiệm vụ, dự án ứng dụng công nghệ thông tin", plan),
    headings: [
      numberColumn("TT"),
      nameColumn("Tên nhiệm vụ, dự án"),
      textColumn("Đơn vị chủ trì triển khai"),
      continuityColumn("Dự án/nhiệm vụ chuyển tiếp/mới"),
      textColumn("Mục tiêu đầu tư", 34),
      periodColumn("Thời gian triển khai"),
      amountColumn("Tổng mức đầu tư/chi phí dự kiến"),
      textColumn("Nguồn vốn"),
    ],
  }),
  "project-list-nature-origin": ({ plan }) => ({
    ...PROJECTS,
    title: withYears("Danh mục dự án ứng dụng công nghệ thông tin", plan),
    headings: [
      numberColumn("STT"),
      nameColumn("Tên dự án"),
      textColumn("Mục tiêu", 34),
      periodColumn("Thời gian thực hiện"),
      amountColumn("Tổng mức đầu tư"),
      amountColumns("Nguồn phát triển", "TW", "ĐP"),
      amountColumns("Nguồn sự nghiệp", "TW", "ĐP"),
      textColumn("Ghi chú", 18),
    ],
  }),
  "disbursement-review": ({ plan, phase }) => ({
    ...PROJECTS,
    title: withYears("Tình hình giải ngân các nhiệm vụ, dự án", plan),
    headings: [
      numberColumn("TT"),
      nameColumn("Tên nhiệm vụ, dự án"),
      textColumn("Đơn vị chủ trì triển khai"),
      periodColumn("Thời gian thực hiện"),
      amountColumns(withYears("Tổng kinh phí giai đoạn", phase), "Tổng", "TW", "ĐP"),
      amountColumns("Kinh phí đã giải ngân", "TW", "NV ĐTPT", "NV SN"),
      textColumn("Ghi chú", 18),
    ],
  }),
  "project-status": ({ plan }) => ({
    ...PROJECTS,
    title: withYears("Tình hình triển khai các dự án", plan),
    headings: [
      numberColumn("STT"),
      nameColumn("Tên dự án"),
      textColumn("Mục tiêu", 34),
      periodColumn("Thời gian thực hiện"),
      amountColumn("Dự kiến kinh phí"),
      textColumn("Tình trạng triển khai"),
      textColumn("Tình trạng kinh phí"),
      textColumn("Ghi chú", 18),
    ],
  }),
  targets: ({ plan }) => ({
    ...PLAIN,
    title: withYears("Một số chỉ tiêu cụ thể", plan),
    headings: [
      numberColumn("STT"),
      nameColumn("Nội dung"),
      textColumn("Chỉ tiêu", 20),
      periodColumn("Thời gian thực hiện"),
    ],
  }),
  results: ({ plan }) => ({
    ...PLAIN,
    title: withYears("Kết quả thực hiện các chỉ tiêu", plan),
    headings: [
      numberColumn("TT"),
      nameColumn("Nội dung chỉ tiêu"),
      textColumn("Chỉ tiêu", 18),
      textColumn("Kết quả", 26),
      textColumn("Ghi chú", 22),
    ],
  }),
  "it-staff": () => ({
    ...UNITS,
    title: "Hiện trạng nguồn nhân lực công nghệ thông tin",
    headings: [
      numberColumn("STT"),
      nameColumn("Tên đơn vị"),
      countColumn("staff", "Tổng số cán bộ trong đơn vị"),
      countColumns(
        "Số lượng cán bộ chuyên ngành CNTT",
        ["university", "Đại học"],
        ["college", "Cao đẳng"],
        ["secondary", "Trung cấp"],
        ["levelB", "Chứng chỉ B"],
        ["levelA", "Chứng chỉ A"],
        ["users", "Biết sử dụng"],
      ),
      countColumn("mailboxes", "Số cán bộ có hộp thư điện tử"),
    ],
  }),
  "computers-networks": () => ({
    ...UNITS,
    title: "Số liệu máy tính và kết nối mạng",
    headings: [
      numberColumn("Mã số"),
      nameColumn("Tên đơn vị"),
      countColumn("staff", "Tổng số cán bộ, công chức"),
      countColumn("computers", "Số lượng máy vi tính"),
      countColumns(
        "Trong đó",
        ["internet", "Số lượng máy nối mạng Internet"],
        ["lan", "Số lượng máy nối mạng nội bộ (LAN)"],
      ),
      ratioColumn("Tỷ lệ máy tính/cán bộ, công chức", "computers", "staff"),
      ratioColumn("Tỷ lệ máy tính có kết nối mạng nội bộ (LAN)", "lan", "computers"),
      ratioColumn("Tỷ lệ máy tính có kết nối mạng Internet", "internet", "computers"),
    ],
  }),
};

export const templateLayout = (form: FormId, years: TemplateYears): TemplateLayout => LAYOUTS[form](years);
