/** The text columns that forms share, with the header spellings met on published sheets (folded to plain words). */
import type { TextColumnId } from "../appendix.ts";
import type { TextColumnSpec } from "./form.ts";

type Shared = Omit<TextColumnSpec, "required">;

const SHARED: Readonly<Partial<Record<TextColumnId, Shared>>> = {
  number: {
    holds: "number",
    title: { vi: "STT", en: "No." },
    headers: /^(stt|tt|so tt|so thu tu|ma so|ms|stt tt|s tt|muc)$/,
  },
  name: {
    holds: "name",
    title: { vi: "Tên nhiệm vụ, dự án", en: "Name of the task or project" },
    headers:
      /^(ten |danh muc |noi dung |cac )?(cac )?(nhiem vu|du an|noi dung|hang muc|danh muc|cong viec|chuong trinh|de an|hoat dong|cong trinh|nhom nhiem vu|nhom du an)(?!.*(chuyen tiep|muc tieu))( .*)?$/,
  },
  leadAgency: {
    holds: "leadAgency",
    title: { vi: "Đơn vị chủ trì", en: "Lead agency" },
    headers:
      /^((don vi|co quan|noi|to chuc)( |$)){0,2}(chu tri( .*)?|thuc hien|chu dau tu|trien khai|quan ly( thuc hien)?|chu quan|thuc hien chu tri)$|^(don vi|co quan) (thuc hien|chu tri|trien khai)( .*)?$|^chu dau tu( .*)?$|^phan cong thuc hien$/,
  },
  supportingAgencies: {
    holds: "supportingAgencies",
    title: { vi: "Phối hợp", en: "Supporting agencies" },
    headers: /^((don vi|co quan) ){0,2}phoi hop( .*)?$/,
  },
  objective: {
    holds: "objective",
    title: { vi: "Mục tiêu", en: "Objective" },
    headers:
      /^muc tieu( .*)?$|^(noi dung )?(quy mo|pham vi)( .*)?$|^noi dung (chu yeu|dau tu|thuc hien)$|^ket qua dau ra$|^san pham( .*)?$/,
  },
  period: {
    holds: "period",
    title: { vi: "Thời gian thực hiện", en: "Period" },
    headers:
      /^(thoi gian|thoi han|tien do|lo trinh|giai doan thuc hien|nam (thuc hien|trien khai|khoi cong))( .*)?$|^khoi cong hoan thanh$/,
  },
  continuity: {
    holds: "continuity",
    title: { vi: "Chuyển tiếp/mới", en: "Carried over / new" },
    headers: /^(?=.*chuyen tiep)(?=.*moi).*$|^(loai|tinh chat) (du an|nhiem vu)( .*)?$/,
  },
  fundingText: {
    holds: "fundingText",
    title: { vi: "Nguồn vốn", en: "Funding source" },
    headers:
      /^((du kien )?nguon (von|kinh phi|ngan sach)|nguon|ghi chu nguon von|co cau nguon von)( thuc hien| du kien| dau tu)?$/,
  },
  note: {
    holds: "note",
    title: { vi: "Ghi chú", en: "Note" },
    headers: /^(ghi chu|can cu|can cu phap ly|van ban|van ban phe duyet|co so phap ly|thuyet minh)( .*)?$/,
  },
  status: {
    holds: "status",
    title: { vi: "Tình trạng triển khai", en: "Progress" },
    headers: /^(tinh trang|tinh hinh|hien trang|ket qua|tien do) (trien khai|thuc hien)( .*)?$/,
  },
  fundingStatus: {
    holds: "fundingStatus",
    title: { vi: "Tình trạng kinh phí", en: "Funding status" },
    headers: /^(tinh trang|tinh hinh) (kinh phi|bo tri|von|cap)( .*)?$|^kinh phi da (bo tri|cap)$/,
  },
};

/** A shared column, as a form asks for it. */
export function textSpec(holds: TextColumnId, required: boolean): TextColumnSpec {
  const shared = SHARED[holds];
  if (!shared) throw new Error(`no shared column ${holds}: the form must spell it itself`);
  return { ...shared, required };
}
