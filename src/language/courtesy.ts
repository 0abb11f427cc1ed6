/** "no, at 9 please": what is said around a time when somebody is answered or corrected. */
import { languagesOf } from "./languages.ts";
import type { LanguageContext, Question, Request } from "./request.ts";

/** The time alone. */
export function withoutCourtesy(text: string, { locale }: LanguageContext): string {
  return languagesOf(locale).reduce(
    (left, { reply }) => left.replace(reply.before, "").replace(reply.after, ""),
    text.trim(),
  );
}

/** "no" of "no, at 9": nothing to be reminded of. */
export function isOnlyCourtesy(text: string, { locale }: LanguageContext): boolean {
  return languagesOf(locale).some(({ reply }) => `${text.trim()} `.replace(reply.before, "") === "");
}

/** "thanks": said to be polite, so it asks for nothing and ends nothing. */
export function isCourtesy(request: Request | Question): boolean {
  return request.intent === "help" && request.about !== undefined;
}
