/** Who may import whom. The picture is in docs/ARCHITECTURE.md, the reasons in docs/adr/0001-floors.md. */

/** Floor → the floors below it that it may use. A folder that is not listed here may not exist. */
const floors = {
  core: [],
  time: ["core"],
  language: ["core", "time"],
  texts: ["core"],
  app: ["core", "time", "language"],
  bot: ["core", "time", "language", "texts", "app"],
  http: ["core", "time", "language", "texts", "app"],
  cli: ["core", "time", "language", "texts", "app"],
  store: ["core", "time"],
  kinds: ["core", "time"],
  channels: ["core", "time"],
  playground: [],
};

/** Library → the only places that may import it. */
const homes = {
  "@grammyjs/conversations": ["src/bot/"],
  "@hono/node-server": ["src/http/", "src/playground/"],
  "@resvg/resvg-js": ["src/kinds/report/chart/"],
  "better-sqlite3": ["src/store/"],
  "chrono-node": ["src/language/"],
  commander: ["src/cli/"],
  croner: ["src/time/"],
  "drizzle-orm": ["src/store/"],
  echarts: ["src/kinds/report/chart/"],
  grammy: ["src/bot/"],
  hono: ["src/http/", "src/playground/"],
  nodemailer: ["src/channels/"],
  pino: ["src/log.ts"],
  "rrule-temporal": ["src/time/"],
  "smol-toml": ["src/toml.ts"],
  "temporal-polyfill": ["src/time/", "src/language/"],
};

/** Libraries that are at home everywhere. */
const everywhere = ["zod"];

const any = (words) => `(?:${words.join("|")})`;
const literal = (text) => text.replace(/[/.\\-]/g, "\\$&");
const inPackage = (name) => `node_modules/${literal(name)}/`;

const floorRules = Object.entries(floors).map(([floor, below]) => ({
  name: `floor-${floor}`,
  comment: `src/${floor} may import ${below.length ? below.join(", ") : "nothing of Belfry"}`,
  severity: "error",
  from: { path: `^src/${floor}/` },
  to: { path: "^src/", pathNot: `^src/${any([floor, ...below])}/` },
}));

const homeRules = Object.entries(homes).map(([library, places]) => ({
  name: `home-${library}`,
  comment: `${library} belongs to ${places.join(" and ")}`,
  severity: "error",
  from: { path: "^src/", pathNot: places.map((place) => `^${literal(place)}`) },
  to: { path: inPackage(library) },
}));

module.exports = {
  forbidden: [
    ...floorRules,
    ...homeRules,
    {
      name: "no-unknown-floor",
      comment: "a new folder in src needs its line in floors",
      severity: "error",
      from: {},
      to: { path: "^src/[^/]+/", pathNot: `^src/${any(Object.keys(floors))}/` },
    },
    {
      name: "no-homeless-library",
      comment: "a new library needs its line in homes",
      severity: "error",
      from: { path: "^src/" },
      to: { path: "node_modules/", pathNot: [...Object.keys(homes), ...everywhere].map(inPackage) },
    },
    { name: "no-circular", severity: "error", from: {}, to: { circular: true } },
    { name: "no-unresolvable", severity: "error", from: {}, to: { couldNotResolve: true } },
    {
      name: "no-way-out",
      comment: "src stands alone: no tests, scripts or benches",
      severity: "error",
      from: { path: "^src/" },
      to: { pathNot: ["^src/", "node_modules/"], dependencyTypesNot: ["core"], couldNotResolve: false },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    parser: "swc",
    enhancedResolveOptions: {
      extensions: [".ts", ".js"],
      exportsFields: ["exports"],
      conditionNames: ["import", "node"],
    },
  },
};
