import type { roundRoutes } from "../../shared/api/rounds.ts";
import type { Handlers } from "./handler.ts";

export const roundHandlers = {} as unknown as Handlers<typeof roundRoutes>;
