import type { Packet } from '../making/packet.ts';

export const packet: Packet = {
  id: 'bedroom-fire-markdown',
  documents: [
    {
      name: 'renters-claim.md',
      as: 'text',
      content: `# Renters claim

| Field | Value |
| --- | --- |
| Name | Sarah Mitchell |
| Date of birth | 08/30/1995 |
| Phone | (617) 555-0139 |
| Email | s.mitchell@example.com |
| Address | 36 Hill Street, Unit 4, Arlington, MA 02474 |
| Policy number | RN-550218 |
| Policy type | Renters |
| Effective date | 05/01/2024 |
| Expiration date | 05/01/2025 |
| Date of loss | 09/09/2024 |
| Time of loss | 19:20 |
| Cause of loss | Fire |
| Location of loss | 36 Hill Street, Arlington, MA |
| Description | An electrical fire damaged the bedroom wall |
| Damage | heavy smoke damage to clothing and furniture |
| Insured property | apartment contents |
| Estimated amount | $3,240.00 |
| Deductible | $250 |
| Injuries | None |
| Date reported | 09/10/2024 |
`,
    },
  ],
  stated: {
    claimant_name: 'Sarah Mitchell',
    claimant_dob: '1995-08-30',
    claimant_phone: '(617) 555-0139',
    claimant_email: 's.mitchell@example.com',
    claimant_address: '36 Hill Street, Unit 4, Arlington, MA 02474',
    policy_number: 'RN-550218',
    policy_type: 'renters',
    policy_effective_date: '2024-05-01',
    policy_expiration_date: '2025-05-01',
    incident_date: '2024-09-09',
    incident_time: '19:20',
    incident_type: 'fire',
    incident_location: '36 Hill Street, Arlington, MA',
    incident_description: 'An electrical fire damaged the bedroom wall',
    damage_description: 'heavy smoke damage to clothing and furniture',
    insured_item: 'apartment contents',
    estimated_amount: 3240,
    deductible_amount: 250,
    injuries_reported: false,
    reported_date: '2024-09-10',
    coverage_determination: 'covered',
  },
};
