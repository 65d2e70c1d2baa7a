/** Which code shows which page; each is loaded when it is first gone to. */
import type { OpenPage, OpenPublicPage } from "./page.ts";
import type { PageName } from "./places.ts";

type Loaders = {
  readonly [Name in PageName]:
    | { readonly isPublic: false; readonly load: () => Promise<OpenPage<Name>> }
    | { readonly isPublic: true; readonly load: () => Promise<OpenPublicPage<Name>> };
};

export const PAGES: Loaders = {
  rounds: { isPublic: false, load: async () => (await import("./rounds/rounds-page.ts")).openRoundsPage },
  round: { isPublic: false, load: async () => (await import("./round/round-page.ts")).openRoundPage },
  submission: {
    isPublic: false,
    load: async () => (await import("./submission/submission-page.ts")).openSubmissionPage,
  },
  upload: { isPublic: false, load: async () => (await import("./upload/upload-page.ts")).openUploadPage },
  admin: { isPublic: false, load: async () => (await import("./admin/admin-page.ts")).openAdminPage },
  rules: { isPublic: true, load: async () => (await import("./rules/rules-page.ts")).openRulesPage },
  account: { isPublic: false, load: async () => (await import("./account/account-page.ts")).openAccountPage },
};
