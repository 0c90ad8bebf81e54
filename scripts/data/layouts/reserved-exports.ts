/** What systems hand over: a claim message in XML with attributes, a page in HTML, an intake log. */
import type { Kit } from '../kit.ts';
import { type Layout, sheet } from '../layout.ts';
import { clock, log, share, sum } from './reserved-log.ts';
import {
  account,
  dated,
  exclusionTold,
  hurtAnswer,
  isAuto,
  othersAs,
  othersLine,
  policeTold,
} from './reserved-phrases.ts';
import { retell } from './reserved-stories.ts';

/** Names without a sign that markup would have to write another way. */
function plainNames({ f }: Kit): void {
  const plain = (text: string): string => text.replace(/ ?& ?/g, ' and ');
  f.insurer = plain(f.insurer);
  f.shop.name = plain(f.shop.name);
  f.place = { ...f.place, street: plain(f.place.street) };
  for (const party of [f.insured, ...f.otherParties]) {
    if (party.firm) party.firm = plain(party.firm);
    party.name = plain(party.name);
  }
}

const el = (name: string, value: string | null, attributes = ''): string[] =>
  value === null ? [] : [`<${name}${attributes}>${value}</${name}>`];
const within = (name: string, lines: string[], attributes = ''): string[] =>
  lines.length === 0 ? [] : [`<${name}${attributes}>`, ...lines.map((line) => `  ${line}`), `</${name}>`];

const LOB = {
  personal_auto: 'AUTOP',
  commercial_auto: 'AUTOB',
  homeowners: 'HOME',
  renters: 'HOME',
  commercial_property: 'PROPC',
  general_liability: 'CGL',
} as const;

/** A notification message as carriers exchange it. */
function message(kit: Kit): string[] {
  const { f, r } = kit;
  plainNames(kit);
  dated(kit);
  const car = kit.itemParts();
  const line = kit.line();
  const other = f.others === 'listed' ? f.otherParties[0] : undefined;
  const names = kit.others();
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    ...within('ACORD', [
      ...within('SignonRq', [
        ...el('ClientDt', kit.reported()),
        ...el('CustLangPref', 'en-US'),
        ...el('Org', f.agency.replace(/ ?& ?/g, ' and ')),
      ]),
      ...within(
        'ClaimsNotificationAddRq',
        [
          ...el('RqUID', r.fill('########-####-####')),
          ...within('Producer', [
            ...el('CommercialName', f.agent.name),
            ...el('PhoneNumber', kit.tel(f.agent.phone), ' use="Business"'),
          ]),
          ...within('Policy', [
            ...el('PolicyNumber', kit.policy()),
            ...(line === null ? [] : el('LOBCd', line, ` codelist="lob" code="${LOB[f.policyType]}"`)),
            ...within('ContractTerm', [
              ...el('EffectiveDt', kit.effective()),
              ...el('ExpirationDt', kit.expiration()),
            ]),
            ...el('Deductible', share(kit), ' currency="USD"'),
          ]),
          ...within(
            'ClaimsParty',
            [
              ...el(f.insured.firm ? 'CommercialName' : 'PersonName', kit.claimant()),
              ...el('BirthDt', kit.dob()),
              ...el('Addr', kit.address(), ' type="Mailing"'),
              ...el('PhoneNumber', kit.phone(), ' use="Home"'),
              ...el('EmailAddr', kit.email()),
            ],
            ' role="Insured" id="P1"',
          ),
          ...(names ?? []).flatMap((name, index) =>
            within(
              'ClaimsParty',
              [
                ...el('PersonName', name),
                ...(index === 0 && other ? el('PhoneNumber', kit.tel(other.phone)) : []),
              ],
              ` role="${f.scenario.others === 'injured' ? 'Injured' : 'OtherParty'}" id="P${index + 2}"`,
            ),
          ),
          ...within('ClaimsParty', el('PersonName', f.witness.name), ' role="Witness" id="W1"'),
          ...within('ClaimsOccurrence', [
            ...el('LossDt', kit.lossDate()),
            ...el('LossTime', clock(kit)),
            ...el('LossCauseDesc', kit.cause()),
            ...el('LossAddr', kit.location()),
            ...el('IncidentDesc', account(kit, 1)),
            ...el('BodilyInjuryInd', hurtAnswer(kit, 'true', 'false')),
            ...el('ResponsibleAuthority', kit.policeNumber(), ' type="Police" item="ReportNumber"'),
            ...el('ProbableIncurredAmt', sum(kit), ' currency="USD"'),
          ]),
          ...within(car ? 'VehInfo' : 'RiskInfo', [
            ...(car
              ? [
                  ...el('ModelYear', car.year),
                  ...el('Manufacturer', car.make),
                  ...el('Model', car.model),
                  ...el('VehIdentificationNumber', f.vehicle.vin),
                ]
              : el('ItemDesc', kit.item())),
            ...el('DamageDesc', kit.damage()),
          ]),
          ...el('RemarkText', exclusionTold(kit), ' subject="coverage"'),
        ],
        ' schema="1.30"',
      ),
    ]),
  ];
}

