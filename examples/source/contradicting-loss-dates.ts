import { boxes, cell, heading, letterhead, type Packet, text, title } from '../making/packet.ts';

export const packet: Packet = {
  id: 'contradicting-loss-dates',
  documents: [
    {
      name: 'business-auto-notice.pdf',
      as: 'pdf',
      print: {
        footer: 'Stonebridge Commercial   first notice',
        blocks: [
          letterhead(
            'Stonebridge Commercial Insurance',
            'First notice of loss, business auto',
            '800-555-0141',
          ),
          boxes(
            [cell('Named insured', 'Marchetti Electric, Inc.', 3), cell('Policy', 'SBA-661-20934', 2)],
            [
              cell('Address', '77 Foundry Road, Allentown, PA 18102', 3),
              cell('Contact phone', '610-555-0182', 2),
            ],
            [
              cell('Contact e-mail', 'office@marchetti-electric.example.com', 3),
              cell('Period', '04/01/2025 - 04/01/2026', 2),
            ],
            [
              cell('Date of loss', '01/14/2026'),
              cell('Time of loss', '5:30 AM'),
              cell('Date reported', '01/17/2026'),
              cell('Deductible', '$1,000'),
            ],
            [cell('Kind of loss', 'Theft'), cell('Injuries', 'None')],
            [cell('Place', 'Company yard, 77 Foundry Road, Allentown, PA')],
            [cell('Vehicle', '2021 Ram ProMaster 2500, unit 8')],
            [
              cell(
                'Facts',
                'The side door of unit 8 was drilled open in the yard and the cable tools in it were taken.',
              ),
            ],
            [cell('Damage', 'Side door lock drilled out; cable puller, benders and test set stolen')],
            [cell('Estimated loss', '$9,460.00', 1), cell('Police report', 'APD 2026-00471', 1)],
          ),
          text('Prepared by: R. Dunleavy, Stonebridge first notice unit'),
        ],
      },
    },
    {
      name: 'police-incident-report.pdf',
      as: 'pdf',
      print: {
        font: 'mono',
        size: 10,
        blocks: [
          title('ALLENTOWN POLICE DEPARTMENT'),
          text(
            'INCIDENT REPORT APD 2026-00471\nOffense: theft from motor vehicle\nDate of report: 01/17/2026',
          ),
          heading('OCCURRED'),
          text('Between 01/16/2026 2200 and 01/17/2026 0530, fenced yard at 77 Foundry Road.'),
          heading('COMPLAINANT'),
          text('Marchetti Electric, Inc., represented by Vincent Marchetti, owner. 610-555-0182.'),
          heading('NARRATIVE'),
          text(
            'Mr. Marchetti stated that he locked the yard on Friday, January 16, at about ten in the evening, after the crew had used the van that day, and found the side door of the white Ram van open when he came in on Saturday at half past five. The lock was drilled out. He listed a cable puller, two benders and a test set as taken. The gate chain was cut. No video. No suspects at this time.',
          ),
          text(
            'Asked about the date, Mr. Marchetti was sure that the van had been in use all of that Friday.',
          ),
          text('Reporting officer: Ofc. D. Salazar, 2nd platoon'),
        ],
      },
    },
  ],
  stated: {
    claimant_name: 'Marchetti Electric, Inc.',
    claimant_phone: '610-555-0182',
    claimant_email: 'office@marchetti-electric.example.com',
    claimant_address: '77 Foundry Road, Allentown, PA 18102',
    policy_number: 'SBA-661-20934',
    policy_type: 'commercial_auto',
    policy_effective_date: '2025-04-01',
    policy_expiration_date: '2026-04-01',
    incident_date: '2026-01-14',
    incident_time: '05:30',
    incident_type: 'theft',
    incident_location: 'Company yard, 77 Foundry Road, Allentown, PA',
    incident_description:
      'The side door of unit 8 was drilled open in the yard and the cable tools in it were taken.',
    damage_description: 'Side door lock drilled out; cable puller, benders and test set stolen',
    insured_item: '2021 Ram ProMaster 2500, unit 8',
    estimated_amount: 9460,
    deductible_amount: 1000,
    injuries_reported: false,
    police_report_number: 'APD 2026-00471',
    reported_date: '2026-01-17',
    coverage_determination: 'needs_investigation',
  },
  uncertain: ['incident_date'],
};
