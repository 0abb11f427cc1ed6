import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { pixel } from "../support/actor.ts";
import { chromiumPath, startChromium, withoutChromium } from "../support/chromium.ts";
import { startTelegram, type Telegram } from "../support/telegram.ts";
import { startEchoBot } from "./echo-bot.ts";

const title = chromiumPath ? "the page" : `the page (${withoutChromium})`;

describe.skipIf(!chromiumPath)(title, () => {
  let browser: Browser;
  let telegram: Telegram;
  let bot: ReturnType<typeof startEchoBot>;
  let page: Page;
  const problems: string[] = [];

  beforeAll(async () => {
    browser = await startChromium();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    telegram = await startTelegram();
    bot = startEchoBot(telegram);
    page = await open({ width: 1200, height: 800 });
  });
  afterEach(async () => {
    await page.context().close();
    await bot.stop();
    await telegram.close();
    expect(problems.splice(0)).toEqual([]);
  });

  async function open(viewport: { width: number; height: number }) {
    const opened = await (await browser.newContext({ viewport })).newPage();
    opened.on("pageerror", (error) => problems.push(String(error)));
    opened.on("console", (message) => message.type() === "error" && problems.push(message.text()));
    await opened.goto(telegram.url);
    await opened.locator(".row").first().waitFor({ state: "attached" });
    return opened;
  }

  async function say(text: string) {
    await page.fill("#input", text);
    await page.press("#input", "Enter");
  }

  const bubble = (text: string) => page.locator(".message", { has: page.locator(".bubble", { hasText: text }) });

  it("says what to type while a chat is empty, and takes the hint away with the first message", async () => {
    await page.locator(".hint", { hasText: "Type: tea in 4 min" }).waitFor();
    await page.locator(".hint button").first().click();
    expect(await page.inputValue("#input")).toBe("tea in 4 min");
    await page.press("#input", "Enter");
    await bubble("Heard: tea in 4 min").waitFor();
    await page.locator(".hint").waitFor({ state: "detached" });
  });

  it("shows a pressed button's edit in place, with a toast", async () => {
    await say("tea in 4 min");
    const answer = bubble("Heard: tea");
    await answer.waitFor();
    const id = await answer.getAttribute("data-id");
    await answer.getByText("Change").click();
    await page.locator(".toast", { hasText: "As you wish" }).waitFor();
    const changed = bubble("Changed by change");
    await changed.waitFor();
    expect(await changed.getAttribute("data-id")).toBe(id);
    await page.locator(".inline-button").first().waitFor({ state: "detached" });
    expect(await page.locator(".message").count()).toBe(2);
  });

  it("shows an alert that has to be closed", async () => {
    await say("ring");
    await bubble("Heard: ring").getByText("Alarm").click();
    await page.locator("dialog", { hasText: "As you wish" }).getByText("OK").click();
    await page.locator("dialog").waitFor({ state: "detached" });
  });

  it("lets a button turn until the bot answers", async () => {
    await say("wait");
    const fault = telegram.faults.script({ method: "editMessageText", reply: "hang" });
    await bubble("Heard: wait").getByText("Change").click();
    await page.locator('.inline-button[aria-busy="true"]', { hasText: "Change" }).waitFor();
    await fault.hit;
    fault.release();
    await bubble("Changed by change").waitFor();
  });

  it("offers the bot's commands and sends the chosen one", async () => {
    const commands = [
      { command: "list", description: "Everything planned" },
      { command: "help", description: "How to talk to me" },
    ];
    await bot.call("setMyCommands", { commands });
    await page.locator("#commands-button").click();
    await page.locator(".command-row", { hasText: "Everything planned" }).waitFor();
    await page.fill("#input", "/he");
    await page.locator(".command-row", { hasText: "/list" }).waitFor({ state: "detached" });
    expect(await page.locator(".command-row").allTextContents()).toEqual(["/helpHow to talk to me"]);
    await page.press("#input", "Enter");
    await bubble("Heard: /help").waitFor();
  });

  it("edits, answers, reacts to and deletes messages", async () => {
    await say("frist");
    await bubble("Heard: frist").waitFor();
    await page.press("#input", "ArrowUp");
    await page.fill("#input", "first");
    await page.press("#input", "Enter");
    await page.locator(".mine .meta", { hasText: "edited" }).waitFor();
    await bubble("Heard: frist").locator(".bubble").click({ button: "right" });
    await page.locator(".reaction-strip button").first().click();
    await page.locator(".reaction", { hasText: "👍" }).waitFor();
    await bubble("Heard: frist").locator(".bubble").click({ button: "right" });
    await page.getByRole("menuitem", { name: "Reply" }).click();
    await say("an answer");
    await page.locator(".mine .quote", { hasText: "Heard: frist" }).waitFor();
    await page.locator(".mine", { hasText: "an answer" }).locator(".text").click({ button: "right" });
    await page.getByRole("menuitem", { name: "Delete" }).click();
    await page.locator(".mine", { hasText: "an answer" }).waitFor({ state: "detached" });
  });

  it("keeps people apart, counts what others have not read, and leads there", async () => {
    telegram.boris.say("hello");
    await page.locator('.person[data-person="1002"] .badge', { hasText: "1" }).waitFor();
    await page.locator(".note", { hasText: "Belfry to Boris" }).click();
    await bubble("Heard: hello").waitFor();
    await page.locator(".mine", { hasText: "hello" }).waitFor();
    await page.waitForFunction('document.title === "Belfry playground"');
    await page.locator('.person[data-person="1001"]').click();
    await page.locator(".hint").waitFor();
  });

  it("writes in a topic of the group, where the bot hears only what is meant for it", async () => {
    const thread = telegram.topic("Reports");
    await page.locator(`.row[data-thread="${thread}"]`).click();
    await say("just talking");
    await bubble("just talking").waitFor();
    await say("@belfry_bot hello");
    await page.locator('.row[data-thread=""]', { hasText: "Home" }).click();
    await bubble("Heard: @belfry_bot hello").waitFor();
    expect(await bubble("just talking").count()).toBe(0);
  });

  it("sends pictures and files, and a place by the bot's own keyboard", async () => {
    await page.getByLabel("Attach").click();
    await page.getByText("Photo or file").click();
    await page.setInputFiles("#file-input", { name: "a.png", mimeType: "image/png", buffer: pixel });
    await page.locator("dialog .caption-input").fill("a pixel");
    await page.locator("dialog").getByText("Send", { exact: true }).last().click();
    await page.locator(".mine .photo").waitFor();
    await bubble("Heard: a photo").waitFor();
    const keyboard = [[{ text: "Here I am", request_location: true }]];
    await bot.call("sendMessage", {
      chat_id: 1001,
      text: "Where?",
      reply_markup: { keyboard, one_time_keyboard: true },
    });
    await page.locator(".reply-button", { hasText: "Here I am" }).click();
    await page.locator("dialog").getByText("Lisbon").click();
    await page.locator(".mine .map", { hasText: "38.7223" }).waitFor();
  });

  it("keeps what is typed the moment another chat is opened for that chat", async () => {
    await say("first");
    await bubble("Heard: first").waitFor();
    await page.fill("#input", "a draft");
    await page.evaluate(`{
      document.querySelector('.row:not([aria-current="true"])').click();
      const input = document.querySelector("#input");
      input.value += "for the group";
      input.dispatchEvent(new Event("input"));
    }`);
    await page.locator("#head-title", { hasText: "Home" }).waitFor();
    expect(await page.inputValue("#input")).toBe("for the group");
    await page.locator(".row", { hasText: "Belfry" }).first().click();
    await page.locator("#head-title", { hasText: "Belfry" }).waitFor();
    expect(await page.inputValue("#input")).toBe("a draft");
  });

  it("starts a reply where the bot asks for one", async () => {
    telegram.ana.say("/start");
    await bubble("Heard: /start").waitFor();
    await bot.call("sendMessage", { chat_id: 1001, text: "Which city?", reply_markup: { force_reply: true } });
    await page.locator("#context-bar", { hasText: "Which city?" }).waitFor();
    await say("Lisbon");
    await page.locator(".mine .quote", { hasText: "Which city?" }).waitFor();
  });

  it("shows what people write as text, never as markup", async () => {
    await say('<img src=x onerror="alert(1)"> javascript:alert(1)');
    await bubble("Heard: <img src=x").waitFor();
    expect(await page.locator("#history img, #history a").count()).toBe(0);
  });

  it("fits a phone: the list first, a chat over it, and back", async () => {
    await page.context().close();
    page = await open({ width: 390, height: 780 });
    await page.locator(".row", { hasText: "Belfry" }).click();
    await page.locator("#input").waitFor();
    const line = await page.locator("#input").evaluate((input) => [input.clientHeight, input.scrollHeight]);
    expect(line[0]).toBe(line[1]);
    await say("on the way");
    await bubble("Heard: on the way").waitFor();
    const wide = await page.evaluate("document.documentElement.scrollWidth");
    expect(wide).toBe(390);
    await page.getByLabel("Back to the chats").click();
    await page.locator(".row", { hasText: "Heard: on the way" }).waitFor();
  });

  it("catches up after the playground was away", async () => {
    await say("before");
    await bubble("Heard: before").waitFor();
    await bot.stop();
    await telegram.shut();
    await page.locator("body.offline").waitFor({ state: "attached" });
    await telegram.open();
    telegram.ana.say("meanwhile");
    await bubble("meanwhile").waitFor();
    problems.splice(0);
  });
});
