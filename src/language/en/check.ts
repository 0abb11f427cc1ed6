/**
 * Sentences that ask for something to be looked at again and again: "check example.com every 5 min". Only what cannot
 * be an errand of a person: an address, a port, a named command. What is left of the sentence has to be its time.
 */

/** What a sentence says of a check, its time left over. */
export interface CheckWords {
  title: string;
  spec: { probe: object; badWhen?: string; alertAfter?: number; tell?: "changes" };
  /** The rest of the sentence. */
  time: string;
}

interface Target {
  title: string;
  probe: Record<string, unknown>;
  tell?: "changes";
}

const verb = "(?:please\\s+)?(?:check|watch|monitor)(?:\\s+(?:that|if|whether))?";
const host = "(?:[\\p{L}\\d](?:[\\p{L}\\d-]*[\\p{L}\\d])?\\.)+[\\p{L}\\d-]{2,}";
const anyHost = `(?:${host}|\\d{1,3}(?:\\.\\d{1,3}){3}|[a-z\\d][\\w-]*|\\[[\\da-f:]+\\])`;
const url = `https?:\\/\\/[^\\s,"]+|${host}(?::\\d{1,5})?(?:\\/[^\\s,"]*)?`;
/** `check report.pdf` is an errand. */
const files = /\.(?:pdf|docx?|xlsx?|pptx?|txt|csv|md|png|jpe?g|zip|mp[34]|js|ts|py|sh|json|ya?ml|toml)$/i;

type Form = [pattern: RegExp, read: (found: string[], commands: readonly string[]) => Target | null];

const forms: Form[] = [
  form(`${verb}\\s+(?:the\\s+)?(?:web\\s*)?page\\s+(${url})(?:\\s+for\\s+changes?)?`, ([at = ""]) => page(at)),
  form(`${verb}\\s+(${url})\\s+for\\s+changes?`, ([at = ""]) => page(at)),
  form(`${verb}\\s+(?:tcp|port)\\s+(${anyHost}):(\\d{1,5})`, ([at = "", port]) => ({
    title: `${at}:${port}`,
    probe: { type: "tcp", host: at, port: Number(port) },
  })),
  form(
    `${verb}\\s+dns\\s+(?:of\\s+)?(${host})(?:\\s+(A|AAAA|CNAME|MX|NS|TXT|SRV|CAA|PTR)\\b)?(?:\\s+(?:is|=)\\s+([^\\s,]+))?`,
    ([name = "", record, expected]) => ({
      title: `dns ${name}`,
      probe: { type: "dns", name, ...(record ? { record: record.toUpperCase() } : {}), expected: expected ?? null },
    }),
  ),
  form(
    `(?:${verb}\\s+)?(?:the\\s+)?(?:tls|ssl|certificate|cert)\\s+(?:of\\s+|for\\s+)?(${host})(?::(\\d{1,5}))?`,
    ([at = "", port]) => ({
      title: `tls ${at}`,
      probe: { type: "tls", host: at, ...(port ? { port: Number(port) } : {}) },
    }),
  ),
  form(`(?:${verb}\\s+)?(?:the\\s+)?domain\\s+(?:of\\s+|expiry\\s+of\\s+)?(${host})`, ([domain = ""]) => ({
    title: `domain ${domain}`,
    probe: { type: "domain", domain },
  })),
  form(`${verb}\\s+(${url})`, ([at = ""]) => web(at)),
  form("(?:run|check)\\s+([\\w-]{1,64})", ([named = ""], commands) =>
    commands.includes(named) ? { title: named, probe: { type: "command", run: { named } } } : null,
  ),
];

function form(pattern: string, read: Form[1]): Form {
  return [new RegExp(`(?<![\\p{L}\\d])${pattern}(?=[\\s,.;]|$)`, "iu"), read];
}

function web(at: string): Target | null {
  const address = addressOf(at);
  return address && { title: address.title, probe: { type: "http", url: address.url } };
}

