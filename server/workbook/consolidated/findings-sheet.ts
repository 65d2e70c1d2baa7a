/** "Phát hiện và giải trình": what was found in each version, and what was said for it. */
import { addCounts, findingsOf, type ConsolidatedFinding } from "../../../shared/consolidation/summary.ts";
import { describe } from "../../../shared/describe.ts";
import { capitalised, SEVERITY_NAMES } from "../../../shared/names.ts";
import { NOTE } from "../styles.ts";
import type { Book, Cell } from "./book.ts";
import { heightOf, layoutOf, textCell, type Material } from "./material.ts";
import { countsText, SHEETS } from "./names.ts";

const HEADINGS = ["Đơn vị", "Bản", "Trang", "Ô", "Mức", "Phát hiện", "Giải trình của đơn vị", "Quy tắc"];
const WIDTHS = [24, 6, 14, 12, 13, 66, 40, 22];
const MOST_CELLS = 6;

export async function writeFindings(book: Book, material: Material): Promise<void> {
  const { versions } = material.consolidation;
  const counts = addCounts(versions.map(({ findings }) => findings));
  const shown = counts.error + counts.warning + counts.ask;
  const page = await book.open(
    layoutOf(material, {
      name: SHEETS.findings,
      title: "PHÁT HIỆN KHI KIỂM TRA VÀ GIẢI TRÌNH",
      notes: [`${countsText(counts)}. Không liệt kê ${String(counts.info)} gợi ý.`],
      headings: HEADINGS.map((title) => ({ title, below: [] })),
      widths: WIDTHS,
      hasFilter: shown > 0,
    }),
  );
  if (shown === 0) await page.line("Không có phát hiện nào.", NOTE);
  for await (const found of shown === 0 ? [] : shownFindings(material)) {
    const cells = cellsOf(found, material);
    await page.row(cells, heightOf(cells, WIDTHS));
  }
  page.end();
}

async function* shownFindings({ versions }: Material): AsyncGenerator<ConsolidatedFinding> {
  for await (const version of versions())
    for (const found of findingsOf(version)) if (found.finding.severity !== "info") yield found;
}

function cellsOf({ organisationId, version, finding, explanation }: ConsolidatedFinding, material: Material): Cell[] {
  const { cells, sheet, severity, rule } = finding;
  const where = cells.slice(0, MOST_CELLS).join(", ") + (cells.length > MOST_CELLS ? "…" : "");
  return [
    textCell(material.nameOf(organisationId)),
    material.versionCell(version),
    textCell(sheet),
    textCell(where),
    textCell(capitalised(SEVERITY_NAMES[severity].vi), severity === "error" ? "group" : "plain"),
    textCell(describe(finding, "vi")),
    textCell(explanation ?? ""),
    textCell(rule),
  ];
}
