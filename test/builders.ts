/** Sheets written as rows of plain values, and what checking them finds. */
import { checkWorkbook, type WorkbookCheck } from "../shared/check.ts";
import { parseCellName, type Area, type Grid, type GridCell, type GridRow } from "../shared/grid.ts";
import type { Finding } from "../shared/finding.ts";

/** A blank is null or ""; a text beginning with "=" is a formula whose result is not kept. */
export type Value = string | number | boolean | null;

export interface GridOptions {
  readonly name?: string;
  /** Addresses like "A1:C1". */
  readonly merged?: readonly string[];
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
  /** Cell address → number format. */
  readonly formats?: Readonly<Record<string, string>>;
}

const areaOf = (address: string): Area => {
  const [first = "", last = first] = address.split(":");
  const from = parseCellName(first);
  const to = parseCellName(last);
  if (!from || !to) throw new Error(`not an area: ${address}`);
  return { top: from.row, left: from.column, bottom: to.row, right: to.column };
};

/** The first row given is row 1 of the sheet, the first value column A. */
export function gridOf(rows: readonly (readonly Value[])[], options: GridOptions = {}): Grid {
  const formats = new Map(
    Object.entries(options.formats ?? {}).map(([address, format]) => {
      const at = parseCellName(address);
      return [`${String(at?.row)} ${String(at?.column)}`, format];
    }),
  );
  const gridRows = rows.map((values, index): GridRow => {
    const row = index + 1;
    const cells = values.flatMap((value, column): GridCell[] => {
      if (value === null || value === "") return [];
      const format = formats.get(`${String(row)} ${String(column)}`);
      const shape = format === undefined ? { column } : { column, format };
      if (typeof value === "string" && value.startsWith("="))
        return [{ ...shape, value: null, formula: value.slice(1) }];
      return [{ ...shape, value }];
    });
    return { row, hidden: options.hiddenRows?.includes(row) ?? false, cells };
  });
  return {
    name: options.name ?? "Phụ lục",
    rows: gridRows.filter((row) => row.cells.length > 0),
    merged: (options.merged ?? []).map(areaOf),
    hiddenColumns: options.hiddenColumns ?? [],
    hidden: false,
  };
}

/** The sheet with some cells changed: { F12: 300, G12: null }. */
export function withCells(rows: readonly (readonly Value[])[], changes: Readonly<Record<string, Value>>): Value[][] {
  const copy = rows.map((row) => [...row]);
  for (const [address, value] of Object.entries(changes)) {
    const at = parseCellName(address);
    if (!at) throw new Error(`not a cell: ${address}`);
    while (copy.length < at.row) copy.push([]);
    const row = copy[at.row - 1];
    if (!row) continue;
    while (row.length <= at.column) row.push(null);
    row[at.column] = value;
  }
  return copy;
}

