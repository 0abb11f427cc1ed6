import { describe, expect, it } from "vitest";
import { type BelfryToml, readBelfryToml, type Surroundings } from "../src/belfry-toml.ts";

const minute = 60_000;
const hour = 60 * minute;
const around: Surroundings = {
  secret: (path) => (path === "secret.txt" ? "hush-0123456789abcdef\n" : null),
  private: true,
};

function file(source: string): BelfryToml {
  const read = readBelfryToml(source, around);
  if ("problems" in read) throw new Error(read.problems.join("\n"));
  return read.file;
}

function problems(source: string, more: Partial<Surroundings> = {}): string[] {
  const read = readBelfryToml(source, { ...around, ...more });
  return "problems" in read ? read.problems : [];
}

const telegram = (chat: number, thread: number | null = null) => ({
  to: "target",
  target: { channel: "telegram", chat, thread, address: "" },
});
const outside = (channel: string, address: string) => ({
  to: "target",
  target: { channel, chat: 0, thread: null, address },
});

const full = `
[escalation]
stale_threshold = "4h"
cycles = 3
repeat = ["10m", "1h30m"]
ask_again = "2h"
ack_expires = "1d"

[escalation.routes]
low = ["telegram"]
high = ["telegram:-100123/7", "telegram:ana", "email:ana", "ops-hook"]
critical = ["telegram:owners", "sms:ana", "email:boss@example.com", "push"]

[escalation.contacts.ana]
telegram = 1001
email = "ana@example.com"
sms = "+491701234567"

[channels.email]
host = "mail.example.com"
from = "belfry@example.com"
user = "belfry"
password_file = "secret.txt"

[channels.ops-hook]
type = "webhook"
url = "https://ops.example.com/in"
secret_file = "secret.txt"

[channels.push]
type = "ntfy"
topic = "home"

[channels.sms]
account = "AC12"
token_file = "secret.txt"
from = "+4930123456"

[commands.df-root]
argv = ["df", "--output=pcent", "/"]
cwd = "tools"
timeout = "10s"
env = { LC_ALL = "C" }

[reports]
folders = ["/var/log/app"]

[network]
allow = ["10.0.0.0/8", "fd00::/8", "nas.local"]
`;

describe("belfry.toml", () => {
  it("may be empty, and then the defaults hold", () => {
    const { escalation, senders, commands } = file("");
    expect(escalation).toMatchObject({ staleMs: 4 * hour, cycles: 5, repeatMs: [15 * minute, 30 * minute, hour] });
    expect(escalation).toMatchObject({ askAgainMs: 4 * hour, ackMs: 24 * hour });
    expect(escalation.routes.medium).toEqual([{ to: "home" }]);
    expect(escalation.routes.critical).toEqual([{ to: "home" }, { to: "owners" }]);
    expect([senders.size, commands]).toEqual([0, {}]);
  });

  it("names routes, contacts, channels, commands, folders and networks", () => {
    const { escalation, senders, commands, reports, network } = file(full);
    expect(escalation).toMatchObject({ cycles: 3, repeatMs: [10 * minute, 90 * minute], askAgainMs: 2 * hour });
    expect(escalation.routes).toEqual({
      low: [{ to: "home" }],
      medium: [{ to: "home" }],
      high: [telegram(-100123, 7), telegram(1001), outside("email", "ana@example.com"), outside("ops-hook", "")],
      critical: [
        { to: "owners" },
        outside("sms", "+491701234567"),
        ...[outside("email", "boss@example.com"), outside("push", "")],
      ],
    });
    expect([...senders.keys()]).toEqual(["email", "ops-hook", "push", "sms"]);
    const df = { argv: ["df", "--output=pcent", "/"], cwd: "tools", timeoutMs: 10_000, env: { LC_ALL: "C" } };
    expect(commands).toEqual({ "df-root": df });
    expect([reports.folders, network.allow]).toEqual([["/var/log/app"], ["10.0.0.0/8", "fd00::/8", "nas.local"]]);
  });

  it("gives a severity without a route that of the one below", () => {
    const { routes } = file(`[escalation.routes]\nmedium = ["telegram:5"]`).escalation;
    expect(routes).toEqual({
      low: [{ to: "home" }],
      medium: [telegram(5)],
      high: [telegram(5)],
      critical: [telegram(5)],
    });
  });
});

