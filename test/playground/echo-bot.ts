import type { Telegram } from "../support/telegram.ts";

interface Update {
  update_id: number;
  message?: {
    message_id: number;
    text?: string;
    document?: object;
    photo?: object;
    location?: object;
    chat: { id: number };
  };
  callback_query?: { id: string; data: string; message: { message_id: number; chat: { id: number } } };
}

/**
 * A tiny bot over plain HTTP: it says back what it hears with a button under it, changes its message when the button is
 * pressed, and shows a toast ("Change") or an alert ("Alarm").
 */
export function startEchoBot(telegram: Telegram) {
  const stop = new AbortController();
  const call = async (method: string, parameters: object) => {
    const response = await fetch(`${telegram.apiRoot}/bot${telegram.token}/${method}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(parameters),
      signal: stop.signal,
    });
    const reply = (await response.json()) as { result: Update[] };
    return reply.result;
  };
  const ended = listen(call).catch(() => {});
  return {
    call,
    async stop() {
      stop.abort();
      await ended;
    },
  };
}

type CallBot = (method: string, parameters: object) => Promise<Update[]>;

async function listen(call: CallBot): Promise<never> {
  for (let offset = 0; ; ) {
    for (const update of await call("getUpdates", { offset, timeout: 30 })) {
      offset = update.update_id + 1;
      await answer(call, update);
    }
  }
}

async function answer(call: CallBot, { message, callback_query: query }: Update): Promise<void> {
  if (message) {
    const heard = message.text ?? (message.photo ? "a photo" : message.document ? "a file" : "a place");
    const reply_markup = {
      inline_keyboard: [
        [
          { text: "Change", callback_data: "change" },
          { text: "Alarm", callback_data: "alarm" },
        ],
      ],
    };
    await call("sendMessage", { chat_id: message.chat.id, text: `Heard: ${heard}`, reply_markup });
  }
  if (query) {
    const { message_id, chat } = query.message;
    await call("editMessageText", { chat_id: chat.id, message_id, text: `Changed by ${query.data}` });
    const show_alert = query.data === "alarm";
    await call("answerCallbackQuery", { callback_query_id: query.id, text: "As you wish", show_alert });
  }
}
