/** A request that makes no reminder, reduced to what a preview says of it. */
import type { Instant } from "../core/schedule.ts";
import { type Understood, understoodIntents } from "../core/understood.ts";
import { toLocal } from "../time/resolve.ts";
import { describe } from "./describe.ts";
import type { Followed, LanguageContext, RemindRequest, Request } from "./request.ts";

export function understoodOf(request: Exclude<Request, RemindRequest>, context: LanguageContext): Understood {
  const intent = understoodIntents.find((known) => known === request.intent) ?? "other";
  const said = (target: string, detail = ""): Understood => ({ intent, target, detail, schedule: null });
  switch (request.intent) {
    case "agenda":
      return said("", timeText(request.from, context));
    case "pause":
      return said(request.target, request.until === null ? "" : timeText(request.until, context));
    case "skip": {
      const { target, on } = request;
      return on ? { ...said(target, timeText(on.from, context)), intent: "skipOn" } : said(target);
    }
    case "pauseAfter":
      return said(request.target, request.failures === null ? "" : String(request.failures));
    case "notify":
      return said(request.target, request.notify ?? "");
    case "digest":
      return { ...said(request.target), intent: request.on ? "digestOn" : "digestOff" };
    case "move":
    case "snooze":
      return said(request.target, request.to);
    case "rename":
      return said(request.target, request.title);
    case "maintenance":
      return said(request.target, `${timeText(request.from, context)} – ${timeText(request.until, context)}`);
    case "silence":
      return said(request.target, request.until === null ? "" : timeText(request.until, context));
    case "label":
      return { ...said(request.target, request.labels), intent: request.on ? "labelOn" : "labelOff" };
    case "depend":
      return said(request.target, request.on ?? "");
    case "quiet":
      return said("", `${request.start}–${request.end}`);
    case "zone":
      return said("", request.place);
    case "check":
    case "unclearCheck":
    case "report": {
      const { title } = request;
      const schedule = request.intent === "unclearCheck" ? (request.readings[0] ?? null) : request.schedule;
      return {
        intent: request.intent === "report" ? "report" : "check",
        target: title,
        detail: schedule ? describe(schedule, context) : "",
        schedule,
      };
    }
    case "follow":
      return { ...said(request.cause, followed(request.does)), intent: FOLLOWED[request.event] };
    default:
      return said("target" in request ? request.target : "");
  }
}

function timeText(at: Instant, context: LanguageContext): string {
  return describe({ type: "once", at: toLocal(at, context.zone), tz: context.zone }, context);
}

const FOLLOWED = {
  startup: "followStartup",
  hook: "followHook",
  succeeded: "followSucceeded",
  failed: "followFailed",
  recovered: "followRecovered",
} as const;

function followed(does: Followed): string {
  return does.intent === "run" ? does.target : does.title;
}
