import {
  type Block,
  boxes,
  cell,
  heading,
  letterhead,
  type Packet,
  pageBreak,
  signature,
  small,
  space,
  stamp,
  table,
  text,
  title,
} from '../making/packet.ts';

const CARRIER = [
  'Palisade Mercantile Insurance Company',
  'Property claims, 40 Harbor Square, Portland, ME 04101   800-555-0188',
] as const;

const lossNotice: Block[] = [
  letterhead(...CARRIER),
  stamp('RECEIVED\nNOV 10 2025'),
  title('PROPERTY LOSS NOTICE'),
  boxes(
    [
      cell('Named insured', 'Hollis & Daughter Woodworks, Inc.', 3),
      cell('Policy number', 'PMC-7720-4183', 2),
    ],
    [
      cell('Mailing address', '18 Tannery Lane, Biddeford, ME 04005', 3),
      cell('Line of business', 'Commercial Property', 2),
    ],
    [
      cell('Contact', 'Renata Hollis, president', 2),
      cell('Phone', '207-555-0156', 1),
      cell('E-mail', 'renata@holliswoodworks.example.com', 2),
    ],
    [
      cell('Policy effective', 'May 1, 2025'),
      cell('Policy expires', 'May 1, 2026'),
      cell('Deductible', '$5,000'),
      cell('Building limit', '$420,000'),
      cell('Contents limit', '$260,000'),
    ],
    [cell('Agent', 'Saco Bay Insurance Agency, Phil Arsenault', 3), cell('Agent phone', '207-555-0111', 2)],
  ),
  boxes(
    [
      cell('Date of loss', 'November 8, 2025'),
      cell('Time of loss', '5:10 AM'),
      cell('Date reported', 'November 10, 2025'),
    ],
    [cell('Kind of loss', 'Fire', 1), cell('Location of loss', '18 Tannery Lane, Biddeford, ME', 2)],
    [cell('Property', 'Woodworking shop, one-story masonry building with attached drying room')],
    [
      cell(
        'Description of loss',
        'Fire started in the drying room before the morning shift and spread along the dust ducts into the finishing area.',
      ),
    ],
    [
      cell(
        'Description of damage',
        'Drying room destroyed; finishing area, roof deck over it and two spray booths burned; smoke through the whole shop',
      ),
    ],
    [
      cell('Probable amount', '$60,000 (first guess)', 1),
      cell('Police or fire report', 'Biddeford PD 25-30417; Biddeford FD run 2211', 2),
    ],
    [cell('Anyone injured?', 'Yes, see page 2', 1), cell('Building occupied by others?', 'No', 1)],
  ),
  text(
    'Taken by telephone by D. Whitcomb, intake, from Ms. Hollis at 8:50 AM. Emergency board-up is authorized.',
  ),
];

const lossNoticeSecond: Block[] = [
  title('PROPERTY LOSS NOTICE, continued'),
  heading('Injured persons'),
  table(
    [3, 2, 5],
    ['Name', 'Relation', 'Injury and treatment'],
    [
      'Marcus Delacroix',
      'Early shift',
      'Smoke inhalation; oxygen at the scene, seen at Southern Maine Medical and released the same morning',
    ],
  ),
  heading('Statement of the insured'),
  text(
    'I was called by the alarm company at 5:14 on Saturday morning. When I arrived the fire department already had a line on the drying room. Marcus had come in early to load the kiln, saw the glow through the door, pulled the hand alarm and got out by the loading dock. He breathed a lot of smoke but he is all right.',
  ),
  text(
    'The kiln had been serviced on October 20. We vacuum the ducts every Friday and did so on the day before. I do not know how the fire began and I have no quarrel with anyone who might have set it. The doors were locked and the alarm was on.',
  ),
  text(
    'We lost the stock that was drying for the library order, two spray booths, the finishing benches and most of the hand tools kept there. The machines in the main room look sound but everything is black. We cannot work.',
  ),
  heading('Other insurance'),
  text(
    'Equipment breakdown with another carrier for the compressor only, policy EB-51190. No other property insurance.',
  ),
  heading('Mortgagee'),
  text('Atlantic Tradesmen Credit Union, loan 66-20381, balance about $118,000.'),
  signature('Renata Hollis'),
  text('Renata Hollis, for the insured          November 12, 2025'),
];

