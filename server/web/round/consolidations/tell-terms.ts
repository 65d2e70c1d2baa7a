/** How a consolidation was merged, in words. */
import { language, say } from "../../../../addin/pane/kit/language.ts";
import type { ConsolidationTerms } from "../../../../shared/api/consolidations.ts";
import { UNIT_NAMES, type Unit } from "../../../../shared/money.ts";
import { CONSOLIDATIONS, ERA_NAMES, LEVEL_NAMES } from "./words.ts";

/** "Theo tỉnh, thành phố; theo tỉnh hiện nay; triệu đồng; chỉ bản đã được chấp nhận". */
export function tellTerms(terms: ConsolidationTerms, roundUnit: Unit): string {
  const parts = [
    say(LEVEL_NAMES[terms.level]),
    say(ERA_NAMES[terms.era]),
    UNIT_NAMES[terms.unit ?? roundUnit][language()],
    ...(terms.acceptedOnly ? [say(CONSOLIDATIONS.accepted)] : []),
    ...(terms.belowOrganisationId === null ? [] : [say(CONSOLIDATIONS.ofBranch)]),
  ];
  const text = parts.join("; ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}
