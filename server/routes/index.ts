/** Every route of the contract with what answers it. */
import type { API } from "../../shared/api.ts";
import type { Handlers } from "./handler.ts";

export const handlers = {} as unknown as Handlers<typeof API>;
