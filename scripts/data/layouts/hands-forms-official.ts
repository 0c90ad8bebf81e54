/** Records that others make of a loss: police, fire crews, managers of premises. */
import { addDays } from '../facts.ts';
import type { Kit, Row } from '../kit.ts';
import { fullName, oneLineAddress, vehicleText } from '../people.ts';
import type { Section } from '../sections.ts';
import { account, injuryEntry, injuryRemark, othersEntry, put } from './hands-forms-remarks.ts';

type Maybe = readonly [labels: readonly string[], value: string | null];

const rows = (kit: Kit, each: readonly Maybe[]): Row[] =>
  each.flatMap(([labels, value]): Row[] => (value === null ? [] : [[kit.r.pick(labels), value]]));

const clock = (kit: Kit): string => kit.r.fill('1#4#') + kit.r.pick([' hrs', '', ' h']);

/** A police report, whose number is the police report number where one is printed. */
export function policeRecord(kit: Kit): Section[] {
  const { r, f } = kit;
  if (f.police === 'none') f.police = 'number';
  const auto = f.scenario.line === 'auto';
  const crash = f.scenario.type === 'collision';
  const number = kit.policeNumber();
  const head: Section = {
    title: kit.saysPolice(
      r.pick(
        crash
          ? ['TRAFFIC CRASH RECORD', 'Vehicle collision report (police)', 'CRASH FORM, LAW ENFORCEMENT']
          : ['OFFENSE / INCIDENT RECORD', 'Complaint report (police)', 'POLICE SERVICE CALL RECORD'],
      ),
    ),
    rows: rows(kit, [
      [['Dept.', 'Law enforcement agency', 'Issuing force'], f.department],
      [['Rpt. no.', 'Case control no.', 'DR#', 'Complaint #', 'Incident control number'], number ?? null],
      [['Beat', 'District', 'Zone'], r.chance(0.5) ? r.fill('@#') : null],
      [['Unit dispatched', 'Call rec.', 'Dispatched'], r.chance(0.4) ? clock(kit) : null],
      [
        ['Report taken', 'Written up on', 'Report typed'],
        r.chance(0.4) ? kit.date(addDays(f.lossDate, r.int(1, 4))) : null,
      ],
      [['Officer / badge', 'R/O', 'Investigating ofc.'], `${fullName(f.officer)} #${r.int(100, 9800)}`],
    ]),
    prose: [],
  };
  const happened: Section = {
    title: r.pick(['WHEN & WHERE', 'Occurrence', 'Event data']),
    rows: rows(kit, [
      [['Date occurred', 'Occ. date', 'Crash/offense date', 'Offense committed on'], kit.lossDate()],
      [['Time occurred', 'Occ. time', 'At hrs'], kit.lossTime()],
      [['Location of occurrence', 'Occ. location', 'At / on', 'Address of incident'], kit.location()],
      [
        ['Classification', 'Nature of call', 'Type of incident / offense'],
        r.chance(0.5) ? kit.cause() : null,
      ],
    ]),
    prose: [],
  };
  const own: Section = {
    title: r.pick(
      auto
        ? ['UNIT 1 (complainant)', 'Vehicle 01 - reporting party', 'PARTY A: REPORTING']
        : ['COMPLAINANT', 'Victim / reporting party', 'PERSON REPORTING'],
    ),
    rows: rows(kit, [
      [['Name', 'Complainant', 'R/P name', 'Owner'], kit.claimant()],
      [['DOB', 'Birth', 'D.O.B.'], kit.dob()],
      [['Res. address', 'Addr.', 'Lives'], kit.address()],
      [['Phone', 'Res./cell', 'Tel'], kit.phone()],
      [['E-mail', 'Elec. mail'], r.chance(0.6) ? kit.email() : null],
      [auto ? ['Veh.', 'Vehicle yr/mk/model', 'Unit 1 is a'] : ['Premises type', 'Property'], kit.item()],
      [['Plate', 'Tag'], auto && r.chance(0.6) ? f.vehicle.plate : null],
      [['Ins. co.', 'Insurer shown'], r.chance(0.7) ? f.insurer : null],
      [['Ins. pol. no.', 'Policy shown', 'Proof of ins. no.'], kit.policy()],
      [['Proof of ins. good from', 'Ins. eff.'], r.chance(0.4) ? kit.effective() : null],
      [['Proof of ins. good to', 'Ins. exp.'], r.chance(0.5) ? kit.expiration() : null],
      [['Damage unit 1', 'Damage / property taken', 'Dmg. observed'].slice(auto ? 0 : 1), kit.damage()],
      [['Est. cost', 'Value of damage/loss', 'Dollar loss'], kit.amount()],
    ]),
    prose: [],
  };
  const first = f.otherParties[0];
  const listed = f.others === 'listed' && first && f.scenario.others !== 'injured';
  const names = listed ? (kit.others() ?? []) : [];
  const others: Section[] = listed
    ? names.map((name, index) => {
        const one = f.otherParties[index] ?? first;
        return {
          title: `${r.pick(['UNIT', 'Party', 'Vehicle'])} ${index + 2}`,
          rows: rows(kit, [
            [
              one.role === 'passenger'
                ? ['Passenger', 'Occupant']
                : ['Driver/owner', 'Name', 'Operator or owner'],
              name,
            ],
            [['Addr.', 'Lives'], r.chance(0.6) ? oneLineAddress(one.address) : null],
            [['Tel', 'Phone'], r.chance(0.5) ? kit.tel(one.phone) : null],
            [['Veh.', 'Unit is a'], auto && one.role !== 'passenger' ? vehicleText(one.vehicle) : null],
            [
              ['Ins. co. / pol.', 'Insurance shown'],
              auto && one.role !== 'passenger' && r.chance(0.6) ? `${one.carrier} ${one.policy}` : null,
            ],
          ]),
          prose: [],
        };
      })
    : [
        {
          title: r.pick(['OTHER PERSONS', 'Suspect / other unit', 'Others']),
          rows: rows(kit, [[['Name', 'Other person', 'Involved'], othersEntry(kit)]]),
          prose: [],
        },
      ];
  const told = account(kit);
  const injuries = injuryEntry(kit);
  const end: Section = {
    title: r.pick(['NARRATIVE', "Officer's account", 'Details']),
    rows: rows(kit, [
      [['Persons injured', 'Injuries', 'Inj.'], injuries],
      [['Witness', 'Wit. 1'], r.chance(0.4) ? `${f.witness.name}, ${kit.tel(f.witness.phone)}` : null],
      [['Carrier notified', 'Insurance company told on'], r.chance(0.6) ? kit.reported() : null],
    ]),
    prose: [
      told,
      ...(r.chance(0.3)
        ? [
            `Disposition: ${r.pick(['closed by report', 'open', 'referred to detectives', 'no further action'])}.`,
          ]
        : []),
    ],
  };
  const middle = [happened, own, ...others];
  return [head, ...(r.chance(0.7) ? middle : [own, ...others, happened]), end].filter(
    (one) => one.rows.length > 0 || one.prose.length > 0,
  );
}

