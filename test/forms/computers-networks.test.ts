import { testForm, under } from "./project-list-phase-year.test.ts";

const PARTS = "Trong đó";

testForm(
  {
    form: "computers-networks",
    titles: [
      "PHỤ LỤC 2",
      "SỐ LIỆU THỐNG KÊ HIỆN TRẠNG SỐ LƯỢNG CÁN BỘ, CÔNG CHỨC VÀ SỐ MÁY TÍNH Ở CÁC SỞ, BAN NGÀNH TỈNH",
    ],
    unit: null,
    columns: [
      ["number", "Mã số"],
      ["name", "Tên đơn vị"],
      ["staff", "Tổng số cán bộ, công chức đang làm việc"],
      ["computers", "Số lượng máy vi tính đang sử dụng"],
      ["internet of computers", PARTS, "Số lượng máy nối mạng Internet"],
      ["lan of computers", PARTS, "Số lượng máy nối mạng nội bộ (LAN)"],
      ["computers/staff", "Tỷ lệ máy tính/ CBCC"],
      ["lan/computers", "Tỷ lệ máy tính có kết nối mạng nội bộ (LAN)"],
      ["internet/computers", "Tỷ lệ máy tính có kết nối mạng Internet"],
    ],
    rows: [
      [1, "Sở Nội vụ", 48, 42, 42, 21, 0.875, 0.5, 1],
      [2, "Sở Tư pháp", 36, 45, 40, 45, 1.25, 1, 0.88889],
      [3, "Sở Y tế", 38, 35, 20, 0, 0.92105, 0, 0.57143],
    ],
    total: ["TỔNG/BÌNH QUÂN", null, 122, 122, 102, 66, 1, 0.54098, 0.83607],
  },
  {
    spellings: {
      number: ["STT", "TT", "Số TT"],
      name: ["Đơn vị", "Tên cơ quan, đơn vị", "Cơ quan", "Sở, ban, ngành"],
      staff: ["Tổng số cán bộ", "Tổng số CBCC", "Số lượng cán bộ, công chức", "Số cán bộ, công chức"],
      computers: ["Số máy vi tính", "Số máy tính", "Tổng số máy tính", "Số lượng máy tính hiện có"],
      "internet of computers": ["Số máy kết nối Internet", "Máy tính kết nối Internet", "nối mạng Internet"],
      "lan of computers": ["Số máy kết nối LAN", "Máy tính kết nối mạng nội bộ", "nối mạng nội bộ (LAN)"],
      "computers/staff": ["Tỷ lệ máy tính/CBCC", "Tỷ lệ máy tính trên cán bộ, công chức", "Tỉ lệ máy tính/cán bộ"],
      "lan/computers": ["Tỷ lệ LAN", "Tỷ lệ kết nối LAN", "Tỉ lệ máy tính nối mạng nội bộ"],
      "internet/computers": ["Tỷ lệ Internet", "Tỷ lệ kết nối Internet", "Tỉ lệ Internet"],
    },
    groups: { [PARTS]: ["Kết nối mạng", "Số máy tính nối mạng"] },
    more: [
      [9, ["note", "Ghi chú"], "Số liệu đến tháng 6"],
      [2, ["", "Địa chỉ"], "Sóc Trăng"],
      [6, ["", "Số máy in"], 3],
    ],
    headers: {
      "a header of one row": ([meaning, ...path]) => [meaning, path[path.length - 1] ?? ""],
      "a header of three rows": under("Máy vi tính", / of computers$/),
    },
    equations: [],
  },
);
