/** Signing in and out, and changing one's password. Where something is wrong with what was typed, its field takes the focus. */
import { focusWhenDrawn } from "../kit/after-drawing.ts";
import type { SubmitScope } from "./scope.ts";
import { findPasswordFault } from "../kit/password-fault.ts";
import { ACCOUNT } from "../kit/account-words.ts";

/** The ids of the fields, by which what is typed is kept until it is sent. */
export const FIELDS = {
  email: "sign-in-email",
  password: "sign-in-password",
  current: "password-current",
  next: "password-next",
  again: "password-again",
} as const;

export async function signIn({ sync, view, own }: SubmitScope): Promise<void> {
  const email = view.draft(FIELDS.email).trim();
  const password = view.draft(FIELDS.password);
  if (email === "" || password === "") {
    focusWhenDrawn(email === "" ? FIELDS.email : FIELDS.password);
    return;
  }
  await sync.signIn(email, password);
  const isOut = sync.state.account.kind === "signed-out";
  own.change({ hasTried: isOut });
  if (isOut) {
    focusWhenDrawn(FIELDS.password);
    return;
  }
  view.type(FIELDS.password, null);
  own.goTo(own.state.step);
}

export async function signOut({ sync, own }: SubmitScope, everywhere: boolean): Promise<void> {
  own.goTo("home");
  await sync.signOut(everywhere);
  if (sync.state.account.kind === "signed-in") own.stay();
}

export async function changePassword({ sync, view, own }: SubmitScope): Promise<void> {
  const [current, next, again] = [FIELDS.current, FIELDS.next, FIELDS.again].map((id) => view.draft(id));
  const fault = findPasswordFault(current ?? "", next ?? "", again ?? "");
  own.change({ fault });
  if (fault) {
    focusWhenDrawn(fault === ACCOUNT.notTheSame ? FIELDS.again : FIELDS.next);
    return;
  }
  await sync.changePassword(current ?? "", next ?? "");
  if (sync.state.problem) {
    focusWhenDrawn(FIELDS.next);
    return;
  }
  for (const id of [FIELDS.current, FIELDS.next, FIELDS.again]) view.type(id, null);
  own.goTo("home", { note: ACCOUNT.changed });
}
