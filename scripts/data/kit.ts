/** What a layout writes with: the facts of one claim in printed forms, each value marked where it stands. */
import type { FieldKey, FieldValue } from '../../shared/claim-fields.ts';
import { drawFacts, type Facts, type Other } from './facts.ts';
import { type MarkedSpan, Marker, type MarkKey } from './marks.ts';
import { type Address, fullName, oneLineAddress, vehicleText } from './people.ts';
import * as print from './print.ts';
import type { Random } from './random.ts';
import { tell, type Voice } from './stories.ts';
import type { Target } from './targets.ts';

export type Telling = 'first' | 'third';

/** A label and its value; an empty value is a line left blank. */
export type Row = [label: string, value: string];

export class Kit {
  readonly r: Random;
  readonly f: Facts;
  readonly style: print.PrintStyle;
  readonly telling: Telling;
  /** The vehicle is only said to be one, without make and model. */
  readonly vagueItem: boolean;
  /** The kind of case that this packet was asked to be. */
  readonly target: Target | null;
  /** Fields that this packet leaves out. */
  readonly absent = new Set<FieldKey>();
  what: string;
  readonly voice: Voice;
  /** The narrative ends at the edge of the page, and nothing follows it. */
  readonly clipped: boolean;
  private readonly marker = new Marker();

  constructor(r: Random, telling: Telling, style?: Partial<print.PrintStyle>, target?: Target) {
    this.r = r;
    this.telling = telling;
    this.target = target ?? null;
    this.f = drawFacts(r, target?.scenario);
    this.style = { ...print.drawStyle(r, this.f.insured.address.country), ...style };
    const { f } = this;
    for (const [key, share] of ABSENT) if (r.chance(share)) this.absent.add(key);
    if (f.insured.firm) this.absent.add('claimant_dob');
    this.vagueItem = f.scenario.line === 'auto' && r.chance(0.1);
    if (f.scenario.line === 'auto')
      f.item = this.vagueItem ? r.pick(['Vehicle', 'Car', f.vehicle.body]) : vehicleText(f.vehicle);
    const car = r.pick([
      'vehicle',
      'car',
      'vehicle',
      f.vehicle.model,
      `${f.vehicle.color} ${f.vehicle.make}`,
    ]);
    const who = r.pick([
      'the insured',
      'our insured',
      'the policyholder',
      'the claimant',
      f.scenario.line === 'auto' ? 'the insured driver' : 'the insured',
      'the named insured',
    ]);
    const ours = f.scenario.line === 'auto' ? 'our driver' : 'our manager';
    this.voice =
      telling === 'first'
        ? { who: f.insured.firm ? ours : 'I', my: f.insured.firm ? 'our' : 'my', car }
        : { who, my: r.chance(0.5) ? "the insured's" : 'the insured', car };
    this.what = tell(r, f.scenario, this.voice, f.street, f.room);
    target?.bend(this);
    this.clipped = !target && r.chance(0.02) && this.what.length > 90;
    if (this.clipped) this.what = this.what.slice(0, this.what.length - r.int(8, 30)).trimEnd();
  }

  /** `printed` as the value of `key`; `weak` where a form's labelled line should win over it. */
  mark(key: MarkKey, printed: string, truth: FieldValue, weak = false): string {
    return this.marker.part(this.marker.begin(key, truth, weak), printed);
  }

  /** What has been stated so far. */
  get truth(): Marker['truth'] {
    return this.marker.truth;
  }

  /** A value that stands in several places, put together with `join`. */
  pieces(key: FieldKey, truth: FieldValue, printed: string[], join: string): string[] {
    const mark = this.marker.begin(key, truth, false, join);
    return printed.map((piece, index) => this.marker.part(mark, piece, index));
  }

  finish(text: string): { text: string; spans: MarkedSpan[] } {
    return this.marker.finish(text);
  }

  has(key: FieldKey): boolean {
    return !this.absent.has(key);
  }

  private value(key: FieldKey, printed: () => string, truth: FieldValue): string | null {
    return this.absent.has(key) ? null : this.mark(key, printed(), truth);
  }

  date(iso: string): string {
    return print.date(iso, this.style.date);
  }
  money(cents: number): string {
    return print.money(cents, this.style.money, this.style.currency);
  }
  tel(digits: string): string {
    return print.phone(digits, this.style.phone);
  }

