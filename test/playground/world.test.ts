import { readFileSync } from "node:fs";
import { InputFile } from "grammy";
import { describe, expect, it } from "vitest";
import { gentleLimits, telegramLimits } from "../../src/playground/bot-api/limits.ts";
import { pixel } from "../support/actor.ts";
import { refusalOf, telegramWithApi } from "./api.ts";

describe("buttons", () => {
  const reply_markup = { inline_keyboard: [[{ text: "Done", callback_data: "done:1" }]] };

  it("reach the bot as a callback query and the person as a toast", async () => {
    const { telegram, api } = await telegramWithApi();
    const sent = await api.sendMessage(1001, "Tea", { reply_markup });
    const answer = telegram.ana.press({ chat: 1001, id: sent.message_id }, "Done");
    const query = (await api.getUpdates())[0]?.callback_query;
    expect(query).toMatchObject({ data: "done:1", from: { id: 1001 }, message: { message_id: sent.message_id } });
    await api.answerCallbackQuery(query?.id ?? "", { text: "Well done", show_alert: true });
    expect(await answer).toEqual({ text: "Well done", alert: true });
  });

  it("can be answered once, in time, in 200 characters", async () => {
    let now = Date.UTC(2026, 10, 24);
    const { telegram, api } = await telegramWithApi({ now: () => now });
    const sent = await api.sendMessage(1001, "Tea", { reply_markup });
    const tooOld = {
      error_code: 400,
      description: "Bad Request: query is too old and response timeout expired or query ID is invalid",
    };
    void telegram.ana.forge({ chat: 1001, id: sent.message_id }, "forged").catch(() => {});
    const id = (await api.getUpdates())[0]?.callback_query?.id ?? "";
    expect((await refusalOf(api.answerCallbackQuery(id, { text: "x".repeat(201) }))).description).toContain("TOO_LONG");
    await api.answerCallbackQuery(id);
    expect(await refusalOf(api.answerCallbackQuery(id))).toEqual(tooOld);
    void telegram.ana.press({ chat: 1001, id: sent.message_id }, "Done").catch(() => {});
    const late = (await api.getUpdates({ offset: -1 }))[0]?.callback_query?.id ?? "";
    now += 61_000;
    expect(await refusalOf(api.answerCallbackQuery(late))).toEqual(tooOld);
  });
});

describe("files", () => {
  it("go up as multipart and come down unchanged", async () => {
    const { telegram, api } = await telegramWithApi();
    const bytes = Buffer.from("naïve\r\n--text\r\n\0", "utf8");
    const sent = await api.sendDocument(1001, new InputFile(bytes, "naïve.txt"), {
      caption: "<b>x</b>",
      parse_mode: "HTML",
    });
    expect(sent).toMatchObject({ document: { file_name: "naïve.txt", file_size: bytes.length }, caption: "x" });
    const again = await api.sendDocument(1001, sent.document.file_id);
    expect(again.document.file_id).toBe(sent.document.file_id);
    const { file_path } = await api.getFile(sent.document.file_id);
    const down = await fetch(`${telegram.apiRoot}/file/bot${telegram.token}/${file_path}`);
    expect(Buffer.from(await down.arrayBuffer()).equals(bytes)).toBe(true);
  });

  it("from people reach the bot as photos with their size", async () => {
    const { telegram, api } = await telegramWithApi();
    telegram.ana.sendPhoto("look");
    const [update] = await api.getUpdates();
    expect(update?.message).toMatchObject({ caption: "look", photo: [{ width: 1, height: 1 }] });
    expect((await api.sendPhoto(1001, new InputFile(pixel, "p.png"))).photo[0]?.file_size).toBe(pixel.length);
    expect((await refusalOf(api.sendPhoto(1001, new InputFile(Buffer.from("no picture"), "p.png")))).description).toBe(
      "Bad Request: IMAGE_PROCESS_FAILED",
    );
    expect(
      (await refusalOf(api.sendDocument(1001, new InputFile(pixel), { caption: "x".repeat(1025) }))).description,
    ).toBe("Bad Request: message caption is too long");
  });
});

