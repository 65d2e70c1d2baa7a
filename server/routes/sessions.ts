import type { sessionRoutes } from "../../shared/api/sessions.ts";
import type { Handlers } from "./handler.ts";

export const sessionHandlers = {} as unknown as Handlers<typeof sessionRoutes>;
