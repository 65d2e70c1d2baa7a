import { SHARED_SPELLINGS, testForm, under } from "./project-list-phase-year.test.ts";

const { number, period } = SHARED_SPELLINGS;

testForm(
  {
    form: "targets",
    titles: ["MỘT SỐ CHỈ TIÊU CỤ THỂ NĂM 2020"],
    unit: null,
    columns: [
      ["number", "STT"],
      ["name", "Nội dung"],
      ["target", "Chỉ tiêu"],
      ["period", "Thời gian thực hiện"],
    ],
    rows: [
      ["1.", "Tỷ lệ hồ sơ giải quyết trực tuyến", "20%", "Quý 4/2020"],
      ["2.", "Tỷ lệ văn bản điện tử có chữ ký số", "100%", "Quý 3/2020"],
      ["3.", "Hồ sơ công việc cấp tỉnh xử lý trên mạng", "80%", "Quý 4/2020"],
      ["4.", "Dịch vụ công tích hợp lên cổng quốc gia", "50 dịch vụ", 2020],
    ],
    total: null,
  },
  {
    spellings: {
      number,
      name: ["Chỉ tiêu", "Nội dung chỉ tiêu", "Tên chỉ tiêu", "Mục tiêu", "Nhiệm vụ", "Tiêu chí", "Nội dung, chỉ tiêu"],
      target: [
        "Chỉ tiêu năm 2020",
        "Chỉ tiêu đến năm 2025",
        "Mục tiêu",
        "Kế hoạch",
        "Tỷ lệ",
        "Mức phấn đấu",
        "Chỉ tiêu (%)",
      ],
      period,
    },
    more: [
      [3, ["leadAgency", "Cơ quan chủ trì"], "Sở TT&TT"],
      [3, ["supportingAgencies", "Đơn vị phối hợp"], "Sở Tài chính"],
      [4, ["note", "Ghi chú"], "Theo Nghị quyết 17/NQ-CP"],
      [2, ["", "Đơn vị tính"], "Hồ sơ"],
    ],
    headers: {
      "a header of two rows": under("Kế hoạch năm 2020", /^(target|period)$/),
      "a header of three rows": (column) =>
        under("Kế hoạch", /^(target|period)$/)(under("Năm 2020", /^(target|period)$/)(column)),
    },
    equations: [],
    isFreeOrder: false,
  },
);
