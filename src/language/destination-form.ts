/** What a language brings for saying where something is to go. */
export interface DestinationForms {
  /** Stands before a name and is no part of it. */
  article: RegExp;
  /** 1: the name of a group. */
  group: RegExp[];
  /** 1: the name of a topic. */
  topic: RegExp[];
  /** With the groups `topic` and `group`. */
  inside: RegExp;
}