describe("the group", () => {
  it("shows the bot only commands, mentions and replies in privacy mode", async () => {
    const { telegram, api } = await telegramWithApi();
    const place = { chat: telegram.group, thread: telegram.topic("Reports") };
    const opened = await api.getUpdates();
    expect(opened[0]?.message?.forum_topic_created?.name).toBe("Reports");
    await api.getUpdates({ offset: (opened[0]?.update_id ?? 0) + 1 });
    const card = await api.sendMessage(telegram.group, "card", { message_thread_id: place.thread });
    telegram.ana.say("just talking", place);
    telegram.ana.say("/list", place);
    telegram.ana.say("/list@other_bot", place);
    telegram.boris.say("hey @belfry_bot, tea at 5", place);
    telegram.carla.say("in 2 hours", { ...place, replyTo: card.message_id });
    const texts = async () => (await api.getUpdates()).map((update) => update.message?.text);
    expect(await texts()).toEqual(["/list", "hey @belfry_bot, tea at 5", "in 2 hours"]);
    telegram.setPrivacy(false);
    telegram.ana.say("everything now", place);
    expect((await texts()).at(-1)).toBe("everything now");
    expect((await api.getMe()).can_read_all_group_messages).toBe(true);
  });

  it("carries the topic on messages, both ways", async () => {
    const { telegram, api } = await telegramWithApi();
    const thread = telegram.topic("Reports");
    const sent = await api.sendMessage(telegram.group, "in the topic", { message_thread_id: thread });
    expect(sent).toMatchObject({ message_thread_id: thread, is_topic_message: true, chat: { is_forum: true } });
    expect(sent.reply_to_message).toMatchObject({ message_id: thread, forum_topic_created: { name: "Reports" } });
    telegram.ana.say("/list", { chat: telegram.group, thread });
    expect((await api.getUpdates({ offset: -1 }))[0]?.message).toMatchObject({
      message_thread_id: thread,
      entities: [{ type: "bot_command", offset: 0, length: 5 }],
    });
    expect((await api.getChatMember(telegram.group, 1002)).status).toBe("member");
    expect((await refusalOf(api.createForumTopic(telegram.group, "Mine"))).description).toBe(
      "Bad Request: not enough rights to create a topic",
    );
  });
});

describe("names and members of a group", () => {
  it("reach the bot as service messages; a deleted topic takes no message any more", async () => {
    const { telegram, api } = await telegramWithApi();
    const thread = telegram.topic("Reports");
    telegram.renameTopic(thread, "Numbers");
    telegram.renameGroup(telegram.group, "House");
    const seen = (await api.getUpdates()).map(({ message }) => message);
    expect(seen[1]).toMatchObject({ message_thread_id: thread, forum_topic_edited: { name: "Numbers" } });
    expect(seen[2]).toMatchObject({ new_chat_title: "House", chat: { title: "House" } });
    telegram.deleteTopic(thread);
    const sending = api.sendMessage(telegram.group, "hello", { message_thread_id: thread });
    expect((await refusalOf(sending)).description).toBe("Bad Request: message thread not found");
  });

  it("say who has left, who was never seen, and nothing to a bot that is shut out", async () => {
    const { telegram, api } = await telegramWithApi();
    telegram.leaves(1002, telegram.group);
    expect((await api.getChatMember(telegram.group, 1002)).status).toBe("left");
    expect((await refusalOf(api.getChatMember(telegram.group, 4242))).description).toBe("Bad Request: user not found");
    telegram.setBot(telegram.group, "kicked");
    const refused = {
      error_code: 403,
      description: "Forbidden: bot was kicked from the supergroup chat",
    };
    expect(await refusalOf(api.getChatMember(telegram.group, 1001))).toEqual(refused);
    expect(await refusalOf(api.getChat(telegram.group))).toEqual(refused);
    telegram.setBot(telegram.group, "left");
    expect((await refusalOf(api.getChat(telegram.group))).description).toBe(
      "Forbidden: bot is not a member of the supergroup chat",
    );
  });
});

describe("limits", () => {
  it("answer 429 with the seconds to wait, and let the message through after them", async () => {
    let now = Date.UTC(2026, 10, 24);
    const { api } = await telegramWithApi({ now: () => now, limits: telegramLimits });
    for (const text of ["a", "b", "c"]) await api.sendMessage(1001, text);
    expect(await refusalOf(api.sendMessage(1001, "d"))).toEqual({
      error_code: 429,
      description: "Too Many Requests: retry after 1",
      parameters: { retry_after: 1 },
    });
    await api.sendMessage(1002, "another chat");
    now += 1000;
    expect((await api.sendMessage(1001, "d")).text).toBe("d");
  });

  it("never meet a person in the gentle setting, but do meet a flood", async () => {
    const { telegram, api } = await telegramWithApi({ now: () => 0, limits: gentleLimits });
    for (let n = 0; n < 40; n += 1) await api.sendMessage(telegram.group, `${n}`);
    expect((await refusalOf(api.sendMessage(telegram.group, "41"))).description).toBe(
      "Too Many Requests: retry after 3",
    );
  });
});

describe("the door", () => {
  it("knows its token and its methods", async () => {
    const { telegram } = await telegramWithApi();
    const wrong = await fetch(`${telegram.apiRoot}/bot123456789:${"A".repeat(35)}/getMe`);
    expect(await wrong.json()).toEqual({ ok: false, error_code: 401, description: "Unauthorized" });
    const unknown = await fetch(`${telegram.apiRoot}/bot${telegram.token}/sendNothing`);
    expect(await unknown.json()).toEqual({ ok: false, error_code: 404, description: "Not Found" });
    expect(telegram.token).toMatch(/^123456789:AA[\w-]{33}$/u);
  });

  it("keeps one token for ever, readable only by its owner", async () => {
    const { telegram } = await telegramWithApi();
    await telegram.shut();
    await telegram.open();
    expect(telegram.playground().token).toBe(telegram.token);
    expect(readFileSync(`${telegram.dataDir}/world.jsonl`, "utf8")).toContain(telegram.token);
  });
});
