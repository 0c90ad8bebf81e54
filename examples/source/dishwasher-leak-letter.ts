import { type Packet, signature, space, text } from '../making/packet.ts';

export const packet: Packet = {
  id: 'dishwasher-leak-letter',
  documents: [
    {
      name: 'letter-march-9.pdf',
      as: 'pdf',
      print: {
        font: 'serif',
        size: 12,
        blocks: [
          text('Winston A. Abernathy\n61 Orchard Terrace\nBurlington, VT 05401'),
          space(10),
          text('March 9, 2026'),
          space(10),
          text('Copperfield Insurance Group\nClaims Department\nP.O. Box 1188\nMontpelier, VT 05601'),
          space(10),
          text('Re: Policy no. 77-40512-H'),
          text('Dear Sir or Madam,'),
          text(
            'I am writing to report damage to my home. On the evening of March 6, 2026, at about 9:15, the supply line behind our dishwasher came loose while the machine was running, and we only noticed when water came through the ceiling of the room below.',
          ),
          text(
            'The kitchen floor has cupped along the whole of the sink wall, two base cabinets are swollen, and the plaster of the den ceiling is stained and sagging. I shut the water off at once and set up two fans, which have been running ever since.',
          ),
          text(
            'The plumber, Mr. Roland Sykes, charged $215 for the call. He and the flooring company together put the whole of the repair at $4,862.75, his call included. My deductible, as I read the declarations page, is $500.',
          ),
          text(
            'No one was injured and no one else is involved. I did not call the police, there being no reason to.',
          ),
          text(
            'I kept the broken fitting and took photographs before mopping up. Please telephone me on 802-555-0175 to arrange for someone to see the house.',
          ),
          space(6),
          text('Yours truly,'),
          signature('Winston Abernathy'),
          text('Winston A. Abernathy'),
        ],
      },
    },
  ],
  stated: {
    claimant_name: 'Winston A. Abernathy',
    claimant_phone: '802-555-0175',
    claimant_address: '61 Orchard Terrace, Burlington, VT 05401',
    policy_number: '77-40512-H',
    incident_date: '2026-03-06',
    incident_time: '21:15',
    incident_type: 'water_damage',
    incident_location: '61 Orchard Terrace, Burlington, VT 05401',
    incident_description:
      'the supply line behind our dishwasher came loose while the machine was running, and we only noticed when water came through the ceiling of the room below.',
    damage_description:
      'The kitchen floor has cupped along the whole of the sink wall, two base cabinets are swollen, and the plaster of the den ceiling is stained and sagging.',
    insured_item: 'my home',
    estimated_amount: 4862.75,
    deductible_amount: 500,
    injuries_reported: false,
    third_parties: [],
    reported_date: '2026-03-09',
    coverage_determination: 'covered',
  },
  uncertain: ['incident_location', 'insured_item'],
};
