/** Layouts that are drawn for nothing but one last measurement; who mends the code does not look at them. */
import type { Kit } from '../kit.ts';
import type { Layout, Sheet } from '../layout.ts';
import { reservedExports } from './reserved-exports.ts';
import { reservedForms } from './reserved-forms.ts';
import { reservedLetters } from './reserved-letters.ts';
import { forwarded } from './reserved-mails.ts';
import { prose } from './reserved-phrases.ts';
import { callOut, reservedReports, scope } from './reserved-reports.ts';
import { reservedStatements } from './reserved-statements.ts';
import { retell } from './reserved-stories.ts';
import { recorded, reservedTalks } from './reserved-talks.ts';

const part = (name: string, lines: string[]): Sheet => ({ name, text: prose([lines.join('\n').trim()]) });

/** A carrier's acknowledgement, which says nothing about the loss. */
const receipt = (kit: Kit): string[] => [
  kit.f.insurer,
  `Reference ${kit.f.claimNumber}`,
  '',
  'Thank you for your notice, which has reached us. Please keep damaged articles until they have been seen.',
  `Your handler is ${kit.adjuster()}, ${kit.tel(kit.f.agent.phone)}, on weekdays from 9 to 5.`,
  'This letter neither confirms nor declines cover. Telephone calls may be recorded.',
];

const several = (name: string, telling: Layout['telling'], parts: (kit: Kit) => Sheet[]): Layout => ({
  name,
  family: 'mixed-post',
  telling,
  write: (kit) => {
    retell(kit);
    return parts(kit);
  },
});

export const RESERVED: readonly Layout[] = [
  ...reservedForms,
  ...reservedStatements,
  ...reservedLetters,
  ...reservedTalks,
  ...reservedReports,
  ...reservedExports,
  several('reserved-post-agency', 'first', (kit) => [
    part('forwarded', forwarded(kit)),
    part('estimate', scope(kit)),
    part('acknowledgement', receipt(kit)),
  ]),
  several('reserved-post-call-out', 'first', (kit) => [
    part('acknowledgement', receipt(kit)),
    part('run-sheet', callOut(kit)),
    part('recording', recorded(kit)),
  ]),
];
