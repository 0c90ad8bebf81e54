/** Sworn proofs with filled blanks, captions that run on, slips of a few words, fax sheets. */
import type { Kit } from '../kit.ts';
import { onOneLine, unmarked, width, wrap } from '../marks.ts';
import { fullName, oneLineAddress } from '../people.ts';
import { blocks } from './hands-forms-blocks.ts';
import {
  account,
  exclusionRemark,
  findingEntry,
  injuryEntry,
  oneStop,
  othersEntry,
  othersLines,
  put,
  smallPrint,
} from './hands-forms-remarks.ts';
import { letterhead } from './hands-forms-titles.ts';

const said = (parts: readonly (string | null | false)[]): string =>
  oneStop(parts.filter((part) => part !== null && part !== false && part !== '').join(' '));

/** `text` around a value, where there is one. */
const where = (value: string | null, text: (value: string) => string): string =>
  value === null ? '' : text(value);

/** A sworn statement in proof of loss. */
export function proofOfLoss(kit: Kit): string[] {
  const { r, f } = kit;
  const number = r.pick<(index: number) => string>([
    (index) => `${index}. `,
    (index) => `(${String.fromCharCode(96 + index)}) `,
    (index) => `${['FIRST', 'SECOND', 'THIRD', 'FOURTH', 'FIFTH', 'SIXTH', 'SEVENTH'][index - 1]}: `,
    (index) => `§ ${index} `,
  ]);
  const columns = r.pick([76, 92, 10_000]);
  const rule = r.pick(['', '_', '__']);
  const blank = (value: string): string => rule + value + rule;
  const policy = kit.policy();
  const [from, to] = [kit.effective(), kit.expiration()];
  const opening = said([
    r.pick(['To', 'Made to', 'Addressed to:']),
    `${f.insurer}.`,
    where(policy, (v) =>
      r.pick([`By your policy numbered ${blank(v)} you insured`, `Under contract no. ${blank(v)} you cover`]),
    ) || 'You insure',
    `${blank(kit.claimant())}${where(kit.address(), (v) => r.pick([`, of ${blank(v)}`, `, whose address is ${blank(v)}`]))}.`,
    where(r.chance(0.6) ? kit.line() : null, (v) => `The policy is of the class ${blank(v)}.`),
    where(from, (v) => `It took effect on ${blank(v)}.`),
    where(to, (v) => `It ends on ${blank(v)}.`),
  ]);
  const [date, time, place] = [kit.lossDate(), kit.lossTime(), kit.location()];
  const event = said([
    r.pick([`A loss of the kind "${kit.cause()}" took place`, `There was a loss, cause: ${kit.cause()},`]) +
      where(date, (v) => ` on ${blank(v)}`) +
      where(time, (v) => `, at the hour of ${blank(v)}`) +
      where(place, (v) => `, at ${blank(v)}`) +
      '.',
    r.pick(['It came about as follows:', 'Origin and course:', 'I swear to this account:']),
    account(kit),
  ]);
  const interest = said([
    where(kit.item(), (v) =>
      r.pick([
        `The thing insured: ${blank(v)}.`,
        `The property to which this proof relates is: ${blank(v)}.`,
      ]),
    ),
    r.pick([
      'Nobody but the insured has a share in it.',
      'A bank holds a lien on it.',
      'The insured is sole owner.',
    ]),
  ]);
  const damage = where(kit.damage(), (v) =>
    r.pick([`Destroyed, damaged or taken: ${v}`, `Particulars of what was lost or harmed: ${v}`]),
  );
  const total = kit.amount();
  const deductible = kit.deductible();
  const sums = said([
    where(total, (v) =>
      r.pick([
        `The whole loss and damage comes to ${blank(v)}.`,
        `Full cost of repair or replacement: ${blank(v)}.`,
      ]),
    ),
    r.chance(0.4) && `The limit under the policy is ${kit.money(r.pick([30, 60, 120, 300]) * 100_000)}.`,
    where(deductible, (v) =>
      r.pick([`From this the deductible of ${blank(v)} is taken off.`, `Deductible: ${blank(v)}.`]),
    ),
    total !== null &&
      deductible !== null &&
      f.total > f.deductible &&
      `Asked of the company after the deductible: ${kit.money(f.total - f.deductible)}.`,
  ]);
  const people = said([
    where(
      othersEntry(kit),
      (v) => `${r.pick(['Other persons concerned', 'Others who had part in it'])}: ${v}.`,
    ),
    where(injuryEntry(kit), (v) => `${r.pick(['Persons injured', 'Bodily injury'])}: ${v}.`),
    where(kit.policeNumber(), (v) => `Police report: ${v}.`),
    exclusionRemark(kit),
  ]);
  const reach = said([
    where(kit.dob(), (v) => r.pick([`Affiant was born ${v}.`, `Date of birth of affiant: ${v}.`])),
    where(kit.phone(), (v) => `Telephone ${v}.`),
    where(kit.email(), (v) => `E-mail ${v}.`),
  ]);
  const body = [event, interest, damage, sums, people, reach].filter((text) => text !== '');
  return [
    r.pick([
      'SWORN PROOF OF LOSS',
      'PROOF OF LOSS UNDER OATH',
      'Affidavit of loss',
      'Statement in proof of claim',
    ]),
    `Claim ${f.claimNumber}`,
    '',
    wrap(opening, columns),
    ...body.flatMap((text, index) => ['', wrap(number(index + 1) + text, columns)]),
    '',
    where(kit.reported(), (v) =>
      r.pick([`Notice of the loss was given to the company on ${v}.`, `Signed and sworn on ${v}.`]),
    ),
    `${r.pick(['Notary', 'Before me', 'Commissioner of oaths'])}: ${fullName(f.officer)}`,
  ];
}

