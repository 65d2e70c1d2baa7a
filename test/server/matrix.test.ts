/**
 * Every route as every role of every organisation. What each may do is written down here once more, apart from
 * server/permissions.ts, so that a slip in one shows against the other. A route that is missing here does not compile.
 */
import assert from "node:assert/strict";
import type { RouteId } from "../../shared/api.ts";
import { ROLES, type Role } from "../../shared/api/organisations.ts";
import { gridOf, PHASE_YEAR } from "../builders.ts";
import {
  addPerson,
  DATABASES,
  makeDatabase,
  nobody,
  signIn,
  signInFirst,
  startProcess,
  type Person,
  type ServiceProcess,
  type TestDatabase,
} from "./service.ts";

/** The round is the parent's; it expects `own` and `sibling`. The child is a department of `own`; the stranger is a province not expected. */
const PLACES = ["own", "parent", "sibling", "child", "stranger"] as const;
type Place = (typeof PLACES)[number];
/** allowed: done, or refused for what it says and not for who asks. */
type Outcome = "allowed" | "forbidden" | "hidden" | "sign-in";
type Rights = (place: Place, role: Role) => Outcome;

const isOverseer = (role: Role): boolean => role !== "submitter";
const everybody: Rights = () => "allowed";
const inRound = (place: Place): boolean => place === "own" || place === "sibling" || place === "parent";

const readRound: Rights = (place) => (inRound(place) ? "allowed" : "hidden");
const manageRound: Rights = (place, role) => {
  if (!inRound(place)) return "hidden";
  return place === "parent" && (role === "reviewer" || role === "administrator") ? "allowed" : "forbidden";
};
const merge: Rights = (place, role) => {
  if (!inRound(place)) return "hidden";
  return isOverseer(role) ? "allowed" : "forbidden";
};
/** One made by the parent over all: nobody else's. */
const readMerged: Rights = (place, role) => {
  if (!inRound(place)) return "hidden";
  if (!isOverseer(role)) return "forbidden";
  return place === "parent" ? "allowed" : "hidden";
};
/** The whole round is its owner's. */
const archive: Rights = (place, role) => (place === "parent" || !inRound(place) ? merge(place, role) : "forbidden");
const readSubmission: Rights = (place, role) =>
  place === "own" || (place === "parent" && isOverseer(role)) ? "allowed" : "hidden";
const writeSubmission: Rights = (place, role) => {
  if (readSubmission(place, role) === "hidden") return "hidden";
  return place === "own" && role === "submitter" ? "allowed" : "forbidden";
};
const review: Rights = (place, role) => {
  if (readSubmission(place, role) === "hidden") return "hidden";
  return place === "parent" && role === "reviewer" ? "allowed" : "forbidden";
};
const readPeople: Rights = (place, role) => {
  if (place === "own") return "allowed";
  return place === "parent" && (role === "reviewer" || role === "administrator") ? "allowed" : "forbidden";
};
const administer: Rights = (place, role) =>
  role === "administrator" && (place === "own" || place === "parent") ? "allowed" : "forbidden";
const administerPerson: Rights = (place, role) =>
  place === "own" || place === "parent" ? administer(place, role) : "hidden";
const ownRounds: Rights = (place, role) =>
  place === "own" && (role === "reviewer" || role === "administrator") ? "allowed" : "forbidden";
const readAudit: Rights = (_, role) => (role === "administrator" ? "allowed" : "forbidden");
/** The whole log is the root's. */
const verifyAudit: Rights = (place, role) => (place === "parent" ? readAudit(place, role) : "forbidden");
/** All that the service keeps: for the root's administrators. */
const backUp: Rights = verifyAudit;

interface Case {
  /** Nobody signed in is sent to sign in, except where everybody may ask. */
  readonly isPublic?: true;
  readonly rights: Rights;
  readonly given?: (facts: Facts) => object;
  /** Ends the caller's own session: asked last, by someone signed in anew. */
  readonly endsSession?: true;
}

interface Facts {
  readonly roundId: string;
  readonly organisationId: string;
  readonly personId: string;
  readonly consolidationId: string;
}

