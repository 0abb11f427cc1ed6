import type { World } from "../world/world.ts";
import type { Parameters } from "./parameters.ts";

/** One Bot API method: returns `result`, or throws a `BotApiError`. `gone` aborts when the caller hangs up. */
export type Method = (world: World, call: Parameters, gone: AbortSignal) => unknown;
