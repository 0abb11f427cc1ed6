/** A view in Telegram's shape, before it is cut to Telegram's size. */
import type { Styled } from "../texts/styled.ts";

export interface Button {
  text: string;
  /** `callback_data`, at most 64 bytes. */
  data: string;
}

export interface Message {
  body: Styled;
  /** Rows of inline buttons. */
  buttons: Button[][];
  /** Label of a one-time reply button that shares the person's place. */
  askLocation?: string;
  /** Goes with it; the words are short then. */
  file?: { name: string; content: string };
}

/** A message that is only words. */
export function words(body: Styled): Message {
  return { body, buttons: [] };
}
