/** The facts of a claim in a few lines with words of the writer's own before them, as people put them into a mail. */
import { kept } from './hands-prose-compose.ts';
import type { Teller } from './hands-prose-teller.ts';
import type { FieldSlot } from './hands-prose-values.ts';

const WORDS: Partial<Record<FieldSlot, readonly string[]>> = {
  policy: ['policy', 'my number with you', 'Pol. number', 'contract', 'the long number on the bill'],
  line: ['kind of policy', 'what I have', 'cover type', 'product'],
  from: ['cover started', 'in force since', 'first day'],
  to: ['cover ends', 'good until', 'last day'],
  deductible: ['my share', 'out of pocket', 'what comes off', 'deductible I think'],
  date: ['day it happened', 'when', 'happened on', 'the date'],
  time: ['clock', 'time of day', 'hour', 'around'],
  place: ['where', 'the spot', 'place', 'location if you need it'],
  item: ['what is insured', 'it concerns', 'the thing', 'what got it'],
  damage: ['what is wrong', 'broken / gone', 'result', 'damage I can see'],
  amount: ['what they want for it', 'total quoted', 'money', 'price in all'],
  phone: ['best no. to reach me', 'cell', 'call', 'phone'],
  email: ['write to', 'e-mail', 'mail'],
  address: ['I live at', 'home', 'send post to'],
  dob: ['birthday', 'born', 'my d.o.b.'],
};

/** Lines for the wanted values that nothing else has stated. */
export function brief(teller: Teller, slots: readonly FieldSlot[]): string[] {
  const { kit } = teller;
  const { r, f } = kit;
  const bar = r.pick([': ', ' - ', ' = ', ' -> ', '... ']);
  const bullet = r.pick(['', '', '- ', '> ', '* ', 'o ']);
  const raised = r.chance(0.4);
  return kept(
    slots.map((slot) => {
      const words = WORDS[slot];
      if (!words || (slot === 'dob' && f.insured.firm !== null)) return null;
      const value = teller.value(slot);
      const word = r.pick(words);
      return value === null
        ? null
        : `${bullet}${raised ? word.charAt(0).toUpperCase() + word.slice(1) : word}${bar}${value}`;
    }),
  );
}
