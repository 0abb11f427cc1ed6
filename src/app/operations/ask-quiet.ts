import { z } from "zod";
import { refuseUnlessSettler } from "../chat-settings.ts";
import type { Operation } from "../operation.ts";
import { ask, named } from "../questions.ts";

const input = z.object({});

const offered = [
  { start: "22:00", end: "07:00" },
  { start: "23:00", end: "07:00" },
];

export const askQuiet: Operation<z.infer<typeof input>> = {
  name: "settings.askQuiet",
  summary: "Asks for the quiet hours of the chat.",
  needs: "member",
  input,
  run: async (belfry, _input, call) => {
    refuseUnlessSettler(call);
    const { quiet } = call.settings;
    const choice = (hours: { start: string; end: string } | null, name: string) => ({
      ...{ operation: "settings.quiet", input: { quiet: hours }, choice: named(name) },
    });
    const written = ({ start, end }: { start: string; end: string }) => `${start.slice(0, 5)}–${end.slice(0, 5)}`;
    return ask(belfry, call, {
      ...{ code: "quiet", title: "", phrase: quiet === null ? "" : written(quiet), card: call.pressed },
      choices: [
        ...offered.map((hours) => choice(hours, written(hours))),
        ...(quiet === null ? [] : [choice(null, "quietOff")]),
      ],
      words: { operation: "settings.quiet", input: {}, field: "words" },
    });
  },
};
