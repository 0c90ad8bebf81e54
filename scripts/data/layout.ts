import type { Kit, Telling } from './kit.ts';
import type { PrintStyle } from './print.ts';

/** One document of a packet as text, its values still marked. */
export interface Sheet {
  name: string;
  text: string;
  /** The same as the cells of a printed form, for layouts that are one. */
  boxes?: Box[];
}

/** A section of a printed form: cells under a title, then text over the whole width. */
export interface Box {
  title: string;
  rows: [label: string, value: string][];
  prose: string[];
}

export interface Layout {
  name: string;
  /** Layouts of one family look alike. */
  family: string;
  /** Who tells what happened. */
  telling: Telling;
  /** How often it is drawn, beside the others; 1 where nothing is said. */
  weight?: number;
  style?: Partial<PrintStyle>;
  write(kit: Kit): Sheet[];
}

export const sheet = (name: string, lines: readonly (string | null)[], boxes?: Box[]): Sheet[] => [
  {
    name,
    text: lines
      .filter((line) => line !== null)
      .join('\n')
      .trim(),
    ...(boxes ? { boxes } : {}),
  },
];
