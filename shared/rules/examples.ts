/** For each rule a wrong cell and how it becomes right, with small made-up figures. Apart from the rules, so that the pane loads it only when somebody asks why. */
import type { Bilingual } from "../rule.ts";

/** @throws for a rule without one; a test keeps that from happening */
export function exampleOf(ruleId: string): Bilingual {
  const example = examples[ruleId];
  if (!example) throw new Error(`no example of ${ruleId}`);
  return example;
}

export const examples: Readonly<Record<string, Bilingual>> = {
  "ambiguous-amount": {
    vi: "Ô G7 ghi chữ “1.500”, có thể hiểu là 1500 hoặc 1,5. Nếu là một nghìn năm trăm, chọn 1.500: ô G7 thành số 1500.",
    en: "Cell G7 holds the text “1.500”, which may be 1500 or 1.5. If one thousand five hundred is meant, choose 1,500: G7 becomes the number 1500.",
  },
  "amount-as-text": {
    vi: "Ô G7 ghi chữ “1 500” nên hàm SUM ở ô G9 bỏ qua. Đổi G7 thành số 1500, G9 cộng đủ.",
    en: "Cell G7 holds the text “1 500”, so the SUM in G9 leaves it out. Turn G7 into the number 1500 and G9 adds it.",
  },
  "formula-error": {
    vi: "Dòng 8 đã bị xóa nên công thức ở ô G9 thành =G7+#REF! và hiện #REF!. Sửa G9 thành =SUM(G5:G7).",
    en: "Row 8 was deleted, so the formula in G9 became =G7+#REF! and shows #REF!. Change G9 to =SUM(G5:G7).",
  },
  "unreadable-amount": {
    vi: "Ô G7 ghi “12OO” (chữ O thay cho số không) nên không đọc được. Nhập lại G7 là 1200.",
    en: "Cell G7 says “12OO” (letters O for zeros), which can't be read. Type 1200 into G7.",
  },
  "hidden-amount": {
    vi: "Dòng 8 bị ẩn mà ô G8 có 200: tổng G12 ghi 500, người đọc bản in chỉ cộng được 300. Bỏ ẩn dòng 8, hoặc xóa dòng nếu không dùng.",
    en: "Row 8 is hidden and G8 holds 200: the total G12 says 500, and who reads the print can add up only 300. Unhide row 8, or delete it if unused.",
  },
  "unknown-form": {
    vi: "Bảng có các cột “STT”, “Họ và tên”, “Chức vụ”, “Điện thoại”: không phải phụ lục nào. Nếu là phụ lục, đặt tên cột theo biểu mẫu (“Tên dự án”, “Kinh phí”…); nếu là danh bạ, giải trình là được.",
    en: "The table's columns are “STT”, “Họ và tên”, “Chức vụ”, “Điện thoại”: no appendix. If it is one, give its columns the form's headings (“Tên dự án”, “Kinh phí”…); if it is a list of contacts, just say so.",
  },
  "missing-column": {
    vi: "Biểu mẫu có cột “Đơn vị chủ trì”, bảng chỉ có cột “Đ/v” ở ô C4. Sửa C4 thành “Đơn vị chủ trì”.",
    en: "The form has a column “Đơn vị chủ trì” (lead agency), the table only “Đ/v” in C4. Change C4 to “Đơn vị chủ trì”.",
  },
  "repeated-column": {
    vi: "Ô G5 và H5 cùng ghi tiêu đề “TW”, trong khi cột H là vốn địa phương. Sửa H5 thành “ĐP”.",
    en: "Cells G5 and H5 are both headed “TW” (central), though column H holds local money. Change H5 to “ĐP”.",
  },
  "unit-not-stated": {
    vi: "Trên bảng không ghi đơn vị tính, nên 500 ở ô G7 có thể là nghìn đồng hay triệu đồng. Ghi “Đơn vị tính: triệu đồng” vào ô G3.",
    en: "No unit stands above the table, so 500 in G7 may be thousand or million đồng. Write “Đơn vị tính: triệu đồng” into G3.",
  },
  "unit-contradicts-plan": {
    vi: "Kế hoạch ghi 5.850 triệu đồng, tổng của bảng cũng là 5.850 nhưng ô L3 ghi “Đơn vị: nghìn đồng”. Sửa L3 thành “Đơn vị: triệu đồng”.",
    en: "The plan says 5,850 million đồng and the table's total is 5,850 too, but L3 says “Đơn vị: nghìn đồng” (thousand). Change L3 to “Đơn vị: triệu đồng” (million).",
  },
  "unreadable-period": {
    vi: "Ô F7 ghi “36 tháng”, không rõ từ năm nào. Sửa F7 thành “2026-2028”.",
    en: "Cell F7 says “36 tháng” (months), and not from which year. Change F7 to “2026-2028”.",
  },
  "missing-name": {
    vi: "Dòng 8 có kinh phí 500 mà ô B8 để trống. Ghi tên nhiệm vụ vào B8, ví dụ “Phần mềm quản lý ngân sách”.",
    en: "Row 8 has an amount, 500, and B8 is blank. Enter the item's name in B8, such as “Phần mềm quản lý ngân sách”.",
  },
  "missing-lead-agency": {
    vi: "Các dòng khác đều ghi đơn vị chủ trì, riêng ô C8 để trống. Ghi “Sở Tài chính” vào C8.",
    en: "The other rows name their lead agency, only C8 is blank. Enter “Sở Tài chính” in C8.",
  },
  "missing-period": {
    vi: "Các dòng khác đều ghi thời gian thực hiện, riêng ô D8 để trống. Ghi “2026-2027” vào D8.",
    en: "The other rows give their period, only D8 is blank. Enter “2026-2027” in D8.",
  },
  "missing-amount": {
    vi: "Nhiệm vụ ở dòng 8 có tên mà ô kinh phí G8 để trống. Ghi 500 vào G8, hoặc ghi lý do vào cột Ghi chú.",
    en: "The item in row 8 has a name, and its amount in G8 is blank. Enter 500 in G8, or the reason in the notes.",
  },
  "negative-amount": {
    vi: "Ô G8 ghi -500, mà kế hoạch không có số âm. Sửa G8 thành 500.",
    en: "Cell G8 says -500, and a plan has no negative figures. Change G8 to 500.",
  },
  "fractional-dong": {
    vi: "Đơn vị là triệu đồng, ô G8 ghi 33,3333333, tức 33.333.333,3 đồng: lẻ dưới một đồng. Sửa G8 thành 33,333333.",
    en: "The unit is million đồng and G8 says 33.3333333, that is 33,333,333.3 đồng: a fraction of a đồng. Change G8 to 33.333333.",
  },
  "number-gap": {
    vi: "Ô A7 ghi số 2, ô A8 ghi số 4: thiếu số 3. Sửa A8 thành 3, hoặc thêm lại dòng bị xóa nhầm.",
    en: "Cell A7 says 2 and A8 says 4: there is no 3. Change A8 to 3, or put the lost row back.",
  },
  "number-repeated": {
    vi: "Ô A7 và A8 cùng ghi số 2 cho hai nhiệm vụ khác nhau. Sửa A8 thành 3.",
    en: "Cells A7 and A8 both say 2, for two different items. Change A8 to 3.",
  },
  "source-sum-mismatch": {
    vi: "Ô H12 ghi 300, ô I12 ghi 180 nhưng tổng G12 ghi 500. Sửa G12 thành 480.",
    en: "H12 says 300 and I12 says 180, but their total G12 says 500. Change G12 to 480.",
  },
  "unsourced-amount": {
    vi: "Tổng G12 ghi 500 mà hai ô nguồn vốn H12 và I12 đều trống. Nếu là vốn địa phương, ghi 500 vào I12.",
    en: "The total G12 says 500, and both its sources, H12 and I12, are blank. If the money is local, enter 500 in I12.",
  },
  "section-sum-mismatch": {
    vi: "Mục I ở ô G6 ghi 900, hai dòng của mục ở G7 và G8 ghi 500 và 300. Sửa G6 thành 800.",
    en: "Section I in G6 says 900, its two rows in G7 and G8 say 500 and 300. Change G6 to 800.",
  },
  "grand-total-mismatch": {
    vi: "Tổng cộng G13 ghi 1.500, mục I (G6) ghi 800 và mục II (G9) ghi 600. Sửa G13 thành 1.400.",
    en: "The grand total G13 says 1,500, section I (G6) says 800 and section II (G9) says 600. Change G13 to 1,400.",
  },
  "sum-range-incomplete": {
    vi: "Dòng 11 mới thêm có 200 ở ô G11, nhưng tổng G12 vẫn là =SUM(G7:G10), thiếu 200. Sửa G12 thành =SUM(G7:G11).",
    en: "Row 11 was added with 200 in G11, but the total G12 is still =SUM(G7:G10), 200 too little. Change G12 to =SUM(G7:G11).",
  },
  "missing-total": {
    vi: "Mục I có 500 ở ô G7 và 300 ở ô G8, mà ô tổng G6 để trống. Ghi 800 vào G6.",
    en: "Section I has 500 in G7 and 300 in G8, and its total G6 is blank. Enter 800 in G6.",
  },
  "typed-total": {
    vi: "Ô G6 ghi 800, đúng bằng G7 cộng G8 nhưng là số gõ tay. Thay bằng =SUM(G7:G8), sửa dòng nào thì tổng tự tính lại.",
    en: "Cell G6 says 800, which is G7 plus G8, but typed by hand. Replace it by =SUM(G7:G8), and it follows every change.",
  },
  "year-exceeds-phase": {
    vi: "Kinh phí giai đoạn ở ô F7 ghi 900, kinh phí riêng một năm ở ô I7 ghi 950. Xem lại hai ô: nếu I7 thừa một chữ số, sửa thành 95.",
    en: "The phase's money in F7 says 900, that of one year in I7 says 950. Check both: if I7 has a digit too many, change it to 95.",
  },
  "phase-exceeds-project": {
    vi: "Tổng kinh phí dự án ở ô E7 ghi 800, kinh phí giai đoạn ở ô F7 ghi 900. Xem quyết định phê duyệt: nếu dự án được duyệt 1.200, sửa E7 thành 1.200.",
    en: "The project's whole cost in E7 says 800, its phase's in F7 says 900. See the decision: if 1,200 was approved, change E7 to 1,200.",
  },
  "disbursed-exceeds-planned": {
    vi: "Kinh phí kế hoạch ở ô E7 ghi 500, đã giải ngân ở ô F7 ghi 520. Đối chiếu chứng từ: nếu đã giải ngân 250, sửa F7 thành 250.",
    en: "The money planned in E7 says 500, disbursed in F7 says 520. Compare the vouchers: if 250 was disbursed, change F7 to 250.",
  },
  "reversed-period": {
    vi: "Ô D8 ghi “2027-2026”: kết thúc trước khi bắt đầu. Sửa D8 thành “2026-2027”.",
    en: "Cell D8 says “2027-2026”: it ends before it begins. Change D8 to “2026-2027”.",
  },
  "same-year-period": {
    vi: "Ô D8 ghi “2026-2026”. Nếu chỉ làm trong năm 2026, sửa D8 thành “2026”; nếu làm hai năm, sửa thành “2026-2027”.",
    en: "Cell D8 says “2026-2026”. If it is that year only, change D8 to “2026”; if it lasts two years, to “2026-2027”.",
  },
  "period-outside-plan": {
    vi: "Kế hoạch 2026-2030 mà ô D8 ghi “2031-2032”. Nếu gõ nhầm, sửa D8 thành “2029-2030”; nếu đúng, bỏ dòng này khỏi kế hoạch.",
    en: "The plan is for 2026-2030 and D8 says “2031-2032”. If mistyped, change D8 to “2029-2030”; if right, take the row out of the plan.",
  },
  "new-item-starts-before-plan": {
    vi: "Kế hoạch 2026-2030, dự án ở dòng 8 ghi “Mới” mà ô F8 ghi “2024-2027”. Sửa F8 thành “2026-2027”, hoặc ghi “Chuyển tiếp”.",
    en: "The plan is for 2026-2030, the item in row 8 is marked “Mới” (new) and F8 says “2024-2027”. Change F8 to “2026-2027”, or mark it “Chuyển tiếp” (carried over).",
  },
  "plan-total-mismatch": {
    vi: "Văn bản kế hoạch ghi tổng 5.850 triệu đồng, tổng phụ lục ở ô G13 là 5.800. Nếu phụ lục đúng, sửa văn bản thành 5.800 triệu đồng; nếu không, sửa dòng còn thiếu 50.",
    en: "The plan's text says 5,850 million đồng in all, the appendix's total in G13 is 5,800. If the appendix is right, change the text to 5,800 million; if not, mend the row that lacks 50.",
  },
  "plan-words-mismatch": {
    vi: "Ô B7 của kế hoạch ghi 5.850 triệu đồng, ô C7 ghi bằng chữ “năm tỷ tám trăm triệu đồng”. Sửa C7 thành “năm tỷ tám trăm năm mươi triệu đồng”.",
    en: "Cell B7 of the plan says 5,850 million đồng, C7 says in words “năm tỷ tám trăm triệu đồng”. Change C7 to “năm tỷ tám trăm năm mươi triệu đồng”.",
  },
  "plan-parts-mismatch": {
    vi: "Kế hoạch ghi tổng 5.850 triệu đồng, trong đó trung ương 950 và địa phương 4.800: cộng lại chỉ 5.750. Nếu tổng đúng, sửa phần địa phương thành 4.900.",
    en: "The plan says 5,850 million đồng, of which central 950 and local 4,800: only 5,750 together. If the total is right, change the local part to 4,900.",
  },
  "plan-source-mismatch": {
    vi: "Tổng của kế hoạch và phụ lục bằng nhau, nhưng kế hoạch ghi ngân sách trung ương 950 mà cột TW (ô J13) cộng được 900. Nếu 50 ghi nhầm sang cột ĐP, chuyển lại về cột TW.",
    en: "The plan's total is the appendix's, but the plan gives central money as 950 while the column TW (J13) adds up to 900. If 50 went under ĐP by mistake, move it back to TW.",
  },
  "duplicate-line-item": {
    vi: "“Phần mềm quản lý ngân sách” của Sở Tài chính có ở cả ô B7 và B10. Bỏ dòng 10; nếu là hai việc, ghi thêm “giai đoạn 1”, “giai đoạn 2”.",
    en: "“Phần mềm quản lý ngân sách” of Sở Tài chính stands in both B7 and B10. Take row 10 out; if the two differ, add “giai đoạn 1” and “giai đoạn 2” (phases).",
  },
  "scale-suspect": {
    vi: "Các số trong cột đều từ 480 trở lên, riêng ô G4 ghi 46,5. Có lẽ 46.500 bị hiểu thành 46,5: sửa G4 thành 46.500.",
    en: "All figures of the column are 480 or more, only G4 says 46.5. Perhaps 46,500 was taken for 46.5: change G4 to 46,500.",
  },
  "cross-appendix-disagreement": {
    vi: "Phụ lục nhân lực ghi Sở Tài chính có 43 cán bộ, phụ lục máy tính ghi 48 ở ô C5. Nếu 43 đúng, sửa C5 thành 43.",
    en: "The appendix on staff gives Sở Tài chính 43 people, the one on computers 48, in C5. If 43 is right, change C5 to 43.",
  },
  "part-exceeds-whole": {
    vi: "Ô D5 ghi 42 máy tính, ô E5 ghi 45 máy nối mạng Internet. Số máy nối mạng không thể nhiều hơn số máy: sửa E5 thành 40 nếu gõ nhầm, hoặc sửa D5.",
    en: "D5 says 42 computers, E5 says 45 of them are on the Internet. There can't be more than all of them: change E5 to 40 if mistyped, or correct D5.",
  },
  "ratio-mismatch": {
    vi: "Có 36 máy tính (D5) cho 40 cán bộ (C5) mà tỷ lệ ở ô G5 ghi 0,8. Sửa G5 thành 0,9, hoặc sửa hai số kia.",
    en: "There are 36 computers (D5) for 40 people (C5), and the ratio in G5 says 0.8. Change G5 to 0.9, or correct the two figures.",
  },
  "target-out-of-range": {
    vi: "Ô C8 ghi chỉ tiêu “Tỷ lệ hồ sơ trực tuyến” là “120%”, mà một tỷ lệ không vượt 100%. Sửa C8 thành “100%”.",
    en: "Cell C8 sets the target “Tỷ lệ hồ sơ trực tuyến” (share of online files) to “120%”, and a share can't pass 100%. Change C8 to “100%”.",
  },
  "target-without-unit": {
    vi: "Các chỉ tiêu khác ghi theo %, riêng ô C8 ghi “50”. Sửa C8 thành “50%”, hoặc “50 dịch vụ” nếu là số lượng.",
    en: "The other targets are in %, only C8 says “50”. Change C8 to “50%”, or to “50 dịch vụ” (services) if it is a count.",
  },
  "deadline-outside-plan": {
    vi: "Kế hoạch 2026-2030 mà thời hạn của chỉ tiêu ở ô D8 là “2035”. Sửa D8 thành “2030”, hoặc bỏ chỉ tiêu này.",
    en: "The plan is for 2026-2030 and the target in D8 is due “2035”. Change D8 to “2030”, or take the target out.",
  },
  "crashed-rule": {
    vi: "Một quy tắc gặp sự cố ở trang “PL1”, nên trang này chưa được kiểm tra đủ; không có ô nào phải sửa vì lý do này. Báo người quản trị và gửi kèm tệp.",
    en: "A rule failed on the sheet “PL1”, so it was not fully checked; no cell has to change for that. Tell the administrator and send the file along.",
  },
};