function page(at: string): Target | null {
  const address = addressOf(at);
  return address && { title: address.title, probe: { type: "page", url: address.url }, tell: "changes" };
}

/** Without a scheme it is https. */
function addressOf(at: string): { url: string; title: string } | null {
  const text = at.replace(/[.;!?]+$/u, "");
  const whole = /^https?:/i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(whole) || (whole !== text && files.test(text))) return null;
  return { url: whole, title: new URL(whole).host.replace(/^www\./, "") };
}

const quoted = '["“”„«]([^"“”„»]{1,1024})["“”»]';
const comma = "[\\s,;]*(?:\\b(?:and|but)\\s+)?";

/** What may follow, each at most once, wherever it stands. */
const clauses: [RegExp, (target: Target, found: string[]) => Partial<CheckWords["spec"]>][] = [
  [
    clause(`(?:expect(?:ing|s)?\\s+)(?:status\\s+)?([1-5]\\d\\d)(?:\\s+(?:and|with)\\s+${quoted})?`),
    ({ probe }, [status, text]) => {
      Object.assign(probe, { status: Number(status) }, text ? { contains: text } : {});
      return {};
    },
  ],
  [
    clause(`(?:expect(?:ing|s)?|with|contain(?:s|ing)?)\\s+(?:the\\s+text\\s+)?${quoted}`),
    ({ probe }, [text]) => {
      Object.assign(probe, { contains: text });
      return {};
    },
  ],
  [
    clause(`(?:without|not|no|lacks)\\s+(?:the\\s+text\\s+)?${quoted}`),
    ({ probe }, [text]) => {
      Object.assign(probe, { lacks: text });
      return {};
    },
  ],
  [
    clause("(?:alert|ring|tell|warn)(?:\\s+(?:me|us))?\\s+after\\s+(\\d{1,3})\\s*(?:fail(?:s|ures?|ed)?|times|bad)?"),
    (_, [count]) => ({ alertAfter: Number(count) }),
  ],
  [clause("(?:alert|ring|tell|warn)(?:\\s+(?:me|us))?\\s+(?:at\\s+once|immediately)"), () => ({ alertAfter: 1 })],
  [
    clause(
      "(?:warn|alert|bad|tell|ring)(?:\\s+(?:me|us))?\\s+(?:if|when)\\s+(over|above|under|below)\\s+(-?\\d+(?:\\.\\d+)?)\\s*%?",
    ),
    ({ probe }, [side = "", bound]) => {
      Object.assign(probe, { number: "last" });
      return { badWhen: `value ${/over|above/i.test(side) ? ">" : "<"} ${bound}` };
    },
  ],
];

function clause(pattern: string): RegExp {
  return new RegExp(`${comma}(?<![\\p{L}\\d])${pattern}(?![\\p{L}\\d])`, "iu");
}

/** Null for everything else. `commands`: the named ones, which alone may be meant by "run". */
export function checkWords(text: string, commands: readonly string[]): CheckWords | null {
  for (const [pattern, read] of forms) {
    const found = pattern.exec(text);
    const target = found && read(found.slice(1), commands);
    if (!found || !target) continue;
    const after = text.slice(found.index + found[0].length);
    return withClauses(target, `${text.slice(0, found.index)} , ${after}`);
  }
  return null;
}

function withClauses(target: Target, rest: string): CheckWords {
  let time = rest;
  let spec: CheckWords["spec"] = { probe: target.probe, ...(target.tell ? { tell: target.tell } : {}) };
  for (const [pattern, read] of clauses) {
    const found = pattern.exec(time);
    if (!found) continue;
    spec = { ...spec, ...read(target, found.slice(1)) };
    time = `${time.slice(0, found.index)} ${time.slice(found.index + found[0].length)}`;
  }
  return { title: target.title, spec, time: time.replace(/[\s,;]+/gu, " ").trim() };
}
