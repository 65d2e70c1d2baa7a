/// <reference types="office-js" />
/** One way to speak with Excel: a batch goes in, an outcome comes out. */
import type { HostFacts, Occasion, Outcome } from "./port.ts";
import type { PageWindows } from "./page-windows.ts";
import { trouble, type TroubleCode } from "./troubles.ts";

/** What Office puts into the page; nothing of it where the page is not in Office. And what the page itself can do. */
export interface OfficeGlobals extends PageWindows {
  readonly Office?: typeof Office;
  readonly Excel?: typeof Excel;
}

export interface Surroundings {
  readonly excel: typeof Excel;
  readonly office: typeof Office;
  readonly windows: PageWindows;
}

export interface Session extends Surroundings {
  readonly facts: HostFacts;
  run<T>(occasion: Occasion, batch: Batch<T>): Promise<Outcome<T>>;
  /** As `run`, for what the officer asked for; where Excel can, all of it is one step of the officer's undo. */
  runAsOneStep<T>(batch: Batch<T>): Promise<Outcome<T>>;
}

export type Batch<T> = (context: Excel.RequestContext) => Promise<Outcome<T>>;

const CODES: Readonly<Record<string, TroubleCode>> = {
  InvalidOperationInCellEditMode: "editing-cell",
  ItemNotFound: "sheet-gone",
  AccessDenied: "sheet-protected",
  ApiNotFound: "not-supported",
  RequestPayloadSizeLimitExceeded: "answer-too-large",
  ResponsePayloadSizeLimitExceeded: "answer-too-large",
};

export const done = <T>(value: T): Outcome<T> => ({ ok: true, value });

export function openSession(surroundings: Surroundings, facts: HostFacts): Session {
  const { excel } = surroundings;
  const run = async <T>(options: Excel.RunOptions, batch: Batch<T>): Promise<Outcome<T>> => {
    try {
      return await excel.run(options, batch);
    } catch (failure) {
      return refusalOf(failure);
    }
  };
  return {
    ...surroundings,
    facts,
    run: (occasion, batch) => run({ delayForCellEdit: occasion === "asked" }, batch),
    runAsOneStep: (batch) => run({ delayForCellEdit: true, mergeUndoGroup: facts.groupsUndo }, batch),
  };
}

/** Excel's own refusals have a code. Whatever has none is our mistake. */
export function refusalOf(failure: unknown): ReturnType<typeof trouble> {
  const code = typeof failure === "object" && failure !== null && "code" in failure ? failure.code : null;
  if (typeof code !== "string") throw failure;
  return trouble(CODES[code] ?? "excel-failed", [], code);
}
