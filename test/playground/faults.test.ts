import { expect, it } from "vitest";
import { refusalOf, telegramWithApi } from "./api.ts";

it("loses the answer but keeps the message when the reply is dropped", async () => {
  const { telegram, api } = await telegramWithApi();
  for (const reply of ["drop-reply", "reset-after-body"] as const) {
    telegram.faults.script({ method: "sendMessage", chat: 1001, reply });
    await expect(api.sendMessage(1001, reply)).rejects.toThrow("Network request");
    await telegram.ana.sees(reply);
  }
  expect(telegram.sent().map((line) => line.text)).toEqual(["drop-reply", "reset-after-body"]);
});

it("keeps nothing when the server fails or refuses", async () => {
  const { telegram, api } = await telegramWithApi();
  for (const reply of ["500", "429:7", "401", "403", "400"] as const) {
    telegram.faults.script({ method: "sendMessage", reply });
    expect(String((await refusalOf(api.sendMessage(1001, "x"))).error_code)).toBe(reply.slice(0, 3));
  }
  for (const reply of ["502html", "empty"] as const) {
    telegram.faults.script({ method: "sendMessage", reply });
    await expect(api.sendMessage(1001, "x")).rejects.toThrow();
  }
  expect(telegram.sent()).toEqual([]);
  await api.sendMessage(1001, "x");
  const calls = telegram.faults.calls.filter((call) => call.method === "sendMessage");
  expect(calls.map((call) => call.accepted)).toEqual([...Array(7).fill(false), true]);
});

it("holds a call until it is released", async () => {
  const { telegram, api } = await telegramWithApi();
  const fault = telegram.faults.script({ method: "sendMessage", reply: "hang" });
  const sending = api.sendMessage(1001, "late");
  await fault.hit;
  expect(telegram.sent()).toEqual([]);
  fault.release();
  expect((await sending).text).toBe("late");
});

it("upgrades the group under the bot's hands", async () => {
  const { telegram, api } = await telegramWithApi();
  telegram.faults.script({ chat: telegram.group, reply: "migrate" });
  const { parameters } = await refusalOf(api.sendMessage(telegram.group, "hi"));
  const moved = parameters?.migrate_to_chat_id ?? 0;
  expect((await api.sendMessage(moved, "hi")).chat.id).toBe(moved);
});

it("answers otherwise as often as told", async () => {
  const { telegram, api } = await telegramWithApi();
  const fault = telegram.faults.script({ reply: "409", times: 2 });
  for (const _ of [1, 2]) expect((await refusalOf(api.getUpdates())).error_code).toBe(409);
  expect(await api.getUpdates()).toEqual([]);
  expect(fault.hits()).toBe(2);
});
