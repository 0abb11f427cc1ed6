import { describe, expect, it } from "vitest";
import { Conflict } from "../../src/core/errors.ts";
import type { Hook } from "../../src/core/hook.ts";
import { chat, type Open, start } from "./store-rows.ts";

const hook: Hook = { action: 7, token: "a-token", createdAt: start, last: null };

export function hooksAndApprovals(open: Open): void {
  describe("hooks", () => {
    it("are found by token and by action, one for each action, and remember their last call", async () => {
      const { store, reopen } = await open();
      await store.commit([{ do: "addHook", row: hook }]);
      expect(await store.hooks.byToken("a-token")).toEqual(hook);
      expect(await store.hooks.byToken("A-TOKEN")).toBeNull();
      expect(await store.hooks.ofAction(8)).toBeNull();
      const again = store.commit([{ do: "addHook", row: { ...hook, token: "another" } }]);
      await expect(again).rejects.toBeInstanceOf(Conflict);
      await store.commit([{ do: "callHook", action: 7, call: { at: start + 1, exit: 3, log: "no space" } }]);
      await store.commit([{ do: "callHook", action: 7, call: { at: start + 2, exit: null, log: null } }]);
      const last = { at: start + 2, exit: null, log: null };
      expect(await (await reopen()).hooks.ofAction(7)).toEqual({ ...hook, last });
    });

    it("are not called where there are none", async () => {
      const { store } = await open();
      const call = store.commit([{ do: "callHook", action: 1, call: { at: start, exit: 0, log: null } }]);
      await expect(call).rejects.toBeInstanceOf(Conflict);
    });
  });

  describe("approvals", () => {
    it("are withdrawn, those of others not", async () => {
      const { store } = await open();
      const row = { action: 7, key: "one", by: 1, at: start };
      await store.commit([
        { do: "approve", row },
        { do: "approve", row: { ...row, action: 8 } },
      ]);
      await store.commit([{ do: "withdraw", action: 7 }]);
      expect(await store.approvals.of(7)).toBeNull();
      expect(await store.approvals.of(8)).toMatchObject({ key: "one" });
    });

    it("hold for one action until another takes their place", async () => {
      const { store, reopen } = await open();
      const first = { action: 7, key: "one", by: chat, at: start };
      await store.commit([{ do: "approve", row: first }]);
      expect(await store.approvals.of(7)).toEqual(first);
      expect(await store.approvals.of(8)).toBeNull();
      await store.commit([{ do: "approve", row: { ...first, key: "two", at: start + 1 } }]);
      expect(await (await reopen()).approvals.of(7)).toEqual({ ...first, key: "two", at: start + 1 });
    });
  });
}
