/** What a packet of `examples/source` is made of. */

import type { Scan } from '../../scripts/data/scan.ts';
import { type Claim, ClaimSchema, FIELD_KEYS, type FieldKey } from '../../shared/claim-fields.ts';

export interface Cell {
  label: string;
  value: string;
  /** Share of the row; cells without one have 1. */
  width?: number;
}

/** What a printed page consists of, from top to bottom. */
export type Block =
  | { kind: 'letterhead'; name: string; lines: string[] }
  | { kind: 'title' | 'heading' | 'text' | 'small' | 'signature'; text: string }
  /** One `Label: value` a line. */
  | { kind: 'fields'; rows: [string, string][] }
  /** Ruled boxes, the label small above the value; `fillable` makes each one a form field. */
  | { kind: 'boxes'; rows: Cell[][]; fillable?: boolean }
  /** The same blocks beside each other. */
  | { kind: 'columns'; left: Block[]; right: Block[] }
  | { kind: 'table'; head: string[]; rows: string[][]; widths: number[] }
  /** A rubber stamp across the upper right corner of the page. */
  | { kind: 'stamp'; text: string }
  | { kind: 'rule' | 'pageBreak' }
  | { kind: 'space'; points: number };

export interface Print {
  font?: 'sans' | 'serif' | 'mono';
  size?: number;
  /** Printed at the very top of each page, as fax machines do; `#` stands for the page number. */
  transmission?: string;
  footer?: string;
  blocks: Block[];
}

export interface Attachment {
  name: string;
  print: Print;
}

/** A document of a packet, `name` with its ending. */
export type SourceDocument =
  | { name: string; as: 'text'; content: string }
  | { name: string; as: 'pdf' | 'docx'; print: Print }
  | { name: string; as: 'png' | 'fax' | 'scanned-pdf'; print: Print; scan: Scan }
  | { name: string; as: 'email'; headers: [string, string][]; body: string; attachments: Attachment[] };

export interface Packet {
  /** Folder name and claim id. */
  id: string;
  documents: SourceDocument[];
  /** Labels under the rules of the 23 fields; what is left out is not stated. */
  stated: Partial<Claim>;
  /** Fields whose label is a judgement. */
  uncertain?: FieldKey[];
}

/** The packet's line of `labels.jsonl`, with every field in the order of the contract. */
export function labelLine({ id, documents, stated, uncertain = [] }: Packet): string {
  const expected = ClaimSchema.parse(Object.fromEntries(FIELD_KEYS.map((key) => [key, stated[key] ?? null])));
  const names = documents.map(({ name }) => `${id}/${name}`);
  return `${JSON.stringify({ id, documents: names, expected, uncertain })}\n`;
}

export const title = (text: string): Block => ({ kind: 'title', text });
export const heading = (text: string): Block => ({ kind: 'heading', text });
export const text = (text: string): Block => ({ kind: 'text', text });
export const small = (text: string): Block => ({ kind: 'small', text });
export const signature = (text: string): Block => ({ kind: 'signature', text });
export const fields = (...rows: [string, string][]): Block => ({ kind: 'fields', rows });
export const boxes = (...rows: Cell[][]): Block => ({ kind: 'boxes', rows });
export const fillable = (...rows: Cell[][]): Block => ({ kind: 'boxes', rows, fillable: true });
export const columns = (left: Block[], right: Block[]): Block => ({ kind: 'columns', left, right });
export const letterhead = (name: string, ...lines: string[]): Block => ({ kind: 'letterhead', name, lines });
export const table = (widths: number[], head: string[], ...rows: string[][]): Block => ({
  kind: 'table',
  head,
  rows,
  widths,
});
export const stamp = (text: string): Block => ({ kind: 'stamp', text });
export const rule: Block = { kind: 'rule' };
export const pageBreak: Block = { kind: 'pageBreak' };
export const space = (points: number): Block => ({ kind: 'space', points });
export const cell = (label: string, value: string, width = 1): Cell => ({ label, value, width });
