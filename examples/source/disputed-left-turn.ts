import { fields, heading, letterhead, type Packet, table, text } from '../making/packet.ts';

export const packet: Packet = {
  id: 'disputed-left-turn',
  documents: [
    {
      name: 'claim-file-summary.pdf',
      as: 'pdf',
      print: {
        footer: 'Juniper Auto Insurance   file JA-C-558102',
        blocks: [
          letterhead(
            'Juniper Auto Insurance',
            'Claim file summary, private passenger auto',
            'File handler: Olive Sandoval, 505-555-0109, osandoval@juniperauto.example.com',
          ),
          heading('Our insured'),
          fields(
            ['Insured', 'Mrs. Henrietta Blackwood'],
            ['DOB', '12 Nov 1962'],
            ['Address', '2750 Camino Alegre, Santa Fe, NM 87505'],
            ['Phone / e-mail', '505-555-0186 / henrietta.blackwood@example.com'],
            ['Policy', 'JPA-310-7745, 20 Aug 2025 to 20 Feb 2026, collision deductible $1,000'],
            ['Vehicle', '2018 Buick Enclave'],
          ),
          heading('The other side'),
          fields(
            ['Other driver', 'Gerald Voss, 505-555-0129'],
            ['Passenger', 'Ines Voss'],
            ['Other insurer and policy', 'Mesa Verde General, MVG-88-20117'],
            ['Other vehicle', '2015 Nissan Titan'],
          ),
          heading('Loss'),
          fields(
            ['Date and time', '5 Dec 2025, 12:20 PM'],
            ['Place', 'Cerrillos Road at Camino Carlos Rey, Santa Fe, NM'],
            ['First notice', '6 Dec 2025, by telephone'],
            ['Police', 'Santa Fe PD, report 25-041862, Officer M. Trujillo'],
            ['Witness', 'Tobias Renner, 505-555-0163, pedestrian'],
          ),
          text(
            'Our insured was turning left on a green arrow when the pickup came straight through the intersection and hit her right rear door. Mr. Voss states that his light was green and that our insured cut across him. Fault is disputed; the witness did not see the signals. Ms. Ines Voss complained of neck pain and was taken to hospital for observation. Our insured was unhurt.',
          ),
          heading('Damage'),
          text(
            'Enclave: right rear door and quarter panel pushed in, right rear wheel bent. Titan: front bumper and radiator.',
          ),
          table(
            [5, 3, 2],
            ['Document', 'Dated', 'Amount'],
            ['Estimate for the Enclave, Adobe Body Works', '8 Dec 2025', '$2,940.00'],
            ['Supplement included, Enclave, Adobe Body Works (total)', '15 Dec 2025', '$3,316.85'],
            ['Estimate for the Titan, sent by Mesa Verde General', '11 Dec 2025', '$7,940.10'],
            ['Invoice for towing the Titan', '5 Dec 2025', '$185.00'],
          ),
          text('Prior claim of the insured: glass, 14 Jun 2023, closed.'),
        ],
      },
    },
  ],
  stated: {
    claimant_name: 'Henrietta Blackwood',
    claimant_dob: '1962-11-12',
    claimant_phone: '505-555-0186',
    claimant_email: 'henrietta.blackwood@example.com',
    claimant_address: '2750 Camino Alegre, Santa Fe, NM 87505',
    policy_number: 'JPA-310-7745',
    policy_type: 'personal_auto',
    policy_effective_date: '2025-08-20',
    policy_expiration_date: '2026-02-20',
    incident_date: '2025-12-05',
    incident_time: '12:20',
    incident_type: 'collision',
    incident_location: 'Cerrillos Road at Camino Carlos Rey, Santa Fe, NM',
    incident_description:
      'Our insured was turning left on a green arrow when the pickup came straight through the intersection and hit her right rear door.',
    damage_description: 'right rear door and quarter panel pushed in, right rear wheel bent',
    insured_item: '2018 Buick Enclave',
    estimated_amount: 3316.85,
    deductible_amount: 1000,
    injuries_reported: true,
    third_parties: ['Gerald Voss', 'Ines Voss'],
    police_report_number: '25-041862',
    reported_date: '2025-12-06',
    coverage_determination: 'needs_investigation',
  },
};
