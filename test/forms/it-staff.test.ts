import { testForm } from "./project-list-phase-year.test.ts";

const ALL = "NGUỒN NHÂN LỰC";
const IT = "Số lượng CB chuyên ngành CNTT";

testForm(
  {
    form: "it-staff",
    titles: ["PHỤ LỤC 1", "HIỆN TRẠNG NGUỒN NHÂN LỰC CNTT CÁC SỞ, BAN, NGÀNH, UBND HUYỆN, THÀNH PHỐ"],
    unit: null,
    columns: [
      ["number", "STT"],
      ["name", "TÊN ĐƠN VỊ"],
      ["staff", ALL, "Tổng số CB trong ĐV"],
      ["university of staff", ALL, IT, "Đại học"],
      ["college of staff", ALL, IT, "Cao đẳng"],
      ["secondary of staff", ALL, IT, "Trung cấp"],
      ["levelB of staff", ALL, IT, "Tín chỉ B"],
      ["levelA of staff", ALL, IT, "Tín chỉ A"],
      ["users of staff", ALL, IT, "Biết sử dụng"],
      ["mailboxes of staff", ALL, "Số CB có hộp thư điện tử"],
    ],
    rows: [
      ["I. CÁC SỞ, NGÀNH TỈNH", null, null, null, null, null, null, null, null, null],
      [1, "Sở Công thương", 33, 0, 1, 0, 6, 17, 7, 25],
      [2, "Sở Tài chính", 43, 1, 0, 0, 5, 33, 4, 43],
      ["II. CÁC HUYỆN, THÀNH PHỐ", null, null, null, null, null, null, null, null, null],
      [3, "Văn phòng HĐND & UBND huyện Kế Sách", 25, 1, null, 0, 3, 10, 4, 19],
    ],
    total: ["TỔNG CỘNG", null, 101, 2, 1, 0, 14, 60, 15, 87],
  },
  {
    spellings: {
      number: ["TT", "Số TT", "Mã số"],
      name: ["Đơn vị", "Tên cơ quan, đơn vị", "Cơ quan, đơn vị", "Tên cơ quan", "Sở, ban, ngành"],
      staff: ["Tổng số cán bộ", "Tổng số CBCC", "Tổng số cán bộ, công chức", "Tổng số biên chế", "Tổng số"],
      "university of staff": ["Đại học trở lên"],
      "levelB of staff": ["Chứng chỉ B", "Trình độ B", "Bằng B"],
      "levelA of staff": ["Chứng chỉ A", "Trình độ A"],
      "users of staff": ["Biết sử dụng máy tính", "Số CB biết sử dụng máy vi tính"],
      "mailboxes of staff": ["Số hộp thư điện tử", "Có email công vụ", "Số CB có thư điện tử"],
    },
    more: [
      [3, ["postgraduate of staff", ALL, IT, "Trên đại học"], 0],
      [6, ["levelC of staff", ALL, IT, "Tín chỉ C"], null],
      [10, ["note", "Ghi chú"], "Số liệu đến tháng 6"],
      [2, ["", "Địa chỉ"], "Sóc Trăng"],
    ],
    headers: {
      "a header of one row": ([meaning, ...path]) => [meaning, path[path.length - 1] ?? ""],
      "a header of two rows": ([meaning, ...path]) => [meaning, ...path.slice(-2)],
    },
    equations: [],
  },
);
