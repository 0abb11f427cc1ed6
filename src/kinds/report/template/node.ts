/** A template, read. */
import type { ChartKind } from "../chart/model.ts";

/** Both count from 1. */
export interface Place {
  line: number;
  column: number;
}

export interface Name {
  path: string[];
  at: Place;
}

/** A stretch of a line: words of the template, or a name whose value is put there. */
export type Part = { bold: boolean } & ({ text: string } | { name: Name });

export type Node =
  | { node: "line" | "item"; parts: Part[] }
  | { node: "heading"; level: 1 | 2 | 3; parts: Part[] }
  | { node: "blank" }
  | { node: "each"; name: Name; body: Node[] }
  | { node: "if"; name: Name; body: Node[]; otherwise: Node[] }
  | { node: "table"; name: Name; columns: Part[][]; cells: Part[][] }
  | { node: "show"; name: Name }
  | { node: "chart"; chart: ChartKind; source: string; at: Place };

export type TemplateCode =
  /** Longer than MAX_TEMPLATE. */
  | "tooLong"
  /** More than MAX_DEPTH blocks inside each other. */
  | "tooDeep"
  /** `{{` without its end, or what is between them is no name and no tag. */
  | "badTag"
  /** A tag that opens or closes something stands on a line with other words. */
  | "notAlone"
  /** A block without its end. */
  | "notClosed"
  /** An end, or an else, of nothing. */
  | "notOpen"
  /** A table is a line of headings and a line of as many cells. */
  | "badTable"
  | "unknownName"
  /** each and table go through lists. */
  | "notAList"
  /** A list or a group of values where one value belongs. */
  | "notAValue"
  | "unknownChart"
  /** Charts are drawn from the ledger. */
  | "notALedger";

/** A template that cannot be used, and where. */
export class TemplateError extends Error {
  readonly code: TemplateCode;
  readonly at: Place;
  /** What stands there. */
  readonly word: string;

  constructor(code: TemplateCode, at: Place, word: string) {
    super(`line ${at.line}, column ${at.column}: ${code} ${word}`.trimEnd());
    this.name = "TemplateError";
    this.code = code;
    this.at = at;
    this.word = word;
  }
}
