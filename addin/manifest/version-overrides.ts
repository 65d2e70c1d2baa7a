/** The part of the manifest that only newer hosts read: the shared runtime and the ribbon. */
import { PATHS } from "./facts.ts";
import { resources } from "./resources.ts";
import { GROUPS, ICON_SIZES, TAB, type Button, type Group, type IconName } from "./ribbon.ts";
import { element, parent, text, type Element } from "./xml.ts";

const NAMESPACE = "http://schemas.microsoft.com/office/taskpaneappversionoverrides";

/** Named in three places: the runtime is shared only where all three name the same resource. */
const PANE = "pane.url";
const HELP = "help.url";

/**
 * The shared runtime is required here and not of the whole add-in: a host without it (Excel on an iPad) then shows the plain pane
 * instead of nothing.
 */
export const versionOverrides = (base: string): Element =>
  element("VersionOverrides", { xmlns: NAMESPACE, "xsi:type": "VersionOverridesV1_0" }, [
    parent("Requirements", parent("bt:Sets", element("bt:Set", { Name: "SharedRuntime", MinVersion: "1.1" }))),
    parent("Hosts", element("Host", { "xsi:type": "Workbook" }, [sharedRuntime(), desktop()])),
    resources(base, { [PANE]: PATHS.pane, [HELP]: PATHS.help }),
  ]);

const sharedRuntime = (): Element => parent("Runtimes", element("Runtime", { resid: PANE, lifetime: "long" }));

const desktop = (): Element =>
  parent(
    "DesktopFormFactor",
    parent(
      "GetStarted",
      refer("Title", "welcome.label"),
      refer("Description", "welcome.tip"),
      refer("LearnMoreUrl", HELP),
    ),
    refer("FunctionFile", PANE),
    element("ExtensionPoint", { "xsi:type": "PrimaryCommandSurface" }, [
      element("CustomTab", { id: name(TAB.id) }, [...GROUPS.map(group), refer("Label", `${TAB.id}.label`)]),
    ]),
  );

const group = ({ id, icon, buttons }: Group): Element =>
  element("Group", { id: name(id) }, [refer("Label", `${id}.group`), iconOf(icon), ...buttons.map(button)]);

const button = ({ id, icon, does }: Button): Element =>
  element("Control", { "xsi:type": "Button", id: name(`${id}.button`) }, [
    refer("Label", `${id}.label`),
    parent("Supertip", refer("Title", `${id}.label`), refer("Description", `${id}.tip`)),
    iconOf(icon),
    does === "pane"
      ? element("Action", { "xsi:type": "ShowTaskpane" }, [refer("SourceLocation", PANE)])
      : element("Action", { "xsi:type": "ExecuteFunction" }, [text("FunctionName", does)]),
  ]);

const iconOf = (icon: IconName): Element =>
  parent(
    "Icon",
    ...ICON_SIZES.map((size) => element("bt:Image", { size: String(size), resid: `icon.${icon}.${String(size)}` })),
  );

const refer = (role: string, resid: string): Element => element(role, { resid });

/** Unique among all add-ins of a workbook. */
const name = (id: string): string => `PhuLuc.${id}`;
