/** Does what a person asked for and shows what came of it, good or bad: words are answered, a press is never more than a toast. */
import { callOperation, type Operation } from "../app/operation.ts";
import { showAction } from "../app/operations/show.ts";
import { BelfryError } from "../core/errors.ts";
import type { View } from "../core/view.ts";
import { styled } from "../texts/styled.ts";
import { callOf, type Pressed, pressedOf } from "./call.ts";
import { type Talk, textsOf } from "./talk.ts";

/** Telegram's limit of a toast, UTF-16 units. */
const toastUnits = 200;

type Notice = Extract<View, { view: "notice" }>;

/** Calls an operation as the person who spoke or pressed. Returns what was shown; nothing when it went wrong. */
export async function perform(talk: Talk, operation: Operation<unknown>, input: unknown): Promise<View[]> {
  const pressed = await pressedOf(talk);
  let views: View[];
  try {
    views = await callOperation(talk.belfry, operation, input, callOf(talk, pressed));
  } catch (error) {
    await complain(talk, pressed, error, input);
    return [];
  }
  talk.turn.settled = true;
  toast(talk, "");
  return views;
}

/** Does it without showing what comes of it. False, and a toast, when it went wrong. */
export async function quietly(talk: Talk, operation: Operation<unknown>, input: unknown): Promise<boolean> {
  const call = { ...callOf(talk, await pressedOf(talk)), answer: async () => [] };
  try {
    await callOperation(talk.belfry, operation, input, call);
    return true;
  } catch (error) {
    toast(talk, wordsOf(talk, noticeOf(talk, error)));
    return false;
  }
}

/** Shows something that nothing had to be done for. */
export async function tell(talk: Talk, view: View): Promise<void> {
  const pressed = await pressedOf(talk);
  await talk.belfry.store.commit(await callOf(talk, pressed).answer([{ view }]));
  talk.belfry.wake();
  talk.turn.settled = true;
  toast(talk, "");
}

async function complain(talk: Talk, pressed: Pressed | null, error: unknown, input: unknown): Promise<void> {
  const view = noticeOf(talk, error);
  if (pressed === null) return tell(talk, view);
  toast(talk, wordsOf(talk, view));
  const action = actionOf(input);
  if (view.code === "stale" && action !== null) await redraw(talk, pressed, action);
}

/** The card as it stands now, where an old one was pressed. */
async function redraw(talk: Talk, pressed: Pressed, action: number): Promise<void> {
  try {
    await callOperation(talk.belfry, showAction, { action }, callOf(talk, pressed));
    talk.turn.settled = true;
  } catch (error) {
    if (!(error instanceof BelfryError)) throw error;
  }
}

function actionOf(input: unknown): number | null {
  if (typeof input !== "object" || input === null || !("action" in input)) return null;
  return typeof input.action === "number" ? input.action : null;
}

/** What goes wrong on purpose is said; what goes wrong otherwise is logged, and the number in the log is said. */
export function noticeOf(talk: Talk, error: unknown): Notice {
  if (error instanceof BelfryError) return { view: "notice", code: error.code, args: error.args };
  const id = `#${talk.turn.row.id}`;
  talk.belfry.log.error({ err: error, row: talk.turn.row.id }, "an update failed");
  return { view: "notice", code: "internal", args: { id } };
}

export function wordsOf(talk: Talk, view: Notice): string {
  return styled`${textsOf(talk).notices[view.code](view.args)}`.text;
}

/**
 * Answers a press, whatever came of it, so that the button stops turning. Direct and unrecorded: when it fails, or
 * comes too late for Telegram, nothing is lost.
 */
export function toast(talk: Talk, text: string, alert = false): void {
  const query = talk.callbackQuery?.id;
  if (query === undefined) return;
  talk.api
    .answerCallbackQuery(query, text === "" ? {} : { text: text.slice(0, toastUnits), show_alert: alert })
    .catch((error: unknown) => talk.belfry.log.debug({ err: error }, "a press was not answered"));
}
