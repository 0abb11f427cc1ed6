import { expect, it } from "vitest";
import { refusalOf, telegramWithApi } from "./api.ts";

it("hands out updates again until a higher offset confirms them", async () => {
  const { telegram, api } = await telegramWithApi();
  telegram.ana.say("one");
  telegram.ana.say("two");
  const first = await api.getUpdates();
  const [, second] = first;
  expect(first.map((update) => update.message?.text)).toEqual(["one", "two"]);
  expect(await api.getUpdates()).toEqual(first);
  expect(await api.getUpdates({ offset: second?.update_id ?? 0 })).toEqual([second]);
  expect(await api.getUpdates()).toEqual([second]);
});

it("keeps only the newest updates when the offset is negative", async () => {
  const { telegram, api } = await telegramWithApi();
  for (const text of ["one", "two", "three"]) telegram.ana.say(text);
  const last = await api.getUpdates({ offset: -1 });
  expect(last.map((update) => update.message?.text)).toEqual(["three"]);
  expect(await api.getUpdates()).toEqual(last);
});

it("ends a waiting poll as soon as something arrives", async () => {
  const { telegram, api } = await telegramWithApi();
  const waiting = api.getUpdates({ timeout: 50 });
  telegram.boris.say("hello");
  expect((await waiting).map((update) => update.message?.from?.id)).toEqual([1002]);
});

it("ends the older of two polls with a conflict", async () => {
  const { telegram, api } = await telegramWithApi();
  const arrived = telegram.faults.script({ method: "getUpdates", reply: "hang" });
  const older = refusalOf(api.getUpdates({ timeout: 50 }));
  await arrived.hit;
  arrived.release();
  const newer = api.getUpdates({ timeout: 50 });
  expect(await older).toEqual({
    error_code: 409,
    description: "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
  });
  telegram.ana.say("hello");
  expect(await newer).toHaveLength(1);
});

it("gives a poll that hung up nothing, and the next one everything", async () => {
  const { telegram, api } = await telegramWithApi();
  const hangUp = new AbortController();
  const arrived = telegram.faults.script({ method: "getUpdates", reply: "hang" });
  const waiting = api.getUpdates({ timeout: 50 }, hangUp.signal as never);
  await arrived.hit;
  arrived.release();
  hangUp.abort();
  await expect(waiting).rejects.toThrow();
  telegram.ana.say("still there?");
  expect((await api.getUpdates()).map((update) => update.message?.text)).toEqual(["still there?"]);
});

it("leaves out reactions until they are asked for by name", async () => {
  const { telegram, api } = await telegramWithApi();
  const sent = await api.sendMessage(1001, "react to this");
  telegram.ana.react(sent.message_id, "👍");
  expect(await api.getUpdates({ allowed_updates: ["message_reaction", "message"] })).toEqual([]);
  telegram.ana.react(sent.message_id, "🔥");
  expect((await api.getUpdates())[0]?.message_reaction).toMatchObject({
    old_reaction: [{ type: "emoji", emoji: "👍" }],
    new_reaction: [{ type: "emoji", emoji: "🔥" }],
  });
});

it("forgets updates after a day, as Telegram does", async () => {
  let now = Date.UTC(2026, 10, 24, 13, 5);
  const { telegram, api } = await telegramWithApi({ now: () => now });
  telegram.ana.say("old");
  now += 24 * 3_600_000 + 1;
  expect((await fetch(telegram.url)).headers.get("date")).toBe(new Date(now).toUTCString());
  telegram.ana.say("new");
  expect((await api.getUpdates()).map((update) => update.message?.text)).toEqual(["new"]);
});

it("hands out anything pushed by hand once, even below the offset", async () => {
  const { telegram, api } = await telegramWithApi();
  telegram.pushUpdate({ update_id: 7, message: null });
  telegram.pushUpdate("nonsense");
  expect(await api.getUpdates({ offset: 200_000_000 })).toEqual([{ update_id: 7, message: null }, "nonsense"]);
  expect(await api.getUpdates({ offset: 200_000_000 })).toEqual([]);
});

it("keeps updates, messages and numbers over a restart", async () => {
  const { telegram, api } = await telegramWithApi();
  const sent = await api.sendMessage(1001, "before");
  telegram.ana.say("waiting");
  await telegram.shut();
  await expect(api.getMe()).rejects.toThrow();
  await telegram.open();
  const [update] = await api.getUpdates();
  expect(update?.message).toMatchObject({ text: "waiting", message_id: sent.message_id + 1 });
  const after = await api.sendMessage(1001, "after", { reply_parameters: { message_id: sent.message_id } });
  expect(after.message_id).toBe(sent.message_id + 2);
  expect(after.reply_to_message?.text).toBe("before");
  expect(telegram.sent().map((line) => line.text)).toEqual(["before", "after"]);
});

it("drops what waits when the webhook is deleted so", async () => {
  const { telegram, api } = await telegramWithApi();
  telegram.ana.say("one");
  expect((await api.getWebhookInfo()).pending_update_count).toBe(1);
  await api.deleteWebhook({ drop_pending_updates: true });
  expect(await api.getUpdates()).toEqual([]);
});
