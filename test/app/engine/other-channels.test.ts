import { describe, expect, it } from "vitest";
import type { Outgoing, SendResult } from "../../../src/core/channel.ts";
import { isLane } from "../../../src/core/delivery.ts";
import type { Recipient } from "../../../src/core/escalation.ts";
import { minute, second } from "./bench.ts";
import { offline, post } from "./post.ts";
import { chat, owner, rules, shop } from "./shop.ts";

const mail: Recipient = { to: "target", target: { channel: "email", chat: 0, thread: null, address: "a@example.com" } };
const unauthorized: SendResult = { result: "refused", reason: "unauthorized", detail: "401" };
describe("other channels", () => {
  const outside = (sent: string[], answer: () => SendResult) => (name: string) =>
    name === "email"
      ? {
          name,
          compose: ({ delivery }: { delivery: { address: string | null; payload: { view: string } } }) => [
            {
              send: async () => {
                sent.push(`${delivery.payload.view} → ${delivery.address}`);
                return answer();
              },
            },
          ],
        }
      : null;

  it("are told as well, each in its own lane", async () => {
    const sent: string[] = [];
    const made = await shop({
      rules: rules({ medium: [{ to: "home" }, mail] }),
      outside: outside(sent, () => ({ result: "sent", message: null })),
    });
    await made.run();
    expect([made.told(), sent]).toEqual([[`raised → ${owner}`], ["escalation → a@example.com"]]);
    const [, letter] = await made.store.deliveries.ofEscalation(1);
    expect(letter).toMatchObject({ channel: "email", address: "a@example.com", state: "sent", messageId: null });
    expect(isLane(letter?.chat ?? 0)).toBe(true);
  });

  it("that wait for the rest of a minute hear nothing of what has been answered meanwhile", async () => {
    const sent: string[][] = [];
    const email = {
      name: "email",
      compose: ({ delivery: { payload } }: Outgoing) => {
        const titles = payload.view === "escalationDigest" ? payload.lines.map(({ title }) => title) : [payload.view];
        const send = async (): Promise<SendResult> => {
          sent.push(titles);
          return { result: "sent", message: null };
        };
        return [{ send }];
      },
    };
    const made = await shop({ rules: rules({ medium: [mail] }), outside: (name) => (name === "email" ? email : null) });
    const more = [];
    for (const title of ["mill", "barn", "silo", "yard", "gate"])
      more.push(await made.add({ title, kind: "lamp", policies: made.action.policies }));
    await made.run(...more);
    for (const { id, title, revision } of await made.store.escalations.open()) {
      if (title === "barn") continue;
      const patch = { state: "acked", ackedAt: made.clock.now(), revision: revision + 1 } as const;
      await made.store.commit([{ do: "setEscalation", id, expectRevision: revision, patch }]);
    }
    await made.travel(made.clock.now() + 2 * minute);
    expect(sent).toEqual([["barn"]]);
  });

  it.each([
    ["cannot be reached", offline],
    ["refuses the token", unauthorized],
  ])("do not wait for Telegram while it %s", async (_, answer) => {
    const sent: string[] = [];
    const made = await shop({
      rules: rules({ medium: [{ to: "home" }, mail] }),
      outside: outside(sent, () => ({ result: "sent", message: null })),
    });
    made.channel.answer = () => answer;
    for (let to = 1; to <= 5; to++) await post(made, { chat: to });
    await made.engine.idle();
    await made.run();
    expect(sent).toEqual(["escalation → a@example.com"]);
    expect(made.engine.refused()).toBe(answer === unauthorized);
  });

  it("that refuse for good give way to the next severity's route at once", async () => {
    const refused: SendResult = { result: "refused", reason: "rejected", detail: "no such mailbox" };
    const made = await shop({
      rules: rules({ medium: [mail], high: [chat(owner)] }),
      outside: outside([], () => refused),
    });
    await made.run();
    await made.travel(made.clock.now() + second);
    expect(made.told()).toEqual([`raised → ${owner}`]);
  });

  it("that are not configured any more give way too", async () => {
    const made = await shop({ rules: rules({ medium: [mail], high: [chat(owner)] }) });
    await made.run();
    expect(made.told()).toEqual([`raised → ${owner}`]);
  });
});
