import { SHARED_SPELLINGS, testForm, under } from "./project-list-phase-year.test.ts";

const { number } = SHARED_SPELLINGS;

testForm(
  {
    form: "results",
    titles: ["KẾT QUẢ THỰC HIỆN KẾ HOẠCH NĂM 2019"],
    unit: null,
    columns: [
      ["number", "TT"],
      ["name", "Nội dung chỉ tiêu"],
      ["target", "Chỉ tiêu"],
      ["achieved", "Đạt"],
      ["result", "Kết quả"],
      ["note", "Ghi chú"],
    ],
    rows: [
      ["I", "Ứng dụng CNTT trong nội bộ CQNN", null, null, null, null],
      [1, "Hồ sơ công việc xử lý trên mạng", "80%", "85%", "Đạt", "Hoàn thành"],
      [2, "Hệ thống phần mềm y tế cơ sở", "100%", "90%", "Chưa đạt", "Theo tiến độ"],
      ["II", "Hạ tầng kỹ thuật", null, null, null, null],
      [3, "Mua mới UPS 10KVA", "1 bộ", "1 bộ", "Đạt", null],
    ],
    total: null,
  },
  {
    spellings: {
      number,
      name: ["Nội dung", "Tên chỉ tiêu", "Nhiệm vụ", "Nội dung nhiệm vụ", "Tên nhiệm vụ, dự án", "Tiêu chí"],
      target: ["Chỉ tiêu năm 2019", "Chỉ tiêu kế hoạch", "Kế hoạch", "Kế hoạch năm 2019", "Mục tiêu"],
      achieved: ["Đạt được", "Đã đạt", "Thực hiện", "Thực hiện năm 2019"],
      result: ["Kết quả thực hiện", "Kết quả đạt được", "Mức độ hoàn thành", "Kết quả năm 2019"],
      note: ["Ghi chú", "Căn cứ"],
    },
    more: [
      [2, ["leadAgency", "Đơn vị thực hiện"], "Sở TT&TT"],
      [2, ["", "Đơn vị tính"], "Hồ sơ"],
      [6, ["", "Ghi chú 2"], "Xem báo cáo"],
    ],
    headers: {
      "a header of two rows": under("Năm 2019", /^(target|achieved)$/),
      "a header of three rows": (column) =>
        under("Tình hình", /^(target|achieved|result)$/)(under("Năm 2019", /^(target|achieved|result)$/)(column)),
    },
    equations: [],
    isFreeOrder: false,
  },
);

testForm(
  {
    form: "results",
    titles: ["KẾT QUẢ THỰC HIỆN KẾ HOẠCH"],
    unit: null,
    columns: [
      ["number", "TT"],
      ["name", "Nội dung chỉ tiêu"],
      ["result", "Kết quả"],
      ["note", "Ghi chú"],
    ],
    rows: [
      ["I", "Ứng dụng CNTT trong nội bộ CQNN", null, null],
      [1, "Xây dựng chính quyền điện tử (chuyển tiếp)", "Đạt", "Theo tiến độ"],
      ["II", "Hạ tầng kỹ thuật", null, null],
      [2, "Mua mới UPS 10KVA", "Đạt", null],
    ],
    total: null,
  },
  { spellings: {}, more: [], headers: {}, equations: [], isFreeOrder: false },
);
