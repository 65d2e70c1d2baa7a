/** The certificate of https://localhost, made and trusted by Microsoft's office-addin-dev-certs; it lies where that puts it. */
import { X509Certificate } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { deleteCertificateFiles, generateCertificates, getHttpsServerOptions } from "office-addin-dev-certs";
import {
  caCertificatePath,
  certificateDirectory,
  localhostCertificatePath,
  localhostKeyPath,
} from "office-addin-dev-certs/lib/defaults.js";
import type { Certificate } from "../serve.ts";

export interface LocalCertificate extends Certificate {
  /** Of the authority that signed it: what is to be trusted. */
  readonly caPath: string;
  /** This machine's programs believe it. */
  readonly isTrusted: boolean;
}

/** Where the package can have the certificate trusted without asking for root's password, which would wait for ever. */
const ASKS_ITSELF: readonly string[] = ["win32", "darwin"];

/**
 * The one from last time while it is good for another day. Where it can't be trusted by itself it serves all the same.
 * @throws when it can't be written
 */
export async function makeCertificate(platform: string = process.platform): Promise<LocalCertificate> {
  const isTrusted = ASKS_ITSELF.includes(platform) && (await trust());
  if (!isTrusted && !isGood()) {
    deleteCertificateFiles(certificateDirectory);
    await generateCertificates();
  }
  return {
    key: readFileSync(localhostKeyPath),
    cert: readFileSync(localhostCertificatePath),
    caPath: caCertificatePath,
    isTrusted,
  };
}

/** Windows and macOS ask the person at the machine, who may say no. */
async function trust(): Promise<boolean> {
  try {
    await getHttpsServerOptions();
    return true;
  } catch {
    return false;
  }
}

const DAY_MS = 86_400_000;

function isGood(): boolean {
  const paths = [caCertificatePath, localhostCertificatePath];
  if (![...paths, localhostKeyPath].every((path) => existsSync(path))) return false;
  return paths.every((path) => endOf(path) > Date.now() + DAY_MS);
}

/** 0 for what is no certificate. */
function endOf(path: string): number {
  try {
    return Date.parse(new X509Certificate(readFileSync(path)).validTo);
  } catch {
    return 0;
  }
}
