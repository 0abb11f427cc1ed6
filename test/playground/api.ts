import { Api, GrammyError } from "grammy";
import { afterEach } from "vitest";
import { startTelegram, type Telegram, type TelegramOptions } from "../support/telegram.ts";

const open: Telegram[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((telegram) => telegram.close()));
});

/** A fresh Telegram, closed after the test, and grammY's client for its bot. Everybody has started the bot. */
export async function telegramWithApi(options: TelegramOptions = {}) {
  const telegram = await startTelegram(options);
  open.push(telegram);
  const api = new Api(telegram.token, { apiRoot: telegram.apiRoot });
  for (const person of [telegram.ana, telegram.boris, telegram.carla]) person.say("/start");
  const waiting = await api.getUpdates();
  await api.getUpdates({ offset: (waiting.at(-1)?.update_id ?? 0) + 1 });
  return { telegram, api };
}

/** The description and parameters of the error a call ends with. */
export async function refusalOf(call: Promise<unknown>) {
  try {
    await call;
  } catch (error) {
    if (error instanceof GrammyError) {
      const { error_code, description, parameters } = error;
      return { error_code, description, ...(Object.keys(parameters).length > 0 && { parameters }) };
    }
    throw error;
  }
  throw new Error("The call was not refused");
}
