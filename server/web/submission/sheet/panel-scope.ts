/** What the parts beside the sheet are given. */
import type { Reply } from "../../../../addin/sync/reply.ts";
import type { CommentAnswer } from "../../../../shared/api/reviews.ts";
import type { PlaceOf } from "../../places.ts";
import type { CellPlace } from "./cell-place.ts";
import type { VersionAnswer } from "./version.ts";

export interface PanelScope {
  readonly version: VersionAnswer;
  /** Of all versions. */
  readonly comments: readonly CommentAnswer[];
  readonly place: PlaceOf<"submission">;
  /** Null where nothing is chosen. */
  readonly selected: CellPlace | null;
  /** Null for who does not review: what is written is kept and sent here. */
  readonly writing: Writing | null;
  /** Null for who can't. */
  readonly resolve: ((comment: CommentAnswer) => void) | null;
  /** Ids of comments that are being resolved, and places that are being sent. */
  readonly busy: ReadonlySet<string>;
  /** Shows the cell in the sheet. */
  readonly choose: (at: CellPlace) => void;
  readonly backToSheet: () => void;
  readonly redraw: () => void;
}

interface Writing {
  readonly drafts: readonly (CellPlace & { readonly text: string })[];
  readonly text: (at: CellPlace) => string;
  readonly write: (at: CellPlace, text: string) => void;
  readonly send: (at: CellPlace) => Promise<Reply<CommentAnswer> | null>;
}
