import { GROUP_SPELLINGS, inOneRow, SHARED_SPELLINGS, testForm, under } from "./project-list-phase-year.test.ts";

const PHASE = "Tổng kinh phí giai đoạn 2016 - 2020";
const PAID = "Kinh phí đã giải ngân";
const { number, name, leadAgency, period, note, total, central, local, investment, recurrent } = SHARED_SPELLINGS;

testForm(
  {
    form: "disbursement-review",
    titles: ["PHỤ LỤC I", "TÌNH HÌNH GIẢI NGÂN CÁC NHIỆM VỤ, DỰ ÁN GIAI ĐOẠN 2016-2020"],
    unit: "million",
    columns: [
      ["number", "TT"],
      ["name", "Tên nhiệm vụ, dự án"],
      ["leadAgency", "Đơn vị chủ trì triển khai"],
      ["period", "Thời gian thực hiện"],
      ["phase", PHASE, "Tổng"],
      ["phase central", PHASE, "TW"],
      ["phase local", PHASE, "ĐP"],
      ["phase disbursed central", PAID, "TW"],
      ["phase disbursed investment", PAID, "NV ĐTPT"],
      ["phase disbursed recurrent", PAID, "NV SN"],
      ["note", "Ghi chú"],
    ],
    rows: [
      [1, "Chính quyền điện tử của tỉnh", "Sở TT&TT", "2016-2020", 46_500, 24_000, 22_500, 20_000, 15_000, 1000, null],
      [2, "Phần mềm quản lý tiền lương", "Sở Tài chính", "2018-2020", 4000, 0, 4000, null, null, 3500, "Chuyển tiếp"],
      [3, "Ứng cứu sự cố an toàn thông tin", "Sở TT&TT", "2017-2020", 210, 0, 210, 0, 0, 140, null],
    ],
    total: ["TỔNG CỘNG", null, null, null, 50_710, 24_000, 26_710, 20_000, 15_000, 4640, null],
  },
  {
    spellings: {
      number,
      name,
      leadAgency,
      period,
      note,
      phase: total,
      "phase central": central,
      "phase local": local,
      "phase disbursed central": central,
      "phase disbursed investment": investment,
      "phase disbursed recurrent": recurrent,
    },
    groups: {
      [PHASE]: GROUP_SPELLINGS.phase,
      [PAID]: [...GROUP_SPELLINGS.disbursed, "Kinh phí đã giải ngân giai đoạn 2016-2020"],
    },
    more: [
      [3, ["supportingAgencies", "Đơn vị phối hợp"], "Sở Tài chính"],
      [3, ["objective", "Mục tiêu"], "Dùng chung"],
      [7, ["phase other", PHASE, "Nguồn khác"], null],
      [10, ["phase disbursed other", PAID, "Nguồn khác"], 0],
      [10, ["status", "Tình hình triển khai"], "Đang thực hiện"],
      [11, ["", "Ghi chú 2"], "Xem văn bản"],
    ],
    headers: {
      "a header of one row": inOneRow,
      "a header of three rows": under("Kinh phí", /^phase/),
    },
    equations: ["phase = phase central + phase local"],
  },
);