  claimant(form = this.style.name): string {
    const { insured } = this.f;
    const printed = insured.firm ?? print.personName(insured.person, form);
    return this.mark('claimant_name', printed, insured.name);
  }
  /** The claimant's name in running text, not as a statement of it. */
  callName(): string {
    return (
      this.f.insured.firm ??
      (this.r.chance(0.5)
        ? `${this.f.insured.person.honorific} ${this.f.insured.person.last}`
        : this.f.insured.person.last)
    );
  }
  dob(): string | null {
    return this.value('claimant_dob', () => this.date(this.f.dob), this.f.dob);
  }
  phone(): string | null {
    return this.value(
      'claimant_phone',
      () => this.tel(this.f.insured.phone),
      print.phone(this.f.insured.phone, 0),
    );
  }
  email(): string | null {
    return this.value('claimant_email', () => this.f.insured.email, this.f.insured.email);
  }
  address(): string | null {
    const printed = oneLineAddress(this.f.insured.address);
    return this.value('claimant_address', () => printed, printed);
  }
  /** Street on one line, the rest on the next. */
  addressLines(): string[] {
    if (this.absent.has('claimant_address')) return [];
    const a = this.f.insured.address;
    return this.pieces(
      'claimant_address',
      oneLineAddress(a),
      [a.street, oneLineAddress(a).slice(a.street.length + 2)],
      ', ',
    );
  }
  policy(): string | null {
    return this.value('policy_number', () => this.f.policyNumber, this.f.policyNumber);
  }
  line(): string | null {
    const { policyType } = this.f;
    return this.value('policy_type', () => this.r.pick(print.POLICY_WORDS[policyType]), policyType);
  }
  effective(): string | null {
    return this.value('policy_effective_date', () => this.date(this.f.effective), this.f.effective);
  }
  expiration(): string | null {
    return this.value('policy_expiration_date', () => this.date(this.f.expiration), this.f.expiration);
  }
  lossDate(): string | null {
    return this.value('incident_date', () => this.date(this.f.lossDate), this.f.lossDate);
  }
  lossTime(): string | null {
    const vague = this.r.chance(0.2)
      ? this.r.pick(['Approximately ', 'Approx. ', 'about ', 'around ', '~', 'approximately '])
      : '';
    return this.value(
      'incident_time',
      () => vague + print.time(this.f.lossTime, this.style.time),
      this.f.lossTime,
    );
  }
  cause(): string {
    return this.mark('incident_type', this.r.pick(this.f.scenario.cause), this.f.scenario.type);
  }
  location(): string | null {
    const printed = print.place(this.f.place);
    return this.value('incident_location', () => printed, printed);
  }
  /** The place of loss on lines of its own: street, city, state, ZIP, country. */
  locationParts(): Row[] | null {
    const a: Address = this.f.place;
    if (this.absent.has('incident_location')) return null;
    const town = this.r.chance(0.35);
    const country = a.country === '' && this.r.chance(0.5) ? 'USA' : a.country;
    const rows: Row[] = (
      town
        ? [
            ['Street', a.street],
            [
              'City, State, ZIP',
              [a.city, [a.state, a.zip].filter(Boolean).join(' ')].filter(Boolean).join(', '),
            ],
            ['Country', country],
          ]
        : [
            ['Street', a.street],
            ['City', a.city],
            ['State', a.state],
            [a.country === '' ? 'ZIP' : 'Postal Code', a.zip],
            ['Country', country],
          ]
    ).filter((row): row is Row => row[1] !== '');
    const truth = rows.map(([, value]) => value).join(', ');
    const printed = this.pieces(
      'incident_location',
      truth,
      rows.map(([, value]) => value),
      ', ',
    );
    return rows.map(([label], index): Row => [label, printed[index] ?? '']);
  }
  story(): string {
    return this.mark('incident_description', this.what, this.what);
  }
  /** The damage as a form's line says it, or in the middle of a sentence. */
  damage(inSentence = false): string | null {
    if (this.absent.has('damage_description')) return null;
    const text = this.f.damageText;
    const printed = inSentence ? text.charAt(0).toLowerCase() + text.slice(1).replace(/\.$/, '') : text;
    return this.mark('damage_description', printed, text);
  }
  /** The damage as a list whose lines are its parts. */
  damageParts(): string[] {
    const each = this.f.damage.map(({ part, harm }) => (harm === '' ? part : `${part} (${harm})`));
    if (this.truth.damage_description !== undefined) return each;
    return this.pieces('damage_description', each.join(', '), each, ', ');
  }
  item(): string | null {
    return this.value('insured_item', () => this.f.item, this.f.item);
  }
  itemParts(): { year: string; make: string; model: string } | null {
    const v = this.f.vehicle;
    if (this.absent.has('insured_item') || this.f.scenario.line !== 'auto' || this.vagueItem) return null;
    const model = [v.model, v.trim].filter(Boolean).join(' ');
    const [year = '', make = '', last = ''] = this.pieces(
      'insured_item',
      this.f.item,
      [v.year, v.make, model],
      ' ',
    );
    return { year, make, model: last };
  }
  amount(): string | null {
    return this.value('estimated_amount', () => this.money(this.f.total), this.f.total / 100);
  }
  /** An estimate that a later one has replaced. */
  earlier(): string {
    return this.mark('earlier_amount', this.money(this.f.earlier), this.f.earlier / 100);
  }
  deductible(): string | null {
    return this.value('deductible_amount', () => this.money(this.f.deductible), this.f.deductible / 100);
  }
  reported(): string | null {
    return this.value('reported_date', () => this.date(this.f.reported), this.f.reported);
  }
  policeNumber(): string | null {
    if (this.f.police !== 'number') return null;
    return this.mark('police_report_number', this.f.policeNumber, this.f.policeNumber);
  }
  /** A yes or no to the question whether the police have a report. */
  policeAnswer(): string {
    return this.f.police === 'none' ? 'No' : this.saysPolice('Yes');
  }
  /** `printed` as the statement that the police have a report. */
  saysPolice(printed: string): string {
    return this.mark('police_said', printed, true);
  }

