import { z } from "zod";
import { severities } from "../../core/escalation.ts";
import { escalationCard } from "../escalating/cards.ts";
import { present } from "../escalating/reach.ts";
import { after, comesThere, writing } from "../escalating/write.ts";
import { raising } from "../escalator.ts";
import type { Operation } from "../operation.ts";
import { ofEscalation, remember } from "../revise.ts";

const input = z.object({
  severity: z.enum(severities).default("medium"),
  subject: z.string().trim().min(1).max(200),
  body: z.string().trim().max(4_000).default(""),
  /** Who or what found it; part of what makes two the same. */
  source: z.string().trim().max(100).default(""),
});

export const raiseEscalation: Operation<z.infer<typeof input>> = {
  name: "escalations.raise",
  summary: "Raises an escalation by hand: severity, subject, body, source.",
  needs: "member",
  input,
  run: async (belfry, { severity, subject, body, source }, call) => {
    const at = await present(belfry);
    const cause = `hand/${call.chat}/${source}/${subject.toLowerCase()}`;
    const what = { cause, action: null, run: null, title: subject, reason: body, severity };
    const failure = source === "" ? what : { ...what, source };
    const work = await raising(belfry, failure, call, null, at);
    const [written = []] = await writing(belfry, [work], at.now);
    const changes =
      work.before === null
        ? [...written, (await remember(belfry, call, ofEscalation(null, after(work)), "raised")).change]
        : written;
    if (comesThere(written, call)) return { show: [], changes };
    const card = await escalationCard(belfry, after(work));
    return { show: [{ view: { view: "escalation", card, kind: "shown", at: at.now } }], changes };
  },
};
