/** Forms that state a loss to a legal or a foreign pattern: joint statements, sworn proofs, two languages, a portal. */
import { addDays } from '../facts.ts';
import type { Kit, Row } from '../kit.ts';
import { type Layout, sheet } from '../layout.ts';
import { pad, width, wrap } from '../marks.ts';
import { oneLineAddress, vehicleText } from '../people.ts';
import {
  account,
  dated,
  exclusionTold,
  given,
  hurtAnswer,
  isAuto,
  othersLine,
  policeTold,
  prose,
} from './reserved-phrases.ts';
import { proof } from './reserved-proof.ts';
import { retell } from './reserved-stories.ts';

const kept = (rows: readonly [string, string | null][]): Row[] =>
  rows.filter((row): row is Row => row[1] !== null && row[1] !== '');

/** A page printed from a browser: addresses above and below, two fields to a line. */
function portal(kit: Kit): string[] {
  const { f, r } = kit;
  const auto = isAuto(kit);
  dated(kit);
  const panel = (title: string, rows: [string, string | null][]): string[] => {
    const out = [`▼ ${title}`];
    let open = '';
    for (const [label, value] of kept(rows)) {
      const text = `${label}  ${value}`;
      if (width(text) > 44) {
        if (open !== '') out.push(open);
        out.push(text);
        open = '';
      } else if (open === '') open = text;
      else {
        out.push(`${pad(open, 48)}${text}`);
        open = '';
      }
    }
    return open === '' ? [...out, ''] : [...out, open, ''];
  };
  const site = `https://agents.${f.insurer.split(' ')[0]?.toLowerCase()}.example/claims/${f.claimNumber}`;
  const printed = `${kit.date(addDays(f.reported, r.int(0, 3)))}`;
  return [
    `printed ${printed}                    Agent Center | Claim detail`,
    `Home › Book of business › Claims › ${f.claimNumber}`,
    `Signed in: ${f.agent.name} (${f.agency}), producer code ${r.fill('#####')}, ${kit.tel(f.agent.phone)}`,
    '',
    ...panel('Customer', [
      ['Primary insured', kit.claimant()],
      ['Birthdate', kit.dob()],
      ['Preferred phone', kit.phone()],
      ['Email on file', kit.email()],
      ['Garaging / mailing', kit.address()],
      ['Customer since', String(r.int(1998, 2020))],
    ]),
    ...panel('Policy snapshot', [
      ['Policy', kit.policy()],
      ['LOB', kit.line()],
      ['Term begin', kit.effective()],
      ['Term end', kit.expiration()],
      ['Ded', kit.deductible()],
      ['Annual premium', kit.money(r.int(400, 4_000) * 100)],
    ]),
    ...panel('Loss', [
      ['Loss dt', kit.lossDate()],
      ['Loss tm', kit.lossTime()],
      ['Loss cause', kit.cause()],
      ['Rptd dt', kit.reported()],
      ['Rptd by', 'Insured via agent'],
      ['Loss loc', kit.location()],
      [auto ? 'Veh' : 'Risk item', kit.item()],
      ['Injury ind', hurtAnswer(kit, 'Y', 'N')],
      ['Police rpt', kit.policeNumber()],
    ]),
    ...panel('Loss narrative (agent keyed)', []).slice(0, 1),
    wrap(account(kit), 100),
    '',
    ...panel('Exposures', [
      [auto ? 'Own damage' : f.scenario.line === 'liability' ? 'BI' : 'Damage', kit.damage()],
      ['Est. gross loss', kit.amount()],
      ['Other party', othersLine(kit)],
      [
        'Prior claims (36 mo)',
        r.chance(0.5)
          ? `1 - ${kit.date(f.prior.date)}, closed, ${kit.money(f.prior.amount)}`
          : 'none on file',
      ],
    ]),
    exclusionTold(kit) ?? '',
    `Activity: assigned to ${kit.adjuster()}. Diary ${r.int(3, 14)} days.`,
    `${site}                    1/1`,
  ];
}

/** English and Spanish beside each other in every label. */
function bilingual(kit: Kit): string[] {
  const { f, r } = kit;
  const auto = isAuto(kit);
  const lines = kept([
    ['Nombre del asegurado / Insured', kit.claimant()],
    ['Fecha de nacimiento / Birth', kit.dob()],
    ['Domicilio / Residence', kit.address()],
    ['Teléfono / Telephone', kit.phone()],
    ['Correo electrónico / E-mail', kit.email()],
    ['Aseguradora / Insurer', f.insurer],
    ['Número de póliza / Policy number', kit.policy()],
    ['Ramo / Line', kit.line()],
    ['Vigencia desde / In force from', kit.effective()],
    ['Vigencia hasta / In force until', kit.expiration()],
    ['Deducible / Deductible', kit.deductible()],
    ['Fecha del siniestro / Date of the loss', kit.lossDate()],
    ['Hora / Hour', kit.lossTime()],
    ['Lugar / Place', kit.location()],
    ['Tipo de siniestro / Kind of loss', kit.cause()],
    [auto ? 'Vehículo asegurado / Insured vehicle' : 'Bien asegurado / Insured property', kit.item()],
    [f.scenario.line === 'liability' ? 'Lesión / Injury' : 'Daños / Damage', kit.damage()],
    ['Valor estimado / Estimated value', kit.amount()],
    ['Lesionados / Persons hurt', hurtAnswer(kit, 'Sí / Yes', 'No')],
    ['Terceros / Third parties', othersLine(kit)],
    ['Informe policial no. / Police report no.', kit.policeNumber()],
    ['Testigo / Witness', r.chance(0.5) ? `${f.witness.name}, ${kit.tel(f.witness.phone)}` : null],
    ['Fecha de aviso a la aseguradora / Insurer notified', kit.reported()],
  ]);
  return [
    `AVISO DE SINIESTRO / NOTICE OF LOSS                    ${f.claimNumber}`,
    'Llene en inglés o en español. / Fill in English or Spanish.',
    '',
    ...lines.map(([label, value]) => `${label}: ${value}`),
    '',
    'Relato de los hechos / Account of the facts',
    wrap(account(kit), 92),
    exclusionTold(kit) ?? '',
    '',
    'Firma / Signature: ______________________',
    `Agente / Agent: ${f.agent.name}, ${kit.tel(f.agent.phone)}`,
  ];
}

