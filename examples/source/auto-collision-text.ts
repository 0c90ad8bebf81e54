import type { Packet } from '../making/packet.ts';

export const packet: Packet = {
  id: 'auto-collision-text',
  documents: [
    {
      name: 'portal-notice.txt',
      as: 'text',
      content: `AUTO LOSS NOTICE

Claimant: David Walker
Date of birth: 05/17/1984
Phone: (503) 555-0126
Email: d.walker@example.com
Address: 214 Maple Street, Salem, OR 97302
Policy number: PA-4471093
Policy type: Personal Auto
Effective date: 02/01/2024
Expiration date: 02/01/2025
Date of loss: 06/12/2024
Time of loss: 17:40
Cause of loss: Collision
Location of loss: Oak Street and Mill Road, Salem
Description: A red truck failed to yield and struck the left door
Damage: heavy damage to left door and mirror
Insured item: 2019 Honda Pilot
Estimate: $4,350.00
Deductible: $500
Injuries: None
Other party: Susan Clark
Police report number: 24-118734
Date reported: 06/13/2024
`,
    },
  ],
  stated: {
    claimant_name: 'David Walker',
    claimant_dob: '1984-05-17',
    claimant_phone: '(503) 555-0126',
    claimant_email: 'd.walker@example.com',
    claimant_address: '214 Maple Street, Salem, OR 97302',
    policy_number: 'PA-4471093',
    policy_type: 'personal_auto',
    policy_effective_date: '2024-02-01',
    policy_expiration_date: '2025-02-01',
    incident_date: '2024-06-12',
    incident_time: '17:40',
    incident_type: 'collision',
    incident_location: 'Oak Street and Mill Road, Salem',
    incident_description: 'A red truck failed to yield and struck the left door',
    damage_description: 'heavy damage to left door and mirror',
    insured_item: '2019 Honda Pilot',
    estimated_amount: 4350,
    deductible_amount: 500,
    injuries_reported: false,
    third_parties: ['Susan Clark'],
    police_report_number: '24-118734',
    reported_date: '2024-06-13',
    coverage_determination: 'covered',
  },
};