/** A right appendix of the form "phase and year": two sections with subtotals, a grand total, million đồng. Header in rows 4 and 5. */
export const PHASE_YEAR: readonly (readonly Value[])[] = [
  ["PHỤ LỤC"],
  ["CÁC NHIỆM VỤ, DỰ ÁN ỨNG DỤNG CNTT NĂM 2020"],
  [null, null, null, null, null, null, null, null, null, null, null, "Đơn vị: triệu đồng"],
  [
    "STT",
    "Tên nhiệm vụ, dự án",
    "Đơn vị thực hiện",
    "Thời gian thực hiện",
    "Tổng kinh phí dự án",
    "Tổng kinh phí giai đoạn 2016-2020",
    null,
    null,
    "Kinh phí năm 2020",
    null,
    null,
    null,
    "Ghi chú",
  ],
  [null, null, null, null, null, "Tổng cộng", "TW", "ĐP", "Tổng cộng", "TW", "NV ĐTPT", "NV SN"],
  ["I", "Hạ tầng kỹ thuật", null, null, 9000, 6500, 2000, 4500, 3200, 700, 1500, 1000],
  [
    1,
    "Nâng cấp mạng cục bộ của Văn phòng UBND tỉnh",
    "Văn phòng UBND tỉnh",
    "2019-2021",
    5000,
    3500,
    1200,
    2300,
    1700,
    400,
    800,
    500,
  ],
  [
    2,
    "Mở rộng trung tâm tích hợp dữ liệu",
    "Sở Thông tin và Truyền thông",
    "2018-2020",
    4000,
    3000,
    800,
    2200,
    1500,
    300,
    700,
    500,
  ],
  ["II", "Ứng dụng trong cơ quan nhà nước", null, null, 7350, 5350, 1000, 4350, 2650, 250, 900, 1500],
  [1, "Phần mềm quản lý ngân sách", "Sở Tài chính", 2020, 1850, 1850, 400, 1450, 1150, 100, 550, 500],
  [
    2,
    "Hệ thống thông tin báo cáo cấp tỉnh",
    "Văn phòng UBND tỉnh",
    "2020-2021",
    3500,
    2000,
    600,
    1400,
    1000,
    150,
    350,
    500,
  ],
  [3, "Cơ sở dữ liệu cán bộ, công chức", "Sở Nội vụ", "2019-2020", 2000, 1500, 0, 1500, 500, 0, 0, 500],
  ["TỔNG CỘNG", null, null, null, 16350, 11850, 3000, 8850, 5850, 950, 2400, 2500],
];

/** Headers in rows 4-5 as Excel merges them. */
export const PHASE_YEAR_MERGED: readonly string[] = [
  "A4:A5",
  "B4:B5",
  "C4:C5",
  "D4:D5",
  "E4:E5",
  "F4:H4",
  "I4:L4",
  "M4:M5",
];

/** A right appendix of the form "single amount" for 2021-2025, million đồng, header in row 3. */
export const SINGLE_AMOUNT: readonly (readonly Value[])[] = [
  ["DANH MỤC DỰ ÁN GIAI ĐOẠN 2021-2025"],
  [null, null, null, null, null, null, null, "Đơn vị tính: Triệu đồng"],
  [
    "TT",
    "Tên nhiệm vụ, dự án",
    "Đơn vị chủ trì triển khai",
    "Dự án/nhiệm vụ chuyển tiếp/mới",
    "Mục tiêu đầu tư",
    "Thời gian triển khai",
    "Tổng mức đầu tư/chi phí dự kiến",
    "Nguồn vốn",
  ],
  [
    1,
    "Duy trì Kiến trúc chính quyền điện tử",
    "Sở TT&TT",
    "Nhiệm vụ chuyển tiếp",
    "Duy trì",
    "2021-2025",
    1500,
    "Nguồn vốn địa phương",
  ],
  [
    2,
    "Thuê phần mềm quản lý văn bản",
    "Sở TT&TT",
    "Nhiệm vụ mới",
    "Thuê dịch vụ",
    "2021-2025",
    31690,
    "Nguồn vốn địa phương",
  ],
  [
    3,
    "Cổng dịch vụ công của tỉnh",
    "Văn phòng UBND tỉnh",
    "Dự án mới",
    "Dịch vụ công",
    "2021-2022",
    13000,
    "Nguồn vốn địa phương",
  ],
  ["TỔNG", null, null, null, null, null, 46190],
];

/** A right sheet of IT staff, header in rows 2 and 3. */
export const IT_STAFF: readonly (readonly Value[])[] = [
  ["HIỆN TRẠNG NGUỒN NHÂN LỰC CNTT"],
  ["STT", "TÊN ĐƠN VỊ", "Tổng số CB trong ĐV", "Số lượng CB chuyên ngành CNTT", null, null, "Số CB có hộp thư điện tử"],
  [null, null, null, "Đại học", "Cao đẳng", "Trung cấp"],
  ["I. CÁC SỞ, NGÀNH TỈNH"],
  [1, "Sở Công thương", 33, 2, 1, 0, 25],
  [2, "Sở Tài chính", 43, 3, 0, 1, 43],
  ["II. CÁC HUYỆN, THÀNH PHỐ"],
  [3, "UBND huyện Kế Sách", 25, 1, 0, 0, 19],
  ["TỔNG CỘNG", null, 101, 6, 1, 1, 87],
];

