import { describe, expect, it } from 'vitest';
import type { Rule } from '../../activities/reading/cells.ts';
import { layOut } from '../../activities/reading/layout.ts';
import type { Fragment } from '../../activities/reading/rows.ts';

/** Words of 5 points a letter on a line whose top is `y`. */
function line(text: string, x: number, y: number, size = 10): Fragment[] {
  const step = size / 2;
  return [...text.matchAll(/\S+/g)].map((match) => {
    const [left, right] = [x + match.index * step, x + (match.index + match[0].length) * step];
    const [top, bottom] = [y, y + size];
    return {
      text: match[0],
      left,
      top,
      right,
      bottom,
      size,
      box: [left / 612, top / 792, right / 612, bottom / 792],
    };
  });
}

function frame(left: number, top: number, right: number, bottom: number): Rule[] {
  return [
    { left, top, right, bottom: top },
    { left, top: bottom, right, bottom },
    { left, top, right: left, bottom },
    { left: right, top, right, bottom },
  ];
}

const textOf = (fragments: Fragment[][], rules: Rule[] = []): string => layOut(fragments.flat(), rules).text;

describe('the text of a page', () => {
  it('keeps a caption beside a value far to its right', () => {
    expect(textOf([line('Policy Number:', 50, 50), line('PA-7724', 250, 50)])).toBe('Policy Number: PA-7724');
  });

  it('gives each of two captioned values on one row a line of its own', () => {
    const row = [
      line('Make:', 50, 50),
      line('Honda', 100, 50),
      line('Model:', 300, 50),
      line('Civic', 350, 50),
    ];
    expect(textOf(row)).toBe('Make: Honda\nModel: Civic');
  });

  it('puts a caption printed above its value before it', () => {
    const rows = [
      line('POLICY NUMBER', 50, 50, 7),
      line('DATE OF LOSS', 250, 50, 7),
      line('TIME', 450, 50, 7),
      line('PA-7724', 50, 62),
      line('03/04/2026', 250, 62),
    ];
    expect(textOf(rows)).toBe('POLICY NUMBER: PA-7724\nDATE OF LOSS: 03/04/2026\nTIME:');
  });

  it('keeps the rows of a table in rows, under their heads', () => {
    const rows = [
      [line('PART', 50, 50), line('HOURS', 250, 50), line('PRICE', 450, 50)],
      [line('Bumper', 50, 64), line('2.5', 250, 64), line('$310.00', 450, 64)],
      [line('Hood', 50, 78), line('1.0', 250, 78), line('$95.00', 450, 78)],
    ];
    expect(textOf(rows.flat())).toBe('PART | HOURS | PRICE\nBumper | 2.5 | $310.00\nHood | 1.0 | $95.00');
  });

  it('reads columns of prose one after the other', () => {
    const left = [
      'the truck came from the',
      'left and did not stop at',
      'the light before it hit us',
      'on the driver side door',
    ];
    const right = [
      'we called the police who',
      'arrived at half past nine',
      'and took the names of all',
      'who had seen the collision',
    ];
    const rows = left.flatMap((text, index) => [
      line(text, 50, 50 + 12 * index),
      line(right[index] ?? '', 330, 50 + 12 * index),
    ]);
    expect(textOf(rows)).toBe([...left, '', ...right].join('\n'));
  });

  it('reads two columns of captioned values one after the other', () => {
    const rows = ['Name: Ann Lee', 'Phone: 555-0100', 'Email: a@b.com', 'City: Reno'].flatMap(
      (text, index) => [
        line(text, 50, 50 + 12 * index),
        line(['Year: 2020', 'Make: Kia', 'Model: Rio', 'Plate: A1'][index] ?? '', 330, 50 + 12 * index),
      ],
    );
    expect(textOf(rows)).toBe(
      'Name: Ann Lee\nPhone: 555-0100\nEmail: a@b.com\nCity: Reno\n\nYear: 2020\nMake: Kia\nModel: Rio\nPlate: A1',
    );
  });

  it('reads the boxes of a form as captions with their values, empty ones too', () => {
    const rules = [...frame(40, 40, 200, 90), ...frame(205, 40, 400, 90), ...frame(405, 40, 560, 90)];
    const words = [
      line('POLICY NUMBER', 44, 44, 6),
      line('AUTO-9', 44, 74),
      line('CARRIER', 209, 44, 6),
      line('Blue Lake Mutual', 209, 74),
      line('NAIC CODE', 409, 44, 6),
    ];
    expect(textOf(words, rules)).toBe('POLICY NUMBER: AUTO-9\nCARRIER: Blue Lake Mutual\nNAIC CODE:');
  });

  it('reads a ruled table row by row, also where a cell has two lines', () => {
    const rules = [50, 70, 100].flatMap((top, row) =>
      [40, 200, 400].flatMap((left, column) =>
        frame(left, top, [200, 400, 560][column] ?? 0, [70, 100, 120][row] ?? 0),
      ),
    );
    const words = [
      line('Item', 44, 54),
      line('Acquired', 204, 54),
      line('Price', 404, 54),
      line('Driver side', 44, 74),
      line('mirror', 44, 86),
      line('2019', 204, 80),
      line('$433.70', 404, 80),
      line('Fender', 44, 104),
      line('2020', 204, 104),
      line('$90.00', 404, 104),
    ];
    expect(textOf(words, rules)).toBe(
      'Item | Acquired | Price\nDriver side mirror | 2019 | $433.70\nFender | 2020 | $90.00',
    );
  });

  it('separates paragraphs by a blank line', () => {
    expect(textOf([line('first', 50, 50), line('second', 50, 62), line('third', 50, 100)])).toBe(
      'first\nsecond\n\nthird',
    );
  });

  it('joins the pieces of a word that was drawn in pieces', () => {
    expect(textOf([line('AUTO', 50, 50), line('-77', 70.3, 50)])).toBe('AUTO-77');
  });

  it('knows for every word where it stands in the text and on the page', () => {
    const { text, words } = layOut([...line('Name of Insured:', 50, 50), ...line('Ann Lee', 300, 50)]);
    expect(words.map(({ start, end }) => text.slice(start, end))).toEqual([
      'Name',
      'of',
      'Insured:',
      'Ann',
      'Lee',
    ]);
    expect(words.at(-1)?.box).toEqual([320 / 612, 50 / 792, 335 / 612, 60 / 792]);
  });
});