const round = ({ roundId }: Facts): object => ({ params: { roundId } });
const organisation = ({ organisationId }: Facts): object => ({ params: { organisationId } });
const person = ({ personId }: Facts): object => ({ params: { personId } });
const consolidation = ({ consolidationId }: Facts): object => ({ params: { consolidationId } });
const submission =
  (more: { params?: object; query?: object; body?: object | Uint8Array } = {}) =>
  ({ roundId, organisationId }: Facts): object => ({
    ...more,
    params: { roundId, organisationId, ...more.params },
  });
const version = { version: 1 };
const file = { fileId: "khong-co" };
const why = { why: "thử quyền" };
const terms = {
  level: "organisation",
  era: "then",
  unit: null,
  acceptedOnly: false,
  belowOrganisationId: null,
};
/** A round that can't be made: the years are the wrong way round; who may make it is asked first. */
const roundTerms = {
  name: "Đợt thử quyền",
  fromYear: 2030,
  toYear: 2026,
  formIds: [],
  unit: "million",
  deadline: "2031-01-01T00:00:00Z",
  expectedIds: [],
  severityOverrides: {},
  explainedRuleIds: [],
  needsSignOff: false,
  previousRoundId: null,
};
const emptySubmission = {
  sheets: [],
  explanations: [],
  idempotencyKey: "thu-quyen-0123456789",
  replaces: 0,
  attachedFileId: null,
  madeWith: null,
};

