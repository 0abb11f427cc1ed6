import { z } from "zod";
import type { Operation } from "../operation.ts";
import { settingsView } from "../settings-view.ts";

const input = z.object({});

export const showSettings: Operation<z.infer<typeof input>> = {
  name: "settings.show",
  summary: "Shows the settings that hold here.",
  needs: "member",
  input,
  run: async (_belfry, _input, call) => ({ show: [{ view: settingsView(call, call.settings) }], changes: [] }),
};