/** Captions in capitals and answers one behind the other, as the text of a printed form comes out of a PDF. */
export function runOn(kit: Kit): string[] {
  const { r } = kit;
  const gap = r.pick(['  ', '   ', ' ', ' | ']);
  const full = r.pick([90, 110, 130]);
  const out = letterhead(kit);
  for (const section of blocks(kit, { register: 'form', extra: 2 })) {
    out.push(section.title.toUpperCase());
    let line = '';
    for (const [label, value] of section.rows) {
      const text = `${label.toUpperCase()} ${onOneLine(value)}`.trimEnd();
      if (line !== '' && width(line) + width(text) > full) {
        out.push(line);
        line = '';
      }
      line = line === '' ? text : line + gap + text;
    }
    if (line !== '') out.push(line);
    out.push(...section.prose.map((text) => wrap(text, full)));
  }
  return [...out, smallPrint(kit), `PAGE 1 OF 2`];
}

/** A few words for each answer, as a clerk jots them down. */
export function slip(kit: Kit): string[] {
  const { r, f } = kit;
  const mark = r.pick([': ', ' ', ' - ', '= ']);
  const loss = [kit.lossDate(), kit.lossTime()]
    .filter((value) => value !== null)
    .join(r.pick([' ', ' @ ', ', ']));
  const entries: [string[], string | null][] = [
    [['PH', 'Insd', 'For', 'Clmt', 'Policyholder'], kit.claimant()],
    [['POL', 'P#', 'Pol'], kit.policy()],
    [['LOB', 'Ln', 'Cov'], r.chance(0.5) ? kit.line() : null],
    [['DOL', 'D/L', 'Loss on'], loss || null],
    [['LOC', 'At', 'Where'], kit.location()],
    [['Facts', 'WHAT', 'Loss'], kit.story()],
    [['DMG', 'Dam.', 'Damage'], kit.damage()],
    [['IV', 'Unit', 'Insd item'], kit.item()],
    [['EST', 'Est $', 'Total est.'], kit.amount()],
    [['DED', 'Ded.'], kit.deductible()],
    [['INJ', 'Hurt'], injuryEntry(kit)],
    [['ADV', 'Other party', 'OTHERS'], othersEntry(kit)],
    [['PD rpt', 'Police #'], kit.policeNumber()],
    [['CB', 'Call back', 'Insd tel'], kit.phone()],
    [["Rec'd", 'Notice', 'Rptd'], kit.reported()],
    [['Agt', 'Agent'], r.chance(0.4) ? put(kit, '{agent} {agentphone}') : null],
  ];
  const kept = entries.flatMap(([labels, value]) =>
    value === null ? [] : [`${r.pick(labels)}${mark}${value}`],
  );
  const join = r.pick(['\n', '\n', '\n', ' / ', ' // ', '; ']);
  const ordered = r.chance(0.6) ? kept : r.shuffle(kept);
  return [r.pick(['NEW', 'Phone slip', `MSG ${f.adjuster.last}`, 'LOSS - short', '']), ordered.join(join)];
}

/** A fax sheet with the form below it. */
export function faxed(kit: Kit, form: (kit: Kit) => string[]): string[] {
  const { r, f } = kit;
  return [
    `FAX ${kit.tel(f.agent.phone)}  ${f.agency.toUpperCase()}  P. 01/0${r.int(2, 4)}`,
    `To: ${f.insurer}, attn. ${kit.adjuster()}`,
    `From: ${f.agent.name}, ${f.agency}, ${oneLineAddress(f.agent.address)}`,
    put(
      kit,
      r.pick([
        'Re: new loss, form follows',
        'Message: please open a claim, {n} pages incl. this one',
        'Re: our customer, see below',
      ]),
    ),
    '-'.repeat(60),
    ...form(kit),
  ];
}

/** An adjuster's sheet: the record, then what the desk holds of it. */
export function deskSheet(kit: Kit, set: (sections: ReturnType<typeof blocks>) => string[]): string[] {
  const { r, f } = kit;
  const sections = blocks(kit, { register: 'form', extra: r.pick([0, 1] as const) });
  const others = othersLines(kit).map(([label, value]) => `${label}: ${value}`);
  const finding = findingEntry(kit);
  const notes = [
    put(
      kit,
      r.pick([
        'Spoke to {agent}.',
        'Shop {shop} seen.',
        'Prior: {priordate} {prioramount}.',
        '{witness} not reached.',
        'Reserve {small} expense.',
      ]),
    ),
    ...(finding === null
      ? []
      : [`${r.pick(['Decision on cover', 'Desk finding, coverage', 'Cover'])}: ${finding}`]),
  ];
  return [
    r.pick(['ADJUSTER WORK SHEET', 'File review sheet', 'Desk sheet', 'CLAIM REVIEW FORM']),
    `${r.pick(['File', 'Claim'])} ${f.claimNumber} / ${kit.adjuster()}`,
    ...set(sections),
    ...(unmarked(others.join('')) === '' ? [] : ['', ...others]),
    '',
    r.pick(['REVIEW', 'Desk notes', 'EXAMINER']),
    ...(r.chance(0.5) ? notes : [...notes].reverse()),
  ];
}
