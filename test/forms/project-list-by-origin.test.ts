import { inOneRow, SHARED_SPELLINGS, testForm, under } from "./project-list-phase-year.test.ts";

const WORK = "Phân công thực hiện";
const MONEY = "Phân bổ kinh phí";
const { number, name, leadAgency, supportingAgencies, central, local, other } = SHARED_SPELLINGS;

testForm(
  {
    form: "project-list-by-origin",
    titles: [
      "PHỤ LỤC",
      "DANH MỤC DỰ ÁN ĐẦU TƯ CÔNG VỀ CNTT TRONG CÁC CƠ QUAN NHÀ NƯỚC TỈNH NGHỆ AN NĂM 2017",
      "(Ban hành kèm theo Kế hoạch số 709/KH-UBND ngày 28 tháng 11 năm 2016 của UBND tỉnh Nghệ An)",
    ],
    unit: "thousand",
    columns: [
      ["number", "STT"],
      ["name", "Tên dự án"],
      ["leadAgency", WORK, "Chủ trì"],
      ["supportingAgencies", WORK, "Phối hợp"],
      ["year local", MONEY, "Kinh phí tỉnh"],
      ["year central", MONEY, "Kinh phí TW"],
      ["year other", MONEY, "Kinh phí khác"],
    ],
    rows: [
      ["I", "Khung kiến trúc chính quyền điện tử", "Sở TT&TT", "Sở Tài chính", 200_000, 400_000, null],
      ["II", "Cơ sở hạ tầng", null, null, null, null, null],
      [1, "Nâng cấp mạng cục bộ, mạng diện rộng", "Các sở, ban, ngành", "Sở TT&TT", 4_130_320, null, 2_000_000],
      [2, "Hệ thống hội nghị truyền hình", "Sở TT&TT", "Sở Tài chính", null, 4_200_000, null],
      ["III", "Ứng dụng nội bộ", null, null, null, null, null],
      [1, "Phần mềm quản lý văn bản", "Sở TT&TT", "Sở Tài chính", 3_000_000, null, null],
      [2, "Cơ sở dữ liệu ngành", null, null, null, null, null],
      ["-", "Cơ sở dữ liệu hộ tịch", "Sở Tư pháp", "Sở TT&TT", 6_000_000, null, null],
      ["-", "Cơ sở dữ liệu dự án đầu tư", "Sở KH&ĐT", "Sở TT&TT", 5_000_000, null, null],
    ],
    total: [null, null, null, null, 18_330_320, 4_600_000, 2_000_000],
  },
  {
    spellings: {
      number,
      name,
      leadAgency,
      supportingAgencies,
      "year local": local,
      "year central": central,
      "year other": other,
    },
    groups: {
      [MONEY]: [
        "Kinh phí",
        "Kinh phí năm 2017",
        "KP năm 2017",
        "Kế hoạch vốn năm 2017",
        "Kinh phí thực hiện",
        "Dự toán kinh phí",
        "Nguồn vốn",
        "Nguồn kinh phí",
        "Cơ cấu nguồn vốn",
        "Phân bổ",
        "Trong đó",
      ],
      [WORK]: ["Phân công", "Đơn vị thực hiện", "Cơ quan thực hiện", "Tổ chức thực hiện"],
    },
    more: [
      [2, ["objective", "Mục tiêu"], "Dùng chung toàn tỉnh"],
      [4, ["period", "Thời gian thực hiện"], 2017],
      [4, ["continuity", "Chuyển tiếp/mới"], "Mới"],
      [4, ["project", "Tổng mức đầu tư"], null],
      [7, ["note", "Ghi chú"], "Xem kế hoạch"],
      [2, ["", "Địa điểm thực hiện"], "Toàn tỉnh"],
    ],
    headers: {
      "a header of one row": (column) =>
        column[0].startsWith("year") ? inOneRow(column) : [column[0], column[column.length - 1] ?? ""],
      "a header of one row without the groups": ([meaning, ...path]) => [meaning, path[path.length - 1] ?? ""],
      "a header of three rows": under("Dự toán năm 2017", /^year/),
    },
    equations: [],
  },
);
