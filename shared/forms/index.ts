import type { FormId } from "../appendix.ts";
import { computersNetworks } from "./computers-networks.ts";
import { disbursementReview } from "./disbursement-review.ts";
import type { Form } from "./form.ts";
import { itStaff } from "./it-staff.ts";
import { projectListByOrigin } from "./project-list-by-origin.ts";
import { projectListNatureOrigin } from "./project-list-nature-origin.ts";
import { projectListPhaseYear } from "./project-list-phase-year.ts";
import { projectListSingleAmount } from "./project-list-single-amount.ts";
import { projectStatus } from "./project-status.ts";
import { results } from "./results.ts";
import { targets } from "./targets.ts";

/** Of forms that fit equally well the first is taken. */
export const forms: readonly Form[] = [
  disbursementReview,
  projectListPhaseYear,
  projectListNatureOrigin,
  projectStatus,
  projectListByOrigin,
  projectListSingleAmount,
  computersNetworks,
  itStaff,
  results,
  targets,
];

export function formById(id: FormId): Form {
  const form = forms.find((candidate) => candidate.id === id);
  if (!form) throw new Error(`no form ${id}`);
  return form;
}
