import { letterhead, type Packet, small, table, text, title } from '../making/packet.ts';

export const packet: Packet = {
  id: 'storm-email-with-estimate',
  documents: [
    {
      name: 'claim-garage-roof.eml',
      as: 'email',
      headers: [
        ['Return-Path', '<nfeldstein@example.com>'],
        ['Date', 'Thu, 19 Mar 2026 08:12:44 -0500'],
        ['From', 'Nadia Feldstein <nfeldstein@example.com>'],
        ['To', 'claims@prairieshield.example.com'],
        ['Cc', 'Wes Tallman <wes@tallmanroofing.example.com>'],
        ['Subject', 'Oak on our garage - policy PSH 338-1190'],
        ['Message-ID', '<20260319081244.77A1@mail.example.com>'],
      ],
      body: `Good morning,

I would like to open a claim under our homeowners policy, PSH 338-1190.

On Tuesday, March 17, 2026, at around 4:45 in the morning, the wind brought down the big oak in our side yard and it landed on the garage. The back half of the garage roof is crushed and the rafters are showing, and the overhead door no longer opens. Nobody was hurt, we were all asleep in the house.

Wes Tallman came by yesterday and put a tarp on it. His estimate is attached. I know that our deductible is $1,500. Two summers ago you paid us $2,300 for the fence, that was a different storm and has nothing to do with this one.

You can reach me during the day at 316-555-0137. An adjuster can come any weekday after three.

Kind regards,
Nadia Feldstein
908 Wheatland Court
Wichita, KS 67212

> On Mar 2, 2026, Prairie Shield <no-reply@prairieshield.example.com> wrote:
> Spring is storm season. Check your gutters, trim your trees and keep
> our number at hand: 800-555-0123.
`,
      attachments: [
        {
          name: 'tallman-estimate-0611.pdf',
          print: {
            blocks: [
              letterhead(
                'Tallman Roofing & Carpentry',
                '55 Industrial Spur, Wichita, KS 67203   316-555-0102',
                'wes@tallmanroofing.example.com',
              ),
              title('ESTIMATE 0611'),
              text(
                'Prepared for: N. Feldstein\nProject: detached two-car garage, 908 Wheatland Court, Wichita, KS 67212\nInspected: March 18, 2026        Valid for 60 days',
              ),
              table(
                [8, 2, 2, 2],
                ['Work', 'Quantity', 'Rate', 'Amount'],
                ['Remove tree from roof and haul away', '1', '1,150.00', '1,150.00'],
                ['Emergency tarp', '1', '280.00', '280.00'],
                ['Replace rafters and ridge, back half', '14', '145.00', '2,030.00'],
                ['Sheathing, underlayment and shingles', '6.5 sq', '560.00', '3,640.00'],
                ['Overhead door and track', '1', '1,475.00', '1,475.00'],
                ['Subtotal', '', '', '8,575.00'],
                ['Sales tax on materials', '', '', '412.30'],
                ['GRAND TOTAL', '', '', '$8,987.30'],
              ),
              small(
                'Half of the total is due at the start of the work. Hidden damage found during the work is quoted separately.',
              ),
            ],
          },
        },
      ],
    },
  ],
  stated: {
    claimant_name: 'Nadia Feldstein',
    claimant_phone: '316-555-0137',
    claimant_email: 'nfeldstein@example.com',
    claimant_address: '908 Wheatland Court, Wichita, KS 67212',
    policy_number: 'PSH 338-1190',
    policy_type: 'homeowners',
    incident_date: '2026-03-17',
    incident_time: '04:45',
    incident_type: 'wind_hail',
    incident_location: '908 Wheatland Court, Wichita, KS 67212',
    incident_description: 'the wind brought down the big oak in our side yard and it landed on the garage.',
    damage_description:
      'The back half of the garage roof is crushed and the rafters are showing, and the overhead door no longer opens.',
    insured_item: 'detached two-car garage',
    estimated_amount: 8987.3,
    deductible_amount: 1500,
    injuries_reported: false,
    reported_date: '2026-03-19',
    coverage_determination: 'covered',
  },
  uncertain: ['incident_location', 'insured_item'],
};
