/** Where something is to go, in English. */
import type { DestinationForms } from "../destination-form.ts";

export const EN_DESTINATION: DestinationForms = {
  article: /^(?:the|our|my)\s+(?=\S)/iu,
  group: [/^(?:group|chat)\s+(.+)$/iu, /^(.+?)\s+(?:group|chat)$/iu],
  topic: [/^(?:topic|thread)\s+(.+)$/iu, /^(.+?)\s+(?:topic|thread)$/iu],
  inside: /^(?<topic>.+?)\s+(?:in|of)\s+(?<group>.+)$/iu,
};
