import { textSpec } from "./columns.ts";
import type { Form } from "./form.ts";

/** Sóc Trăng 2010, appendices 2 and 3: staff, computers, and how many of them are connected. */
export const computersNetworks: Form = {
  id: "computers-networks",
  title: { vi: "Máy tính và mạng", en: "Computers and networks" },
  texts: [
    textSpec("number", true),
    {
      holds: "name",
      title: { vi: "Tên đơn vị", en: "Organisation" },
      headers: /^(ten )?(don vi|co quan|co quan don vi|so ban nganh|huyen|xa)( .*)?$/,
      required: true,
    },
    textSpec("note", false),
  ],
  essential: ["name"],
  counts: [
    {
      measure: "staff",
      within: null,
      title: { vi: "Tổng số cán bộ, công chức", en: "All staff" },
      headers: /^tong so (cb|can bo|cbcc|cong chuc|bien che)( .*)?$|^so (luong )?(can bo|cbcc)( .*)?$/,
      required: true,
    },
    {
      measure: "computers",
      within: null,
      title: { vi: "Số lượng máy vi tính", en: "Computers" },
      headers: /^(tong )?so (luong )?may( vi)? tinh( dang su dung| hien co)?$|^so (luong )?may$/,
      required: true,
    },
    {
      measure: "internet",
      within: "computers",
      title: { vi: "Số máy nối mạng Internet", en: "Computers on the Internet" },
      headers: /^(?!ty le)(?=.*(noi|ket noi)).*internet/,
      required: true,
    },
    {
      measure: "lan",
      within: "computers",
      title: { vi: "Số máy nối mạng nội bộ (LAN)", en: "Computers on a local network" },
      headers: /^(?!ty le)(?=.*(noi|ket noi)).*(noi bo|lan)/,
      required: true,
    },
  ],
  ratios: [
    {
      of: "computers",
      per: "staff",
      title: { vi: "Tỷ lệ máy tính/CBCC", en: "Computers per staff" },
      headers: /^(ty|ti) le.*(cbcc|can bo|cong chuc)/,
    },
    {
      of: "lan",
      per: "computers",
      title: { vi: "Tỷ lệ máy có kết nối LAN", en: "Share on a local network" },
      headers: /^(ty|ti) le.*(noi bo|lan)/,
    },
    {
      of: "internet",
      per: "computers",
      title: { vi: "Tỷ lệ máy có kết nối Internet", en: "Share on the Internet" },
      headers: /^(ty|ti) le.*internet/,
    },
  ],
  has: [],
  lacks: [{}],
  defaultScope: null,
  defaultUnit: null,
  asksFigures: true,
};
