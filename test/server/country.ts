/** A service with a small country in it, for tests: the ministry, provinces, a department, and their people, all signed in. */
import { randomBytes } from "node:crypto";
import type { RoundTerms } from "../../shared/api/rounds.ts";
import { readConfig } from "../../server/config.ts";
import { openStore, type Store } from "../../server/store/database.ts";
import { TERMS } from "./rounds.ts";
import {
  addPerson,
  DATABASES,
  makeDatabase,
  signInFirst,
  startProcess,
  type DatabaseKind,
  type Person,
  type ServiceProcess,
  type TestDatabase,
} from "./service.ts";

export const NGHE_AN = "tinh-nghe-an";
export const VINH_LONG = "tinh-vinh-long";

const PEOPLE = {
  reviewer: { organisationId: "bo", role: "reviewer" },
  viewer: { organisationId: "bo", role: "viewer" },
  ngheAn: { organisationId: NGHE_AN, role: "submitter" },
  ngheAnAdministrator: { organisationId: NGHE_AN, role: "administrator" },
  vinhLong: { organisationId: VINH_LONG, role: "submitter" },
  daNang: { organisationId: "tinh-da-nang", role: "submitter" },
  department: { organisationId: "", role: "submitter" },
} as const;
export type Who = keyof typeof PEOPLE | "administrator";

export interface Country {
  readonly kind: DatabaseKind;
  readonly service: ServiceProcess;
  readonly database: TestDatabase;
  /** The service's own database, for what takes long or can't be done over HTTP. */
  readonly store: Store;
  /** Below Nghệ An. */
  readonly departmentId: string;
  readonly people: Readonly<Record<Who, Person>>;
  readonly leave: () => Promise<void>;
}

async function makeCountry(kind: DatabaseKind, test: Mocha.Context, env: Env): Promise<Country> {
  const database = await makeDatabase(kind, test);
  const service = await startProcess({ ...database.env, ...env });
  const { url, firstAccount } = service;
  if (!firstAccount) throw new Error("the service has no first account");
  const administrator = await signInFirst(url, firstAccount);
  const { id: departmentId } = await administrator.get("addOrganisation", {
    params: { organisationId: NGHE_AN },
    body: { kind: "department", name: `Sở Y tế ${randomBytes(2).toString("hex")}` },
  });
  const people: Partial<Record<Who, Person>> = { administrator };
  for (const [name, who] of Object.entries(PEOPLE)) {
    const organisationId = who.organisationId === "" ? departmentId : who.organisationId;
    people[name as Who] = await addPerson(administrator, { url, organisationId, role: who.role });
  }
  const store = await openStore(readConfig(database.env).database);
  const leave = async (): Promise<void> => {
    await store.close();
    await service.stop();
    await database.drop();
  };
  return { kind, service, database, store, departmentId, people: people as Country["people"], leave };
}

type Env = Readonly<Record<string, string>>;

/** The same tests on each database, each with a service of its own. */
export function inEachCountry(
  title: string,
  tests: (country: () => Country) => void,
  env: () => Env = () => ({}),
): void {
  for (const kind of DATABASES)
    describe(`${title} (${kind})`, () => {
      let country: Country | null = null;
      before(async function () {
        country = await makeCountry(kind, this, env());
      });
      after(() => country?.leave());
      tests(() => {
        if (!country) throw new Error("there is no country yet");
        return country;
      });
    });
}

export const fromNow = (ms: number): string => new Date(Date.now() + ms).toISOString();
export const DAY_MS = 86_400_000;

export async function addRound(country: Country, terms: Partial<RoundTerms> = {}): Promise<string> {
  const body = { ...TERMS, expectedIds: [NGHE_AN, VINH_LONG], ...terms };
  return (await country.people.administrator.get("addRound", { params: { organisationId: "bo" }, body })).id;
}

export async function addOpenRound(country: Country, terms: Partial<RoundTerms> = {}): Promise<string> {
  const roundId = await addRound(country, terms);
  await country.people.administrator.get("openRound", { params: { roundId } });
  return roundId;
}
