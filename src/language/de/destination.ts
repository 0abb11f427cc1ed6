/** Where something is to go, in German. */
import type { DestinationForms } from "../destination-form.ts";

export const DE_DESTINATION: DestinationForms = {
  article: /^(?:der|die|das|den|dem|unsere?[nr]?|meine?[nr]?)\s+(?=\S)/iu,
  group: [/^(?:gruppe|chat)\s+(.+)$/iu, /^(.+?)[\s-]+(?:gruppe|chat)$/iu],
  topic: [/^thema\s+(.+)$/iu, /^(.+?)[\s-]+thema$/iu],
  inside: /^(?<topic>.+?)\s+(?:in|von)\s+(?<group>.+)$/iu,
};
