/** One part of the administration, below the head that all of them share. */
import type { TemplateResult } from "lit-html";
import type { Scope } from "../page.ts";

export interface AdminPart {
  render(): TemplateResult;
  /** The address names something else of this part: an organisation, a round, or nothing. */
  show(id: string | null): void;
  close(): void;
}

export type OpenAdminPart = (scope: Scope) => AdminPart;