const policeReport: Block[] = [
  title('BIDDEFORD POLICE DEPARTMENT'),
  text('INCIDENT REPORT 25-30417'),
  boxes(
    [
      cell('Nature', 'Assist fire department, check for forced entry', 3),
      cell('Occurred', '11/08/2025 0510', 2),
    ],
    [cell('Location', '18 Tannery Lane', 3), cell('Report filed', '11/09/2025', 2)],
    [
      cell('Owner', 'Hollis & Daughter Woodworks, Inc.', 3),
      cell('Owner contact', 'Renata Hollis, 207-555-0156', 2),
    ],
    [cell('Reporting officer', 'Sgt. Kevin Thibodeau, unit 12', 3), cell('Approved', 'Lt. A. Morin', 2)],
  ),
  heading('NARRATIVE'),
  text(
    'At 0516 hours I was sent to 18 Tannery Lane to assist the fire department with a working fire in a commercial building. On arrival I saw heavy smoke from the north end and flame through the roof of a low addition. Engine 2 and Tower 1 were on the scene. I closed Tannery Lane between Mill and Birch.',
  ),
  text(
    'I spoke with Marcus Delacroix, an employee, who was sitting on the tailboard of the ambulance. He said that he unlocked the front door at about 0500, switched off the alarm, and went to the drying room to load the kiln. He saw an orange glow under the door, did not open it, and pulled the hand alarm. He left by the loading dock.',
  ),
  text(
    'After the fire was declared under control at 0642 I walked the outside of the building with Capt. Roy of the fire department. All windows on the south and east sides were whole or had been broken by the fire crews. The rear door was locked with its bar in place. The gate to the yard was chained. I found no sign of forced entry.',
  ),
  text(
    'Ms. Renata Hollis arrived at 0535 and was cooperative. She gave the names of all who hold keys: herself, her daughter Tess Hollis, Mr. Delacroix and the foreman, Gil Pomerleau.',
  ),
];

const policeReportSecond: Block[] = [
  text('BIDDEFORD POLICE DEPARTMENT          INCIDENT REPORT 25-30417          continued'),
  heading('FIRE DEPARTMENT'),
  text(
    'Capt. Roy advised that the point of origin is low on the west wall of the drying room, near the kiln controller, and that the investigator of the State Fire Marshal, Inv. L. Castonguay, would be called as a matter of routine because of the amount of loss.',
  ),
  text(
    'On 11/09/2025 Inv. Castonguay advised by telephone that he classed the fire as accidental, most likely an electrical fault in the kiln controller, and that his office would take no further action.',
  ),
  heading('PERSONS'),
  table(
    [3, 3, 3, 3],
    ['Name', 'Role', 'Phone', 'Remarks'],
    ['Delacroix, Marcus', 'Injured', '207-555-0134', 'Smoke inhalation, transported'],
    ['Hollis, Renata', 'Owner', '207-555-0156', ''],
    ['Pomerleau, Gil', 'Key holder', '207-555-0190', 'At home, called by owner'],
    ['Nadeau, Irene', 'Witness', '207-555-0171', '22 Tannery Lane, saw smoke at 0510'],
  ),
  heading('EVIDENCE AND PHOTOGRAPHS'),
  text(
    'Twenty-six photographs of the outside, stored under the report number. No physical evidence was taken by this department. The kiln controller remains with the owner at the request of Inv. Castonguay, to be kept for the insurer.',
  ),
  heading('STATUS'),
  text('Closed. No crime found.'),
  space(10),
  text('Sgt. Kevin Thibodeau, 11/09/2025'),
];

const estimate: Block[] = [
  letterhead(
    'Casco Restoration & Building',
    '210 Rigby Road, South Portland, ME 04106   207-555-0100',
    'Estimate CR-4417, November 24, 2025',
  ),
  title('REPAIR ESTIMATE'),
  text(
    'Owner: Hollis & Daughter Woodworks, Inc., 18 Tannery Lane, Biddeford. Insurer: Palisade Mercantile. Inspected November 13 and 17, 2025.',
  ),
  heading('A. Building'),
  table(
    [7, 2, 2, 2],
    ['Work', 'Quantity', 'Rate', 'Amount'],
    ['Demolish drying room, haul and dispose', '1', '8,900.00', '8,900.00'],
    ['Rebuild drying room, block walls and slab repair', '480 sf', '74.00', '35,520.00'],
    ['Steel roof deck over finishing area', '1,150 sf', '13.50', '15,525.00'],
    ['Roof insulation and membrane', '1,150 sf', '11.20', '12,880.00'],
    ['Electrical: feeders, panel and lighting, north end', '1', '17,400.00', '17,400.00'],
    ['Sprinkler heads and branch lines', '1', '4,650.00', '4,650.00'],
    ['Clean and seal masonry, main room', '6,200 sf', '1.85', '11,470.00'],
    ['Doors, frames and hardware', '3', '1,240.00', '3,720.00'],
    ['Dust duct, 14 inch, spiral, with dampers', '96 ft', '62.50', '6,000.00'],
    ['Subtotal building', '', '', '116,065.00'],
  ),
  text(
    'Permits are included. Work can begin three weeks after approval and takes about ten weeks, weather permitting.',
  ),
];

