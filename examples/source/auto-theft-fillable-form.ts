import { cell, fillable, heading, type Packet, small, title } from '../making/packet.ts';

export const packet: Packet = {
  id: 'auto-theft-fillable-form',
  documents: [
    {
      name: 'automobile-loss-notice.pdf',
      as: 'pdf',
      print: {
        footer: 'Larkspur Casualty Company   Form LC-204 (rev. 03/25)',
        blocks: [
          title('AUTOMOBILE LOSS NOTICE'),
          small(
            'Larkspur Casualty Company, Claims Intake, P.O. Box 4410, Boise, ID 83701. Complete every box; write None where nothing applies.',
          ),
          heading('Agency and policy'),
          fillable(
            [
              cell('Agency', 'Tideline Insurance Services', 3),
              cell('Agency phone', '(253) 555-0107', 2),
              cell('Agency code', '11-3307', 1),
            ],
            [
              cell('Policy number', 'LCA 90 417 226', 2),
              cell('Effective date', '11/15/2025', 1),
              cell('Expiration date', '05/15/2026', 1),
            ],
          ),
          heading('Insured'),
          fillable(
            [cell('Name of insured', 'Oyelaran, Grace N.', 3), cell('Date of birth', '04/27/1988', 1)],
            [cell('Mailing address', '3316 North Verde Street, Tacoma, WA 98407', 1)],
            [cell('Phone', '(253) 555-0181', 1), cell('E-mail', 'g.oyelaran@example.com', 1)],
          ),
          heading('Loss'),
          fillable(
            [
              cell('Date of loss', '02/20/2026', 1),
              cell('Time', '11:50 PM', 1),
              cell('Type of loss', 'Theft of vehicle', 2),
            ],
            [
              cell(
                'Location of loss',
                'Parking lot of Fern Hill Cinema, 8410 Park Avenue South, Tacoma, WA',
                1,
              ),
            ],
            [
              cell(
                'Describe what happened',
                'Insured came out of the late show and her car was gone from the row where she had left it locked. Both sets of keys are in her possession.',
                1,
              ),
            ],
            [
              cell('Police department', 'Tacoma Police Department', 1),
              cell('Report number', '2605101427', 1),
            ],
            [cell('Persons injured', 'None', 1), cell('Other parties involved', 'None', 1)],
          ),
          heading('Insured vehicle'),
          fillable(
            [
              cell('Year', '2022', 1),
              cell('Make', 'Kia', 1),
              cell('Model', 'Sportage', 1),
              cell('VIN', 'KNDPM3AC5N7021946', 2),
              cell('Plate', 'CFN4471 WA', 1),
            ],
            [
              cell(
                'Describe damage',
                'Entire vehicle stolen and not recovered; child seat and roof box were in and on the vehicle',
                1,
              ),
            ],
            [
              cell('Estimated amount of loss', '$24,180.00', 1),
              cell('Deductible (comprehensive)', '$500.00', 1),
            ],
          ),
          heading('Report'),
          fillable([
            cell('Reported by', 'Insured', 2),
            cell('Date reported', '02/21/2026', 1),
            cell('Taken by', 'P. Quarles, agency', 2),
          ]),
          small(
            'Any person who knowingly presents a false or fraudulent claim for the payment of a loss may be guilty of a crime and subject to fines and confinement in prison.',
          ),
        ],
      },
    },
  ],
  stated: {
    claimant_name: 'Oyelaran, Grace N.',
    claimant_dob: '1988-04-27',
    claimant_phone: '(253) 555-0181',
    claimant_email: 'g.oyelaran@example.com',
    claimant_address: '3316 North Verde Street, Tacoma, WA 98407',
    policy_number: 'LCA 90 417 226',
    policy_type: 'personal_auto',
    policy_effective_date: '2025-11-15',
    policy_expiration_date: '2026-05-15',
    incident_date: '2026-02-20',
    incident_time: '23:50',
    incident_type: 'theft',
    incident_location: 'Parking lot of Fern Hill Cinema, 8410 Park Avenue South, Tacoma, WA',
    incident_description:
      'Insured came out of the late show and her car was gone from the row where she had left it locked. Both sets of keys are in her possession.',
    damage_description:
      'Entire vehicle stolen and not recovered; child seat and roof box were in and on the vehicle',
    insured_item: '2022 Kia Sportage',
    estimated_amount: 24180,
    deductible_amount: 500,
    injuries_reported: false,
    third_parties: [],
    police_report_number: '2605101427',
    reported_date: '2026-02-21',
    coverage_determination: 'covered',
  },
};
