/** Heads of forms; one that names the line of business states it. */
import type { Kit } from '../kit.ts';
import { oneLineAddress } from '../people.ts';

const NEUTRAL = [
  'REPORT OF LOSS OR ACCIDENT',
  'Claim particulars',
  'WE NEED TO KNOW ABOUT YOUR LOSS',
  'Loss questionnaire',
  'Preliminary loss sheet',
  'CLAIM CARD',
  'Form for the notification of damage',
  'FIRST REPORT TO COMPANY',
  'Loss & damage record',
  'Request for settlement of a loss',
  'Claim opening form',
  'Tell us what happened',
  'Memorandum of loss',
  'LOSS SLIP',
];

const NAMING = {
  personal_auto: [
    'REPORT OF AUTOMOBILE ACCIDENT OR LOSS',
    'Personal auto claim questionnaire',
    'Private car claim form',
  ],
  commercial_auto: [
    'Business auto loss sheet',
    'COMMERCIAL AUTO CLAIM CARD',
    'Fleet / commercial auto loss report',
  ],
  homeowners: ['Homeowners claim particulars', "HOMEOWNER'S LOSS SHEET", 'Home insurance: report of damage'],
  renters: ['Renters claim particulars', 'RENTERS POLICY - LOSS SHEET'],
  commercial_property: ['Commercial property loss sheet', 'BUSINESS PROPERTY REPORT OF LOSS'],
  general_liability: ['General liability occurrence sheet', 'PUBLIC / GENERAL LIABILITY CLAIM CARD'],
} as const;

export function title(kit: Kit): string {
  const { r, f } = kit;
  return r.chance(0.3)
    ? kit.mark('policy_type', r.pick<string>(NAMING[f.policyType]), f.policyType, true)
    : r.pick(NEUTRAL);
}

/** Lines above a form: the company, its address, a form number, copies. */
export function letterhead(kit: Kit): string[] {
  const { r, f } = kit;
  return r.pick<string[]>([
    [f.insurer.toUpperCase(), title(kit)],
    [title(kit), `${f.insurer} - Claims Dept.`],
    [title(kit)],
    [`Form ${r.fill('@@ ###')} ed. ${r.int(1, 12)}-${r.int(2012, 2023)}`, title(kit)],
    [f.agency, oneLineAddress(f.agent.address), `Tel. ${kit.tel(f.agent.phone)}`, '', title(kit)],
    [`${f.insurer} | ${title(kit)} | page 1`],
    [`*** ${title(kit)} ***`, `File ${f.claimNumber}`],
  ]);
}
