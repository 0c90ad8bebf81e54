import type { Packet } from '../making/packet.ts';

export const packet: Packet = {
  id: 'lapsed-policy-windstorm',
  documents: [
    {
      name: 'broker-intake.md',
      as: 'text',
      content: `# New claim: windstorm, Seabright Motel

Entered by **Corrine Ashdown** (broker, 541-555-0104) on January 29, 2026.

## Insured

- **Name of insured:** Seabright Motel LLC
- **Contact:** Priscilla Nakagawa, 541-555-0147, front@seabright.example.com
- **Mailing address:** 300 Beach Loop, Bandon, OR 97411

## Policy

- **Policy no.:** HCP-22-190457
- **Line:** Commercial property
- **Term:** January 10, 2025 to January 10, 2026
- **Wind deductible:** $5,000
- Renewal offer sent December 1, 2025; no payment on record.

## Loss

- **Date of loss:** January 27, 2026
- **Time:** about 3:00 a.m.
- **Cause:** Wind
- **Location:** 300 Beach Loop, Bandon, OR
- **Property:** Two-story motel, 24 rooms

> The gusts peeled the metal roofing off the north wing and rain got into the six rooms below it.

**Damage:** Metal roofing torn off the north wing; carpet, beds and drywall wet in six rooms.

**First estimate (roofer):** $38,000
**Revised estimate, roof and rooms, January 28:** $52,750

Nobody was hurt. No police report.
`,
    },
  ],
  stated: {
    claimant_name: 'Seabright Motel LLC',
    claimant_phone: '541-555-0147',
    claimant_email: 'front@seabright.example.com',
    claimant_address: '300 Beach Loop, Bandon, OR 97411',
    policy_number: 'HCP-22-190457',
    policy_type: 'commercial_property',
    policy_effective_date: '2025-01-10',
    policy_expiration_date: '2026-01-10',
    incident_date: '2026-01-27',
    incident_time: '03:00',
    incident_type: 'wind_hail',
    incident_location: '300 Beach Loop, Bandon, OR',
    incident_description:
      'The gusts peeled the metal roofing off the north wing and rain got into the six rooms below it.',
    damage_description: 'Metal roofing torn off the north wing; carpet, beds and drywall wet in six rooms.',
    insured_item: 'Two-story motel, 24 rooms',
    estimated_amount: 52750,
    deductible_amount: 5000,
    injuries_reported: false,
    reported_date: '2026-01-29',
    coverage_determination: 'not_covered',
  },
};
