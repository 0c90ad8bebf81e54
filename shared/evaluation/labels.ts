/** Label lines of a data set (JSON Lines): a packet, the 23 values expected of it, and what it is a sample of. */
import { z } from 'zod';
import { type Claim, ClaimSchema, FIELD_KEYS, type FieldKey } from '../claim-fields.ts';

/** What a claim may be grouped by in a report. */
export const GROUPINGS = ['split', 'family', 'layout'] as const;
export type Grouping = (typeof GROUPINGS)[number];

export interface Label {
  id: string;
  expected: Claim;
  /** Fields whose label is a judgement. */
  uncertain: FieldKey[];
  groups: Partial<Record<Grouping, string>>;
}

/** A label with its packet: text as it is, or paths relative to the file of the data set. */
export type LabelledPacket = Label & {
  packet: { text: string } | { documents: string[] };
  /** The values as printed, where the line gives them: what a model would be shown as the answer. */
  answer?: unknown;
};

const LabelLineSchema = z
  .object({
    id: z.string().min(1),
    documents: z.array(z.string().min(1)).min(1).optional(),
    text: z.string().min(1).optional(),
    expected: ClaimSchema,
    answer: z.unknown().optional(),
    uncertain: z.array(z.enum(FIELD_KEYS as [FieldKey, ...FieldKey[]])).default([]),
    split: z.string().optional(),
    family: z.string().optional(),
    layout: z.string().optional(),
  })
  .refine(({ documents, text }) => (documents === undefined) !== (text === undefined), {
    message: 'a line has either documents or text',
  });

/** Thrown when a data set cannot be used; the message is one sentence that names the line. */
export class DatasetError extends Error {
  override name = 'DatasetError';
}

/** The packets of a data set in its order. Throws `DatasetError`. */
export function parseLabelLines(text: string): LabelledPacket[] {
  const seen = new Set<string>();
  const packets = text.split('\n').flatMap((line, index): LabelledPacket[] => {
    if (!line.trim()) return [];
    const packet = parseLine(line, index + 1);
    if (seen.has(packet.id)) throw new DatasetError(`line ${index + 1}: the id ${packet.id} is there twice`);
    seen.add(packet.id);
    return [packet];
  });
  if (packets.length === 0) throw new DatasetError('the data set holds no claim');
  return packets;
}

function parseLine(line: string, number: number): LabelledPacket {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    throw new DatasetError(`line ${number}: it is not JSON`);
  }
  const parsed = LabelLineSchema.safeParse(json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const at = issue?.path.join('.');
    throw new DatasetError(
      `line ${number}: ${at ? `${at}: ` : ''}${issue?.message ?? 'it has another form'}`,
    );
  }
  const { id, documents, text, expected, uncertain, answer, ...rest } = parsed.data;
  const groups = Object.fromEntries(
    GROUPINGS.flatMap((grouping) => (rest[grouping] === undefined ? [] : [[grouping, rest[grouping]]])),
  );
  const packet = documents ? { documents } : { text: text ?? '' };
  return { id, expected, uncertain, groups, packet, ...(answer === undefined ? {} : { answer }) };
}