const CASES: Readonly<Record<RouteId, Case>> = {
  readSignInWays: { isPublic: true, rights: everybody },
  signIn: { isPublic: true, rights: everybody, given: () => ({ body: { email: "x@y.vn", password: "sai" } }) },
  refreshSession: { isPublic: true, rights: everybody, given: () => ({ body: { refreshToken: "x".repeat(43) } }) },
  signInWithOidc: { isPublic: true, rights: everybody, given: () => ({ body: { code: "x".repeat(43) } }) },
  startOidc: { isPublic: true, rights: everybody },
  finishOidc: { isPublic: true, rights: everybody },
  listRules: { isPublic: true, rights: everybody },
  signOut: { rights: everybody, endsSession: true },
  signOutEverywhere: { rights: everybody, endsSession: true },
  readMe: { rights: everybody },
  changePassword: { rights: everybody, given: () => ({ body: { current: "sai", next: "cũng sai thôi mà" } }) },
  listOwnSessions: { rights: everybody },
  endOwnSession: { rights: everybody, given: () => ({ params: { sessionId: "khong-co" } }) },
  makeTicket: { rights: everybody, given: () => ({ body: { path: "/api/v1/templates/targets" } }) },
  listOrganisations: { rights: everybody },
  listRounds: { rights: everybody },
  downloadTemplate: { rights: everybody, given: () => ({ params: { formId: "targets" } }) },

  addOrganisation: {
    rights: administer,
    given: (facts) => ({ ...organisation(facts), body: { kind: "ministry", name: "Không được đặt ở đây" } }),
  },
  changeOrganisation: { rights: administer, given: (facts) => ({ ...organisation(facts), body: {} }) },
  listPeople: { rights: readPeople, given: organisation },
  addPerson: {
    rights: administer,
    given: (facts) => ({
      ...organisation(facts),
      body: { name: "Đã có", email: "quantri@phuluc.local", role: "viewer" },
    }),
  },
  changePerson: { rights: administerPerson, given: (facts) => ({ ...person(facts), body: {} }) },
  resetPassword: { rights: administerPerson, given: person },
  endSessions: { rights: administerPerson, given: person },
  listSessions: { rights: administerPerson, given: person },

  addRound: { rights: ownRounds, given: (facts) => ({ ...organisation(facts), body: roundTerms }) },
  readRound: { rights: readRound, given: round },
  changeRound: { rights: manageRound, given: (facts) => ({ ...round(facts), body: {} }) },
  openRound: { rights: manageRound, given: round },
  closeRound: { rights: manageRound, given: round },
  reopenForOrganisation: {
    rights: manageRound,
    given: submission({ body: { until: "2031-01-01T00:00:00Z", ...why } }),
  },
  readProgress: { rights: readRound, given: round },
  watchRound: { rights: readRound, given: round },
  downloadArchive: { rights: archive, given: round },
  readSums: {
    rights: merge,
    given: (facts) => ({ ...round(facts), query: { level: "organisation", era: "then", acceptedOnly: "false" } }),
  },
  listReminders: { rights: manageRound, given: round },
  downloadFindings: { rights: merge, given: round },

  sendFile: {
    rights: writeSubmission,
    given: submission({ query: { fileName: "a.xlsx" }, body: new Uint8Array([1]) }),
  },
  downloadAnnotated: { rights: writeSubmission, given: submission({ params: file }) },
  downloadFixed: { rights: writeSubmission, given: submission({ params: file }) },
  submit: { rights: writeSubmission, given: submission({ body: emptySubmission }) },
  readSubmission: { rights: readSubmission, given: submission() },
  readDraft: { rights: writeSubmission, given: submission() },
  saveDraft: { rights: writeSubmission, given: submission({ body: { replaces: 9, sheets: [], explanations: [] } }) },
  readVersion: { rights: readSubmission, given: submission({ params: version }) },
  downloadFile: { rights: readSubmission, given: submission({ params: version }) },
  downloadAnnotatedVersion: { rights: readSubmission, given: submission({ params: version }) },
  downloadAppendix: { rights: readSubmission, given: submission({ params: version }) },
  downloadCheckSheet: { rights: readSubmission, given: submission({ params: version }) },
  compareVersions: { rights: readSubmission, given: submission({ params: version, query: { since: 1 } }) },
  compareWithPreviousRound: { rights: readSubmission, given: submission({ params: version }) },
  listOverlaps: { rights: readSubmission, given: submission({ params: version }) },
  correctLineIdentity: {
    rights: writeSubmission,
    given: submission({ params: version, body: { key: "PL1!B7", lineId: null } }),
  },
  signOff: { rights: writeSubmission, given: submission({ body: version }) },
  withdraw: { rights: writeSubmission, given: submission({ body: why }) },
  returnSubmission: { rights: review, given: submission({ body: { ...version, ...why, comments: [] } }) },
  acceptSubmission: { rights: review, given: submission({ body: { ...version, ...why } }) },
  requestUnlock: { rights: writeSubmission, given: submission({ body: why }) },
  unlock: { rights: review, given: submission({ body: why }) },
  listComments: { rights: readSubmission, given: submission() },
  addComment: {
    rights: review,
    given: submission({ params: version, body: { sheet: "PL1", cell: "A1", text: "thử quyền" } }),
  },
  resolveComment: { rights: writeSubmission, given: submission({ params: { commentId: "khong-co" } }) },

  merge: { rights: merge, given: (facts) => ({ ...round(facts), body: terms }) },
  listConsolidations: { rights: merge, given: round },
  readConsolidation: { rights: readMerged, given: consolidation },
  downloadConsolidation: { rights: readMerged, given: consolidation },
  downloadConsolidationCheckSheet: { rights: readMerged, given: consolidation },
  readAudit: { rights: readAudit },
  verifyAudit: { rights: verifyAudit },
  downloadBackup: { rights: backUp },
};

/** "not-found" says of which thing: what the address names first is hidden, what lies inside it is merely not there. */
const HIDDEN = /đợt này|đơn vị này|người dùng này|bản tổng hợp này/;

async function outcomeOf(asking: Person, id: RouteId, given: object): Promise<Outcome> {
  if (id === "watchRound") return watch(asking, given);
  const result = await asking.client.call(id, given as never);
  if (result.ok) return "allowed";
  const { code, vi } = result.problem;
  assert.notEqual(code, "internal", `${id}: ${vi}`);
  assert.ok(result.status < 500 || code === "oidc-unavailable", `${id}: ${vi}`);
  if (code === "not-signed-in") return "sign-in";
  if (code === "forbidden") return "forbidden";
  return code === "not-found" && HIDDEN.test(vi) ? "hidden" : "allowed";
}

