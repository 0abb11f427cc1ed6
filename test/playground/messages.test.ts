import { describe, expect, it } from "vitest";
import { refusalOf, telegramWithApi } from "./api.ts";

const bad = (reason: string) => ({ error_code: 400, description: `Bad Request: ${reason}` });

describe("sending", () => {
  it("answers with the whole message and shows it to the person", async () => {
    const { telegram, api } = await telegramWithApi();
    const sent = await api.sendMessage(1001, "<b>Tea</b> &amp; <i>milk</i> ", { parse_mode: "HTML" });
    expect(sent).toMatchObject({
      chat: { id: 1001, type: "private", first_name: "Ana" },
      from: { is_bot: true, username: "belfry_bot" },
      text: "Tea & milk",
      entities: [
        { type: "bold", offset: 0, length: 3 },
        { type: "italic", offset: 6, length: 4 },
      ],
    });
    expect((await telegram.ana.sees("Tea")).id).toBe(sent.message_id);
    expect(telegram.boris.unseen()).toEqual([]);
  });

  it("refuses what Telegram refuses, in its words", async () => {
    const { api } = await telegramWithApi();
    const html = (text: string) => refusalOf(api.sendMessage(1001, text, { parse_mode: "HTML" }));
    expect(await refusalOf(api.sendMessage(1001, " \n "))).toEqual(bad("message text is empty"));
    expect(await refusalOf(api.sendMessage(1001, "é".repeat(4097)))).toEqual(bad("message is too long"));
    expect(await refusalOf(api.sendMessage(5, "x"))).toEqual(bad("chat not found"));
    expect(await refusalOf(api.sendMessage(1001, "\ud83d"))).toEqual(bad("strings must be encoded in UTF-8"));
    expect(await html("é <b>open")).toEqual(
      bad(`can't parse entities: Can't find end tag corresponding to start tag "b"`),
    );
    expect(await html("é <x>")).toEqual(bad(`can't parse entities: Unsupported start tag "x" at byte offset 3`));
    expect(await html("<b>a</i>")).toEqual(
      bad(`can't parse entities: Unmatched end tag at byte offset 4, expected "</b>", found "</i>"`),
    );
    expect(await refusalOf(api.sendMessage(1001, "1.", { parse_mode: "MarkdownV2" }))).toEqual(
      bad("can't parse entities: Character '.' is reserved and must be escaped with the preceding '\\'"),
    );
    expect(await refusalOf(api.sendMessage(1001, "x", { reply_parameters: { message_id: 999 } }))).toEqual(
      bad("message to be replied not found"),
    );
    expect(await refusalOf(api.sendMessage(1001, "x", { message_thread_id: 5 }))).toEqual(
      bad("message thread not found"),
    );
    const data = (callback_data: string) => ({ reply_markup: { inline_keyboard: [[{ text: "b", callback_data }]] } });
    expect(await refusalOf(api.sendMessage(1001, "x", data("é".repeat(33))))).toEqual(bad("BUTTON_DATA_INVALID"));
    expect(await refusalOf(api.sendMessage(1001, "x", data("")))).toEqual(
      bad("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"),
    );
  });

  it("takes exactly 4096 characters, and a reply to nothing when told so", async () => {
    const { api } = await telegramWithApi();
    expect((await api.sendMessage(1001, "x".repeat(4096))).text).toHaveLength(4096);
    const reply_parameters = { message_id: 999, allow_sending_without_reply: true };
    expect((await api.sendMessage(1001, "x", { reply_parameters })).reply_to_message).toBeUndefined();
  });

  it("is refused by people who blocked the bot or never started it", async () => {
    const { telegram, api } = await telegramWithApi();
    telegram.person(1010, "Dora");
    expect(await refusalOf(api.sendMessage(1010, "hi"))).toEqual({
      error_code: 403,
      description: "Forbidden: bot can't initiate conversation with a user",
    });
    telegram.ana.block();
    expect(await refusalOf(api.sendMessage(1001, "hi"))).toEqual({
      error_code: 403,
      description: "Forbidden: bot was blocked by the user",
    });
    telegram.ana.unblock();
    await api.sendMessage(1001, "hi again");
    const changes = (await api.getUpdates()).map((update) => update.my_chat_member?.new_chat_member.status);
    expect(changes).toEqual(["kicked", "member"]);
  });

  it("names the new group when the old one was upgraded", async () => {
    const { telegram, api } = await telegramWithApi();
    const group = telegram.addGroup("Family", "group");
    const moved = telegram.upgrade(group.id);
    expect(await refusalOf(api.sendMessage(group.id, "hi"))).toEqual({
      ...bad("group chat was upgraded to a supergroup chat"),
      parameters: { migrate_to_chat_id: moved },
    });
    expect((await api.sendMessage(moved, "hi")).chat).toMatchObject({ type: "supergroup", title: "Family" });
  });

  it("reads GET with a query as well as POST with a form", async () => {
    const { telegram } = await telegramWithApi();
    const url = `${telegram.apiRoot}/bot${telegram.token}/sendMessage`;
    const got = await fetch(`${url}?chat_id=1001&text=${encodeURIComponent("by query")}`);
    expect(await got.json()).toMatchObject({ ok: true, result: { text: "by query" } });
    const posted = await fetch(url, {
      method: "POST",
      body: new URLSearchParams({ chat_id: "@ana", text: "by form" }),
    });
    expect(await posted.json()).toMatchObject({ ok: true, result: { text: "by form" } });
  });
});

describe("editing", () => {
  it("changes text and buttons in place, and says so to the person", async () => {
    const { telegram, api } = await telegramWithApi();
    const reply_markup = { inline_keyboard: [[{ text: "Undo", callback_data: "u" }]] };
    const sent = await api.sendMessage(1001, "one", { reply_markup });
    await api.editMessageText(1001, sent.message_id, "two");
    await telegram.ana.sees("one");
    const edit = await telegram.ana.sees("two");
    expect(edit).toMatchObject({ id: sent.message_id, edited: true, buttons: [] });
  });

  it("refuses what Telegram refuses, in its words", async () => {
    const { telegram, api } = await telegramWithApi();
    const sent = await api.sendMessage(1001, "one");
    expect(await refusalOf(api.editMessageText(1001, sent.message_id, "one"))).toEqual(
      bad(
        "message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message",
      ),
    );
    expect(await refusalOf(api.editMessageText(1001, 999, "x"))).toEqual(bad("message to edit not found"));
    const theirs = telegram.ana.say("mine");
    expect(await refusalOf(api.editMessageText(1001, theirs.id, "x"))).toEqual(bad("message can't be edited"));
    telegram.ana.remove(sent.message_id);
    expect(await refusalOf(api.editMessageText(1001, sent.message_id, "x"))).toEqual(bad("message to edit not found"));
    expect(await refusalOf(api.deleteMessage(1001, sent.message_id))).toEqual(bad("message to delete not found"));
  });

  it("deletes only within 48 hours", async () => {
    let now = Date.UTC(2026, 10, 24);
    const { api } = await telegramWithApi({ now: () => now });
    const [first, second] = [await api.sendMessage(1001, "a"), await api.sendMessage(1001, "b")];
    await api.deleteMessage(1001, first.message_id);
    now += 48 * 3_600_000 + 1000;
    expect(await refusalOf(api.deleteMessage(1001, second.message_id))).toEqual(bad("message can't be deleted"));
  });
});
