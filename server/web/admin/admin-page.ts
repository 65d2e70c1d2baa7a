/** Administration: organisations and people, rounds, the audit log, backup. Each part keeps what was typed while another is looked at. */
import { html, nothing, type TemplateResult } from "lit-html";
import { say } from "../../../addin/pane/kit/language.ts";
import { statusLine } from "../../../addin/pane/kit/status-line.ts";
import type { Me } from "../../../addin/sync/state.ts";
import type { OpenPage, Page, Scope } from "../page.ts";
import { viewLinks } from "../parts/views.ts";
import { ADMIN_PARTS, type AdminPart as PartName, type PlaceOf } from "../places.ts";
import { openAuditPart } from "./audit-part.ts";
import { openBackupPart } from "./backup-part.ts";
import { openOrganisationsPart } from "./organisations-part.ts";
import type { AdminPart, OpenAdminPart } from "./part.ts";
import { openRoundsPart } from "./rounds-part.ts";
import { ADMIN } from "./words.ts";

const PARTS: Readonly<Record<PartName, OpenAdminPart>> = {
  "don-vi": openOrganisationsPart,
  dot: openRoundsPart,
  "nhat-ky": openAuditPart,
  "sao-luu": openBackupPart,
};

/** Rounds also belong to those who review them; of backups only the whole service's administrators may have one. */
function isTheirs({ role, organisation }: Me, part: PartName): boolean {
  if (role === "administrator") return part !== "sao-luu" || organisation.parentId === null;
  return role === "reviewer" && part === "dot";
}

class AdminPage implements Page<"admin"> {
  readonly #scope: Scope;
  readonly #opened = new Map<PartName, AdminPart>();
  #place: PlaceOf<"admin">;

  constructor(scope: Scope, place: PlaceOf<"admin">) {
    this.#scope = scope;
    this.#place = place;
    this.visit(place);
  }

  title(): string {
    return say(ADMIN.parts[this.#place.part]);
  }

  render(): TemplateResult {
    const { me } = this.#scope;
    const theirs = ADMIN_PARTS.filter((part) => isTheirs(me, part));
    const links = theirs.map((part) => ({
      name: say(ADMIN.parts[part]),
      place: { page: "admin", part, id: null } as const,
      isShown: part === this.#place.part,
    }));
    return html`<div class="page-head"><h1>${say(ADMIN.heading)}</h1></div>
      ${links.length > 1 ? viewLinks(say(ADMIN.heading), links) : nothing}
      ${this.#opened.get(this.#place.part)?.render() ?? this.#notTheirs()}`;
  }

  visit(place: PlaceOf<"admin">): boolean {
    this.#place = place;
    if (!isTheirs(this.#scope.me, place.part)) return true;
    const part = this.#opened.get(place.part) ?? PARTS[place.part](this.#scope);
    this.#opened.set(place.part, part);
    part.show(place.id);
    return true;
  }

  close(): void {
    for (const part of this.#opened.values()) part.close();
  }

  #notTheirs(): TemplateResult {
    const isRootOnly = this.#place.part === "sao-luu" && this.#scope.me.role === "administrator";
    return html`${statusLine({ kind: "info", text: say(isRootOnly ? ADMIN.rootOnly : ADMIN.notYours) })}
      <p>
        <a href=${this.#scope.me.role === "reviewer" ? "/quan-tri/dot" : "/dot"}
          >${say(this.#scope.me.role === "reviewer" ? ADMIN.toRounds : ADMIN.toStart)}</a
        >
      </p>`;
  }
}

export const openAdminPage: OpenPage<"admin"> = (scope, place) => new AdminPage(scope, place);
