/** Waits for Office and says what this Excel can do; outside Excel, or in one too old, says so. */
import type { HostFacts, Outcome } from "./port.ts";
import { done, openSession, type OfficeGlobals, type Session } from "./session.ts";
import { trouble } from "./troubles.ts";

const LEAST_VERSION = 11;
/** Sets are looked for up to here, so that tomorrow's Excel is not taken for an old one. */
const LAST_VERSION = 40;

const PLATFORMS: Readonly<Record<string, HostFacts["platform"]>> = { PC: "windows", Mac: "mac", OfficeOnline: "web" };

export async function openExcelSession(globals: OfficeGlobals): Promise<Outcome<Session>> {
  const { Office: office } = globals;
  if (!office) return trouble("not-in-excel");
  // Outside Office it answers at once, with nulls that its types leave out.
  const info: Readonly<Record<string, unknown>> = { ...(await office.onReady()) };
  if (info["host"] !== "Excel") return trouble("not-in-excel");
  // Office loads Excel's own library into the page: it is there only now.
  const { Excel: excel } = globals;
  const { requirements, displayLanguage, document } = office.context;
  const has = (version: number): boolean => requirements.isSetSupported("ExcelApi", `1.${String(version)}`);
  if (!excel || !has(LEAST_VERSION)) return trouble("excel-too-old");
  let apiVersion = LEAST_VERSION;
  while (apiVersion < LAST_VERSION && has(apiVersion + 1)) apiVersion += 1;
  return done(
    openSession(
      { excel, office, windows: globals },
      {
        platform: PLATFORMS[String(info["platform"])] ?? "other",
        apiVersion,
        language: displayLanguage,
        documentKey: documentKeyOf(document.url),
        readsMergedAreas: apiVersion >= 13,
        insertsSheets: apiVersion >= 13,
        keepsUndo: requirements.isSetSupported("ExcelUndoApiAll", "1.0"),
        groupsUndo: apiVersion >= 20,
      },
    ),
  );
}

/** A workbook never saved has at most a name of Excel's own ("Book1"), which every new one has. Office's types leave out null. */
const documentKeyOf = (url: string | null | undefined): string => (url && /[\\/]/.test(url) ? url : "");
