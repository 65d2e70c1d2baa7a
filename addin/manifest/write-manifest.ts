/**
 * The add-in's manifest for a site. The order of elements is Microsoft's schema's (MS-OWEMXML): Excel silently drops an
 * add-in whose elements stand in another order.
 */
import type { Bilingual } from "../../shared/rule.ts";
import { CORE_VERSION } from "../../shared/version.ts";
import { ADD_IN_ID, DESCRIPTION, EXCEL_API, NAME, PATHS, PROVIDER } from "./facts.ts";
import { versionOverrides } from "./version-overrides.ts";
import { element, parent, printDocument, text, type Element } from "./xml.ts";

export interface ManifestSite {
  /** The site's address without a slash at its end, `https://phuluc.example.gov.vn`. */
  readonly base: string;
  /** Without ribbon and shared runtime: SharePoint catalogs know neither. */
  readonly isPlain: boolean;
}

const NAMESPACES = {
  xmlns: "http://schemas.microsoft.com/office/appforoffice/1.1",
  "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
  "xmlns:bt": "http://schemas.microsoft.com/office/officeappbasictypes/1.0",
};

export function writeManifest({ base, isPlain }: ManifestSite): string {
  const root = element("OfficeApp", { ...NAMESPACES, "xsi:type": "TaskPaneApp" }, [
    text("Id", ADD_IN_ID),
    text("Version", `${CORE_VERSION}.0`),
    text("ProviderName", PROVIDER),
    text("DefaultLocale", "vi-VN"),
    localized("DisplayName", NAME),
    localized("Description", DESCRIPTION),
    address("IconUrl", `${base}${PATHS.icons}/check-32.png`),
    address("HighResolutionIconUrl", `${base}${PATHS.icons}/check-64.png`),
    address("SupportUrl", `${base}${PATHS.help}`),
    parent("Hosts", element("Host", { Name: "Workbook" })),
    parent("Requirements", parent("Sets", element("Set", { Name: "ExcelApi", MinVersion: EXCEL_API }))),
    parent("DefaultSettings", address("SourceLocation", `${base}${PATHS.pane}`)),
    text("Permissions", "ReadWriteDocument"),
    ...(isPlain ? [] : [versionOverrides(base)]),
  ]);
  return printDocument(root);
}

const address = (name: string, url: string): Element => element(name, { DefaultValue: url });

const localized = (name: string, { vi, en }: Bilingual): Element =>
  element(name, { DefaultValue: vi }, [element("Override", { Locale: "en-US", Value: en })]);
