import assert from "node:assert/strict";
import { SUBMISSION_ACTIONS } from "../shared/api/rounds.ts";
import { SUBMISSION_STATES, type SubmissionState } from "../shared/submission-states.ts";
import { ACTION_NAMES, nextState, wrongState } from "../server/actions/states.ts";
import { STATE_NAMES } from "../shared/names.ts";

/** Every state × every action, in the order of SUBMISSION_ACTIONS; "" for what can't be done. */
const TABLE: Readonly<Record<SubmissionState, readonly (SubmissionState | "")[]>> = {
  //          save-draft   submit       prepare     sign-off     withdraw return      accept      request-unlock unlock
  missing: /*   */ ["draft", "submitted", "prepared", "", "", "", "", "", ""],
  draft: /*     */ ["draft", "submitted", "prepared", "", "", "", "", "", ""],
  prepared: /*  */ ["prepared", "submitted", "prepared", "submitted", "draft", "", "", "", ""],
  submitted: /* */ ["submitted", "submitted", "prepared", "", "", "returned", "accepted", "submitted", "submitted"],
  returned: /*  */ ["returned", "submitted", "prepared", "", "", "", "", "", ""],
  accepted: /*  */ ["accepted", "submitted", "prepared", "", "", "", "accepted", "accepted", "accepted"],
};

describe("the states of a submission", () => {
  for (const state of SUBMISSION_STATES) {
    SUBMISSION_ACTIONS.forEach((action, index) => {
      const expected = TABLE[state][index] ?? "";
      it(`${state} × ${action} → ${expected === "" ? "refused" : expected}`, () => {
        assert.equal(nextState(state, action) ?? "", expected);
      });
    });
  }

  it("tells what could not be done in both languages", () => {
    const problem = wrongState(ACTION_NAMES.accept, STATE_NAMES.draft);
    assert.equal(problem.code, "wrong-state");
    assert.deepEqual(problem.facts, {
      action: "chấp nhận",
      actionEn: "accept it",
      state: "bản nháp",
      stateEn: "draft",
    });
  });

  it("names every state and action, each by a name of its own", () => {
    for (const names of [STATE_NAMES, ACTION_NAMES])
      for (const language of ["vi", "en"] as const) {
        const said = Object.values(names).map((name) => name[language]);
        assert.equal(new Set(said).size, said.length);
        assert.ok(said.every((name) => name.length > 1));
      }
  });

  it("from every state a reviewed version can be reached", () => {
    const reached = (from: SubmissionState): ReadonlySet<SubmissionState> => {
      const found = new Set([from]);
      for (const state of found)
        for (const action of SUBMISSION_ACTIONS) {
          const next = nextState(state, action);
          if (next !== null) found.add(next);
        }
      return found;
    };
    for (const state of SUBMISSION_STATES) assert.ok(reached(state).has("accepted"), state);
  });
});