const estimateSecond: Block[] = [
  text('Casco Restoration & Building          Estimate CR-4417, page 2'),
  heading('B. Contents and equipment'),
  table(
    [7, 2, 2, 2],
    ['Item', 'Quantity', 'Each', 'Amount'],
    ['Spray booth with exhaust', '2', '9,350.00', '18,700.00'],
    ['Finishing benches, maple tops', '6', '740.00', '4,440.00'],
    ['Kiln controller and wiring', '1', '3,980.00', '3,980.00'],
    ['Hand tools, list of the insured', '1', '5,215.50', '5,215.50'],
    ['White oak stock in the drying room', '2,100 bf', '7.60', '15,960.00'],
    ['Clean and test machines in main room', '11', '390.00', '4,290.00'],
    ['Subtotal contents', '', '', '52,585.50'],
  ),
  heading('Summary'),
  table(
    [9, 3],
    ['Part', 'Amount'],
    ['A. Building', '116,065.00'],
    ['B. Contents and equipment', '52,585.50'],
    ['GRAND TOTAL', '$168,650.50'],
  ),
  text('The total is before any deductible. Business income is not part of this estimate.'),
  text(
    'Exclusions of this estimate: code upgrades outside the damaged area, hazardous material, and any damage found after demolition.',
  ),
  signature('Andre Pelkey'),
  text('Andre Pelkey, estimator'),
];

const notes: Block[] = [
  letterhead(...CARRIER),
  title('ADJUSTER FILE NOTES'),
  text('Claim 25-PM-09944          Adjuster: Simone Hathaway, 207-555-0125'),
  table(
    [2, 9],
    ['Date', 'Note'],
    [
      '11/10/2025',
      'New loss assigned. Called Ms. Hollis, left message with the foreman. Coverage screen: policy in force, premium current, no protective safeguards endorsement. Reserve set at $175,000 building and contents, $40,000 business income.',
    ],
    [
      '11/11/2025',
      'Spoke with Ms. Hollis. Shop is closed, nine employees. Board-up done by Casco on Saturday. She asks for an advance for payroll; explained that business income has a 72 hour wait.',
    ],
    [
      '11/13/2025',
      'On site with A. Pelkey of Casco. Origin area plain: V pattern on the west wall of the drying room at the kiln controller. Roof deck sagging over the finishing area, shored. Two spray booths are scrap. Main room: soot on every surface, machines turn by hand.',
    ],
    [
      '11/14/2025',
      'Tagged the kiln controller and took it into our evidence room. Put the maker, Norquist Kilns, on notice by letter because of possible recovery. No answer so far.',
    ],
    [
      '11/17/2025',
      'Second visit to count the stock with Tess Hollis. 2,100 board feet of white oak agreed. Prices from the invoice of the mill of September.',
    ],
    [
      '11/19/2025',
      'Police report received. Accidental, no crime. Fire Marshal is not writing a report of its own.',
    ],
  ),
];

const notesSecond: Block[] = [
  title('ADJUSTER FILE NOTES, continued'),
  text('Claim 25-PM-09944          Adjuster: Simone Hathaway, 207-555-0125'),
  table(
    [2, 9],
    ['Date', 'Note'],
    [
      '11/21/2025',
      'Engineer, Dr. F. Amari, examined the controller on the bench. Arc marks at the relay terminals, consistent with a failure inside the housing. Written report to follow in January; nothing so far speaks against coverage.',
    ],
    [
      '11/24/2025',
      'Casco estimate CR-4417 received, $168,650.50. Compared with my own scope: building within two percent, contents agree with the count.',
    ],
    [
      '11/26/2025',
      'Workers compensation carrier of the insured confirms that it handles the treatment of Mr. Delacroix. No liability claim is expected.',
    ],
    ['12/02/2025', 'Asked Casco about the duct price; they will hold it. Estimate accepted as written.'],
    [
      '12/03/2025',
      'Reviewed the exclusions: wear and tear, dishonest acts, ordinance or law. None applies. Finding: the fire is a covered loss, building and contents, subject to the deductible of $5,000. Sent to the supervisor for authority.',
    ],
    [
      '12/04/2025',
      'Authority granted by M. Eastman. Advance of $50,000 issued to the insured and Atlantic Tradesmen Credit Union.',
    ],
  ),
  heading('Open points'),
  text(
    'Written report of the engineer. Answer of Norquist Kilns. Business income worksheet of the insured. Photographs of the finished repair for release of the holdback.',
  ),
];

