import { defineRule } from "../rule.ts";

/** Not a fault of the officer's: see `guard` in check.ts. */
export const crashedRule = defineRule({
  id: "crashed-rule",
  severity: "error",
  status: "trusted",
  checks: { vi: "Mọi quy tắc đều chạy được", en: "Every rule could run" },
  source: { vi: "Yêu cầu của công cụ", en: "Phụ Lục's own promise" },
  fix: "explain",
  says: {
    standard: {
      vi: "Quy tắc “{ruleId}” gặp sự cố nên trang này chưa được kiểm tra đủ. Xin báo cho người quản trị và gửi kèm tệp.",
      en: "The rule “{ruleId}” failed, so this sheet was not fully checked. Please report it and send the file along.",
    },
  },
});
