import { z } from "zod";
import { understands } from "../../language/languages.ts";
import { setChat } from "../chat-settings.ts";
import type { Operation } from "../operation.ts";
import { settingsView } from "../settings-view.ts";

const input = z.object({
  /** Code of a language that is understood; without it one is asked for. */
  language: z
    .string()
    .regex(/^[a-z]{2,3}$/)
    .refine(understands, "is not a language Belfry knows")
    .optional(),
});

export const setLanguage: Operation<z.infer<typeof input>> = {
  name: "settings.language",
  summary: "Sets the language of the chat; asks which when none is given.",
  needs: "member",
  input,
  run: async (belfry, { language }, call) => {
    if (language === undefined)
      return { show: [{ view: { view: "languageMenu", language: call.settings.language } }], changes: [] };
    const { revision, changes } = await setChat(belfry, call, "language", language, "language");
    return { show: [{ view: settingsView(call, { ...call.settings, language }, revision) }], changes };
  },
};
