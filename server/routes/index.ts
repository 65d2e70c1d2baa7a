/** Every route of the contract with what answers it. */
import type { API } from "../../shared/api.ts";
import { consolidationHandlers } from "./consolidations.ts";
import type { Handlers } from "./handler.ts";
import { organisationHandlers } from "./organisations.ts";
import { overviewHandlers } from "./overviews.ts";
import { reviewHandlers } from "./reviews.ts";
import { roundHandlers } from "./rounds.ts";
import { sessionHandlers } from "./sessions.ts";
import { submissionHandlers } from "./submissions.ts";

export const handlers: Handlers<typeof API> = {
  ...sessionHandlers,
  ...organisationHandlers,
  ...roundHandlers,
  ...submissionHandlers,
  ...reviewHandlers,
  ...overviewHandlers,
  ...consolidationHandlers,
};
