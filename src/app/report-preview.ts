/** A report shown before it goes anywhere, and whether it shall be so. */
import type { Belfry } from "../core/belfry.ts";
import type { Destination } from "../core/chat.ts";
import type { Schedule } from "../core/schedule.ts";
import { destinationName } from "./destination.ts";
import type { Call, Done, Shown } from "./operation.ts";
import { ask, named } from "./questions.ts";
import { reportNow, type Wanted } from "./report.ts";

/** What the operation is called with once somebody agrees. `seen`: only something about the report is still open. */
interface Open {
  operation: "reports.add" | "reports.show";
  input: { title: string; to?: Destination | undefined; seen: boolean };
}

/** `schedule` is null for one that goes at once. */
export async function preview(
  belfry: Belfry,
  call: Call,
  open: Open,
  schedule: Schedule | null,
  wanted: Wanted,
): Promise<Done> {
  const shown: Shown[] = [];
  if (!open.input.seen) {
    // Numbered first, so that it stands above a question that is a message of its own.
    const id = await belfry.store.newId("delivery");
    shown.push({ id, view: await reportNow(belfry, call, wanted) });
  }
  const question = await askReport(belfry, call, open, schedule);
  return { ...question, show: [...shown, ...question.show] };
}

async function askReport(
  belfry: Belfry,
  call: Call,
  { operation, input }: Open,
  schedule: Schedule | null,
): Promise<Done> {
  const { title, to } = input;
  const { chat, thread } = to ?? call;
  const others = (await belfry.store.topics.of(chat)).filter((topic) => topic.thread !== thread);
  const elsewhere = { operation: "reports.topic", input: { operation, input, chat }, choice: named("otherTopic") };
  return ask(belfry, call, {
    ...{ code: "report", title, phrase: to ? await destinationName(belfry, to) : "", words: null },
    choices: [
      {
        ...{ operation, input: { ...input, approved: true } },
        choice: { name: "looksRight", schedule, action: null },
      },
      { operation: "reports.edit", input: {}, choice: named("editReport") },
      ...(others.length > 0 ? [elsewhere] : []),
    ],
  });
}
