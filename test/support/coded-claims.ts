/** Claims in a form that nobody can read who was not shown it: values behind codes, in an order of their own. */
import { layoutsOf } from '../../scripts/data/layouts/index.ts';
import { makePacket } from '../../scripts/data/packet.ts';
import { type Claim, FIELD_KEYS, type FieldValue, fieldSpec } from '../../shared/claim-fields.ts';
import { isComplete } from '../../shared/domain/validate.ts';

export interface CodedClaim {
  id: string;
  text: string;
  expected: Claim;
}

const lineOf = (index: number): number => (index * 7) % FIELD_KEYS.length;

function printed(key: (typeof FIELD_KEYS)[number], value: FieldValue): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (Array.isArray(value)) return value.join('; ') || 'None';
  if (typeof value === 'number') return `$${value.toLocaleString('en-US', { minimumFractionDigits: 2 })}`;
  const { kind } = fieldSpec(key);
  if (kind === 'enum') return value.replaceAll('_', ' ');
  if (kind !== 'date') return value;
  const [year, month, day] = value.split('-');
  return `${month}/${day}/${year}`;
}

function textOf(expected: Claim): string {
  const lines = FIELD_KEYS.map((key, index): [number, string] => [
    lineOf(index),
    `Z${10 + lineOf(index)} ${printed(key, expected[key])}`,
  ]);
  return `RECORD DUMP\n\n${lines
    .sort(([a], [b]) => a - b)
    .map(([, line]) => line.trimEnd())
    .join('\n')}\n`;
}

/** The first `count` complete claims of a seed. */
export function codedClaims(count: number, seed: number): CodedClaim[] {
  const layouts = layoutsOf('train');
  const made: CodedClaim[] = [];
  for (let index = 0; made.length < count; index += 1) {
    const { expected } = makePacket(seed, index, layouts);
    if (isComplete(expected)) made.push({ id: `coded-${seed}-${index}`, text: textOf(expected), expected });
  }
  return made;
}
