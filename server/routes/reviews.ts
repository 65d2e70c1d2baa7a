import type { reviewRoutes } from "../../shared/api/reviews.ts";
import type { Handlers } from "./handler.ts";

export const reviewHandlers = {} as unknown as Handlers<typeof reviewRoutes>;
