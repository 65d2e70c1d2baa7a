/** The head of an official paper (Nghị định 30/2020/NĐ-CP, phụ lục I): who issues it, the state's name, place and date. */
import type { Worksheet } from "exceljs";
import { drawRow, type Part } from "./merged-row.ts";
import { CENTRED, type CellStyle } from "./styles.ts";

const BOLD: CellStyle = { ...CENTRED, font: { ...CENTRED.font, bold: true } };
const UNDERLINED: CellStyle = { ...CENTRED, font: { ...BOLD.font, underline: true } };
const ITALIC: CellStyle = { ...CENTRED, font: { ...CENTRED.font, italic: true } };

/** To be filled in by hand. */
const DOTS = "................................";

/** On four columns: the issuer over the first two. */
export function drawLetterhead(sheet: Worksheet, issuer: string): void {
  const name = issuer === "" ? DOTS : issuer.toLocaleUpperCase("vi");
  drawRow(sheet, [left(name, BOLD), right("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", BOLD)]);
  drawRow(sheet, [left("Số: ............../............", CENTRED), right("Độc lập - Tự do - Hạnh phúc", UNDERLINED)]);
  drawRow(sheet, [right("................., ngày ....... tháng ....... năm ...........", ITALIC)]);
  sheet.addRow([]);
}

const left = (value: string, style: CellStyle): Part => ({ from: 1, to: 2, value, style });
const right = (value: string, style: CellStyle): Part => ({ from: 3, to: 4, value, style });
