/** The service's address: where it listens, and how others reach that. */
import { networkInterfaces } from "node:os";

export const addressOf = (host: string, port: number, scheme: "http" | "https" = "http"): string =>
  `${scheme}://${host.includes(":") ? `[${host}]` : host}:${String(port)}`;

/** Every address of the machine is listened on: none of them is called so. */
export const isEveryHost = (host: string): boolean => /^(0\.0\.0\.0|::|0|\[::\])$/.test(host);

/** Others on the network reach it by this; on a machine without a network, only itself. */
export function reachableHost(host: string): string {
  if (!isEveryHost(host)) return host;
  const outer = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .find(({ internal, family }) => !internal && family === "IPv4");
  return outer?.address ?? "127.0.0.1";
}
