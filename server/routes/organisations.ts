import type { organisationRoutes } from "../../shared/api/organisations.ts";
import type { Handlers } from "./handler.ts";

export const organisationHandlers = {} as unknown as Handlers<typeof organisationRoutes>;
