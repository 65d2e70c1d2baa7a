import type { reviewRoutes } from "../../shared/api/reviews.ts";
import type { Changing } from "../actions/change-submission.ts";
import { addComment, readComments, resolveComment } from "../actions/comments.ts";
import { acceptSubmission, returnSubmission } from "../actions/review.ts";
import { signOff, withdraw } from "../actions/sign-off.ts";
import { requestUnlock, unlock } from "../actions/unlock.ts";
import type { Caller, Service } from "../service.ts";
import type { Handlers } from "./handler.ts";

interface Asked {
  readonly service: Service;
  readonly caller: Caller;
  readonly params: Changing["place"];
}

const changing = ({ service, caller, params: { roundId, organisationId } }: Asked): Changing => ({
  service,
  place: { roundId, organisationId },
  by: { id: caller.id, name: caller.name },
});

export const reviewHandlers: Handlers<typeof reviewRoutes> = {
  signOff: (call) => signOff(changing(call), call.body.version),
  withdraw: (call) => withdraw(changing(call), call.body.why),
  returnSubmission: (call) => returnSubmission(changing(call), call.body),
  acceptSubmission: (call) => acceptSubmission(changing(call), call.body),
  requestUnlock: (call) => requestUnlock(changing(call), call.body.why),
  unlock: (call) => unlock(changing(call), call.body.why),
  listComments: async ({ service, params }) => ({ comments: [...(await readComments(service.db, params))] }),
  addComment: (call) => addComment(changing(call), call.params.version, call.body),
  resolveComment: (call) => resolveComment(changing(call), call.params.commentId),
};