/** A right sheet of computers and networks, header in rows 2 and 3. */
export const COMPUTERS: readonly (readonly Value[])[] = [
  ["SỐ LIỆU MÁY TÍNH Ở CÁC SỞ, BAN NGÀNH"],
  [
    "Mã số",
    "Tên đơn vị",
    "Tổng số cán bộ, công chức",
    "Số lượng máy vi tính",
    "Trong đó",
    null,
    "Tỷ lệ máy tính/CBCC",
    "Tỷ lệ máy tính có kết nối mạng nội bộ (LAN)",
    "Tỷ lệ máy tính có kết nối mạng Internet",
  ],
  [null, null, null, null, "Số lượng máy nối mạng Internet", "Số lượng máy nối mạng nội bộ (LAN)"],
  ["A", "B", "C", "D", "E", "F", "G", "H", "I"],
  [1, "Sở Nội vụ", 48, 42, 42, 21, 0.875, 0.5, 1],
  [2, "Sở Tư pháp", 36, 45, 40, 45, 1.25, 1, 0.88889],
  ["TỔNG/BÌNH QUÂN", null, 84, 87, 82, 66, 1.03571, 0.75862, 0.94253],
];

/** A right sheet of targets, header in row 2. */
export const TARGETS: readonly (readonly Value[])[] = [
  ["MỘT SỐ CHỈ TIÊU CỤ THỂ NĂM 2020"],
  ["STT", "Nội dung", "Chỉ tiêu", "Thời gian thực hiện"],
  ["1.", "Tỷ lệ hồ sơ giải quyết trực tuyến", "20%", "Quý 4/2020"],
  ["2.", "Tỷ lệ văn bản điện tử có chữ ký số", "100%", "Quý 3/2020"],
  ["3.", "Hồ sơ công việc cấp tỉnh xử lý trên mạng", "80%", "Quý 4/2020"],
];

/** A right plan sheet. */
export const PLAN: readonly (readonly Value[])[] = [
  ["Tỉnh, thành phố", "Vĩnh Long"],
  ["Số kế hoạch", "3252/QĐ-UBND"],
  ["Ngày ban hành", "2019-12-30"],
  ["Giai đoạn", "2020"],
  [null],
  ["Nội dung", "Số tiền", "Bằng chữ"],
  ["Kinh phí thực hiện", "5.850 triệu đồng", "năm tỷ tám trăm năm mươi triệu đồng"],
  ["Vốn đầu tư từ ngân sách địa phương", "2.400 triệu đồng", "hai tỷ bốn trăm triệu đồng"],
  ["Vốn sự nghiệp từ ngân sách địa phương", "2.500 triệu đồng", "hai tỷ năm trăm triệu đồng"],
  ["Kinh phí Trung ương hỗ trợ", "950 triệu đồng", "chín trăm năm mươi triệu đồng"],
];

export const planGrid = (changes: Readonly<Record<string, Value>> = {}): Grid =>
  gridOf(withCells(PLAN, changes), { name: "Kế hoạch" });

export const phaseYearGrid = (changes: Readonly<Record<string, Value>> = {}): Grid =>
  gridOf(withCells(PHASE_YEAR, changes), { merged: PHASE_YEAR_MERGED });

/** Rows put in or taken out move what follows; formulas are left as they are. */
export const check = (...grids: readonly Grid[]): WorkbookCheck => checkWorkbook(grids);

/** "rule@F12,G12" for each finding, without hints on typed totals. */
export const brief = (findings: readonly Finding[]): string[] =>
  findings.filter(({ rule }) => rule !== "typed-total").map(({ rule, cells }) => `${rule}@${cells.join(",")}`);
