import { inOneRow, SHARED_SPELLINGS, testForm, under } from "./project-list-phase-year.test.ts";

const CAPITAL = "Nguồn Phát triển";
const RUNNING = "Nguồn Sự nghiệp";
const { number, name, objective, period, note, project, central, local } = SHARED_SPELLINGS;

testForm(
  {
    form: "project-list-nature-origin",
    titles: [
      "PHỤ LỤC 5",
      "BẢNG TỔNG HỢP DANH MỤC CÁC DỰ ÁN TRIỂN KHAI GIAI ĐOẠN 2011-2015",
      "(Ban hành kèm theo Kế hoạch số 21/KH-UBND ngày 02/11/2010 của Ủy ban nhân dân tỉnh Sóc Trăng)",
    ],
    unit: "million",
    columns: [
      ["number", "STT"],
      ["name", "Tên Dự án"],
      ["objective", "Mục tiêu"],
      ["period", "Thời gian thực hiện"],
      ["project", "Tổng mức Đầu tư"],
      ["project central investment", CAPITAL, "TW"],
      ["project local investment", CAPITAL, "ĐP"],
      ["project central recurrent", RUNNING, "TW"],
      ["project local recurrent", RUNNING, "ĐP"],
      ["note", "Ghi chú"],
    ],
    rows: [
      [1, "Hoàn thiện hệ thống mạng nội bộ", "Mạng thông suốt", "2011-2012", 24_000, 10_000, 14_000, 0, 0, null],
      [2, "Xây dựng hệ thống thư điện tử", "Hộp thư cho cán bộ", "2011-2012", 3613, 3613, 0, 0, 0, "TƯ hỗ trợ toàn bộ"],
      [3, "Nâng cấp Trung tâm tích hợp dữ liệu", "Đáp ứng nhu cầu", "2011-2015", 9500, null, null, 4000, 5500, null],
      [4, "Thuê mạng truyền số liệu chuyên dùng", "Truyền tải thông suốt", "2011-2015", 2500, 0, 0, 0, 2500, null],
    ],
    total: ["TỔNG CỘNG", null, null, null, 39_613, 13_613, 14_000, 4000, 8000, null],
  },
  {
    spellings: {
      number,
      name,
      objective,
      period,
      note,
      project: [...project, "Tổng cộng", "Tổng số", "Kinh phí", "Tổng kinh phí"],
      "project central investment": central,
      "project local investment": local,
      "project central recurrent": central,
      "project local recurrent": local,
    },
    groups: {
      [CAPITAL]: [
        "ĐTPT",
        "NV ĐTPT",
        "Vốn ĐTPT",
        "vốn đầu tư",
        "Vốn đầu tư phát triển",
        "Nguồn vốn đầu tư",
        "Vốn đầu tư công",
      ],
      [RUNNING]: ["NV SN", "Vốn SN", "vốn sự nghiệp", "Kinh phí sự nghiệp", "KP sự nghiệp", "Nguồn vốn sự nghiệp"],
    },
    more: [
      [2, ["leadAgency", "Chủ đầu tư"], "Sở TT&TT"],
      [3, ["supportingAgencies", "Cơ quan phối hợp"], "Sở Tài chính"],
      [2, ["continuity", "Chuyển tiếp/mới"], "Mới"],
      [9, ["project other", "Nguồn khác"], null],
      [10, ["", "Ghi chú 2"], "Xem văn bản"],
      [2, ["", "Địa điểm"], "Toàn tỉnh"],
    ],
    headers: {
      "a header of one row": inOneRow,
      "a header of three rows": under("Trong đó", /^project ./),
      "a header of three rows, the total with them": under("Kinh phí thực hiện", /^project/),
    },
    equations: [
      "project = project central investment + project local investment + project central recurrent + project local recurrent",
    ],
  },
);
