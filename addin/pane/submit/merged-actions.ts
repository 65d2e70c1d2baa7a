/** The consolidated workbook, opened in Excel or downloaded in the way that the program allows. */
import type { ConsolidationLine } from "../../sync/state.ts";
import type { SubmitScope } from "./scope.ts";
import { MERGED } from "./words.ts";

const WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/** The browser has begun to read it by then. */
const KEEP_MS = 60_000;

export async function openMerged({ sync, host, own }: SubmitScope, { id }: ConsolidationLine): Promise<void> {
  own.change({ note: null, fault: null });
  const bytes = await sync.readConsolidation(id);
  if (!bytes) return;
  const opened = await host.openWorkbook(bytes);
  own.change(opened.ok ? { note: MERGED.opened } : { fault: MERGED.notOpened });
}

/**
 * In a browser as a link to the bytes. Elsewhere (Excel on Mac ignores such links) the officer's browser fetches it, by an
 * address that works once; where none can be opened, as a link all the same.
 */
export async function downloadMerged(scope: SubmitScope, line: ConsolidationLine): Promise<void> {
  const { sync, host, own } = scope;
  own.change({ note: null, fault: null });
  if (host.facts.platform === "windows" || host.facts.platform === "mac") {
    const address = await sync.consolidationTicket(line.id);
    if (!address) return;
    if (host.openLink(new URL(address, document.baseURI).href).ok) {
      own.change({ note: MERGED.downloaded });
      return;
    }
  }
  const bytes = await sync.readConsolidation(line.id);
  if (!bytes) return;
  saveAs(bytes, fileName(line));
  own.change({ note: MERGED.downloaded });
}

function saveAs(bytes: Uint8Array, name: string): void {
  const address = URL.createObjectURL(new Blob([bytes.slice()], { type: WORKBOOK_TYPE }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, KEEP_MS);
}

/** "tong-hop-20261122-0a1b2c3d.xlsx": sorted by day, told apart by what is in it. */
const fileName = ({ at, sha256 }: ConsolidationLine): string =>
  `tong-hop-${at.slice(0, "2026-11-22".length).replace(/-/g, "")}-${sha256.slice(0, 8)}.xlsx`;