  /** One line about injuries, `null` where the claim is silent about them. */
  injuryLine(): string | null {
    if (this.f.injuries === 'silent') return null;
    const hurt = this.f.injuries === 'stated';
    return this.mark('injuries_reported', print.injuryWords(this.r, hurt, this.f.injury), hurt);
  }
  injuryAnswer(): string | null {
    if (this.f.injuries === 'silent') return null;
    const hurt = this.f.injuries === 'stated';
    return this.mark(
      'injuries_reported',
      hurt
        ? this.r.pick(['Yes', 'YES', 'Y', `Yes - ${this.f.injury}`])
        : this.r.pick(['No', 'NO', 'N', 'None']),
      hurt,
    );
  }

  /** The names of the other parties, `null` where the claim names none. */
  others(remark: (other: Other) => string = () => ''): string[] | null {
    if (this.f.others !== 'listed') return null;
    const mark = this.marker.begin(
      'third_parties',
      this.f.otherParties.map((other) => other.name),
    );
    return this.f.otherParties.map(
      (other, index) =>
        this.marker.part(
          mark,
          other.firm ??
            print.personName(other.person, this.style.name === 'last-first' ? 'last-first' : 'plain'),
          index,
        ) + remark(other),
    );
  }
  /** The value of a form's line for the other party. */
  othersValue(): string | null {
    if (this.f.others === 'none')
      return this.mark('third_parties', this.r.pick(['None', 'N/A', 'NONE', 'none', 'None involved']), []);
    if (this.f.others === 'unknown')
      return this.r.pick([
        'Unknown',
        'unknown driver',
        'Unidentified',
        'Unknown at this time',
        'Unnamed owner, a note was left',
        'Not identified, left the scene',
        'Other driver fled',
      ]);
    return this.othersInRoles()?.join(this.r.pick([', ', '; ', ' and ', ' & '])) ?? null;
  }
  /** The names of the other parties, some with their roles; always where the roles differ. */
  othersInRoles(): string[] | null {
    const roles = new Set(this.f.otherParties.map(({ role }) => role));
    const said = this.r.chance(roles.size > 1 ? 0.9 : 0.3);
    return this.others((other) => (said ? ` (${ROLE[other.role]})` : ''));
  }

  exclusionLine(): string | null {
    const { exclusion } = this.f;
    if (!exclusion) return null;
    const text = this.mark(`exclusion_${exclusion.scope}`, exclusion.text, exclusion.text);
    return print.exclusionWords(this.r, text, exclusion.scope);
  }
  disputeLine(): string | null {
    return this.f.disputed ? this.mark('fault_disputed', print.disputeWords(this.r), true) : null;
  }
  findingLine(): string | null {
    if (this.f.finding === null) return null;
    return this.mark(
      'coverage_determination',
      this.r.pick(print.FINDING_WORDS[this.f.finding]),
      this.f.finding,
    );
  }
  /** A second date of loss, said elsewhere in the packet than the labelled one. */
  contradictedDate(): string | null {
    if (
      this.f.otherLossDate === null ||
      this.truth.incident_date === undefined ||
      this.absent.has('incident_date')
    )
      return null;
    return this.mark('other_loss_date', this.date(this.f.otherLossDate), this.f.otherLossDate);
  }
  adjuster(): string {
    return fullName(this.f.adjuster);
  }
}

const ROLE = {
  driver: 'driver of other vehicle',
  owner: 'owner',
  injured: 'injured person',
  passenger: 'passenger, injured',
} as const;

const ABSENT: readonly [FieldKey, number][] = [
  ['claimant_dob', 0.35],
  ['claimant_phone', 0.12],
  ['claimant_email', 0.2],
  ['claimant_address', 0.15],
  ['policy_number', 0.05],
  ['policy_type', 0.2],
  ['policy_effective_date', 0.25],
  ['policy_expiration_date', 0.25],
  ['incident_date', 0.02],
  ['incident_time', 0.2],
  ['incident_location', 0.05],
  ['insured_item', 0.06],
  ['damage_description', 0.08],
  ['estimated_amount', 0.12],
  ['deductible_amount', 0.4],
  ['reported_date', 0.15],
];
