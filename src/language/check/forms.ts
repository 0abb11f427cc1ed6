/** What is looked at, read from the places of a pattern. Null where the words do not fit after all. */
import type { Notify } from "../../core/notify.ts";
import type { CheckTable, FormName } from "./table.ts";
import { bare, daysOf } from "./units.ts";

/** A check as far as it is said. */
export interface CheckSaid {
  title: string;
  spec: { probe: Record<string, unknown>; [field: string]: unknown };
  notify?: Notify;
  /** Each day will do where nothing says how often. */
  isDaily?: true;
}

export type Places = Record<string, string | undefined>;
type Read = (places: Places, commands: readonly string[], table: CheckTable) => CheckSaid | null;

/** `check report.pdf` is an errand. */
const files = /\.(?:pdf|docx?|xlsx?|pptx?|txt|csv|md|png|jpe?g|zip|mp[34]|js|ts|py|sh|json|ya?ml|toml)$/i;

/** Ports where no web server answers: behind an address without a scheme they mean the port itself. IANA registry. */
const otherPorts: ReadonlySet<string> = new Set(
  "21 22 23 25 53 110 139 143 389 445 465 587 636 853 873 989 990 993 995 1194 1433 1521 1883 2049 3306 3389 5222 5269 5432 5672 5900 6379 6432 6667 8883 9042 9092 11211 25565 27017".split(
    " ",
  ),
);

/** In the order in which they are tried. */
export const formReaders: [FormName, Read][] = [
  ["ping", ({ name = "" }) => once(name, { type: "ping" })],
  ["argv", ({ argv = "" }) => argvOf(argv)],
  ["tests", ({ name, argv }, commands) => (argv ? testsOf(argv) : commandNamed(name, commands, "tests"))],
  ["page", ({ url }) => at(url, (address) => ({ type: "page", url: address }), {}, { notify: "change" })],
  [
    "tcp",
    ({ anyHost, machine, local, address = "", port, service = "" }) =>
      tcpOf(anyHost ?? machine ?? local ?? address, port ? Number(port) : portOf(service)),
  ],
  ["service", ({ host = "", port = "" }) => (otherPorts.has(port) ? tcpOf(host, Number(port)) : null)],
  [
    "dns",
    ({ host = "", record, word, changes }) => {
      const type = record ? { record: record.toUpperCase() } : {};
      const probe = { type: "dns", name: host, ...type, expected: word ?? null };
      return { ...made(`dns ${host}`, probe), ...(changes ? { notify: "change" } : {}) };
    },
  ],
  [
    "tls",
    ({ host = "", port, ...ends }, _, table) =>
      ending(`tls ${host}`, { type: "tls", host, ...(port ? { port: Number(port) } : {}) }, ends, table),
  ],
  [
    "domain",
    ({ host = "", ...ends }, _, table) => ending(`domain ${host}`, { type: "domain", domain: host }, ends, table),
  ],
  ["appears", ({ url, quoted }) => at(url, (address) => ({ type: "http", url: address, lacks: bare(quoted) }), first)],
  ["missing", ({ url, quoted }) => at(url, (address) => ({ type: "http", url: address, contains: bare(quoted) }))],
  [
    "web",
    ({ url, address: machine, always }) => {
      return at(url ?? machine, (address) => ({ type: "http", url: address }), {}, always ? { notify: "always" } : {});
    },
  ],
  ["command", ({ name }, commands) => commandNamed(name, commands, "command")],
];

function made(title: string, probe: Record<string, unknown>, more: object = {}): CheckSaid {
  return { title, spec: { probe, ...more } };
}

/** What ends is looked at each day; `expires` is there where its end is what is told. */
function ending(
  title: string,
  probe: Record<string, unknown>,
  { number, unit, expires }: Places,
  table: CheckTable,
): CheckSaid {
  const minDays = unit === undefined ? {} : { minDays: daysOf(number, unit, table) };
  return { ...made(title, { ...probe, ...minDays }), ...(expires ? { isDaily: true } : {}) };
}

/** IANA registry. */
const ports: [RegExp, number][] = [
  [/^s(?:sh|ftp)$/iu, 22],
  [/^ftp$/iu, 21],
  [/^smtp$/iu, 25],
  [/^imap$/iu, 143],
  [/^m(?:ysql|ariadb)$/iu, 3306],
  [/^postgres/iu, 5432],
  [/^redis$/iu, 6379],
  [/^mongo/iu, 27017],
  [/^rdp$/iu, 3389],
  [/^ldap$/iu, 389],
  [/^mqtt$/iu, 1883],
];

function portOf(service: string): number {
  return ports.find(([name]) => name.test(service))?.[1] ?? 0;
}

function tcpOf(host: string, port: number): CheckSaid {
  return made(`${host}:${port}`, { type: "tcp", host, port });
}

/** What has been waited for is there: it is told when it is seen first. */
const first = { alertAfter: 1 };

/** One that is bad has a reason to be told at once: it is not looked at again a minute later. */
function once(title: string, probe: Record<string, unknown>): CheckSaid {
  return made(title, probe, { alertAfter: 1, recoverAfter: 1 });
}

function commandNamed(name: string | undefined, commands: readonly string[], type: "command" | "tests") {
  // "the unit tests" are run by unit-tests.
  const said = name?.toLowerCase().replace(/\s+/gu, "-");
  const named = commands.find((one) => one.toLowerCase() === said);
  if (named === undefined) return null;
  return type === "tests" ? once(named, { type, run: { named } }) : made(named, { type, run: { named } });
}

function argvOf(marked: string): CheckSaid | null {
  const argv = itemsOf(marked);
  const [program] = argv ?? [];
  return program ? made(program.slice(program.lastIndexOf("/") + 1), { type: "command", run: { argv } }) : null;
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
  more: object = {},
  also: Pick<CheckSaid, "notify"> = {},
): CheckSaid | null {
  const text = (url ?? "").replace(/[.;!?]+$/u, "");
  const whole = /^https?:/i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(whole) || (whole !== text && files.test(text))) return null;
  return { ...made(new URL(whole).host.replace(/^www\./, ""), probe(whole), more), ...also };
}
