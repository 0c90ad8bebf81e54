/** Claim packets of the training layouts, asked for under other schemas than the claim's. */
import type { RawValue } from '../../../shared/claim-fields.ts';
import { LAYOUTS, layoutsOf } from '../layouts/index.ts';
import { makePacket, type Packet } from '../packet.ts';
import type { Random } from '../random.ts';
import { answerTo, drawSchema } from './schema.ts';
import type { Solved } from './solved.ts';

/** Generic documents have shapes of their own; drawn and worded ones, and those of other hands, would teach the base little. */
const DRAWN_ANEW: ReadonlySet<string> = new Set(['drawn', 'worded', 'hands']);
const TRAIN = layoutsOf('train').filter(({ family }) => !DRAWN_ANEW.has(family));

/** `count` packets with the same keys asked of each; the last is the one to solve. */
export function askedClaims(r: Random, count: number): { kind: string; solved: Solved[] } {
  const packet = (layouts = TRAIN): Packet => makePacket(r.int(1, 900_000), r.int(0, 900_000), layouts);
  const target = packet();
  const own = LAYOUTS.filter(({ name }) => name === target.layout);
  const schema = drawSchema(r, target.answer);
  const solve = ({ text, answer }: Packet): { text: string; answer: Record<string, RawValue> } => ({
    text,
    answer: answerTo(schema, answer),
  });
  const alike = r.chance(0.5);
  const shots = Array.from({ length: count - 1 }, () => solve(packet(alike ? own : TRAIN)));
  return { kind: `claim ${target.layout}`, solved: [...shots, solve(target)] };
}
