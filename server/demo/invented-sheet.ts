/** A right appendix of an invented province, in million đồng: different for each seed, the same for the same one. */
import type { Grid, GridCell, GridRow } from "../../shared/grid.ts";

const SECTIONS: readonly (readonly [string, readonly string[]])[] = [
  [
    "Hạ tầng kỹ thuật",
    [
      "Nâng cấp mạng truyền số liệu chuyên dùng",
      "Bổ sung máy chủ cho trung tâm dữ liệu",
      "Trang bị thiết bị bảo đảm an toàn thông tin",
    ],
  ],
  [
    "Ứng dụng và cơ sở dữ liệu",
    [
      "Mở rộng hệ thống quản lý văn bản và điều hành",
      "Xây dựng cơ sở dữ liệu cán bộ, công chức",
      "Nâng cấp cổng dịch vụ công trực tuyến",
    ],
  ],
  ["Nguồn nhân lực", ["Tập huấn kỹ năng số cho công chức cấp xã", "Đào tạo chuyên sâu an toàn thông tin"]],
];
const AGENCIES = ["Sở Khoa học và Công nghệ", "Sở Nội vụ", "Sở Tài chính", "Văn phòng UBND tỉnh"];
const HEADER = [
  "STT",
  "Tên nhiệm vụ, dự án",
  "Đơn vị thực hiện",
  "Thời gian thực hiện",
  "Tổng kinh phí dự án",
  "Tổng kinh phí giai đoạn 2026-2030",
  null,
  null,
  "Ghi chú",
];
const SECOND_HEADER = [null, null, null, null, null, "Tổng cộng", "TW", "ĐP"];
const ROMAN = ["I", "II", "III"];

type Value = string | number | null;

const cellsOf = (values: readonly Value[]): GridCell[] =>
  values.flatMap((value, column) => (value === null ? [] : [{ column, value }]));

/** @param alsoPlans a work of its own in the last section: two provinces that plan the same one show what an overlap is */
export function inventedSheet(province: string, seed: number, alsoPlans: string | null = null): Grid {
  const rows: GridRow[] = [];
  const push = (values: readonly Value[]): number =>
    rows.push({ row: rows.length + 1, hidden: false, cells: cellsOf(values) });
  push(["PHỤ LỤC"]);
  push([`Nhiệm vụ, dự án ứng dụng CNTT giai đoạn 2026-2030 của ${province} (số liệu giả định)`]);
  push([null, null, null, null, null, null, null, "Đơn vị: triệu đồng"]);
  push(HEADER);
  push(SECOND_HEADER);
  const grand = [0, 0, 0, 0];
  let number = 0;
  for (const [index, [title, names]] of SECTIONS.entries()) {
    const planned = alsoPlans !== null && index === SECTIONS.length - 1 ? [...names, alsoPlans] : names;
    const items = planned.map((name, place) => itemOf({ name, number: ++number, seed: seed * 31 + index * 7 + place }));
    const sums = [0, 1, 2, 3].map((column) => items.reduce((sum, { figures }) => sum + (figures[column] ?? 0), 0));
    push([ROMAN[index] ?? "", title, null, null, ...sums]);
    for (const { texts, figures } of items) push([...texts, ...figures]);
    sums.forEach((sum, column) => (grand[column] = (grand[column] ?? 0) + sum));
  }
  push([null, "TỔNG CỘNG", null, null, ...grand]);
  return {
    name: "Phụ lục",
    rows,
    merged: [{ top: 4, left: 5, bottom: 4, right: 7 }],
    hiddenColumns: [],
    hidden: false,
  };
}

interface Item {
  readonly texts: readonly Value[];
  readonly figures: readonly number[];
}

function itemOf({ name, number, seed }: { name: string; number: number; seed: number }): Item {
  const central = ((seed * 37) % 9) * 250;
  const local = 400 + ((seed * 53) % 17) * 150;
  const from = 2026 + (seed % 3);
  const texts = [number, name, AGENCIES[seed % AGENCIES.length] ?? "", `${String(from)}-${String(from + 2)}`];
  return { texts, figures: [central + local + (seed % 4) * 100, central + local, central, local] };
}
