import type { submissionRoutes } from "../../shared/api/submissions.ts";
import type { Handlers } from "./handler.ts";

export const submissionHandlers = {} as unknown as Handlers<typeof submissionRoutes>;
