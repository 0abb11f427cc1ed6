import { refusal, tooManyRequests } from "../../src/playground/bot-api/call.ts";
import { BotApiError } from "../../src/playground/bot-api/errors.ts";
import { text } from "../../src/playground/bot-api/parameters.ts";
import type { Call, Interceptor } from "../../src/playground/bot-api/routes.ts";
import { upgradeGroup } from "../../src/playground/world/groups.ts";
import type { World } from "../../src/playground/world/world.ts";

type Answer = Awaited<ReturnType<Interceptor>>;

/**
 * What a scripted call meets. `429:n` and the other refusals are not carried out; `drop-reply` (FIN) and
 * `reset-after-body` (RST) are carried out and lose the answer; `hang` never answers; `slow:ms` answers truly, late;
 * `migrate` turns the group into a supergroup first. `accept` in the script overrides whether it is carried out.
 */
export type FaultReply =
  | `429:${number}`
  | `slow:${number}`
  | "429"
  | "400"
  | "401"
  | "403"
  | "409"
  | "500"
  | "502html"
  | "empty"
  | "hang"
  | "reset-after-body"
  | "drop-reply"
  | "migrate"
  | { status: number; body: unknown };

/** Which calls a fault meets: the next `times` (1 unless given) of this method and chat. */
export interface Script {
  method?: string;
  chat?: number;
  times?: number;
  reply: FaultReply;
  accept?: boolean;
}

/** One fault laid out. `hit` resolves when it met its first call; `release` lets hanging calls through and ends it. */
export interface Fault {
  hit: Promise<void>;
  hits(): number;
  release(): void;
}

/** One call as it arrived. `at` in milliseconds; `accepted` when it was carried out and not refused. */
export interface CallRecord {
  at: number;
  method: string;
  chat: number | undefined;
  values: Record<string, unknown>;
  accepted: boolean;
  /** What went out; undefined when nothing did. */
  status: number | undefined;
}

/** The faults of one playground and the record of all calls. */
export interface Faults {
  script(script: Script): Fault;
  /** Takes back everything scripted; hanging calls go through. */
  clear(): void;
  calls: CallRecord[];
  intercept: Interceptor;
}

interface Laid extends Script {
  left: number;
  hits: number;
  met(): void;
  released: Promise<void>;
  release(): void;
}

/** Scripted faults for `startPlayground({ intercept })`. `world` is asked late, since it exists after the start. */
export function createFaults(world: () => World): Faults {
  const laid: Laid[] = [];
  const calls: CallRecord[] = [];

  function lay(script: Script): Fault {
    let met = () => {};
    let release = () => {};
    const first = new Promise<void>((resolve) => {
      met = resolve;
    });
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const fault: Laid = { ...script, left: script.times ?? 1, hits: 0, met, released, release };
    laid.push(fault);
    return {
      hit: first,
      hits: () => fault.hits,
      release() {
        fault.left = 0;
        fault.release();
      },
    };
  }

  return {
    script: lay,
    clear() {
      for (const fault of laid.splice(0)) fault.release();
    },
    calls,
    async intercept(call) {
      const chat = chatOf(call);
      const { method, parameters } = call;
      const record: CallRecord = {
        at: world().now(),
        method,
        chat,
        values: parameters.values,
        accepted: false,
        status: undefined,
      };
      calls.push(record);
      const fault = laid.find((candidate) => meets(candidate, method, chat));
      const answer = fault ? await suffer(world(), call, fault, record) : await carry(call, record);
      record.status = answer?.status;
      return answer;
    },
  };
}

function meets(fault: Laid, method: string, chat: number | undefined): boolean {
  if (fault.left <= 0) return false;
  return (fault.method === undefined || fault.method === method) && (fault.chat === undefined || fault.chat === chat);
}

async function suffer(world: World, call: Call, fault: Laid, record: CallRecord): Promise<Answer> {
  fault.left -= 1;
  fault.hits += 1;
  fault.met();
  const { reply } = fault;
  if (reply === "migrate") upgrade(world, record.chat);
  if (reply === "hang") await fault.released;
  if (typeof reply === "string" && reply.startsWith("slow:")) await after(Number(reply.slice(5)), call.gone);
  const truly = reply === "migrate" || reply === "hang" || (typeof reply === "string" && reply.startsWith("slow:"));
  const lost = reply === "drop-reply" || reply === "reset-after-body";
  const answer = (fault.accept ?? (truly || lost)) ? await carry(call, record) : undefined;
  if (truly) return answer;
  if (!lost)
    return typeof reply === "object" ? { status: reply.status, raw: JSON.stringify(reply.body) } : scripted(reply);
  call.cut(reply === "drop-reply" ? "close" : "reset");
  return undefined;
}

async function carry(call: Call, record: CallRecord): Promise<Answer> {
  const answer = await call.carryOut();
  record.accepted = answer.body.ok;
  return answer;
}

function scripted(reply: string): Answer {
  const [code, seconds] = reply.split(":");
  if (code === "429") return refusal(tooManyRequests(Number(seconds ?? 5)));
  if (code === "400")
    return refusal(new BotApiError(400, "Bad Request: can't parse entities: Unexpected end tag at byte offset 0"));
  if (code === "401") return refusal(new BotApiError(401, "Unauthorized"));
  if (code === "403") return refusal(new BotApiError(403, "Forbidden: bot was blocked by the user"));
  if (code === "409") return refusal(new BotApiError(409, conflict));
  if (code === "500") return refusal(new BotApiError(500, "Internal Server Error"));
  if (code === "502html") return { status: 502, raw: "<html><body><h1>502 Bad Gateway</h1></body></html>" };
  return { status: 200, raw: "" };
}

const conflict = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running";

function upgrade(world: World, chat: number | undefined): void {
  const group = world.chats.get(String(chat));
  const by = group?.members[0];
  if (group && by !== undefined && group.migratedTo === undefined) upgradeGroup(world, group, by);
}

function chatOf({ parameters }: Call): number | undefined {
  const chat = Number(text(parameters, "chat_id"));
  return Number.isInteger(chat) ? chat : undefined;
}

function after(ms: number, gone: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    gone.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
