/**
 * What may stand in what, in which order, after Microsoft's schema (MS-OWEMXML) as far as an Excel task pane uses it.
 * `?` may be missing, `+` one or more, `*` any number.
 */
import type { XmlElement } from "./xml-tree.ts";

const MODELS: Readonly<Record<string, string>> = {
  OfficeApp:
    "Id AlternateId? Version ProviderName DefaultLocale DisplayName Description IconUrl HighResolutionIconUrl SupportUrl " +
    "AppDomains? Hosts Requirements? DefaultSettings Permissions ov:VersionOverrides? ExtendedOverrides?",
  DisplayName: "Override*",
  Description: "Override*",
  IconUrl: "Override*",
  HighResolutionIconUrl: "Override*",
  SupportUrl: "Override*",
  SourceLocation: "Override*",
  AppDomains: "AppDomain+",
  Hosts: "Host+",
  Requirements: "Sets? Methods?",
  Sets: "Set+",
  DefaultSettings: "SourceLocation",
  "ov:VersionOverrides":
    "ov:Description? ov:Requirements? ov:Hosts ov:Resources ov:WebApplicationInfo? ov:EquivalentAddins?",
  "ov:Requirements": "bt:Sets? bt:Methods?",
  "bt:Sets": "bt:Set+",
  "ov:Hosts": "ov:Host+",
  "ov:Host": "ov:Runtimes? ov:AllFormFactors? ov:DesktopFormFactor",
  "ov:Runtimes": "ov:Runtime",
  "ov:DesktopFormFactor": "ov:GetStarted? ov:FunctionFile? ov:ExtensionPoint+",
  "ov:GetStarted": "ov:Title ov:Description ov:LearnMoreUrl",
  "ov:ExtensionPoint": "ov:CustomTab",
  "ov:CustomTab": "ov:Group+ ov:Label",
  "ov:Group": "ov:OverriddenByRibbonApi? ov:Label ov:Icon ov:Control+",
  "ov:Icon": "bt:Image+",
  "ov:Control": "ov:OverriddenByRibbonApi? ov:Label ov:Supertip ov:Icon ov:Action ov:Enabled?",
  "ov:Supertip": "ov:Title ov:Description",
  "ov:Action": "ov:TaskpaneId? ov:SourceLocation? ov:Title? ov:FunctionName?",
  "ov:Resources": "bt:Images? bt:Urls? bt:ShortStrings? bt:LongStrings?",
  "bt:Images": "bt:Image+",
  "bt:Urls": "bt:Url+",
  "bt:ShortStrings": "bt:String+",
  "bt:LongStrings": "bt:String+",
  "bt:Image": "bt:Override*",
  "bt:Url": "bt:Override*",
  "bt:String": "bt:Override*",
};

const matcher = (model: string): RegExp =>
  new RegExp(`^${model.replace(/([\w:]+)([?+*]?) ?/g, (_, name: string, many: string) => `(?:${name};)${many}`)}$`);

const MATCHERS = new Map(Object.entries(MODELS).map(([name, model]) => [name, matcher(model)]));

export function findOrderFaults(elements: readonly XmlElement[]): string[] {
  return elements.flatMap(({ name, children }) => {
    const inside = children.map((child) => `${child.name};`).join("");
    return (MATCHERS.get(name) ?? /^$/).test(inside) ? [] : [`order: ${name} holds ${inside}`];
  });
}
