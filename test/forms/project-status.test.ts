import { SHARED_SPELLINGS, testForm, under } from "./project-list-phase-year.test.ts";

const { number, name, objective, period, note, project } = SHARED_SPELLINGS;

testForm(
  {
    form: "project-status",
    titles: ["PHỤ LỤC 4", "DANH MỤC CÁC DỰ ÁN TRIỂN KHAI GIAI ĐOẠN 2009-2010"],
    unit: "dong",
    columns: [
      ["number", "STT"],
      ["name", "TÊN DỰ ÁN"],
      ["objective", "MỤC TIÊU"],
      ["period", "THỜI GIAN THỰC HIỆN"],
      ["project", "DỰ KIẾN KINH PHÍ"],
      ["status", "TÌNH TRẠNG TRIỂN KHAI"],
      ["fundingStatus", "TÌNH TRẠNG KINH PHÍ"],
      ["note", "GHI CHÚ"],
    ],
    rows: [
      [1, "Hệ thống mạng nội bộ", "Thông suốt", "2009-2010", 1_500_000_000, "Đang triển khai", 800_000_000, null],
      [
        2,
        "Cổng thông tin điện tử",
        "Cung cấp thông tin",
        "2009-2010",
        7_566_000_000,
        "Đã nghiệm thu",
        "Đã bố trí đủ",
        null,
      ],
      [
        3,
        "Hội nghị truyền hình",
        "Họp trực tuyến",
        2010,
        5_643_000_000,
        "Chưa",
        "Chưa được bố trí",
        "Chuyển sang 2011",
      ],
    ],
    total: ["TỔNG CỘNG", null, null, null, 14_709_000_000, null, null, null],
  },
  {
    spellings: {
      number,
      name,
      objective,
      period,
      note,
      project: [...project, "Kinh phí", "Tổng kinh phí", "Kinh phí thực hiện"],
      status: ["Tình hình triển khai", "Tình hình thực hiện", "Kết quả thực hiện", "Tiến độ triển khai"],
      fundingStatus: ["Tình hình kinh phí", "Tình trạng bố trí vốn", "Tình hình bố trí kinh phí", "Tình trạng vốn"],
    },
    more: [
      [2, ["leadAgency", "Chủ đầu tư"], "Sở TT&TT"],
      [5, ["fundingText", "Nguồn vốn"], "Ngân sách tỉnh"],
      [8, ["", "Ghi chú 2"], "Xem văn bản"],
      [2, ["", "Địa điểm"], "Toàn tỉnh"],
    ],
    headers: {
      "a header of two rows": under("TÌNH TRẠNG", /status$/i),
      "a header of three rows": (column) => under("ĐẾN NAY", /status$/i)(under("TÌNH TRẠNG", /status$/i)(column)),
    },
    equations: [],
  },
);
