/** Which of its runs an action tells of. What is an escalation already is not asked: it is told until somebody answers. */

/** `failure`: only that it fails, and that this is over. `change`: that, and whenever what it sees or says is new. */
export const notifies = ["always", "failure", "change", "never"] as const;
export type Notify = (typeof notifies)[number];

/** What a message tells: how a run went, that something is new, or that something is wrong. */
export type News = "result" | "change" | "failure";

export function tells(notify: Notify, news: News): boolean {
  switch (notify) {
    case "always":
      return true;
    case "change":
      return news !== "result";
    case "failure":
      return news === "failure";
    case "never":
      return false;
  }
}
