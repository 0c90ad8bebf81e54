/** Words for the lines of a form: printed labels, questions put to the person who fills it in, and names of data fields. */
import type { Random } from '../random.ts';

/** `form` on paper, `ask` as a question, `code` in a file of a system. */
export type Register = 'form' | 'ask' | 'code';

const list = (text: string): readonly string[] => text.split('|');

const WORDS = {
  name: {
    form: list(
      "Policyholder / claimant|Claim made by|Insured (as on declarations)|Insured's full name|Name on the policy|Person or firm claiming|Principal|Claimant (block letters)|Policy in the name of|Named insured(s)|Loss suffered by|Insd. name|Customer / insured|Title and name of insured|Party insured|CLAIMANT NAME|Whose loss",
    ),
    ask: list(
      'Who is insured?|What name is on the policy?|Who had the loss?|Under what name are you insured?|Your name in full?|Whose claim is this?|Who is making this claim?|Name of policyholder?',
    ),
    code: list(
      'INSD_NM|clmt_full_name|PolHolder|cust-name|NamedInsd|insured.name|ph_name|CLAIMANT|assuredName|party_1_insured',
    ),
  },
  dob: {
    form: list(
      "Insured's DOB|Date of birth (policyholder)|Birth dt.|Claimant born|D/O/B|Born (date)|Birth date of insured|Clmt. date of birth|Day, month, year of birth",
    ),
    ask: list(
      'When were you born?|What is the date of birth of the insured?|Your date of birth?|On what day was the policyholder born?',
    ),
    code: list('DOB_DT|insd_birth_dt|birth-date|BirthDt|insured.dob|dateOfBirth|BIRTH_DATE_INS|dob'),
  },
  phone: {
    form: list(
      "Best no. to reach|Insured's telephone|Tel. (claimant)|Day phone|Evening phone|Call insured at|Claimant's phone|Phone, area code first|Reach by phone|Insd. ph.|Home phone|Mobile of insured|Cell no.|Telephone where we may call you",
    ),
    ask: list(
      'What number can we call?|How do we reach you by phone?|What is the best phone number?|Phone number of the insured?|Which number should the adjuster dial?',
    ),
    code: list('PH_NBR|insd_phone|tel-no|PhoneNum|insured.tel|contactPhone|HOME_TEL|clmt_ph_1|callback_no'),
  },
  email: {
    form: list(
      "E-mail of insured|Claimant's e-mail|E-mail (print clearly)|Internet mail|Insd. e-mail|Send e-mail to|Online contact|Mail address (electronic)|E-mail for documents",
    ),
    ask: list(
      'Do you have an e-mail address?|Where may we e-mail you?|What is your e-mail?|E-mail for the claim papers?',
    ),
    code: list('EMAIL_ADDR|insd_email|e-mail|EmailAddr|insured.mail|contactEmail|ELEC_MAIL|clmt_eml'),
  },
  address: {
    form: list(
      "Insured's address|Mail to (insured)|Address of policyholder|Street, city, state, ZIP of insured|Residence of claimant|Home/business address|Claimant's mailing addr.|Insd. addr.|Permanent address|Where insured lives|Street and town|Billing address",
    ),
    ask: list(
      'Where do you live?|What is your mailing address?|Where should we send mail?|Address of the insured?|At what address is the policyholder to be found?',
    ),
    code: list(
      'ADDR_LN|insd_addr|mail-address|MailAddr|insured.address|postalAddress|INS_ADDRESS|clmt_addr_full',
    ),
  },
  policy: {
    form: list(
      "Pol. #|Policy no. (all digits)|No. of policy|Our policy|Insured's policy number|Policy number on ID card|Policy/binder|Contract of insurance no.|Policy symbol & number|POLICY NBR|Certificate / policy no.|Pol. no. of insured|Insured under no.",
    ),
    ask: list(
      'What is the policy number?|Which policy is this under?|Policy number, if you have it at hand?|What number is on your insurance card?|Under which number are you insured?',
    ),
    code: list('POL_NBR|policy_no|pol-num|PolicyNum|policy.number|POLNO|contractNumber|pol_id_ext|PLCY_NO'),
  },
  line: {
    form: list(
      'Kind of policy|Policy form|Cover held|Line|Policy written as|Coverage part|Program|Insurance line|Policy class|What the policy is|Policy category|Prod. line',
    ),
    ask: list(
      'What kind of policy is it?|What sort of insurance do you have?|Which line of insurance?|What type of policy?',
    ),
    code: list('LOB_CD|policy_type|line-of-bus|LOBCd|policy.line|lineOfBusiness|POL_TYP|prod_ln|COV_TYPE'),
  },
  from: {
    form: list(
      'Policy from|Cover began|Eff.|Term begins|First day of cover|In force from|Policy inception|Effective as of|Period: from|Start of term|Incep. dt.',
    ),
    ask: list(
      'When did the policy begin?|From what day is it in force?|Since when are you covered?|Start of the policy period?',
    ),
    code: list(
      'EFF_DT|pol_eff|incept-date|EffectiveDt|policy.from|coverageStart|POL_EFF_DATE|term_begin|eff_dt',
    ),
  },
  to: {
    form: list(
      'Policy to|Cover ends|Exp.|Term ends|Last day of cover|In force to|Policy expiry|Period: to|End of term|Renewal due|Exp. dt.|Good through',
    ),
    ask: list(
      'When does the policy end?|Until what day is it in force?|When is it up for renewal?|End of the policy period?',
    ),
    code: list('EXP_DT|pol_exp|expiry-date|ExpirationDt|policy.to|coverageEnd|POL_EXP_DATE|term_end|exp_dt'),
  },
  term: {
    form: list(
      'Policy in force|Policy dates|From - to|Effective/expiration|Cover in force|Term of policy|Policy term (from/to)',
    ),
    ask: list('What is the policy period?|From when to when does the policy run?'),
    code: list('POL_TERM|policy_period|term|policy.term'),
  },
  deductible: {
    form: list(
      "Insured's deductible|Ded. amt|Deductible applying|Less deductible of|Insured pays first|Self-retained|Ded. this peril|Deductible per loss|Deductible under policy|Own share (deductible)",
    ),
    ask: list('What is your deductible?|How much is the deductible?|What deductible applies?'),
    code: list('DED_AMT|deductible|ded-amount|DeductibleAmt|policy.deductible|dedAmt|POL_DED|ded'),
  },
  date: {
    form: list(
      'D.O.L.|Date the trouble happened|Loss dt.|Day of loss|Date it happened|Date of the occurrence|Happened on|Date of event|Date of mishap|Loss occurred (date)|Day and date of accident|DATE OF LOSS|Date damage took place',
    ),
    ask: list(
      'On what date did it happen?|When did the loss take place (date)?|What day was it?|What was the date of the loss?|On which day did this happen?',
    ),
    code: list('LOSS_DT|dt_of_loss|loss-date|LossDt|loss.date|occurrenceDate|DOL|incident_dt|acc_date'),
  },
  time: {
    form: list(
      'Hour of loss|Time it happened|At (time)|Clock time|T.O.L.|Time of day|Hour (a.m./p.m.)|Loss hour|Time of event|About what time',
    ),
    ask: list('At what hour?|What time was it?|What time did this happen?|About when in the day?'),
    code: list('LOSS_TM|tm_of_loss|loss-time|LossTime|loss.time|occurrenceTime|TOL|incident_tm'),
  },
  cause: {
    form: list(
      'Caused by|Peril insured against|Loss cause|Loss was caused by|Kind of accident|Cause code|Coded as|Category of loss|Loss class|Origin of loss|Loss coded|Peril / cause',
    ),
    ask: list('What kind of loss is it?|What caused the loss?|Which peril?|What sort of event was it?'),
    code: list('COL_CD|cause_of_loss|loss-cause|CauseOfLossDesc|loss.cause|perilType|COL|loss_kind'),
  },
  place: {
    form: list(
      'Loss loc.|Where (street, town)|Site of loss|Place it happened|Spot|Loss site|Street or crossing|Location where loss took place|Scene of occurrence|Happened at|Where did the loss occur|Accident site|Premises or road',
    ),
    ask: list(
      'Where did it happen?|At what place?|Where were you?|What is the location of the loss?|Street, road or premises where it happened?',
    ),
    code: list(
      'LOSS_LOC|loss_addr|loss-site|LossLocation|loss.place|occurrenceAddress|LOC_DESC|incident_loc',
    ),
  },
  story: {
    form: list(
      'How it came about|Particulars|Account of loss|In your own words|Course of the accident|Facts|Explain fully|Remarks on how loss occurred|Report of what took place|Brief facts|State how|Synopsis|Particulars of occurrence',
    ),
    ask: list(
      'What took place?|How did it come about?|Can you tell us what happened?|Please describe the event.|In your own words, what went on?',
    ),
    code: list(
      'LOSS_DESC|narrative|loss-text|LossDesc|loss.story|occurrenceText|FACTS_TXT|event_descr|acc_descr',
    ),
  },
  item: {
    form: list(
      'Subject of claim|What is insured|Insured object|Item insured|Property covered|Object of insurance|Covered item|Thing insured|Property or vehicle insured|Insured risk',
    ),
    ask: list('What is insured?|Which vehicle or property is it?|What suffered the loss?'),
    code: list('RISK_DESC|insd_item|veh-or-prop|InsuredItem|risk.item|insuredObject|ITEM_DESC|risk_unit'),
  },
  vehicle: {
    form: list(
      "Insured unit|Our insured's vehicle|Unit no. 1|Veh. yr/make/model|Damaged unit|Our unit|Vehicle 1 (insured)|Car of the insured|Auto insured (year, make, model)|Insd. veh.",
    ),
    ask: list('Which vehicle is it (year, make)?|Which of your vehicles was it?'),
    code: list('UNIT_DESC|insd_veh|veh-1|InsuredVehicle|vehicle.desc|VEH_YMM'),
  },
  damage: {
    form: list(
      'What is damaged|Damaged parts|Parts or goods affected|State of the property|List of damage|Damage seen|Condition after loss|Nature of damage or injury|Damages (itemize)|Harm done|Particulars of damage|Dmgs|Loss consists of',
    ),
    ask: list(
      'What was damaged?|What is broken, hurt or missing?|What harm was done?|Please list the damage.|What did you lose?',
    ),
    code: list('DMG_DESC|dmg_text|damage-list|DamageDesc|loss.damage|damageText|DMGS|harm_descr'),
  },
  amount: {
    form: list(
      'Est. cost to repair|Probable amount of loss|Total est.|Whole loss est. at|Amt of loss (est.)|Estimate in all|Repair bill (est.)|Total damages|Loss put at|Value claimed|Cost of making good|Gross loss|Amount asked|Total of estimate',
    ),
    ask: list(
      'How much is the damage?|What will repair cost in all?|What do you estimate the loss at?|How much are you claiming?|What is the total estimate?',
    ),
    code: list(
      'EST_AMT|loss_est_usd|est-total|EstLossAmt|loss.estimate|estimatedTotal|GROSS_EST|clm_amt|tot_est',
    ),
  },
  reported: {
    form: list(
      "Date of this report|Loss reported to us|Notice given|Rec'd by company|First notice (date)|Reported by phone on|Date insurer told|Notice received on|Rptd.|Date form completed|Date called in to company",
    ),
    ask: list(
      'When did you tell us?|On what date was the company told?|When was this reported to the insurer?|Date of this report?',
    ),
    code: list(
      'RPT_DT|reported_dt|notice-date|ReportedDt|claim.reported|notificationDate|RCV_DT|fnol_date|rpt_date',
    ),
  },
  police: {
    form: list(
      'Police rpt #|Law enforcement report no.|Complaint no.|Officer gave no.|Police incident no.|Case # (law enf.)|Offense report|PD file|Police control no.|No. of police report',
    ),
    ask: list(
      'What is the number of the police report?|Which number did the police give you?|Police case number?',
    ),
    code: list(
      'POL_RPT_NO|pd_report|police-case|PoliceReportNum|police.number|leaReportNo|PD_CASE|agency_rpt_no',
    ),
  },
  told: {
    form: list(
      'Police called|Law enforcement notified|Police on scene|Authorities told|Police made report|Reported to law enforcement',
    ),
    ask: list('Were the police told?|Did you call the police?|Did law enforcement make a report?'),
    code: list('POL_IND|police_yn|police-called|PoliceInd|police.notified|POLRPT_FLG'),
  },
  hurt: {
    form: list(
      'Persons hurt|Bodily injuries|Was anyone hurt|Any injuries|Inj.|Casualties|Injury to any person|Medical attention needed|Injured (Y/N)',
    ),
    ask: list(
      'Was anybody hurt?|Did anyone suffer an injury?|Was anyone injured in this?|Any injury to any person?',
    ),
    code: list('INJ_IND|injury_yn|persons-hurt|InjuryInd|loss.injuries|bodilyInjury|INJ_FLG'),
  },
  others: {
    form: list(
      "Adverse driver|Driver of vehicle 2|Person on the other side|Claimant against insured|Other persons involved|OV owner/driver|Name of other party|Party no. 2|Opposite party|Adverse party name|Involved with (name)|Other party's name",
    ),
    ask: list(
      'Who else was involved?|Who was the other party?|Name of the other person?|Was there anybody on the other side, and who?',
    ),
    code: list('ADV_NM|other_party|third-party|AdversePartyName|parties.other|counterparty|OTH_PTY|tp_name'),
  },
  victim: {
    form: list(
      'Person injured|Name of injured|Who got hurt|Injured party (name)|Hurt person|Claim is made by injured',
    ),
    ask: list('Who was hurt?|What is the name of the injured person?'),
    code: list('INJ_NM|injured_name|injured|InjuredParty|parties.injured'),
  },
} as const satisfies Record<string, Record<Register, readonly string[]>>;

export type Asked = keyof typeof WORDS;

export const labelled = (r: Random, asked: Asked, register: Register): string =>
  r.pick<string>(WORDS[asked][register]);
