/** Large right appendices of the form "phase and year", made from a seed. */
import { columnLetter, type Grid, type GridCell, type GridRow } from "../../shared/grid.ts";

const HEADER: readonly (readonly (string | null)[])[] = [
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
];

const SUBJECTS = [
  "Xây dựng cơ sở dữ liệu",
  "Nâng cấp hệ thống quản lý văn bản",
  "Mở rộng mạng truyền số liệu chuyên dùng",
  "Đào tạo, tập huấn kỹ năng số",
];
const PLACES = [
  "đất đai và môi trường",
  "hộ tịch tư pháp",
  "cán bộ, công chức, viên chức",
  "y tế cơ sở và hồ sơ sức khỏe",
  "giáo dục và đào tạo",
];
const AGENCIES = [
  "Sở Thông tin và Truyền thông",
  "Sở Tài chính",
  "Văn phòng UBND tỉnh",
  "Sở Nội vụ",
  "Sở Y tế",
  "Sở Giáo dục và Đào tạo",
  "UBND huyện Kế Sách",
];

const ITEMS_PER_SECTION = 20;
const FIGURES = 8;

/** Numbers from 0 up to `limit`, the same for the same seed on every machine. */
export function seeded(seed: number): (limit: number) => number {
  let state = seed >>> 0;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

const cellsOf = (values: readonly (string | number | null)[]): GridCell[] =>
  values.flatMap((value, column) => (value === null ? [] : [{ column, value }]));

function itemFigures(random: (limit: number) => number): number[] {
  const [yearCentral = 0, investment = 0, recurrent = 0] = [random(200), random(500), random(500) + 1];
  const year = yearCentral + investment + recurrent;
  const central = yearCentral + random(400);
  const local = investment + recurrent + random(900);
  const phase = central + local;
  return [phase + random(3_000), phase, central, local, year, yearCentral, investment, recurrent];
}

/** A right sheet of `count` line items in sections of twenty, totals typed or as formulas. */
export function largeSheet(count: number, { seed = 1, formulas = false } = {}): Grid {
  const random = seeded(seed);
  const rows: GridRow[] = HEADER.map((values, index) => ({ row: index + 1, hidden: false, cells: cellsOf(values) }));
  const push = (cells: GridCell[]): number => rows.push({ row: rows.length + 1, hidden: false, cells });
  const grand = new Array<number>(FIGURES).fill(0);
  const sectionRows: number[] = [];
  for (let done = 0, section = 1; done < count; section++) {
    const items = Math.min(ITEMS_PER_SECTION, count - done);
    const figures = Array.from({ length: items }, () => itemFigures(random));
    const sums = grand.map((_, column) => figures.reduce((sum, item) => sum + (item[column] ?? 0), 0));
    sums.forEach((sum, column) => (grand[column] = (grand[column] ?? 0) + sum));
    const first = rows.length + 2;
    sectionRows.push(rows.length + 1);
    push([
      ...cellsOf([toRoman(section), `Nhóm nhiệm vụ ${String(section)}`]),
      ...totalCells(sums, (letter) =>
        formulas ? `SUM(${letter}${String(first)}:${letter}${String(first + items - 1)})` : null,
      ),
    ]);
    figures.forEach((item, index) => {
      const name = `${SUBJECTS[random(SUBJECTS.length)] ?? ""} ${PLACES[random(PLACES.length)] ?? ""} số ${String(done + index + 1)} phục vụ cải cách hành chính`;
      push(cellsOf([index + 1, name, AGENCIES[random(AGENCIES.length)] ?? "", "2019-2020", ...item]));
    });
    done += items;
  }
  push([
    ...cellsOf(["TỔNG CỘNG"]),
    ...totalCells(grand, (letter) =>
      formulas && sectionRows.length <= 60 ? sectionRows.map((row) => letter + String(row)).join("+") : null,
    ),
  ]);
  return { name: "Phụ lục", rows, merged: [], hiddenColumns: [], hidden: false };
}

function totalCells(sums: readonly number[], formulaOf: (letter: string) => string | null): GridCell[] {
  return sums.map((value, index) => {
    const formula = formulaOf(columnLetter(4 + index));
    return formula === null ? { column: 4 + index, value } : { column: 4 + index, value, formula };
  });
}

/** Sections beyond 99 go on with plain letters of roman digits; only their order matters here. */
function toRoman(value: number): string {
  const steps: readonly (readonly [number, string])[] = [
    [90, "XC"],
    [50, "L"],
    [40, "XL"],
    [10, "X"],
    [9, "IX"],
    [5, "V"],
    [4, "IV"],
    [1, "I"],
  ];
  let rest = ((value - 1) % 99) + 1;
  let text = "";
  for (const [step, letters] of steps) for (; rest >= step; rest -= step) text += letters;
  return text;
}
