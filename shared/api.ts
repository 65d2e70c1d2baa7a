/** The HTTP contract, used by both sides: every route of the service, by name. */
import { consolidationRoutes } from "./api/consolidations.ts";
import { organisationRoutes } from "./api/organisations.ts";
import { overviewRoutes } from "./api/overviews.ts";
import { reviewRoutes } from "./api/reviews.ts";
import { roundRoutes } from "./api/rounds.ts";
import { sessionRoutes } from "./api/sessions.ts";
import { submissionRoutes } from "./api/submissions.ts";

export { API_PREFIX, type Answer, type Input, type Route } from "./api/route.ts";

export const API = {
  ...sessionRoutes,
  ...organisationRoutes,
  ...roundRoutes,
  ...submissionRoutes,
  ...reviewRoutes,
  ...overviewRoutes,
  ...consolidationRoutes,
};
export type RouteId = keyof typeof API;
