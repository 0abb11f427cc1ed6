import { describe, expect, it } from "vitest";
import { flapStorm } from "../support/flap-storm.ts";

describe("two hundred checks that go to and fro every ten seconds", () => {
  it("send five messages a minute to their chat at most, and fall silent until it is steady", async () => {
    const checks = 200;
    const rounds = 12;
    const { looks, messages, worst, warnings } = await flapStorm(checks, rounds, 0);
    expect(looks).toBe(checks * rounds);
    expect(worst).toBeLessThanOrEqual(5);
    expect(messages.map(({ text }) => text)).toEqual([
      ...[0, 1, 2, 3].map((n) => expect.stringMatching(`^🔴 Check ${n} down`)),
      "Several at once:",
    ]);
    expect(warnings).toEqual([]);
  });
});
