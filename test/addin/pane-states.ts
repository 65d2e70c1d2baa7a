/** Every state of the pane one after another, for whoever looks at them: the check of accessibility, and the pictures of the guide. */
import type { OpenRound } from "../server/rounds.ts";
import { openRound } from "../server/rounds.ts";
import { addPerson, type Person, type ServiceProcess } from "../server/service.ts";
import type { Walk } from "./walk.ts";

export const PROVINCE = "tinh-cu-vinh-long";

/** What the published plan of Vĩnh Long gets wrong may go along here. */
export const AS_WARNINGS = Object.fromEntries(
  [
    "unsourced-amount",
    "section-sum-mismatch",
    "grand-total-mismatch",
    "source-sum-mismatch",
    "plan-total-mismatch",
  ].map((rule) => [rule, "warning" as const]),
);

const DAYS_LEFT = 9;

export interface Desk extends OpenRound {
  readonly officer: Person;
}

/** A round that asks Vĩnh Long for its plan, and an officer there. */
export async function openDesk(service: ServiceProcess): Promise<Desk> {
  const deadline = new Date(Date.now() + DAYS_LEFT * 86_400_000).toISOString();
  const round = await openRound(service, { expectedIds: [PROVINCE], severityOverrides: AS_WARNINGS, deadline });
  const { administrator } = round;
  const officer = await addPerson(administrator, { url: service.url, organisationId: PROVINCE, role: "submitter" });
  return { ...round, officer };
}

export async function signIn({ pane, sees }: Walk, { email, password }: Person): Promise<void> {
  await pane.getByRole("tab", { name: "Nộp" }).click();
  await pane.getByLabel("Địa chỉ thư điện tử").fill(email);
  await pane.getByLabel("Mật khẩu", { exact: true }).fill(password);
  await pane.getByRole("button", { name: "Đăng nhập", exact: true }).click();
  await sees(/Hạn nộp/);
}

export interface PaneState {
  readonly name: string;
  readonly show: (walk: Walk, desk: Desk) => Promise<void>;
}

/** Two line items, the first amount typed as a text, their total a formula. */
export const TABLE: readonly (readonly (string | number)[])[] = [
  ["DANH MỤC NHIỆM VỤ NĂM 2026", "", ""],
  ["", "", "Đơn vị: triệu đồng"],
  ["TT", "Tên nhiệm vụ", "Kinh phí"],
  [1, "Nâng cấp mạng nội bộ của Ủy ban nhân dân tỉnh", "'300"],
  [2, "Trục liên thông văn bản", 180],
  ["", "Tổng cộng", "=C4+C5"],
];

const press = async ({ pane }: Walk, name: string | RegExp): Promise<void> => {
  await pane.getByRole("button", { name }).first().click();
};

/** On the sample of Vĩnh Long, in this order. */
export const STATES: readonly PaneState[] = [
  { name: "findings", show: () => Promise.resolve() },
  {
    name: "error",
    show: async ({ pane }) => {
      await pane.getByRole("option", { name: /F32/ }).click();
      await pane.getByRole("button", { name: "Vì sao?" }).waitFor();
    },
  },
  {
    name: "why",
    show: async (walk) => {
      await press(walk, "Vì sao?");
      await walk.sees(/Ví dụ/);
    },
  },
  {
    name: "explanation",
    show: async (walk) => {
      await walk.pane.getByRole("option", { name: /D29/ }).click();
      await press(walk, "Giải trình");
      await walk.pane.getByRole("textbox", { name: /Giải trình/ }).fill("Thời gian theo quyết định đã duyệt.");
    },
  },
  {
    name: "explained",
    show: async (walk) => {
      await press(walk, "Ghi giải trình");
      await walk.sees(/đã giải trình/);
    },
  },
  {
    name: "fix",
    show: async ({ pane }) => {
      await pane.getByRole("option", { name: /A32/ }).click();
      await pane.getByRole("button", { name: "Sửa", exact: true }).waitFor();
    },
  },
  {
    name: "mend-all",
    show: async (walk) => {
      await press(walk, /Sửa tất cả lỗi an toàn/);
      await walk.pane.getByRole("dialog").waitFor();
    },
  },
  {
    name: "mended",
    show: async (walk) => {
      await press(walk, /^Sửa \d+ mục/);
      await walk.sees(/Hoàn tác/);
    },
  },
  {
    name: "sums",
    show: async (walk) => {
      await press(walk, /^Số tổng/);
      await walk.pane.getByRole("table").first().waitFor();
    },
  },
  {
    name: "loss",
    show: async (walk) => {
      await press(walk, /^Số tổng/);
      await walk.types("Phụ lục!F7", "=SUM(F8:F10)");
      await walk.pane.locator(".when", { hasText: /khi có thay đổi/ }).waitFor();
      await walk.pastes("Phụ lục!F7:F8", [[1150], [350]]);
      await walk.sees(/Lần dán vừa rồi/);
    },
  },
  {
    name: "more",
    show: async ({ pane }) => {
      await pane.getByRole("button", { name: "Bỏ qua" }).click();
      await pane.getByRole("tab", { name: "Khác" }).click();
    },
  },
  {
    name: "signed-out",
    show: async ({ pane }) => {
      await pane.getByRole("tab", { name: "Nộp" }).click();
      await pane.getByLabel("Địa chỉ thư điện tử").waitFor();
    },
  },
  { name: "round", show: (walk, { officer }) => signIn(walk, officer) },
  {
    name: "review",
    show: async (walk) => {
      await press(walk, /Xem lại và nộp bản 1/);
      await walk.pane.getByRole("button", { name: "Nộp bản 1", exact: true }).waitFor();
    },
  },
  {
    name: "receipt",
    show: async (walk) => {
      await press(walk, /^Nộp bản 1$/);
      await walk.sees(/Đã nhận bản 1/);
    },
  },
  {
    name: "returned",
    show: async (walk, { reviewer, roundId }) => {
      await reviewer.get("returnSubmission", {
        params: { roundId, organisationId: PROVINCE },
        body: {
          version: 1,
          why: "Xin bổ sung nguồn vốn của các dự án thuộc mục II và III.",
          comments: [{ sheet: "Phụ lục", cell: "F17", text: "Nguồn vốn của dự án này?" }],
        },
      });
      await press(walk, "Cập nhật");
      await walk.sees(/Xin bổ sung nguồn vốn/);
    },
  },
  {
    name: "changes",
    show: async (walk) => {
      await walk.types("Phụ lục!E13", 1200);
      await press(walk, /Xem lại và nộp bản 2/);
      await walk.sees(/Thay đổi so với bản 1/);
      await walk.pane.getByRole("button", { name: "Nộp bản 2", exact: true }).waitFor();
    },
  },
  {
    name: "comment",
    show: async ({ pane }) => {
      await pane.getByRole("tab", { name: "Kiểm tra" }).click();
      await pane.getByRole("option", { name: /Ý kiến/ }).click();
      await pane.getByRole("button", { name: "Đã xử lý" }).waitFor();
    },
  },
];
