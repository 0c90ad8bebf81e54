import type { Random } from './random.ts';

// Each of the same length as what it is read for, so that the places of the values stay.
const MISREAD: Record<string, string> = {
  l: '1',
  I: 'l',
  O: '0',
  o: 'c',
  e: 'c',
  S: '5',
  B: '8',
  i: 'l',
  a: 'o',
  n: 'r',
  t: 'f',
  ',': '.',
  ':': ';',
  h: 'b',
};

/** The text as a poor recognition would give it, outside of the values, which stay readable. */
export function misread(
  text: string,
  values: readonly (readonly [number, number])[],
  share: number,
  r: Random,
): string {
  const inside = new Uint8Array(text.length);
  for (const [start, end] of values) inside.fill(1, start, end);
  let out = '';
  for (let at = 0; at < text.length; at++) {
    const char = text[at] ?? '';
    out += inside[at] === 0 && r.chance(share) ? (MISREAD[char] ?? char) : char;
  }
  return out;
}
