import { heading, letterhead, type Packet, signature, table, text } from '../making/packet.ts';

export const packet: Packet = {
  id: 'partly-excluded-bathroom-report',
  documents: [
    {
      name: 'adjuster-report.docx',
      as: 'docx',
      print: {
        blocks: [
          letterhead(
            'Fairhaven Adjusters',
            'Independent property adjusters, Savannah, Georgia',
            'Office 912-555-0106',
          ),
          text('Report of March 30, 2026 to Coastal Pine Insurance, property claims'),
          text(
            'Your insured: Odette Pemberton\nYour policy: CPH-0441-9927 (homeowners), in force July 1, 2025 to July 1, 2026\nRisk: one-story brick house, 15 Marsh Hen Lane, Savannah, GA 31410\nNotice received: March 24, 2026',
          ),
          heading('Circumstances'),
          text(
            'On the morning of March 21, 2026 a toilet tank in the hall bathroom cracked and ran for several hours. Mrs. Pemberton, reached at 912-555-0153, found the water on her return from an overnight stay. No injuries are reported.',
          ),
          heading('Observations'),
          text(
            'Vinyl flooring and baseboards are wet in the hall and the bathroom. Behind the tub, the subfloor is soft with rot that is plainly years old and comes from a failed tub seal.',
          ),
          heading('Measure of loss'),
          table(
            [6, 2],
            ['Item', 'Amount'],
            ['Hall and bathroom: flooring, baseboards, drying', '$3,905.00'],
            ['Subfloor behind the tub', '$1,680.00'],
            ['Total repair of all damage seen', '$5,585.00'],
            ['Deductible', '$1,000.00'],
          ),
          heading('Finding'),
          text(
            'The sudden discharge from the tank is insured. The rot behind the tub is excluded as wear, tear and continuous seepage (exclusion 4 b). We find the loss partially covered and recommend payment for the hall and the bathroom only.',
          ),
          signature('Desmond Okafor-Lyle'),
          text('Desmond Okafor-Lyle, adjuster'),
        ],
      },
    },
  ],
  stated: {
    claimant_name: 'Odette Pemberton',
    claimant_phone: '912-555-0153',
    policy_number: 'CPH-0441-9927',
    policy_type: 'homeowners',
    policy_effective_date: '2025-07-01',
    policy_expiration_date: '2026-07-01',
    incident_date: '2026-03-21',
    incident_type: 'water_damage',
    incident_location: '15 Marsh Hen Lane, Savannah, GA 31410',
    incident_description:
      'On the morning of March 21, 2026 a toilet tank in the hall bathroom cracked and ran for several hours.',
    damage_description:
      'Vinyl flooring and baseboards are wet in the hall and the bathroom. Behind the tub, the subfloor is soft with rot that is plainly years old and comes from a failed tub seal.',
    insured_item: 'one-story brick house',
    estimated_amount: 5585,
    deductible_amount: 1000,
    injuries_reported: false,
    reported_date: '2026-03-24',
    coverage_determination: 'partially_covered',
  },
  uncertain: ['claimant_address', 'incident_location'],
};