/** The two sides of an event in two columns, the insured in the first of them. */
function joint(kit: Kit): string[] {
  const { f, r } = kit;
  const auto = isAuto(kit);
  const named = kit.othersInRoles();
  const [first, ...further] = named ?? [];
  const other = named ? f.otherParties[0] : undefined;
  const both = (label: string, a: string | null, b: string | null): string[] =>
    a === null && b === null
      ? []
      : width(a ?? '') > 36
        ? [`${pad(label, 16)}A: ${a}`, ...(b === null ? [] : [`${pad('', 16)}B: ${b}`])]
        : [
            `${pad(label, 16)}${pad(a === null ? '' : `A: ${a}`, 40)}${b === null ? '' : `B: ${b}`}`.trimEnd(),
          ];
  const b = (value: string | null): string | null => (other ? value : null);
  return [
    'AGREED STATEMENT OF FACTS     (one sheet for both sides, no admission of liability)',
    '',
    ...both('1. Date', kit.lossDate(), null).map((line) => line.replace('A: ', '')),
    ...both('2. Time', kit.lossTime(), null).map((line) => line.replace('A: ', '')),
    ...kept([['3. Place', kit.location()]]).map(([label, value]) => `${pad(label, 16)}${value}`),
    ...kept([['4. Injuries', hurtAnswer(kit, 'yes, even slight', 'no')]]).map(
      ([label, value]) => `${pad(label, 16)}${value}`,
    ),
    ...(r.chance(0.5) ? [`${pad('5. Witnesses', 16)}${f.witness.name}, ${kit.tel(f.witness.phone)}`] : []),
    '',
    `${pad('', 16)}${pad(auto ? 'VEHICLE A' : 'PARTY A', 40)}${auto ? 'VEHICLE B' : 'PARTY B'}`,
    ...both('6. Insured', kit.claimant(), other ? (first ?? null) : othersLine(kit)),
    ...both('   born', kit.dob(), null),
    ...both('   address', kit.address(), b(other ? oneLineAddress(other.address) : null)),
    ...both('   telephone', kit.phone(), b(other ? kit.tel(other.phone) : null)),
    ...both('   e-mail', kit.email(), b(other?.email ?? null)),
    ...both(
      auto ? '7. Vehicle' : '7. Property',
      kit.item(),
      b(other && auto ? vehicleText(other.vehicle) : null),
    ),
    ...both('8. Insurer', f.insurer, b(other?.carrier ?? null)),
    ...both('   policy no.', kit.policy(), b(other?.policy ?? null)),
    ...both('   cover', kit.line(), null),
    ...both('   valid from', kit.effective(), null),
    ...both('   valid to', kit.expiration(), null),
    ...both(
      f.scenario.line === 'liability' ? '9. Injury' : '9. Damage seen',
      kit.damage(),
      b(other && auto ? 'see own sheet' : null),
    ),
    ...both('10. Cost (est.)', kit.amount(), b(other && auto ? kit.money(other.estimate) : null)),
    ...(further.length > 0 ? [`Further parties: ${further.join('; ')}`] : []),
    '',
    '11. Remarks of A',
    wrap(account(kit), 90),
    ...kept([['', policeTold(kit)]]).map(([, value]) => value),
    exclusionTold(kit) ?? '',
    '',
    `Sheet A handed to own insurer${given(kit.deductible(), (sum) => ` (deductible ${sum})`) ?? ''}${given(kit.reported(), (day) => ` on ${day}`) ?? ''}.`,
  ];
}

const statement = (
  name: string,
  family: string,
  telling: Layout['telling'],
  write: (kit: Kit) => string[],
): Layout => ({
  name,
  family,
  telling,
  write: (kit) => {
    retell(kit);
    return sheet(family, [prose([write(kit).join('\n')]).replace(/\n{3,}/g, '\n\n')]);
  },
});

export const reservedStatements: Layout[] = [
  statement('reserved-agent-portal', 'portal', 'third', portal),
  statement('reserved-two-languages', 'bilingual', 'first', bilingual),
  statement('reserved-joint-statement', 'joint-statement', 'first', joint),
  statement('reserved-sworn-proof', 'sworn-proof', 'third', proof),
];
