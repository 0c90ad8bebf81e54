/** What `npm start` shows of its claims: a table that is drawn over and over on a terminal, plain lines elsewhere. */
import type { WriteStream } from 'node:tty';
import { stripVTControlCharacters } from 'node:util';
import pc from 'picocolors';

export interface Row {
  name: string;
  pages: number;
  step: string;
  sure: number | null;
  doubt: number | null;
  seconds: number;
  state: 'running' | 'done' | 'review' | 'failed';
}

const HEADINGS = ['claim', 'pages', 'step', 'sure', 'in doubt', 'seconds'] as const;
const WIDTHS = [30, 5, 34, 4, 8, 7] as const;
const RIGHT = new Set([1, 3, 4, 5]);
const REDRAW_MS = 250;

const COLOURS = { running: pc.cyan, done: pc.green, review: pc.yellow, failed: pc.red };

const pad = (text: string, column: number): string => {
  const width = WIDTHS[column] ?? 10;
  // A file name may hold anything, control sequences of the terminal too.
  const plain = stripVTControlCharacters(text).replaceAll(/\p{Cc}/gu, '?');
  const cut = plain.length > width ? `${plain.slice(0, width - 1)}…` : plain;
  return RIGHT.has(column) ? cut.padStart(width) : cut.padEnd(width);
};

const count = (value: number | null): string => (value === null ? '' : String(value));

function lineOf(row: Row): string {
  const cells = [
    row.name,
    count(row.pages),
    row.step,
    count(row.sure),
    count(row.doubt),
    row.seconds.toFixed(1),
  ];
  return cells
    .map((text, column) => (column === 2 ? COLOURS[row.state](pad(text, column)) : pad(text, column)))
    .join('  ');
}

const HEADING = pc.bold(HEADINGS.map(pad).join('  '));

export interface ClaimTable {
  /** Says that rows have changed. */
  update(rows: readonly Row[]): void;
  /** A line of text outside the table. */
  line(text: string): void;
  end(): void;
}

/** One line for each claim when it settles. */
export function plainTable(write: (text: string) => void): ClaimTable {
  const told = new Set<string>();
  return {
    update(rows) {
      for (const row of rows) {
        const known = `${row.name}: ${row.step}`;
        if (row.state === 'running' || told.has(known)) continue;
        if (told.size === 0) write(`${HEADING}\n`);
        told.add(known);
        write(`${lineOf(row)}\n`);
      }
    },
    line: (text) => write(`${text}\n`),
    end() {},
  };
}

/** The table drawn in place; where it is higher than the terminal, claims that still run come first. */
export function liveTable(terminal: WriteStream, footer: () => string): ClaimTable {
  let rows: readonly Row[] = [];
  let drawn = 0;
  const clear = (): void => {
    if (drawn > 0) terminal.write(`\u001b[${drawn}A\u001b[0J`);
    drawn = 0;
  };
  const draw = (): void => {
    clear();
    const room = Math.max(3, (terminal.rows ?? 24) - 4);
    const shown =
      rows.length <= room
        ? rows
        : [...rows]
            .sort((a, b) => Number(b.state === 'running') - Number(a.state === 'running'))
            .slice(0, room);
    const more = rows.length > shown.length ? [pc.dim(`… and ${rows.length - shown.length} more`)] : [];
    const lines = [HEADING, ...shown.map(lineOf), ...more, pc.dim(footer())];
    const width = terminal.columns ?? 100;
    const narrow = lines.map((line) =>
      stripVTControlCharacters(line).length < width
        ? line
        : stripVTControlCharacters(line).slice(0, width - 1),
    );
    terminal.write(`${narrow.join('\n')}\n`);
    drawn = lines.length;
  };
  const timer = setInterval(draw, REDRAW_MS);
  timer.unref();
  return {
    update(changed) {
      rows = changed;
    },
    line(text) {
      clear();
      terminal.write(`${text}\n`);
      if (rows.length > 0) draw();
    },
    end() {
      clearInterval(timer);
      draw();
      drawn = 0;
    },
  };
}
