import {
  boxes,
  cell,
  heading,
  letterhead,
  type Packet,
  small,
  table,
  text,
  title,
} from '../making/packet.ts';

export const packet: Packet = {
  id: 'police-report-and-estimate',
  documents: [
    {
      name: 'crash-report.pdf',
      as: 'pdf',
      print: {
        font: 'mono',
        size: 9.5,
        footer: 'Crash report, public copy',
        blocks: [
          title('CITY OF DULUTH POLICE DEPARTMENT'),
          text('TRAFFIC CRASH REPORT                     REPORT NO. DPD-26-010883'),
          boxes(
            [
              cell('Date of crash', '02/10/2026'),
              cell('Time', '1608'),
              cell('Injuries', '0 - none'),
              cell('Units', '2'),
            ],
            [cell('Location', 'East Superior Street at North 21st Avenue East, Duluth, MN', 1)],
            [cell('Weather', 'Snow'), cell('Surface', 'Ice'), cell('Light', 'Dusk')],
          ),
          heading('UNIT 1'),
          boxes(
            [
              cell('Driver', 'STROUD, PAMELA J.', 2),
              cell('Born', '08/14/1971', 1),
              cell('Owner', 'Same as driver', 1),
            ],
            [cell('Address', '1820 Jefferson Street, Duluth, MN 55812')],
            [
              cell('Vehicle', '2016 Chevrolet Equinox', 2),
              cell('Insurer and policy', 'Iron Range Mutual, IR-447190', 2),
            ],
            [cell('Damage', 'Front bumper and grille')],
          ),
          heading('UNIT 2'),
          boxes(
            [
              cell('Driver', 'REYES, DANIEL O.', 2),
              cell('Born', '06/23/1990', 1),
              cell('Owner', 'Same as driver', 1),
            ],
            [cell('Address', '412 Woodland Avenue, Duluth, MN 55803', 2), cell('Phone', '218-555-0159', 1)],
            [
              cell('Vehicle', '2020 Toyota RAV4', 2),
              cell('Insurer and policy', 'Lakehead Insurance, LK-2055-8813', 2),
            ],
            [cell('Damage', 'Rear bumper, liftgate and left tail lamp')],
          ),
          heading('NARRATIVE'),
          text(
            'Unit 2 was stopped for the red signal facing east. Unit 1, also eastbound, slid on ice and struck the rear of Unit 2. Driver 1 stated that she braked and the car did not slow. Both vehicles were driven from the scene. No injury was claimed by either driver. Unit 1 cited for following too closely.',
          ),
          heading('WITNESS'),
          text('Lena Haugen, 218-555-0133, waiting at the bus stop.'),
          text('Officer: T. Bergstrom, badge 417          Report filed: 02/11/2026'),
        ],
      },
    },
    {
      name: 'body-shop-estimate.pdf',
      as: 'pdf',
      print: {
        footer: 'Hillside Collision Center   estimate 26-0207',
        blocks: [
          letterhead(
            'Hillside Collision Center',
            '3102 West First Street, Duluth, MN 55806',
            'Telephone 218-555-0101',
          ),
          title('PRELIMINARY ESTIMATE'),
          boxes(
            [
              cell('Owner', 'Daniel Reyes', 2),
              cell('Telephone', '218-555-0159', 1),
              cell('Written', '02/16/2026', 1),
            ],
            [
              cell('Insurer', 'Lakehead Insurance', 2),
              cell('Policy', 'LK-2055-8813', 1),
              cell('Loss reported to insurer', '02/12/2026', 1),
            ],
            [
              cell('Vehicle', '2020 Toyota RAV4 XLE, white', 2),
              cell('Date of loss', '02/10/2026', 1),
              cell('Odometer', '61,204', 1),
            ],
            [cell('Point of impact', 'Rear: bumper, liftgate and left tail lamp')],
          ),
          table(
            [1, 6, 2, 2, 2],
            ['#', 'Operation', 'Parts', 'Labor', 'Amount'],
            ['1', 'Replace rear bumper cover', '486.20', '148.00', '634.20'],
            ['2', 'Replace rear bumper reinforcement', '312.75', '92.50', '405.25'],
            ['3', 'Replace liftgate shell', '1,208.00', '518.00', '1,726.00'],
            ['4', 'Replace left tail lamp assembly', '279.40', '37.00', '316.40'],
            ['5', 'Refinish liftgate and bumper', '245.00', '666.00', '911.00'],
            ['6', 'Calibrate rear radar and camera', '', '420.00', '420.00'],
            ['', 'Subtotal', '', '', '4,412.85'],
            ['', 'Sales tax on parts', '', '', '223.95'],
            ['', 'GRAND TOTAL', '', '', '$4,636.80'],
            ['', 'Less deductible', '', '', '$500.00'],
            ['', 'Payable by insurer', '', '', '$4,136.80'],
          ),
          small(
            'This estimate is based on visible damage. Parts prices are subject to change by the supplier.',
          ),
        ],
      },
    },
  ],
  stated: {
    claimant_name: 'Daniel Reyes',
    claimant_dob: '1990-06-23',
    claimant_phone: '218-555-0159',
    claimant_address: '412 Woodland Avenue, Duluth, MN 55803',
    policy_number: 'LK-2055-8813',
    incident_date: '2026-02-10',
    incident_time: '16:08',
    incident_type: 'collision',
    incident_location: 'East Superior Street at North 21st Avenue East, Duluth, MN',
    incident_description:
      'Unit 2 was stopped for the red signal facing east. Unit 1, also eastbound, slid on ice and struck the rear of Unit 2.',
    damage_description: 'Rear bumper, liftgate and left tail lamp',
    insured_item: '2020 Toyota RAV4',
    estimated_amount: 4636.8,
    deductible_amount: 500,
    injuries_reported: false,
    third_parties: ['STROUD, PAMELA J.'],
    police_report_number: 'DPD-26-010883',
    reported_date: '2026-02-12',
    coverage_determination: 'covered',
  },
  uncertain: ['claimant_name'],
};