describe("what is wrong with it", () => {
  it("is told all at once, each with its place", () => {
    const source = [
      ...["[escalation]", 'stale_treshold = "4h"', "cycles = 0", "", "[escalation.routes]", 'high = ["pager:ana"]'],
      ...["", "[channels.email]", "host = 5", 'fromm = "a@example.com"', "", "[commands.df]", "argv = []"],
      ...["[commands.ls]", 'argv = ["ls"]', 'timeout = "soon"', "[network]", 'allow = ["10.0.0.0/8", "no way"]'],
    ].join("\n");
    expect(problems(source)).toEqual(
      [
        "belfry.toml, line 2: escalation.stale_treshold is not a setting; did you mean stale_threshold?",
        "belfry.toml, line 3: escalation.cycles must be 1 at least",
        "belfry.toml, line 9: channels.email.host must be a string",
        "belfry.toml, line 8: channels.email.from is missing",
        "belfry.toml, line 10: channels.email.fromm is not a setting; did you mean from?",
        "belfry.toml, line 13: commands.df.argv.0 is missing",
        'belfry.toml, line 16: commands.ls.timeout must be a time such as "30s", "15m", "4h" or "1h30m"',
        "belfry.toml, line 18: network.allow.1 must be a host, an address or a range such as 10.0.0.0/8",
      ].sort((a, b) => Number(/line (\d+)/.exec(a)?.[1]) - Number(/line (\d+)/.exec(b)?.[1])),
    );
  });

  it("with the grammar is told by line and column, without what stands there", () => {
    expect(problems('[channels.email]\npassword = "hush')).toEqual([
      expect.stringMatching(/^belfry.toml, line 2, column \d+: /),
    ]);
    expect(problems('[channels.email]\npassword = "hush').join()).not.toContain("hush");
  });

  it.each([
    ['high = ["email:ana"]', '"email:ana" names a channel that is not there: [channels.email] is missing'],
    ['high = ["telegram:bob"]', '"telegram:bob" names nobody: no contact has that name'],
    ['high = ["telegram:eve"]', '"telegram:eve" names a contact without telegram'],
    ['high = ["sms:eve"]', '"sms:eve" names a contact without sms'],
    ['high = ["sms:0170"]', '"sms:0170" is no telephone number such as +491701234567'],
    ["high = []", "names nobody"],
  ])("with a route: %s", (route, words) => {
    const source = [
      ...["[escalation.routes]", route, "[escalation.contacts.eve]", 'email = "eve@example.com"'],
      ...["[channels.sms]", 'account = "AC12"', 'token = "hush"', 'from = "Belfry"'],
    ].join("\n");
    expect(problems(source)).toEqual([expect.stringContaining(words)]);
    expect(problems(source)[0]).toMatch(/^belfry.toml, line 2: escalation.routes.high/);
  });

  it("is a secret that cannot be read, is empty or stands there twice", () => {
    const hook = (lines: string) => `[channels.webhook]\nurl = "https://example.com"\n${lines}`;
    const at = "belfry.toml, line 3: channels.webhook.secret_file";
    expect(problems(hook('secret_file = "nowhere"'))).toEqual([`${at} names a file that cannot be read`]);
    expect(problems(hook('secret_file = "x"'), { secret: () => "\n" })).toEqual([`${at} names an empty file`]);
    const both = hook('secret_file = "secret.txt"\nsecret = "hush-0123456789abcdef"');
    expect(problems(both)).toEqual([`${at} and secret are both set`]);
    expect(problems(hook('secret = "short"')).join()).not.toContain("short");
  });

  it("is bash in a file that others may read or write", () => {
    const source = '[commands.clean]\nargv = ["rm -rf $1/*", "/tmp/x"]\nshell = true';
    expect(problems(source)).toEqual([]);
    expect(problems(source, { private: false })).toEqual([
      "belfry.toml, line 3: commands.clean.shell needs a belfry.toml that only its owner can read or write: chmod 600",
    ]);
  });

  it("is a channel of an unknown type, or one that is called telegram", () => {
    expect(problems("[channels.pager]\nnumber = 5")).toEqual([
      expect.stringMatching(/line 1: channels.pager.type must be one of email, webhook, ntfy, sms/),
    ]);
    expect(problems("[channels.telegram]\ntype = 'ntfy'\ntopic = 'x'").join()).toContain("has no settings here");
  });

  it("is a variable of Belfry's own that a command is granted", () => {
    expect(problems('[commands.x]\nargv = ["env"]\ngrant = ["HOME", "TELEGRAM_BOT_TOKEN"]')).toEqual([
      "belfry.toml, line 3: commands.x.grant.1 is Belfry's own",
    ]);
  });

  it("is never a trick with names that objects have anyway", () => {
    expect(problems('[escalation.routes]\nhigh = ["telegram:constructor"]').join()).toContain("names nobody");
    expect(problems("[__proto__]\nx = 1").join()).toContain("is not a setting");
  });
});
