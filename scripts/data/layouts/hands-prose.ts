/** What people write in prose, by another hand: letters, mails, threads, statements, messages. */
import type { Kit } from '../kit.ts';
import { type Layout, type Sheet, sheet } from '../layout.ts';
import { complaint, demand } from './hands-prose-disputes.ts';
import { handwritten, longLetter, onBehalf, referenced } from './hands-prose-letters.ts';
import { briefMail, brokerMail, forwarded, ownMail, webMessage } from './hands-prose-mails.ts';
import { affidavit, trade, witnessed } from './hands-prose-statements.ts';
import { staged } from './hands-prose-tales.ts';
import { chat, machine, slipNote, texts, wire } from './hands-prose-talk.ts';
import { type Register, type Speaker, Teller } from './hands-prose-teller.ts';
import { printedThread, quotedThread } from './hands-prose-threads.ts';

type Write = (teller: Teller) => (string | null)[];

/** A relative or an employer stands in for a person, a manager for a building. */
const fitting = (speaker: Speaker, { f }: Kit): Speaker =>
  speaker === 'kin' && f.insured.firm !== null
    ? 'self'
    : speaker === 'manager' && f.scenario.line === 'auto'
      ? 'agent'
      : speaker === 'employer' && f.insured.firm !== null
        ? 'self'
        : speaker;

const written = (
  name: string,
  weight: number,
  speakers: readonly Speaker[],
  registers: readonly Register[],
  parts: readonly [string, Write][],
): Layout => ({
  name: `hands-prose-${name}`,
  family: 'hands',
  telling: speakers[0] === 'self' || speakers[0] === 'kin' ? 'first' : 'third',
  weight,
  write: (kit): Sheet[] => {
    const { r } = kit;
    const register = r.pick(registers);
    staged(kit, register === 'curt');
    if (kit.style.money === 6) kit.style.money = 2;
    const teller = new Teller(kit, fitting(r.pick(speakers), kit), register);
    return parts.flatMap(([part, write]) => sheet(part, write(teller)));
  },
});

export const handsProse: Layout[] = [
  written('letter-long', 2.5, ['self'], ['plain'], [['letter', longLetter]]),
  written('letter-accent', 1.5, ['self'], ['accent'], [['letter', longLetter]]),
  written('letter-reference', 2, ['self', 'kin', 'agent'], ['plain', 'stiff'], [['letter', referenced]]),
  written('handwritten', 1.5, ['self'], ['plain', 'plain', 'curt'], [['statement', handwritten]]),
  written('letter-kin', 2, ['kin'], ['plain', 'plain', 'accent'], [['letter', onBehalf]]),
  written('letter-manager', 1.5, ['manager'], ['plain', 'stiff'], [['letter', onBehalf]]),
  written('letter-employer', 1, ['employer'], ['plain', 'stiff'], [['letter', onBehalf]]),
  written('letter-agent', 1.5, ['agent'], ['plain', 'stiff', 'curt'], [['letter', onBehalf]]),
  written('demand', 2, ['counsel'], ['stiff'], [['letter', demand]]),
  written('complaint', 2, ['self'], ['plain', 'stiff', 'accent'], [['letter', complaint]]),
  written('mail-own', 2, ['self'], ['plain', 'plain', 'curt', 'accent'], [['mail', ownMail]]),
  written('mail-brief', 1.5, ['self'], ['plain', 'curt', 'accent'], [['mail', briefMail]]),
  written('mail-kin', 1, ['kin'], ['plain'], [['mail', ownMail]]),
  written('mail-broker', 2, ['agent'], ['curt', 'curt', 'stiff'], [['mail', brokerMail]]),
  written('mail-forwarded', 1.5, ['self'], ['plain', 'curt'], [['mail', forwarded]]),
  written('thread-quoted', 2, ['self'], ['plain', 'curt', 'accent'], [['thread', quotedThread]]),
  written('thread-printed', 2, ['self'], ['plain', 'stiff'], [['thread', printedThread]]),
  written('web-message', 1.5, ['self'], ['plain', 'curt', 'accent'], [['message', webMessage]]),
  written('chat', 1.5, ['self'], ['plain', 'curt'], [['chat', chat]]),
  written('texts', 1, ['self'], ['curt', 'plain'], [['texts', texts]]),
  written('machine', 1.5, ['self', 'kin'], ['plain', 'accent'], [['message', machine]]),
  written('affidavit', 1.5, ['self'], ['plain', 'stiff'], [['statement', affidavit]]),
  written('witness', 1.5, ['outsider'], ['plain', 'stiff'], [['statement', witnessed]]),
  written('trade', 1.5, ['outsider'], ['plain', 'stiff'], [['letter', trade]]),
  written('wire', 0.7, ['agent'], ['curt'], [['note', wire]]),
  written('slip', 1, ['self'], ['curt', 'plain'], [['note', slipNote]]),
];
