/** The one kind of action that people make by saying it. Its schema belongs to the kind; here it is only filled in. */
import type { Action, MessageRef } from "../core/action.ts";
import type { Belfry } from "../core/belfry.ts";
import type { Kind } from "../core/kind.ts";

export const reminder = "reminder";

/** The kind itself, which the composition root always brings. */
export function reminderKind(belfry: Belfry): Kind {
  const kind = belfry.kinds.get(reminder);
  if (!kind) throw new Error(`There is no kind "${reminder}"`);
  return kind;
}

/** `text` is the whole text where the title is not all of it; `original` the message a ring replies to. */
export function reminderSpec(belfry: Belfry, text: string | null, original: MessageRef | null): unknown {
  return reminderKind(belfry).spec.parse({ text, original });
}

/** The whole text of an action, null where its title says it all. */
export function specText(action: Action): string | null {
  const text = action.spec instanceof Object && "text" in action.spec ? action.spec.text : null;
  return typeof text === "string" ? text : null;
}

/** The message an action reminds of, null where it is none. */
export function specOriginal(action: Action): MessageRef | null {
  const original = action.spec instanceof Object && "original" in action.spec ? action.spec.original : null;
  return original as MessageRef | null;
}