/** Events never end by themselves. */
async function watch(asking: Person, given: object): Promise<Outcome> {
  const { roundId } = (given as { params: { roundId: string } }).params;
  const stop = new AbortController();
  const response = await fetch(`${asking.url}/api/v1/rounds/${roundId}/events`, {
    headers: { Authorization: `Bearer ${asking.token() ?? ""}` },
    signal: stop.signal,
  });
  stop.abort();
  const outcomes: Readonly<Record<number, Outcome>> = {
    200: "allowed",
    401: "sign-in",
    403: "forbidden",
    404: "hidden",
  };
  return outcomes[response.status] ?? "allowed";
}

const IDS: Readonly<Record<Place, string>> = {
  own: "tinh-nghe-an",
  parent: "bo",
  sibling: "tinh-vinh-long",
  child: "",
  stranger: "tinh-an-giang",
};

for (const kind of DATABASES) {
  describe(`who may do what, ${kind}`, () => {
    let database: TestDatabase;
    let service: ServiceProcess;
    let facts: Facts;
    const people = new Map<string, Person>();

    before(async function () {
      database = await makeDatabase(kind, this);
      service = await startProcess(database.env);
      const { url } = service;
      const root = await signInFirst(url, service.firstAccount ?? { email: "", password: "" });
      const child = await root.get("addOrganisation", {
        params: { organisationId: IDS.own },
        body: { kind: "department", name: "Sở Nội vụ" },
      });
      for (const place of PLACES) {
        const organisationId = place === "child" ? child.id : IDS[place];
        for (const role of ROLES) people.set(`${place} ${role}`, await addPerson(root, { url, organisationId, role }));
      }
      const made = await root.get("addRound", {
        params: { organisationId: IDS.parent },
        body: { ...roundTerms, fromYear: 2026, toYear: 2030, expectedIds: [IDS.own, IDS.sibling] },
      });
      await root.get("openRound", { params: { roundId: made.id } });
      const { person: target } = await root.get("addPerson", {
        params: { organisationId: IDS.own },
        body: { name: "Người được quản lý", email: "nguoi@vi-du.vn", role: "viewer" },
      });
      const consolidationId = await mergeSomething(url, people, made.id);
      facts = { roundId: made.id, organisationId: IDS.own, personId: target.id, consolidationId };
    });
    after(async () => {
      await service.stop();
      await database.drop();
    });

    const ordered = (Object.keys(CASES) as RouteId[]).sort(
      (a, b) => Number(CASES[a].endsSession ?? false) - Number(CASES[b].endsSession ?? false),
    );
    for (const id of ordered) {
      const { isPublic, rights, given, endsSession } = CASES[id];
      it(id, async () => {
        const body = given ? given(facts) : {};
        const found: string[] = [`nobody: ${await outcomeOf(nobody(service.url), id, body)}`];
        const expected: string[] = [`nobody: ${isPublic ? "allowed" : "sign-in"}`];
        for (const place of PLACES) {
          for (const role of ROLES) {
            const known = people.get(`${place} ${role}`) ?? nobody(service.url);
            const asking = endsSession ? await signIn(service.url, known) : known;
            found.push(`${place} ${role}: ${await outcomeOf(asking, id, body)}`);
            expected.push(`${place} ${role}: ${rights(place, role)}`);
          }
        }
        assert.deepEqual(found, expected);
      });
    }
  });
}

/** The sibling submits, the parent merges: a consolidation over all of the round. */
async function mergeSomething(url: string, people: ReadonlyMap<string, Person>, roundId: string): Promise<string> {
  const submitter = people.get("sibling submitter") ?? nobody(url);
  const reviewer = people.get("parent reviewer") ?? nobody(url);
  await submitter.get("submit", {
    params: { roundId, organisationId: IDS.sibling },
    body: { ...emptySubmission, sheets: [gridOf(PHASE_YEAR, { name: "PL1" })] },
  });
  const merged = await reviewer.get("merge", { params: { roundId }, body: terms });
  return merged.id;
}
