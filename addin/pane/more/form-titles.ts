/** The forms by their titles; loaded only when somebody looks for one. */
import type { FormId } from "../../../shared/appendix.ts";
import { forms } from "../../../shared/forms/index.ts";
import type { Bilingual } from "../../../shared/rule.ts";

export interface FormTitle {
  readonly id: FormId;
  readonly title: Bilingual;
}

export const formTitles: readonly FormTitle[] = forms.map(({ id, title }) => ({ id, title }));
