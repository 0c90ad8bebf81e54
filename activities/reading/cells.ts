import type { Fragment } from './rows.ts';

/** A printed line of a form or table: wider than high, or higher than wide. */
export interface Rule {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** The words between four rules. */
export interface Cell {
  left: number;
  top: number;
  right: number;
  bottom: number;
  words: Fragment[];
  /** Stands in a row of cells without rules of its own. */
  loose?: true;
}

/** Rules closer than this are one. */
const SAME = 2;
/** A frame around this share of the text is a page border, no cell. */
const MAX_CELL_HEIGHT_SHARE = 0.5;
const MAX_RULES = 4_000;

/** The words that stand in a ruled cell, by cell, and those that stand in none. */
export function cellsOf(fragments: Fragment[], rules: Rule[]): { cells: Cell[]; free: Fragment[] } {
  const across = rules.filter((rule) => rule.right - rule.left > rule.bottom - rule.top);
  const down = rules.filter((rule) => rule.right - rule.left <= rule.bottom - rule.top);
  if (across.length < 2 || down.length < 2 || rules.length > MAX_RULES) return { cells: [], free: fragments };
  const height =
    Math.max(...fragments.map((word) => word.bottom)) - Math.min(...fragments.map((word) => word.top));
  const cells = new Map<string, Cell>();
  const free: Fragment[] = [];
  for (const word of fragments) {
    const frame = frameOf(word, across, down);
    if (!frame || frame.bottom - frame.top > MAX_CELL_HEIGHT_SHARE * Math.max(height, 100)) {
      free.push(word);
      continue;
    }
    const key = [frame.left, frame.top, frame.right, frame.bottom]
      .map((edge) => Math.round(edge / SAME))
      .join();
    const cell = cells.get(key);
    if (cell) cell.words.push(word);
    else cells.set(key, { ...frame, words: [word] });
  }
  return { cells: [...cells.values()], free };
}

/** The nearest rule on each side of a word. */
function frameOf(word: Fragment, across: Rule[], down: Rule[]): Omit<Cell, 'words'> | null {
  const [x, y] = [(word.left + word.right) / 2, (word.top + word.bottom) / 2];
  let [left, top, right, bottom] = [-Infinity, -Infinity, Infinity, Infinity];
  for (const rule of down) {
    if (rule.top - SAME > y || rule.bottom + SAME < y) continue;
    const at = (rule.left + rule.right) / 2;
    if (at <= x) left = Math.max(left, at);
    else right = Math.min(right, at);
  }
  for (const rule of across) {
    if (rule.left - SAME > x || rule.right + SAME < x) continue;
    const at = (rule.top + rule.bottom) / 2;
    if (at <= y) top = Math.max(top, at);
    else bottom = Math.min(bottom, at);
  }
  return [left, top, right, bottom].every(Number.isFinite) ? { left, top, right, bottom } : null;
}
