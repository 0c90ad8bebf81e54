/** Packets written by code: each one has other bytes, so that nothing of one claim serves another. */
import { randomUUID } from 'node:crypto';
import type { SubmittedFile } from '../../shared/submit.ts';
import { drawLines, registerFonts } from './page-images.ts';

const FIRST = ['Ada', 'Robert', 'Nadia', 'Victor', 'Irene', 'Samuel', 'Paula', 'Henry', 'Clara', 'Oscar'];
const LAST = ['Miller', 'Okafor', 'Lindqvist', 'Brandt', 'Castillo', 'Novak', 'Reyes', 'Whitfield', 'Sato'];
const STREETS = ['Cedar Lane', 'Birch Court', 'Mill Road', 'Harbor Street', 'Orchard Avenue', 'Station Road'];
const PLACES = ['Salem, OR', 'Eugene, OR', 'Albany, NY', 'Dayton, OH', 'Mesa, AZ', 'Macon, GA'];
const ROOMS = ['basement', 'kitchen', 'bathroom', 'laundry room', 'upper hallway', 'utility room'];
const SOURCES = [
  'burst pipe',
  'leaking boiler',
  'broken supply line',
  'failed water heater',
  'cracked valve',
];
const DAMAGED = ['carpet and drywall', 'oak floor', 'two base cabinets', 'ceiling below', 'wall panels'];
const TOPICS = [
  'moisture reading',
  'access panel',
  'drying equipment',
  'photograph',
  'floor plan',
  'invoice',
];
const VERBS = ['was noted beside', 'belongs to', 'was compared with', 'was filed with', 'follows'];

/** Numbers from 0 to 1 that follow from the seed. */
function randomFrom(seed: number): () => number {
  let state = Math.imul(seed + 1, 2_654_435_761) >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** The lines of a typed form that states all fields; the seed decides what they say. */
export function formLines(seed: number): string[] {
  const random = randomFrom(seed);
  const one = (words: readonly string[]): string => words[Math.floor(random() * words.length)] ?? '';
  const digits = (count: number): string =>
    String(Math.floor(random() * 9 * 10 ** (count - 1)) + 10 ** (count - 1));
  const [first, last, room] = [one(FIRST), one(LAST), one(ROOMS)];
  const street = `${digits(3)} ${one(STREETS)}`;
  const place = one(PLACES);
  const day = 10 + Math.floor(random() * 17);
  return Object.entries({
    Claimant: `${first} ${last}`,
    'Date of birth': `03/${day}/19${digits(2)}`,
    Phone: `(415) 555-01${digits(2)}`,
    Email: `${first}.${last}@example.com`.toLowerCase(),
    Address: `${street}, ${place} ${digits(5)}`,
    'Policy number': `HO-${digits(7)}`,
    'Line of business': 'Homeowners',
    'Effective date': '01/01/2025',
    'Expiration date': '12/31/2025',
    'Date of loss': `08/${day}/2025`,
    'Time of loss': `14:${digits(2).replace(/^[6-9]/, '3')}`,
    'Cause of loss': 'Water damage',
    'Location of loss': `${street}, ${place}`,
    Description: `A ${one(SOURCES)} flooded the ${room} while no one was home`,
    Damage: `soaked ${one(DAMAGED)}`,
    'Insured property': 'single-family house',
    Estimate: `$${digits(1)},${digits(3)}.${digits(2)}`,
    Deductible: '$1,000',
    Injuries: 'None',
    'Other parties': 'None',
    'Police report no.': `25-${digits(6)}`,
    'Date reported': `08/${day + 1}/2025`,
    'Coverage determination': 'Covered',
  }).map(([label, value]) => `${label}: ${value}`);
}

const SENTENCES_A_PAGE = 16;

/** A page of an adjuster's notes that states no field. */
function notes(seed: number): string {
  const random = randomFrom(seed);
  const one = (words: readonly string[]): string => words[Math.floor(random() * words.length)] ?? '';
  const number = (): number => 100 + Math.floor(random() * 900);
  return Array.from(
    { length: SENTENCES_A_PAGE },
    () => `The ${one(TOPICS)} ${number()} ${one(VERBS)} the ${one(TOPICS)} ${number()} in the ${one(ROOMS)}.`,
  ).join('\n');
}

/** Distinct over all runs, so that nothing which an earlier run left can serve. */
let nextSeed = Number.parseInt(randomUUID().slice(0, 6), 16);

const TITLE = 'PROPERTY LOSS NOTICE';

/** A plain text of so many pages: a form, then notes. */
export function textPacket(pages = 1): SubmittedFile[] {
  const sheets = [`${TITLE}\n\n${formLines(nextSeed++).join('\n')}\n`];
  while (sheets.length < pages) sheets.push(`Notes of the adjuster\n\n${notes(nextSeed++)}\n`);
  return [{ name: 'notice.txt', bytes: Buffer.from(sheets.join('\f')) }];
}

/** One page as a scanner gives it: an image at 200 dots an inch, to be recognised. */
export async function scannedPacket(): Promise<SubmittedFile[]> {
  registerFonts();
  return [
    { name: 'notice.png', bytes: await drawLines([TITLE, '', ...formLines(nextSeed++)], { dpi: 200 }) },
  ];
}
