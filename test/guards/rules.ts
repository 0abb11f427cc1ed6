/** What neither the compiler nor the linter nor the rules of imports can see. Each rule reads one file as text. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export interface SourceFile {
  /** From the root of the project, with slashes. */
  path: string;
  text: string;
}

/** Every .ts file below `dir`. */
export function filesBelow(root: string, dir: string): SourceFile[] {
  return readdirSync(join(root, dir), { withFileTypes: true }).flatMap((entry) => {
    const path = `${dir}/${entry.name}`;
    if (entry.isDirectory()) return filesBelow(root, path);
    return path.endsWith(".ts") ? [{ path, text: readFileSync(join(root, path), "utf8") }] : [];
  });
}

interface Rule {
  name: string;
  /** Which files it looks at. */
  where: RegExp;
  /** The places that may do it. */
  except?: RegExp;
  refused: RegExp;
}

const rules: Rule[] = [
  {
    name: "asks the clock itself",
    where: /^src\//,
    except: /^src\/(main\.ts$|time\/|playground\/server\.ts$)/,
    refused: /\bDate\.now\b|\bDate\(\)|\bperformance\.now\b/,
  },
  {
    name: "does calendar sums with Date, in no zone or the wrong one",
    where: /^src\//,
    except: /^src\/(main\.ts$|time\/|playground\/)/,
    refused: /\bnew Date\(/,
  },
  { name: "has a variable of its own", where: /^src\//, refused: /^(?:export )?(?:let|var) /m },
  {
    name: "keeps state of its own",
    where: /^src\//,
    refused: /^(?:export )?const \w+(?:: [^=\n]+)? = (?:new (?:Weak)?(?:Map|Set)(?:<[^\n]*>)?\(\)|\[\]|\{\});/m,
  },
  { name: "passes on what others export", where: /^src\//, refused: /^export (?:type )?(?:\*|\{[^}]*\}) from /m },
  {
    name: "reads the environment",
    where: /^src\//,
    except: /^src\/main\.ts$/,
    refused: /\bprocess\.env\b/,
  },
  { name: "knows that it is tested", where: /^src\//, refused: /\bNODE_ENV\b|\bVITEST\b|import\.meta\.vitest/ },
  {
    name: "silences a guard",
    where: /^(?:src|test|bench)\//,
    refused: /biome-ignore|@ts-ignore|@ts-expect-error|@ts-nocheck|\bas any\b|@knip|eslint-disable/,
  },
  { name: "leaves a test out", where: /^test\//, refused: /\b(?:it|test|describe)\.(?:skip|only|todo)\b/ },
  { name: "is longer than 250 lines", where: /^(?:src|test|bench)\//, refused: /^(?:[^\n]*\n){251}/ },
];

export const ruleNames = rules.map((rule) => rule.name);

/** `src/app/x.ts asks the clock itself` for every file that breaks a rule. */
export function broken(files: SourceFile[]): string[] {
  return files.flatMap(({ path, text }) =>
    rules
      .filter((rule) => rule.where.test(path) && !rule.except?.test(path) && rule.refused.test(text))
      .map((rule) => `${path} ${rule.name}`),
  );
}

/**
 * Files that the index of their folder should import and does not: each operation, kind and channel, and whatever no
 * neighbour uses. `null` when there is no index.
 */
export function unlisted(files: SourceFile[], dir: string): string[] | null {
  const beside = files
    .filter(({ path }) => path.startsWith(`${dir}/`) && !path.slice(dir.length + 1).includes("/"))
    .map(({ path, text }) => ({ name: path.slice(dir.length + 1), text }));
  const index = beside.find(({ name }) => name === "index.ts");
  if (!index) return null;
  const uses = (user: { text: string }, name: string) => user.text.includes(`from "./${name}"`);
  const helps = (file: { name: string; text: string }) =>
    !/^export .*: (?:Operation|Kind|ChannelType)\b/m.test(file.text) && beside.some((user) => uses(user, file.name));
  return beside.filter((file) => file !== index && !uses(index, file.name) && !helps(file)).map(({ name }) => name);
}