const letterOfInsured: Block[] = [
  letterhead('Hollis & Daughter Woodworks, Inc.', '18 Tannery Lane, Biddeford, ME 04005   207-555-0156'),
  text('November 18, 2025'),
  text('Ms. Simone Hathaway\nPalisade Mercantile Insurance Company\n40 Harbor Square\nPortland, ME 04101'),
  text('Re: Claim 25-PM-09944, policy PMC-7720-4183'),
  text('Dear Ms. Hathaway,'),
  text(
    'Thank you for coming out again yesterday. As you asked, I enclose the list of hand tools that were on the finishing benches, with what we paid for them where I could find the receipts. Tess went through the photographs from the open house in June to make sure that nothing is on it that was not there.',
  ),
  text(
    'You wanted to know about earlier losses. We had a broken window in February 2021 that was paid by our former insurer, and nothing since then. In the nineteen years that my father and I have run the shop there has never been a fire.',
  ),
  text(
    'The library has been kind and gives us until the end of April. If the booths could be ordered before the rest is settled, we would not lose the order. The dealer wants half down. Is there anything that you can do?',
  ),
  text(
    'Marcus is back at work three days a week and is helping to wash down the machines. He asks me to say that he does not mean to claim anything from anyone.',
  ),
  text('Sincerely,'),
  signature('Renata Hollis'),
  text('Renata Hollis\nPresident'),
  small('Enclosure: list of hand tools, 3 sheets (kept in the paper file)'),
];

const letterOfInsurer: Block[] = [
  letterhead(...CARRIER),
  text('December 5, 2025'),
  text(
    'Hollis & Daughter Woodworks, Inc.\nAttention: Ms. Renata Hollis\n18 Tannery Lane\nBiddeford, ME 04005',
  ),
  text('Re: Fire of November 8, 2025\nPolicy PMC-7720-4183          Claim 25-PM-09944'),
  text('Dear Ms. Hollis,'),
  text(
    'We have completed our review of the documents that you sent us, the report of the police department and the estimate of Casco Restoration & Building. We accept the estimate in the amount of $168,650.50 for building and contents. Your deductible of $5,000 will be taken from the final payment.',
  ),
  text(
    'An advance of $50,000 was sent on December 4. It names you and your mortgagee, as the policy requires. You may order the spray booths now; please send us the order so that we can pay the dealer directly if you wish.',
  ),
  text(
    'Business income is handled separately. Please return the enclosed worksheet with your statements for the twelve months before the fire. The first 72 hours are not insured.',
  ),
  text(
    'Please keep the damaged kiln parts that are still on your premises until we tell you that they may be discarded. We may try to recover our payment, and your deductible, from others.',
  ),
  text(
    'If you do not agree with any part of this letter, please call me. You may also write to the Bureau of Insurance.',
  ),
  text('Sincerely,'),
  signature('Simone Hathaway'),
  text('Simone Hathaway\nSenior property adjuster, 207-555-0125'),
];

const warnings: Block[] = [
  title('IMPORTANT NOTICES'),
  small('These notices are sent with every claim. They are not about your claim in particular.'),
  heading('Fraud warning'),
  small(
    'It is a crime to knowingly provide false, incomplete or misleading information to an insurance company for the purpose of defrauding the company. Penalties may include imprisonment, fines or a denial of insurance benefits.',
  ),
  small(
    'In some states any person who files a statement of claim that contains materially false information, or who conceals information about a fact that is material to the claim in order to mislead, commits a fraudulent insurance act. The company reports what it must report to the authorities of the state in which the loss took place.',
  ),
  heading('Your duties after a loss'),
  small(
    'Protect the property from further damage and keep a record of what you spend on it. Let us inspect the property as often as is reasonable. Make a list of damaged and undamaged property with quantities, costs and amounts claimed. Send us a signed statement of loss within 60 days after we ask for one. Do not make voluntary payments and do not assume obligations without our consent, except for first aid.',
  ),
  heading('Time limits'),
  small(
    'We tell you within 15 working days after we have all that we need whether we accept the claim. If we need more time, we write to you and say why. An action against us must be brought within two years after the date on which the direct physical loss occurred.',
  ),
  heading('Appraisal'),
  small(
    'If we cannot agree on the amount of the loss, either side may ask in writing for an appraisal. Each side chooses an appraiser. The two choose an umpire. A decision that two of the three agree on is binding as to the amount. Each side pays its own appraiser, and both share the costs of the umpire.',
  ),
  heading('Privacy'),
  small(
    'We collect information about you and your property from you, from agents, repair firms and public authorities. We share it with those who help us to settle the claim, with reinsurers, and with authorities when the law says so. You may ask us what we hold and have errors corrected. Requests go to the privacy officer at the address on our letterhead.',
  ),
  heading('Language'),
  small('This notice can be had in French, Spanish and Somali, and in large print. Call 800-555-0188.'),
];

