/** What the Bot API adds to some errors (Bot API `ResponseParameters`); `retry_after` in seconds. */
export interface ErrorParameters {
  retry_after?: number;
  migrate_to_chat_id?: number;
}

/** A refusal as the Bot API words it: the HTTP status is also `error_code`. */
export class BotApiError extends Error {
  readonly code: number;
  readonly parameters: ErrorParameters | undefined;

  constructor(code: number, description: string, parameters?: ErrorParameters) {
    super(description);
    this.code = code;
    this.parameters = parameters;
  }
}

/** 400 with Telegram's prefix. */
export function badRequest(reason: string): BotApiError {
  return new BotApiError(400, `Bad Request: ${reason}`);
}

/** 403 with Telegram's prefix. */
export function forbidden(reason: string): BotApiError {
  return new BotApiError(403, `Forbidden: ${reason}`);
}

/** 400 for formatting that cannot be read. */
export function cannotParse(reason: string): BotApiError {
  return badRequest(`can't parse entities: ${reason}`);
}
