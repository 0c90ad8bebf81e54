import {
  boxes,
  cell,
  heading,
  letterhead,
  type Packet,
  pageBreak,
  signature,
  small,
  text,
  title,
} from '../making/packet.ts';

export const packet: Packet = {
  id: 'slip-and-fall-skewed-scan',
  documents: [
    {
      name: 'scan-2025-12-09.pdf',
      as: 'scanned-pdf',
      scan: { dpi: 150, skew: [1.9, -1.3], noise: 0.035, blur: 0.6, paper: 243, seed: 77 },
      print: {
        font: 'serif',
        size: 11.5,
        blocks: [
          letterhead('Granite Gate Indemnity', 'General liability notice of occurrence', 'Form GL-7'),
          heading('Insured'),
          boxes(
            [cell('Insured', 'Brightwater Fitness LLC', 3), cell('Policy number', 'GGI-5580-31', 2)],
            [
              cell('Address', '1200 Canal Street, Suite 3, Manchester, NH 03101', 3),
              cell('Telephone', '603-555-0144', 2),
            ],
            [
              cell('Line of business', 'Commercial General Liability', 2),
              cell('Effective', '07/01/2025', 1),
              cell('Expires', '07/01/2026', 1),
            ],
          ),
          heading('Occurrence'),
          boxes(
            [
              cell('Date of occurrence', '12/03/2025', 1),
              cell('Time', '7:25 AM', 1),
              cell('Date reported', '12/05/2025', 1),
            ],
            [cell('Location', "Women's locker room, 1200 Canal Street, Manchester, NH")],
            [
              cell(
                'Description of occurrence',
                'A member slipped on water that had leaked from a shower stall onto the tile and fell on her right side.',
              ),
            ],
            [cell('Premises', 'Health club, ground floor of a brick mill building')],
          ),
          heading('Injured person'),
          boxes(
            [cell('Name', 'Joanne Pruitt', 2), cell('Age', '52', 1), cell('Telephone', '603-555-0198', 2)],
            [cell('Injury', 'Fractured right wrist and bruised hip')],
            [
              cell('Where taken', 'Elliot Street Urgent Care', 2),
              cell('Medical costs expected', '$6,200.00', 1),
            ],
          ),
          heading('Witness'),
          boxes([cell('Name', 'Carla Tedesco (front desk)', 2), cell('Telephone', '603-555-0112', 1)]),
          small('Police notified: No. Wet floor sign in place: No.'),
          pageBreak,
          title('STATEMENT OF THE CLUB MANAGER'),
          text(
            'I opened the club at 5:30 that morning. The cleaners had finished at about 5:00 and the locker room floor was dry when I walked through it.',
          ),
          text(
            'At 7:25 I heard a shout. Ms. Pruitt was sitting on the tile between the lockers and the second shower stall, holding her right wrist. There was a film of water about four feet across, coming from under the door of the stall. The gasket of that door had been replaced in October.',
          ),
          text(
            "Ms. Tedesco, who works at the front desk, helped me bring a chair and ice. Ms. Pruitt's husband drove her to urgent care. I closed the stall and put out the sign.",
          ),
          text(
            'I telephoned our broker, Ashe & Dunmore, on the Friday of the same week. No one else was hurt.',
          ),
          signature('H. Lindqvist'),
          text('Henrik Lindqvist, manager\nDecember 8, 2025'),
        ],
      },
    },
  ],
  stated: {
    claimant_name: 'Brightwater Fitness LLC',
    claimant_phone: '603-555-0144',
    claimant_address: '1200 Canal Street, Suite 3, Manchester, NH 03101',
    policy_number: 'GGI-5580-31',
    policy_type: 'general_liability',
    policy_effective_date: '2025-07-01',
    policy_expiration_date: '2026-07-01',
    incident_date: '2025-12-03',
    incident_time: '07:25',
    incident_type: 'liability_injury',
    incident_location: "Women's locker room, 1200 Canal Street, Manchester, NH",
    incident_description:
      'A member slipped on water that had leaked from a shower stall onto the tile and fell on her right side.',
    damage_description: 'Fractured right wrist and bruised hip',
    insured_item: 'Health club, ground floor of a brick mill building',
    estimated_amount: 6200,
    injuries_reported: true,
    third_parties: ['Joanne Pruitt'],
    reported_date: '2025-12-05',
    coverage_determination: 'covered',
  },
  uncertain: ['claimant_name', 'estimated_amount'],
};