const conditions: Block[] = [
  title('EXTRACT FROM THE POLICY FORM'),
  small('Form PM-CP 10 (edition of January 2024). The extract does not replace the policy.'),
  heading('A. What we insure'),
  small(
    'Direct physical loss of or damage to the property described in the declarations, caused by or resulting from a covered cause of loss: fire, lightning, explosion, windstorm or hail, smoke, aircraft or vehicles, riot, vandalism, leakage from fire-extinguishing equipment, falling objects, weight of snow, and water damage as defined.',
  ),
  heading('B. What we do not insure'),
  small(
    '1. Ordinance or law. The increased cost of complying with any law that regulates construction, use or repair, unless an endorsement says otherwise.',
  ),
  small(
    '2. Earth movement, flood, surface water, and water that backs up from a sewer, however caused, unless fire or explosion follows.',
  ),
  small('3. Wear and tear, rust, decay, hidden defect, settling, and damage by insects or rodents.'),
  small(
    '4. Dishonest or criminal acts by you, your partners, officers or managers, whether acting alone or with others.',
  ),
  small(
    '5. Artificially generated electrical current that harms electrical devices. If fire results, we pay for the loss caused by that fire.',
  ),
  small(
    '6. Neglect of an insured to use all reasonable means to save property at and after the time of loss.',
  ),
  heading('C. Limits and deductible'),
  small(
    'We pay no more than the limit shown in the declarations for each building and for contents. The deductible is taken once for each occurrence, from the amount of the loss before the limit is applied.',
  ),
  heading('D. Valuation'),
  small(
    'Building: the cost to repair or replace with like kind and quality, without deduction for depreciation, once the repair is made. Stock that is not sold: its cost. Stock that is sold but not delivered: the selling price less discounts and expenses. Tools of employees: actual cash value, up to $2,500 for each employee.',
  ),
  heading('E. Business income'),
  small(
    'Net income and continuing normal operating expenses during the period of restoration, which begins 72 hours after the direct physical loss and ends when the property should be repaired with reasonable speed.',
  ),
  heading('F. Cancellation'),
  small(
    'The first named insured may cancel by written notice. We may cancel by written notice at least 10 days before the date of cancellation for nonpayment of premium, or 30 days for any other reason that the law permits.',
  ),
];

const pages = [
  lossNotice,
  lossNoticeSecond,
  policeReport,
  policeReportSecond,
  estimate,
  estimateSecond,
  notes,
  notesSecond,
  letterOfInsured,
  letterOfInsurer,
  warnings,
  conditions,
];

export const packet: Packet = {
  id: 'workshop-fire-twelve-pages',
  documents: [
    {
      name: 'claim-file-25-PM-09944.pdf',
      as: 'pdf',
      print: {
        size: 11.5,
        footer: 'Claim 25-PM-09944',
        blocks: pages.flatMap((page, index) => (index === 0 ? page : [pageBreak, ...page])),
      },
    },
  ],
  stated: {
    claimant_name: 'Hollis & Daughter Woodworks, Inc.',
    claimant_phone: '207-555-0156',
    claimant_email: 'renata@holliswoodworks.example.com',
    claimant_address: '18 Tannery Lane, Biddeford, ME 04005',
    policy_number: 'PMC-7720-4183',
    policy_type: 'commercial_property',
    policy_effective_date: '2025-05-01',
    policy_expiration_date: '2026-05-01',
    incident_date: '2025-11-08',
    incident_time: '05:10',
    incident_type: 'fire',
    incident_location: '18 Tannery Lane, Biddeford, ME',
    incident_description:
      'Fire started in the drying room before the morning shift and spread along the dust ducts into the finishing area.',
    damage_description:
      'Drying room destroyed; finishing area, roof deck over it and two spray booths burned; smoke through the whole shop',
    insured_item: 'Woodworking shop, one-story masonry building with attached drying room',
    estimated_amount: 168650.5,
    deductible_amount: 5000,
    injuries_reported: true,
    third_parties: ['Marcus Delacroix'],
    police_report_number: '25-30417',
    reported_date: '2025-11-10',
    coverage_determination: 'covered',
  },
};
