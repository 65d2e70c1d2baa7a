/** How our sheets are printed unless they say otherwise: A4 across, one page wide, as many pages as they need. */
import type { PageSetup } from "exceljs";

export const PAGE: Partial<PageSetup> = {
  paperSize: 9,
  orientation: "landscape",
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
  horizontalCentered: true,
  margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
};
