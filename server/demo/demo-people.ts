/** The people of the demonstration, who do everything through the service's own contract. */
import { makeClient, type Client, type Fetch } from "../../shared/api/client.ts";
import type { API, RouteId } from "../../shared/api.ts";
import type { Answer } from "../../shared/api/route.ts";
import type { Role } from "../../shared/api/organisations.ts";

/** Known to everybody: the demonstration listens only on the machine itself. */
export const DEMO_PASSWORD = "xem thử Phụ Lục 2026";

export type Given = Parameters<Client["call"]>[1];
export type Ask = <Id extends RouteId>(id: Id, given: Given) => Promise<Answer<(typeof API)[Id]>>;

function asking(url: string, token: () => string | null): Ask {
  const client = makeClient(url, fetch as unknown as Fetch, token);
  return async (id, given) => {
    const result = await client.call(id, given as never);
    if (!result.ok)
      throw new Error(`${id}: ${result.problem.vi} ${JSON.stringify(result.problem.details ?? "").slice(0, 600)}`);
    return result.value as never;
  };
}

/** Signs in with a first password and sets the one everybody knows. */
export async function enter(url: string, { email, password }: { email: string; password: string }): Promise<Ask> {
  const signIn = async (word: string): Promise<string> =>
    (await asking(url, () => null)("signIn", { body: { email, password: word } } as Given)).accessToken;
  const first = await signIn(password);
  await asking(url, () => first)("changePassword", { body: { current: password, next: DEMO_PASSWORD } } as Given);
  const token = await signIn(DEMO_PASSWORD);
  return asking(url, () => token);
}

export interface NewPerson {
  readonly organisationId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
}

export async function addPerson(
  url: string,
  administrator: Ask,
  { organisationId, ...person }: NewPerson,
): Promise<Ask> {
  const { firstPassword } = await administrator("addPerson", { params: { organisationId }, body: person } as Given);
  return enter(url, { email: person.email, password: firstPassword });
}
