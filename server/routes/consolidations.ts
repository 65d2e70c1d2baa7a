import type { consolidationRoutes } from "../../shared/api/consolidations.ts";
import type { Handlers } from "./handler.ts";

export const consolidationHandlers = {} as unknown as Handlers<typeof consolidationRoutes>;
