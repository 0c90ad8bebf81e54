import {
  boxes,
  cell,
  columns,
  heading,
  letterhead,
  type Packet,
  small,
  stamp,
  text,
} from '../making/packet.ts';

export const packet: Packet = {
  id: 'kitchen-fire-two-column-form',
  documents: [
    {
      name: 'homeowners-claim-form.pdf',
      as: 'pdf',
      print: {
        size: 10,
        footer: 'Bellwether Home Insurance   HC-12',
        blocks: [
          letterhead(
            'Bellwether Home Insurance',
            'Homeowners claim form',
            'Claims line (800) 555-0150   claims@bellwether.example.com',
          ),
          stamp('RECEIVED\nOCT 28 2025'),
          columns(
            [
              heading('1. Policyholder'),
              boxes(
                [cell('Name', 'Mr. Thaddeus Brouwer')],
                [cell('Birth date', 'March 2, 1956')],
                [cell('Residence', '29 Quarry Bend\nNew Paltz, NY 12561')],
                [cell('Telephone (home)', '845-555-0128')],
                [cell('E-mail', 'T.Brouwer@example.com')],
              ),
              heading('2. Policy'),
              boxes(
                [cell('Policy no.', 'BHI-H-0093318')],
                [cell('From', 'June 30, 2025'), cell('To', 'June 30, 2026')],
                [cell('Deductible', '$750'), cell('Annual premium', '$1,914')],
                [cell('Mortgage holder', 'Shawangunk Savings Bank')],
              ),
              heading('3. Persons'),
              boxes(
                [
                  cell(
                    'Anyone injured?',
                    'Yes. Policyholder, minor burn to left hand, treated at urgent care',
                  ),
                ],
                [cell('Other persons involved', 'None')],
              ),
            ],
            [
              heading('4. The loss'),
              boxes(
                [cell('Date of loss', 'October 18, 2025'), cell('Hour', '6:40 p.m.')],
                [cell('Cause', 'Fire')],
                [cell('Place', '29 Quarry Bend, New Paltz, NY')],
                [
                  cell(
                    'What happened',
                    'Oil in a skillet ignited while I answered the door. The fire climbed to the range hood before I got the extinguisher on it.',
                  ),
                ],
                [
                  cell(
                    'Describe the damage',
                    'Range, hood and upper cabinets burned; ceiling blackened; smoke in the dining room curtains',
                  ),
                ],
                [cell('Property', 'Single-family frame house, built 1948')],
                [cell('Fire department', 'New Paltz FD, incident 25-1803')],
                [cell('Police report', 'Not applicable')],
              ),
              heading('5. Amount'),
              boxes(
                [cell('Initial estimate (own)', '$9,000')],
                [cell('Estimated damage, contractor 10/24/2025', '$11,385.40')],
              ),
            ],
          ),
          text('I declare that the answers above are true to the best of my knowledge.'),
          boxes([
            cell('Signed', 'Thaddeus Brouwer', 2),
            cell('Date of signature', 'October 25, 2025', 1),
            cell('Loss first reported by phone', 'October 19, 2025', 1),
          ]),
          small(
            'Attach photographs and receipts where you have them. Do not discard damaged property before it has been inspected.',
          ),
        ],
      },
    },
  ],
  stated: {
    claimant_name: 'Thaddeus Brouwer',
    claimant_dob: '1956-03-02',
    claimant_phone: '845-555-0128',
    claimant_email: 't.brouwer@example.com',
    claimant_address: '29 Quarry Bend, New Paltz, NY 12561',
    policy_number: 'BHI-H-0093318',
    policy_type: 'homeowners',
    policy_effective_date: '2025-06-30',
    policy_expiration_date: '2026-06-30',
    incident_date: '2025-10-18',
    incident_time: '18:40',
    incident_type: 'fire',
    incident_location: '29 Quarry Bend, New Paltz, NY',
    incident_description:
      'Oil in a skillet ignited while I answered the door. The fire climbed to the range hood before I got the extinguisher on it.',
    damage_description:
      'Range, hood and upper cabinets burned; ceiling blackened; smoke in the dining room curtains',
    insured_item: 'Single-family frame house, built 1948',
    estimated_amount: 11385.4,
    deductible_amount: 750,
    injuries_reported: true,
    third_parties: [],
    reported_date: '2025-10-19',
    coverage_determination: 'covered',
  },
};
