/** Drafts: kept as they are, judged by nobody. */
import type { Input } from "../../shared/api/route.ts";
import type { submissionRoutes } from "../../shared/api/submissions.ts";
import { NOT_FOUND } from "../authorise.ts";
import { Problem } from "../problem.ts";
import { WrittenJson } from "../answers.ts";
import type { Service } from "../service.ts";
import type { Writing } from "../store/database.ts";
import {
  findNewestDraft,
  keepDraft,
  listDrafts,
  toSavedDraft,
  type NewDraft,
  type SavedDraft,
} from "../store/drafts.ts";
import type { SubmissionPlace } from "../store/submissions.ts";
import { toVietnamTime } from "../../shared/vietnam-time.ts";
import { moveState } from "./states.ts";
import { admitNow, type Submitting } from "./submitting.ts";

/** The newest of the organisation, whoever saved it. @throws Problem not-found */
export async function readDraft(service: Service, place: SubmissionPlace): Promise<WrittenJson> {
  const row = await findNewestDraft(service.db, place);
  if (!row) throw new Problem("not-found", NOT_FOUND.draft);
  const head = JSON.stringify(toSavedDraft(row));
  return new WrittenJson(`${head.slice(0, -1)},"content":${row.content}}`);
}

/** The same text for the same draft: what arrives has its keys in the contract's order. */
export const draftContent = (sheets: string, explanations: string): string =>
  `{"sheets":${sheets},"explanations":${explanations}}`;

/** @throws Problem draft-conflict, or why the round takes nothing */
export async function saveDraft(
  service: Service,
  { replaces, sheets, explanations }: Input<typeof submissionRoutes.saveDraft>["body"],
  { place, by }: Submitting,
): Promise<SavedDraft> {
  const content = draftContent(JSON.stringify(sheets), JSON.stringify(explanations));
  const saved = await service.store.write(async (tx) => {
    const at = new Date().toISOString();
    await admitNow(tx, place, at);
    await mustKnowOwnDraft(tx, { place, personId: by.id, replaces });
    return putAside(tx, { place, by, at, content });
  });
  service.nudge("round-event");
  return saved;
}

/** Keeps the person's draft, and makes a submission that nobody had touched a draft. */
export async function putAside(tx: Writing, draft: NewDraft): Promise<SavedDraft> {
  const { place, by, at } = draft;
  const saved = await keepDraft(tx, draft);
  await moveState(tx, { ...place, action: "save-draft", version: null, why: "", by, at });
  return saved;
}

/** Who has looked at the newest draft has seen what they themselves saved before it. */
async function mustKnowOwnDraft(
  tx: Writing,
  { place, personId, replaces }: { place: SubmissionPlace; personId: string; replaces: number },
): Promise<void> {
  const drafts = await listDrafts(tx, place);
  const own = drafts.find((draft) => draft.person_id === personId);
  if (!own || own.revision === replaces || drafts[0]?.revision === replaces) return;
  throw new Problem("draft-conflict", { at: toVietnamTime(own.saved_at) }, toSavedDraft(own));
}
