import type { Bulletin } from "../../src/core/bulletin.ts";

/** "shop is down", with what the test cares about. */
export function bulletin(given: Partial<Bulletin> = {}): Bulletin {
  return {
    key: "E41/1/0",
    thread: "escalation/41",
    opens: true,
    subject: "🔴 shop is down · E41 high",
    text: "HTTP 502\nlast good 03:08",
    severity: "high",
    event: "raised",
    facts: { escalation: 41, severity: "high", reason: "HTTP 502" },
    links: [{ label: "Open", url: "https://belfry.example.com/e/41?a=1&b=2" }],
    repeat: false,
    ...given,
  };
}

export const calm = () => new AbortController().signal;