/** A page saved from a claim system, its values in the cells of tables. */
function page(kit: Kit): string[] {
  const { f, r } = kit;
  plainNames(kit);
  const rows = (title: string, all: [string, string | null][]): string[] => {
    const stated = all.filter(([, value]) => value !== null && value !== '');
    return stated.length === 0
      ? []
      : [
          `<h2>${title}</h2>`,
          '<table class="kv">',
          ...stated.map(([label, value]) => `<tr><th scope="row">${label}</th><td>${value}</td></tr>`),
          '</table>',
        ];
  };
  return [
    '<!DOCTYPE html>',
    `<html lang="en"><head><title>Claim intake ${f.claimNumber}</title></head>`,
    '<body>',
    `<h1>Intake record</h1><p class="muted">${f.insurer}, handler ${kit.adjuster()}, desk ${kit.tel(f.agent.phone)}</p>`,
    ...rows('Event', [
      ['Event date', kit.lossDate()],
      ['Event time', kit.lossTime()],
      ['Event place', kit.location()],
      ['Category', kit.cause()],
      ['Notified', kit.reported()],
      ['Account of event', account(kit, 2)],
      ['Police reference', kit.policeNumber()],
      ['Persons hurt', hurtAnswer(kit, 'yes', 'no')],
    ]),
    ...rows('Loss', [
      [isAuto(kit) ? 'Insured car' : 'Insured object', kit.item()],
      ['What is affected', kit.damage()],
      ['Superseded figure', r.chance(0.3) && kit.has('estimated_amount') ? kit.earlier() : null],
      ['Gross figure', kit.amount()],
    ]),
    ...rows('Client', [
      ['Client', kit.claimant()],
      ['Birth date', kit.dob()],
      ['Tel', kit.phone()],
      ['Mail', kit.email()],
      ['Lives at / seat', kit.address()],
    ]),
    ...rows('Contract', [
      ['Contract no', kit.policy()],
      ['Product line', kit.line()],
      ['Inception', kit.effective()],
      ['Expiry', kit.expiration()],
      ['Retained by client', kit.deductible()],
    ]),
    ...rows('Other side', [
      [othersAs(kit).replace(/^the /, ''), othersLine(kit)],
      ['Their contract', f.others === 'listed' && isAuto(kit) ? (f.otherParties[0]?.policy ?? null) : null],
    ]),
    ...[exclusionTold(kit), policeTold(kit)].filter(Boolean).map((text) => `<p>${text}</p>`),
    '</body></html>',
  ];
}

const exportAs = (
  name: string,
  family: string,
  write: (kit: Kit) => string[],
  style: Layout['style'] = {},
): Layout => ({
  name,
  family,
  telling: 'third',
  style,
  write: (kit) => {
    retell(kit);
    return sheet('export', write(kit));
  },
});

export const reservedExports: Layout[] = [
  exportAs('reserved-claim-message', 'message', message, { date: 'iso', phone: 5 }),
  exportAs('reserved-saved-page', 'saved-page', page),
  exportAs('reserved-intake-log', 'intake-log', log, { date: 'iso', phone: 6 }),
];
