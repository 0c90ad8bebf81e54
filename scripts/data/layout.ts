import type { Kit, Telling } from './kit.ts';
import type { PrintStyle } from './print.ts';

/** One document of a packet as text, its values still marked. */
export interface Sheet {
  name: string;
  text: string;
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

export const sheet = (name: string, lines: readonly (string | null)[]): Sheet[] => [
  {
    name,
    text: lines
      .filter((line) => line !== null)
      .join('\n')
      .trim(),
  },
];
