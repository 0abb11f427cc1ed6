import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const root = new URL("../../", import.meta.url);
const pages = [
  ...readdirSync(root).filter((name) => name.endsWith(".md")),
  ...readdirSync(new URL("docs/", root), { recursive: true })
    .map((name) => `docs/${name}`)
    .filter((name) => name.endsWith(".md")),
  "actions/README.md",
];

/** `](target)`, without addresses on the web. */
function links(page: string): string[] {
  const text = readFileSync(new URL(page, root), "utf8");
  return [...text.matchAll(/\]\((?!https?:)([^)]+)\)/g)].map(([, target = ""]) => target);
}

/** As GitHub makes them of headings. */
function anchors(page: string): string[] {
  const text = readFileSync(new URL(page, root), "utf8");
  return [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\w\- ]/g, "")
      .replaceAll(" ", "-"),
  );
}

describe("the documents", () => {
  it.each(pages)("%s leads nowhere that does not exist", (page) => {
    const wrong = links(page).filter((target) => {
      const [path = "", anchor] = target.split("#");
      const file = path === "" ? page : new URL(path, new URL(page, root)).href.slice(root.href.length);
      return !existsSync(new URL(file, root)) || (anchor !== undefined && !anchors(file).includes(anchor));
    });
    expect(wrong).toEqual([]);
  });
});

describe("the reasons for dependencies", () => {
  it("name each of them and no other", () => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync(new URL("package.json", root), "utf8"));
    const adr = readFileSync(new URL("docs/adr/0007-node-and-dependencies.md", root), "utf8");
    const named = [...adr.matchAll(/^\| ([@a-z][^|]*) \|/gm)].flatMap(([, names = ""]) => names.split(", "));
    const installed = Object.keys({ ...dependencies, ...devDependencies });
    expect(named.filter((name) => name !== "dependency").sort()).toEqual(installed.sort());
  });

  it("are pinned exactly", () => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync(new URL("package.json", root), "utf8"));
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
      expect(`${name} ${version}`).toMatch(/ \d+\.\d+\.\d+$/);
    }
  });
});
