/** What reviewers have said of cells, kept up to date while the page is open. */
import type { CommentAnswer } from "../../../shared/api/reviews.ts";
import type { Reply } from "../../../addin/sync/reply.ts";
import type { Scope } from "../page.ts";
import { Latest } from "../parts/latest.ts";
import type { DraftComment } from "./drafts.ts";

export interface SubmissionParams {
  readonly roundId: string;
  readonly organisationId: string;
}

const NONE: readonly CommentAnswer[] = [];

export class Comments {
  readonly #scope: Scope;
  readonly #params: SubmissionParams;
  readonly #latest: Latest<{ readonly comments: readonly CommentAnswer[] }>;

  constructor(scope: Scope, params: SubmissionParams, onChange: () => void) {
    this.#scope = scope;
    this.#params = params;
    this.#latest = new Latest({
      ask: () => scope.ask((client) => client.call("listComments", { params })),
      redraw: onChange,
    });
  }

  /** Of all versions, as they were given. */
  get all(): readonly CommentAnswer[] {
    const { known } = this.#latest;
    return known.kind === "known" ? known.value.comments : NONE;
  }

  /** Asking for what is newer has failed, or for any. */
  get isOutdated(): boolean {
    return this.#latest.fault !== null || this.#latest.known.kind === "trouble";
  }

  get isAsking(): boolean {
    return this.#latest.isAsking;
  }

  /** What was known stays when there is no answer. */
  refresh(): void {
    this.#latest.refresh();
  }

  close(): void {
    this.#latest.close();
  }

  async add(version: number, comment: DraftComment): Promise<Reply<CommentAnswer>> {
    const params = { ...this.#params, version };
    const reply = await this.#scope.ask((client) => client.call("addComment", { params, body: comment }));
    if (reply.ok) this.#put(reply.value);
    return reply;
  }

  async resolve(commentId: string): Promise<Reply<CommentAnswer>> {
    const params = { ...this.#params, commentId };
    const reply = await this.#scope.ask((client) => client.call("resolveComment", { params }));
    if (reply.ok) this.#put(reply.value);
    return reply;
  }

  #put(comment: CommentAnswer): void {
    this.#latest.put(({ comments }) => ({
      comments: comments.some(({ id }) => id === comment.id)
        ? comments.map((one) => (one.id === comment.id ? comment : one))
        : [...comments, comment],
    }));
  }
}
