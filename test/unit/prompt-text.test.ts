import { expect, test } from 'vitest';
import { promptText } from '../../shared/extractors/prompt-text.ts';

test('what only draws is left out, and what is drawn around keeps its words and order', () => {
  const grid = [
    '+------+-----------+',
    '| DOL  | 04/21/2025 |',
    '+------+-----------+',
    '',
    'Peril .......... Fire',
  ];
  expect(promptText(grid.join('\n'))).toBe('| DOL  | 04/21/2025 |\n\nPeril ... Fire');
  expect(promptText('LOSS\n====\n───────\n  a      b')).toBe('LOSS\n  a  b');
});

test('text without drawing stays as it is', () => {
  const text = 'Policy: HO-4471982\n\n- a dash\n* a star\n$1,200.00 -- about 3:30 PM… e.g. "N/A"';
  expect(promptText(text)).toBe(text);
});
