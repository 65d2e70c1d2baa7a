import { HostError } from "../host-error.ts";
import { keyed, type HostObject } from "../host-object.ts";
import type { SimulatedHost } from "../host.ts";
import { rangeAreasObject } from "./range-areas.ts";
import { rangeObject } from "./range.ts";
import { worksheetObject } from "./worksheet.ts";

export function workbookObject(host: SimulatedHost): HostObject {
  const { book } = host;
  return {
    type: "Workbook",
    get: {
      Name: () => book.name,
      IsDirty: () => book.isDirty,
      AutoSave: () => book.isAutoSaved,
      ReadOnly: () => false,
      PreviouslySaved: () => book.saves > 0,
    },
    set: {
      IsDirty: (value) => {
        book.isDirty = value === true;
      },
    },
    nav: {
      Application: () => applicationObject(host),
      Worksheets: () => worksheetsObject(host),
      Settings: () => settingsObject(host),
      Properties: () => ({ type: "DocumentProperties", nav: { Custom: () => customPropertiesObject(host) } }),
    },
    methods: {
      Save: () => {
        host.save();
      },
      GetSelectedRange: () => selectedRange(host),
      GetSelectedRanges: () => selectedRanges(host),
      GetActiveCell: () => selectedRange(host),
      InsertWorksheetsFromBase64: (base64) => host.insertSheets(String(base64)),
    },
  };
}

function selectedRange(host: SimulatedHost): HostObject | null {
  const { active, selection } = host.book;
  const sheet = selection?.sheet ?? active;
  return sheet && rangeObject(host, sheet, selection?.areas[0] ?? { top: 1, left: 0, bottom: 1, right: 0 });
}

function selectedRanges(host: SimulatedHost): HostObject | null {
  const { active, selection } = host.book;
  if (host.hasShapeSelected) throw new HostError("InvalidSelection", "no cells are selected");
  const sheet = selection?.sheet ?? active;
  return sheet && rangeAreasObject(host, sheet, selection?.areas ?? [{ top: 1, left: 0, bottom: 1, right: 0 }]);
}

const applicationObject = (host: SimulatedHost): HostObject => ({
  type: "Application",
  get: { CalculationMode: () => "Automatic" },
  methods: {
    SuspendScreenUpdatingUntilNextSync: () => null,
    SuspendApiCalculationUntilNextSync: () => null,
    CreateWorkbook: (base64) => ({
      type: "WorkbookCreated",
      id: "1",
      methods: {
        Open: () => {
          host.opened.push(String(base64));
        },
      },
    }),
  },
});

function worksheetsObject(host: SimulatedHost): HostObject {
  const { book } = host;
  const find = (key: unknown): HostObject | null => {
    const sheet = book.find(String(key));
    return sheet && worksheetObject(host, sheet);
  };
  const items = (): readonly HostObject[] => book.sheets.map((sheet) => worksheetObject(host, sheet));
  return {
    type: "WorksheetCollection",
    items,
    indexer: (key) => worksheetObject(host, host.sheet(key)),
    methods: {
      GetItemOrNullObject: find,
      GetActiveWorksheet: () => book.active && worksheetObject(host, book.active),
      GetCount: () => book.sheets.length,
      Add: (name) => worksheetObject(host, host.addSheet(String(name))),
    },
  };
}

function settingsObject({ book }: SimulatedHost): HostObject {
  const put = (key: string, value: unknown): void => {
    book.settings.set(key, value);
    book.isDirty = true;
  };
  const setting = (key: string): HostObject => ({
    type: "Setting",
    id: key,
    get: { Key: () => key, Value: () => book.settings.get(key) },
    set: {
      Value: (value) => {
        put(key, value);
      },
    },
    methods: {
      Delete: () => {
        book.settings.delete(key);
        book.isDirty = true;
      },
    },
  });
  const items = (): readonly HostObject[] => [...book.settings.keys()].map(setting);
  const settings = keyed("SettingCollection", items, (key) =>
    book.settings.has(String(key)) ? setting(String(key)) : null,
  );
  const add = (key: unknown, value: unknown): HostObject => {
    put(String(key), value);
    return setting(String(key));
  };
  return { ...settings, methods: { ...settings.methods, Add: add } };
}

const MOST_CHARACTERS = 255;

function customPropertiesObject({ book, desk }: SimulatedHost): HostObject {
  const put = (key: string, value: unknown): void => {
    if (desk.refusesProperties) throw new HostError("AccessDenied", "the workbook takes no properties");
    if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean")
      throw new HostError("InvalidArgument", "no value of a property");
    // Excel cuts what is longer without a word.
    book.properties.set(key, typeof value === "string" ? value.slice(0, MOST_CHARACTERS) : value);
    book.isDirty = true;
  };
  const property = (key: string): HostObject => ({
    type: "CustomProperty",
    id: key,
    get: { Key: () => key, Value: () => book.properties.get(key), Type: () => "String" },
    set: { Value: (value) => put(key, value) },
    methods: {
      Delete: () => {
        book.properties.delete(key);
        book.isDirty = true;
      },
    },
  });
  const items = (): readonly HostObject[] => [...book.properties.keys()].map(property);
  const properties = keyed("CustomPropertyCollection", items, (key) =>
    book.properties.has(String(key)) ? property(String(key)) : null,
  );
  const add = (key: unknown, value: unknown): HostObject => {
    put(String(key), value);
    return property(String(key));
  };
  return { ...properties, methods: { ...properties.methods, Add: add } };
}