/** A record that a manager, a landlord or a fire crew keeps of something on premises, or a fleet of a crash. */
export function premisesRecord(kit: Kit): Section[] {
  const { r, f } = kit;
  const { line, type } = f.scenario;
  const fire = type === 'fire';
  const titles = fire
    ? ['FIRE RUN SHEET', 'Fire service incident card']
    : line === 'liability'
      ? ['GUEST INCIDENT CARD', 'Accident book entry', 'Record of injury to a visitor']
      : line === 'auto'
        ? ['DRIVER INCIDENT CARD', 'Motor accident book', 'Vehicle incident slip']
        : ['BUILDING INCIDENT CARD', 'Premises log: damage', 'Site damage slip'];
  const first = f.otherParties[0];
  const listed = f.others === 'listed' && first !== undefined;
  const time = rows(kit, [
    [['Day of event', 'Date it occurred', 'Event date'], kit.lossDate()],
    [['Clock', 'Hour', 'Alarm time / time of event'], kit.lossTime()],
    [['Spot', 'Exact place', 'Place'], kit.location()],
  ]);
  const told = account(kit);
  const owner: Section = {
    title: r.pick(['Insured', 'Owner or occupant', 'Policyholder']),
    rows: rows(kit, [
      [['Policyholder', 'Insured owner/occupant', 'Insured'], kit.claimant()],
      [['Born', 'Birth date'], kit.dob()],
      [['Tel.', 'Line', 'Ring'], kit.phone()],
      [['Mail', 'E-mail'], kit.email()],
      [['Address of insured', 'Letters to'], kit.address()],
      [['Insurer', 'Insured by'], r.chance(0.5) ? f.insurer : null],
      [['Kind of cover', 'Insurance held'], kit.line()],
      [['Policy', 'Cover no.', 'Insured under policy'], kit.policy()],
      [['Cover from', 'In force since'], kit.effective()],
      [['Cover until', 'In force until'], kit.expiration()],
      [['Deductible', 'Ded.'], kit.deductible()],
    ]),
    prose: [],
  };
  const what: Section = {
    title: r.pick(['What took place', 'Entry', 'Event']),
    rows: [...time, ...rows(kit, [[['Sort of event', 'Entry code'], r.chance(0.4) ? kit.cause() : null]])],
    prose: [told],
  };
  const result: Section = {
    title: r.pick(['Outcome', 'Consequence', 'Result']),
    rows: rows(kit, [
      [['Insured property', 'What is insured', 'Asset'], kit.item()],
      [
        line === 'liability'
          ? ['Injury sustained', 'Harm to person']
          : ['Damage found', 'Damage or loss', 'Broken or lost'],
        kit.damage(),
      ],
      [['Cost foreseen', 'Estimated cost', 'Put at'], kit.amount()],
      [['Hurt', 'Persons hurt'], injuryEntry(kit)],
      [
        line === 'liability' ? ['Visitor (injured)', 'Name of person hurt'] : ['Other party', 'Other person'],
        listed ? (kit.others()?.join('; ') ?? null) : othersEntry(kit),
      ],
      [
        ["Other party's tel.", 'Contact for other person'],
        listed && r.chance(0.5) ? kit.tel(first.phone) : null,
      ],
      [['Police no.', 'Police reference'], kit.policeNumber()],
    ]),
    prose: [injuryRemark(kit)].filter((text) => text !== null),
  };
  const foot: Section = {
    title: r.pick(['Filed', 'Close of entry', 'Passing on']),
    rows: rows(kit, [
      [['Told the insurer on', 'Insurer informed', 'Passed to carrier'], kit.reported()],
      [['Entry by', 'Shift lead', 'Written by'], fullName(f.adjuster)],
      [['Agent', 'Insurance agent'], r.chance(0.4) ? `${f.agent.name}, ${kit.tel(f.agent.phone)}` : null],
      [['Seen by', 'Bystander'], r.chance(0.5) ? put(kit, '{witness}, {witnessphone}') : null],
    ]),
    prose: [],
  };
  const head: Section = {
    title: r.pick(titles),
    rows: [[r.pick(['Card no.', 'Entry no.', 'Sheet']), r.fill('####')]],
    prose: [],
  };
  return [head, ...(r.chance(0.6) ? [what, result, owner] : [owner, what, result]), foot].filter(
    (one) => one.rows.length > 0 || one.prose.length > 0,
  );
}
