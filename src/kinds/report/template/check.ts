/** Whether every name of a template means something, before there is any data: a typing error must not wait for an outage. */
import { type Name, type Node, type Part, TemplateError } from "./node.ts";

/** What there will be. `any` is JSON from outside, of which nobody knows the names. */
export type Shape = "value" | "any" | { list: Shape } | Shapes;
export interface Shapes {
  fields: { [name: string]: Shape };
}

/** Names that are looked up from the innermost block outwards. */
type Scopes = readonly Shape[];

/** @throws TemplateError at the first name that is unknown or is not what it is used as */
export function checkNames(nodes: readonly Node[], shapes: Shapes, ledgers: readonly string[]): void {
  walk(nodes, [shapes], ledgers);
}

function walk(nodes: readonly Node[], scopes: Scopes, ledgers: readonly string[]): void {
  for (const node of nodes) {
    switch (node.node) {
      case "line":
      case "item":
      case "heading":
        values(node.parts, scopes);
        break;
      case "if":
        shapeOf(node.name, scopes);
        walk(node.body, scopes, ledgers);
        walk(node.otherwise, scopes, ledgers);
        break;
      case "each":
        walk(node.body, inside(node.name, scopes), ledgers);
        break;
      case "table":
        for (const column of node.columns) values(column, scopes);
        for (const cell of node.cells) values(cell, inside(node.name, scopes));
        break;
      case "show":
        shapeOf(node.name, scopes);
        break;
      case "chart":
        if (!ledgers.includes(node.source)) throw new TemplateError("notALedger", node.at, node.source);
    }
  }
}

function values(parts: readonly Part[], scopes: Scopes): void {
  for (const part of parts) {
    if (!("name" in part)) continue;
    const shape = shapeOf(part.name, scopes);
    if (shape !== "value" && shape !== "any")
      throw new TemplateError("notAValue", part.name.at, part.name.path.join("."));
  }
}

function inside(name: Name, scopes: Scopes): Scopes {
  const shape = shapeOf(name, scopes);
  if (shape === "any") return [...scopes, "any"];
  if (shape === "value" || !("list" in shape)) throw new TemplateError("notAList", name.at, name.path.join("."));
  return [...scopes, shape.list];
}

function shapeOf({ path, at }: Name, scopes: Scopes): Shape {
  const [first = "", ...rest] = path;
  let shape = firstShape(first, scopes);
  for (const key of rest) shape = shape === null ? null : step(shape, key);
  if (shape === null) throw new TemplateError("unknownName", at, path.join("."));
  return shape;
}

function firstShape(name: string, scopes: Scopes): Shape | null {
  if (scopes.length > 1 && name === "this") return scopes.at(-1) ?? null;
  if (scopes.length > 1 && name === "number") return "value";
  for (const scope of [...scopes].reverse()) {
    const shape = step(scope, name);
    if (shape !== null) return shape;
  }
  return null;
}

function step(shape: Shape, key: string): Shape | null {
  if (shape === "any") return "any";
  if (shape === "value" || !("fields" in shape)) return null;
  return Object.hasOwn(shape.fields, key) ? (shape.fields[key] ?? null) : null;
}
