/** A real OpenID Connect provider on a port of its own, with people to sign in as, and a browser to do it with. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

export interface Account {
  /** What is typed into the provider's form; the subject. */
  readonly login: string;
  /** Left out: the provider knows none. */
  readonly email?: string;
  /** Left out: the provider says nothing about it. */
  readonly isVerified?: boolean;
}

/** The package brings no types. */
type ProviderClass = new (
  issuer: string,
  configuration: object,
) => { callback(): (request: unknown, response: unknown) => void };

export interface RealProvider {
  readonly issuer: string;
  readonly env: Readonly<Record<string, string>>;
  readonly stop: () => Promise<void>;
}

const CLIENT = { id: "phuluc", secret: "bí-mật-của-khách".normalize("NFD").replace(/[^\w-]/g, "") };

/** @param port 0 for any; @param callback the service's address for the way back */
export async function startProvider(
  accounts: readonly Account[],
  { port, callback }: { port: number; callback: string },
): Promise<RealProvider> {
  const name = "oidc-provider" as string;
  const { default: Provider } = (await import(name)) as { default: ProviderClass };
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const issuer = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: [callback],
        grant_types: ["authorization_code"],
        response_types: ["code"],
      },
    ],
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    pkce: { required: () => true },
    cookies: { keys: ["chỉ để thử"] },
    features: { devInteractions: { enabled: true } },
    findAccount: (_: unknown, login: string) => {
      const account = accounts.find((one) => one.login === login);
      if (!account) return undefined;
      const address = account.email === undefined ? {} : { email: account.email };
      const verified = account.isVerified === undefined ? {} : { email_verified: account.isVerified };
      return { accountId: login, claims: () => ({ sub: login, ...address, ...verified }) };
    },
  });
  server.on("request", provider.callback());
  return {
    issuer,
    env: {
      OIDC_ISSUER: issuer,
      OIDC_CLIENT_ID: CLIENT.id,
      OIDC_CLIENT_SECRET: CLIENT.secret,
      OIDC_NAME: "Tài khoản công vụ",
      OIDC_ALLOW_HTTP: "1",
    },
    stop: () => close(server),
  };
}

const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

const MOST_STEPS = 15;

/**
 * Goes where the provider sends a browser, fills in its forms, keeps its cookies.
 * @returns the address at which the provider sends the browser back to `home`
 */
export async function walkLogin(start: string, { login, home }: { login: string; home: string }): Promise<string> {
  const cookies = new Map<string, string>();
  let address = start;
  let form: URLSearchParams | null = null;
  for (let step = 0; step < MOST_STEPS; step++) {
    if (address.startsWith(home)) return address;
    const response: Response = await fetch(address, {
      method: form ? "POST" : "GET",
      headers: { Cookie: [...cookies].map(([key, value]) => `${key}=${value}`).join("; ") },
      redirect: "manual",
      ...(form ? { body: form } : {}),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, key = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(key, value);
    }
    const location = response.headers.get("location");
    if (location !== null) {
      address = new URL(location, address).href;
      form = null;
      continue;
    }
    const page = await response.text();
    const action = /<form[^>]*action="([^"]+)"/.exec(page)?.[1];
    if (action === undefined)
      throw new Error(`the provider answered ${String(response.status)}: ${page.slice(0, 500)}`);
    address = new URL(action, address).href;
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1] ?? "login";
    form = new URLSearchParams(prompt === "login" ? { prompt, login, password: "x" } : { prompt });
  }
  throw new Error(`the provider did not come to an end: ${address}`);
}
