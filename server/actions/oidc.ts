import type { SessionAnswer } from "../../shared/api/sessions.ts";
import { Problem } from "../problem.ts";
import type { Asking } from "../routes/handler.ts";
import type { Service } from "../service.ts";

export const readSignInWays = ({ config }: Service): { password: true; oidc: { name: string } | null } => ({
  password: true,
  oidc: config.oidc && { name: config.oidc.name },
});

export function startOidc(_service: Service): Promise<{ to: string }> {
  return Promise.reject(new Problem("oidc-unavailable"));
}

export function finishOidc(_service: Service, _asking: Asking): Promise<{ to: string }> {
  return Promise.reject(new Problem("oidc-unavailable"));
}

export function signInWithOidc(_service: Service, _given: unknown, _asking: Asking): Promise<SessionAnswer> {
  return Promise.reject(new Problem("oidc-unavailable"));
}
