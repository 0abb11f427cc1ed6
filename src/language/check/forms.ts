/** What is looked at, read from the places of a pattern. Null where the words do not fit after all. */
import type { Notify } from "../../core/notify.ts";
import type { FormName } from "./table.ts";

/** A check as far as it is said. */
export interface CheckSaid {
  title: string;
  spec: { probe: Record<string, unknown>; [field: string]: unknown };
  notify?: Notify;
}

export type Places = Record<string, string | undefined>;
type Read = (places: Places, commands: readonly string[]) => CheckSaid | null;

/** `check report.pdf` is an errand. */
const files = /\.(?:pdf|docx?|xlsx?|pptx?|txt|csv|md|png|jpe?g|zip|mp[34]|js|ts|py|sh|json|ya?ml|toml)$/i;

/** Ports where no web server answers: behind an address without a scheme they mean the port itself. IANA registry. */
const otherPorts: ReadonlySet<string> = new Set(
  "21 22 23 25 53 110 139 143 389 445 465 587 636 853 873 989 990 993 995 1194 1433 1521 1883 2049 3306 3389 5222 5269 5432 5672 5900 6379 6432 6667 8883 9042 9092 11211 25565 27017".split(
    " ",
  ),
);

/** In the order in which they are tried. */
export const formReaders: [Exclude<FormName, "verb">, Read][] = [
  ["ping", ({ name = "" }) => once(name, { type: "ping" })],
  ["argv", ({ argv = "" }) => argvOf(argv)],
  ["tests", ({ name, argv }, commands) => (argv ? testsOf(argv) : commandNamed(name, commands, "tests"))],
  ["page", ({ url }) => at(url, (address) => ({ type: "page", url: address }), { notify: "change" })],
  ["tcp", ({ anyHost, local, address = "", port }) => tcpOf(anyHost ?? local ?? address, Number(port))],
  ["service", ({ host = "", port = "" }) => (otherPorts.has(port) ? tcpOf(host, Number(port)) : null)],
  [
    "dns",
    ({ host = "", record, word }) => {
      const type = record ? { record: record.toUpperCase() } : {};
      return said(`dns ${host}`, { type: "dns", name: host, ...type, expected: word ?? null });
    },
  ],
  ["tls", ({ host = "", port }) => said(`tls ${host}`, { type: "tls", host, ...(port ? { port: Number(port) } : {}) })],
  ["domain", ({ host = "" }) => said(`domain ${host}`, { type: "domain", domain: host })],
  ["web", ({ url }) => at(url, (address) => ({ type: "http", url: address }))],
  ["command", ({ name }, commands) => commandNamed(name, commands, "command")],
];

function said(title: string, probe: Record<string, unknown>, more: object = {}): CheckSaid {
  return { title, spec: { probe, ...more } };
}

function tcpOf(host: string, port: number): CheckSaid {
  return said(`${host}:${port}`, { type: "tcp", host, port });
}

/** One that is bad has a reason to be told at once: it is not looked at again a minute later. */
function once(title: string, probe: Record<string, unknown>): CheckSaid {
  return said(title, probe, { alertAfter: 1, recoverAfter: 1 });
}

function commandNamed(name: string | undefined, commands: readonly string[], type: "command" | "tests") {
  const named = commands.find((one) => one.toLowerCase() === name?.toLowerCase());
  if (named === undefined) return null;
  return type === "tests" ? once(named, { type, run: { named } }) : said(named, { type, run: { named } });
}

function argvOf(marked: string): CheckSaid | null {
  const argv = itemsOf(marked);
  const [program] = argv ?? [];
  return program ? said(program.slice(program.lastIndexOf("/") + 1), { type: "command", run: { argv } }) : null;
}

/** Several suites may be run by one program: all of its items are the title. */
function testsOf(marked: string): CheckSaid | null {
  const argv = itemsOf(marked);
  return argv?.[0] ? once(argv.join(" "), { type: "tests", run: { argv } }) : null;
}

/** Items with blanks between them, those in quotes whole; nothing in them is expanded. Null where a quote is not closed. */
function itemsOf(marked: string): string[] | null {
  const line = marked.slice(1, -1);
  const items = line.match(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g) ?? [];
  const unquoted = items.map((item) => item.replace(/"([^"]*)"|'([^']*)'/g, "$1$2"));
  const left = line.replace(/"[^"]*"|'[^']*'/g, "");
  return /["']/.test(left) ? null : unquoted;
}

/** Without a scheme it is https. */
function at(
  url: string | undefined,
  probe: (address: string) => Record<string, unknown>,
  more: Pick<CheckSaid, "notify"> = {},
): CheckSaid | null {
  const text = (url ?? "").replace(/[.;!?]+$/u, "");
  const whole = /^https?:/i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(whole) || (whole !== text && files.test(text))) return null;
  return { ...said(new URL(whole).host.replace(/^www\./, ""), probe(whole)), ...more };
}
