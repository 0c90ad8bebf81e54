/** Sentence templates by register; a tag behind `#` keeps one to claims that it fits. */
import { ACCENT } from './hands-prose-accent.ts';
import { CURT } from './hands-prose-curt.ts';
import { PLAIN_LONG, STIFF_LONG } from './hands-prose-long.ts';
import { PLAIN } from './hands-prose-plain.ts';
import { STIFF } from './hands-prose-stiff.ts';
import type { Register, Teller } from './hands-prose-teller.ts';

export type Topic =
  | 'cover'
  | 'event'
  | 'when'
  | 'thing'
  | 'harm'
  | 'cost'
  | 'driver'
  | 'owner'
  | 'injured'
  | 'several'
  | 'reach';
export type Bank = Readonly<Record<Topic, readonly string[]>>;

const joined = (one: Bank, more: Partial<Bank>): Bank =>
  Object.fromEntries(
    Object.entries(one).map(([topic, lines]) => [topic, [...lines, ...(more[topic as Topic] ?? [])]]),
  ) as unknown as Bank;
const BANKS: Readonly<Record<Register, Bank>> = {
  plain: joined(PLAIN, PLAIN_LONG),
  stiff: joined(STIFF, STIFF_LONG),
  curt: CURT,
  accent: ACCENT,
};

const TAGS: Readonly<Record<string, (teller: Teller) => boolean>> = {
  auto: ({ scenario }) => scenario.line === 'auto',
  crash: ({ scenario }) => scenario.type === 'collision',
  place: ({ scenario }) => scenario.line !== 'auto',
  theft: ({ scenario }) => scenario.type === 'theft',
  hurt: ({ scenario }) => scenario.line === 'liability',
  ruin: ({ scenario }) => scenario.line !== 'liability' && scenario.type !== 'theft',
  self: ({ speaker }) => speaker === 'self',
  near: ({ speaker }) => speaker === 'self' || speaker === 'kin',
  apart: ({ speaker }) => speaker !== 'agent',
  person: ({ kit }) => kit.f.insured.firm === null,
};

/** The templates of a topic that fit the claim, some of the plain ones among those of another register. */
export function sentencesOf(teller: Teller, topic: Topic): string[] {
  const { register } = teller;
  const mixed = register === 'accent' || (register === 'stiff' && topic !== 'event');
  const all =
    mixed && teller.kit.r.chance(0.25)
      ? [...BANKS[register][topic], ...BANKS.plain[topic]]
      : BANKS[register][topic];
  return fitting(teller, all);
}

/** The templates whose tags fit the claim and the speaker, without the tags. */
export const fitting = (teller: Teller, lines: readonly string[]): string[] =>
  lines.flatMap((line) => {
    const { text, tags } = parsed(line);
    return tags.every((tag) => TAGS[tag]?.(teller)) ? [text] : [];
  });

const known = new Map<string, { text: string; tags: string[] }>();
function parsed(line: string): { text: string; tags: string[] } {
  let made = known.get(line);
  if (!made) {
    const [, text = '', tags = ''] = /^(.*?)((?:#[a-z]+)*)$/.exec(line) ?? [];
    made = { text, tags: tags.split('#').filter((tag) => tag !== '') };
    known.set(line, made);
  }
  return made;
}
