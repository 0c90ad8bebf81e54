/** The labels under which documents print each field, in the wording of forms, letters, police reports and estimates. */
import type { FieldKey } from '../../claim-fields.ts';

/** Alternatives of a label, without case; `generic` ones count only where the section does not speak of somebody else. */
interface Cues {
  specific: string[];
  generic?: string[];
}

const OF_LOSS =
  '(?:loss|incident|accident|event|occurrence|crash|collision|theft|damage|the (?:loss|incident|accident|crash))';
const PERSON =
  "(?:claimant|insured|policy ?holder|customer|member|named insured|applicant|owner|client|driver|your|contact)(?:['’]?s)?";
const MAIL = '(?:e[- ]?mail|electronic mail)(?: addr(?:ess|\\.)?)?';
const DATE = 'date(?: and time|[ /&]+time)?';

export const CUES: Record<FieldKey, Cues> = {
  claimant_name: {
    specific: [
      "(?:claimant|insured|policy ?holder|customer|member|named insured|applicant|client)(?:['’]?s)?(?: full)? name",
      'name of (?:the )?(?:insured|claimant|policy ?holder)|claimant',
      '(?:named |the )?(?:insured|assured)|policy ?holder|complainant|account ?holder',
      'certificate ?holder|(?:person|firm|person or firm|party) (?:claiming|insured)',
      'loss suffered by|your name(?: for the record)?|insured party|claim(?:ed)? by|customer|tenant name|full name',
      'reporting party|who (?:is|am i|are you) (?:calling|writing|speaking)(?: (?:with|to))?',
      'who is this|who is making (?:this|the) claim|whose (?:loss|claim)(?: is (?:it|this))?',
      '(?:insd|clmt)\\.?(?: full)?(?: name)?|party insured|principal|subscriber|policy owner',
      'owner of (?:the )?policy|(?:policy )?in the name of|caller',
    ],
    generic: [
      "name|reported by|contact(?: person| name)?|from|owner(?:['’]?s)?(?: name)?",
      'first and last name|client',
    ],
  },
  claimant_dob: {
    specific: [`${PERSON} (?:date of birth|dob|birth ?date|born(?: on)?)`],
    generic: ['date of birth|d\\.?o\\.?b\\.?|birth ?date|born(?: on| \\(date\\))?|birthday'],
  },
  claimant_phone: {
    specific: [
      `${PERSON} (?:(?:home|cell|mobile|primary|daytime) )?(?:phone|telephone|tel|mobile|cell)(?: (?:number|no\\.?|#))?`,
      'claimant contact|(?:insd|clmt)\\.? (?:ph|tel)\\.?',
    ],
    generic: [
      '(?:(?:primary|home|cell|mobile|daytime|day|evening|contact|best|work|residence|cellular) )*(?:phone|telephone|tel|mobile|cell|call(?: me)?(?: at)?)\\.?(?: ?(?:number|no\\.?|#))?',
      'contact (?:number|no\\.?|details|info(?:rmation)?)|phone \\(a/c,? no(?:, ext)?\\)',
      'reach(?: me)? at|(?:best|daytime|contact) (?:number|no\\.)(?: to reach(?: (?:you|me))?)?',
      'where can we (?:phone|call|ring) you|how can we call you back|call ?back(?: number)?',
      'ph\\.?(?: ?(?:#|no\\.?))?|(?:a )?number (?:where|at which) you can be reached',
      'best number to reach you',
    ],
  },
  claimant_email: {
    specific: [`${PERSON} (?:primary )?${MAIL}|claimant contact`],
    generic: [`(?:primary |contact |personal )?${MAIL}|contact (?:details|info(?:rmation)?)|from`],
  },
  claimant_address: {
    specific: [
      `${PERSON} (?:mailing |home |street |residen(?:ce|tial) )?address`,
      'address of (?:the )?(?:insured|claimant|policy ?holder)',
    ],
    generic: [
      '(?:(?:mailing|home|street|residen(?:ce|tial)|current|permanent|postal) )?address|residence',
      'lives at|where can we write to you|where (?:the )?insured lives|where do you live',
    ],
  },
  policy_number: {
    specific: [
      'policy(?: ?/ ?certificate)? ?(?:number|no\\.?|nr\\.?|num\\.?|#|id|ref(?:erence)?)',
      'pol(?:icy|\\.)? ?(?:no\\.?|#)|insurance policy(?: number| no\\.?)?|policy',
      'ins\\.? ?pol(?:icy|\\.)? ?(?:no\\.?|#)|policy ?/ ?binder|(?:our|your) policy',
      'insured under(?: no\\.?)?|(?:certificate|contract|binder)(?: (?:number|no\\.?|#))',
      '(?:the )?number on your card|cert\\.? no\\.?|policy symbol (?:&|and) number',
      '(?:under )?which (?:policy|number)(?: are you insured)?',
      'pol(?:icy|\\.) no\\. of (?:the )?insured|contract number',
    ],
  },
  policy_type: {
    specific: [
      'line of business|lob(?:[_ ]?c(?:o?de?))?|program',
      '(?:(?:type|class|kind|line) of (?:policy|coverage|insurance)|(?:policy|insurance|coverage|product|claim) type)',
      'type of claim|class of business|business line|line|coverage line|product|policy form',
    ],
  },
  policy_effective_date: {
    specific: [
      '(?:policy )?(?:effective|inception|start|commencement)(?: ?date)?s?(?: start)?',
      'policy (?:period|term|dates)(?: from)?|(?:policy )?effective from|eff\\.?(?: date)?',
      'coverage (?:start|begins|period|effective)(?: date)?|effective dates?|policy period',
      'valid from|(?:policy )?in force(?: from| since)?|term (?:begins|from)|(?:policy )?incepts',
      '(?:cover|insurance) (?:from|begins|starts|since)|first day of (?:cover|insurance)',
      'commences(?: on)?|incepted|term (?:opened|starts|opens)',
      '(?:cover|coverage|policy) (?:began|begins|begin)|coverage start|policy start|start of cover',
      'first day|incep\\.? ?dt\\.?|when did the policy (?:begin|start)',
    ],
  },
  policy_expiration_date: {
    specific: [
      '(?:policy )?(?:expir(?:ation|y|es)|end|termination)(?: ?date)?|effective date end',
      'policy (?:period|term|dates)|exp\\.?(?: date)?',
      'coverage (?:end|ends|period|expires)(?: date)?|(?:policy )?effective dates',
      '(?:policy )?expires(?: on)?|valid (?:to|until|through)|(?:policy )?effective to|to date',
      'exp\\.? ?dt\\.?|term (?:ends|to)|(?:policy )?in force(?: until| to)?',
      '(?:cover|insurance) (?:to|until|ends)|last day of (?:cover|insurance)|cover (?:to|ends)',
      'term (?:closed|closes|ended)|renewal(?: due)?',
      'until when (?:are you|is it) (?:covered|in force)|last day|policy (?:end|expiry)',
      'end of cover|when does (?:the policy|it) (?:end|expire)',
    ],
  },
  incident_date: {
    specific: [
      `${DATE} of (?:the )?${OF_LOSS}(?: and time)?|${OF_LOSS} ${DATE}`,
      'date of (?:accident|injury|discovery)|d\\.?o\\.?l\\.?',
      '(?:accident|incident|loss) occurred(?: on)?',
      'when did (?:it|this|the (?:loss|accident|incident)) (?:happen|occur)',
      `date ?(?:&|and|/) ?time of ${OF_LOSS}|date occurred|occurred(?: on)?`,
      'dt\\.? of (?:loss|accident)|date (?:damage|it|this) (?:took place|happened|occurred)',
      'day of (?:the )?(?:loss|accident)',
    ],
    generic: ['date|when|date ?(?:/|and|&) ?time'],
  },
  incident_time: {
    specific: [
      `(?:approx(?:imate|\\.)? )?time of (?:the )?${OF_LOSS}|${OF_LOSS} time`,
      `(?:date ?(?:&|and|/) ?)time of ${OF_LOSS}|${DATE} of ${OF_LOSS} and time|time occurred`,
      `(?:accident|incident|loss) occurred at|time of day|hour of (?:the )?${OF_LOSS}|at \\(time\\)`,
    ],
    generic: ['time|approx(?:imate|\\.)? time|hour|date ?(?:/|and|&) ?time|when'],
  },
  incident_type: {
    specific: [
      `(?:type|cause|kind|nature|peril) of (?:the )?${OF_LOSS}`,
      `${OF_LOSS} (?:type|cause|category|classification)|cause(?: of)?(?: (?:loss|damage))?|peril`,
      'claim type|type of claim|nature of claim|(?:claim|loss) (?:category|cause)',
    ],
  },
  incident_location: {
    specific: [
      `(?:location|place|scene|address|site) of (?:the )?${OF_LOSS}`,
      `${OF_LOSS} (?:location|address|site|scene|place)`,
      'where did (?:it|this|the (?:loss|accident|incident)) (?:happen|occur)',
      '(?:accident|incident|loss) occurred at|location where.{0,30}|location/address',
      'premises or road|where it happened|venue of the loss|scene given as',
      '(?:on |at )?(?:what|which) (?:street|address)|loss loc\\.?|address of (?:the )?event',
    ],
    generic: ['location|place|where|street|at|(?:the )?spot|scene|street or crossing|site'],
  },
  incident_description: {
    specific: [
      `(?:description|details|narrative|summary|account|facts|circumstances) of (?:the )?${OF_LOSS}`,
      `${OF_LOSS} (?:description|details|summary|narrative|facts)|what happened`,
      'describe (?:the )?(?:accident|incident|loss|what happened)(?:.{0,40})',
      'how (?:did )?(?:it|the (?:loss|accident|incident)) happen(?:ed)?|narrative',
      'statement of (?:facts|loss)|statement|facts of loss|description of accident and damage',
      'how did it come about|brief facts|course of (?:the )?(?:accident|loss|event)',
      'detail of (?:the )?accident|describe the (?:event|loss)|what went on',
    ],
    generic: ['description|details|summary|remarks|comments'],
  },
  damage_description: {
    specific: [
      '(?:description|extent|details|nature|summary|list) of (?:the )?(?:property )?(?:damages?|loss and damage)',
      '(?:vehicle|property|visible|observed|reported)? ?damages?(?: (?:description|details|summary|observed|noted|reported|sustained|assessment|to (?:vehicle|property|insured vehicle)))?',
      'describe (?:the )?damages?|damaged (?:items?|parts?|areas?|property)|point of impact',
      'items? (?:damaged|stolen|lost)(?: or stolen)?|property (?:damaged|stolen)|areas? of damage',
      'stolen (?:items?|property)|what (?:was|is) damaged|loss details',
      'particulars of (?:the )?damage|what is broken.{0,25}|state of (?:the )?property',
      'condition after (?:the )?loss',
      'what (?:was|is) (?:damaged|broken|harmed)(?: or (?:taken|gone|lost|missing))?',
      'loss consists of|loss or damage found|damage seen|damages? claimed',
      'describe what (?:was|is) (?:harmed|damaged|broken)',
      'particulars of (?:what was lost or harmed|damage)',
    ],
  },
  insured_item: {
    specific: [
      '(?:type|kind) of (?:vehicle|property|asset|risk)',
      'insured (?:vehicle|property|item|asset|building|location|auto|car|risk)',
      '(?:vehicle|property|item|asset)(?: insured| at risk| description| info(?:rmation)?| details| type)',
      'year[,/ ]+make[,/ ]+(?:and |& )?model|vehicle|veh(?:icle)?|property at risk',
      'covered (?:vehicle|property)|description of (?:vehicle|property|insured property)',
      'make(?: ?/ ?| and )model|asset type|asset id|(?:model )?year|year built',
      'make(?: of (?:car|vehicle))?|model(?: name)?|yr\\.?|mk|maker|mfr\\.?|manufacturer|mdl|mod\\.',
      "your vehicle|unit|insured['’]?s vehicle|risk",
      '(?:subject|object) of (?:the )?(?:claim|insurance)',
      '(?:covered|insd\\.?) (?:item|veh(?:icle)?\\.?|prop(?:erty)?\\.?)|thing insured',
      'insured object|what (?:is|was) insured(?:, which vehicle or property)?',
      'what suffered the loss|what was hit or lost',
    ],
    generic: ['property|building|premises|auto|car'],
  },
  estimated_amount: {
    specific: [
      '(?:total |grand |final |revised |initial |preliminary |repair |damage |loss |approx(?:imate|\\.)? )*(?:estimated?|estimation)(?: (?:total|grand total|amount|of (?:damages?|loss|repairs?)|(?:repair |damage |loss |replacement )?(?:cost|value)s?|damages?|loss|repairs?|cost of repairs?))*',
      '(?:total|grand total|net total|total (?:loss|claim(?:ed)?|amount|repair cost|cost|damages?|estimate|due|repairs?))(?: amount| estimate(?:d)?| cost)?',
      '(?:claim(?:ed)?|loss|damage|repair|amount) (?:amount|total|cost|claimed|of (?:loss|claim|damage))',
      'amount|cost of repairs?|value of (?:loss|damage)',
      'total estimated (?:repair cost|cost|repairs?|loss|damages?)|rcv|replacement cost',
      'value claimed|(?:amount|amt\\.?) of (?:the )?(?:loss|claim|damage)',
      'total of (?:the )?estimate|claimed|loss (?:est\\.?|put at)|est\\.? (?:total|amt)|sum asked',
      'amt of (?:the )?loss|sum claimed',
    ],
  },
  deductible_amount: {
    specific: [
      '(?:policy |collision |comprehensive |all[- ]peril |aop |wind(?:/hail)? |hurricane |applicable |your |less |fire |theft |standard )*(?:deductible|excess|deduct\\.?|ded\\.?)(?: (?:amount|applied|applies|applying|under (?:the )?policy))?',
      'self[- ]retained|(?:self[- ])?retention|insured (?:pays first|bears)',
      'what do you (?:bear|pay) yourself|out of pocket|ded(?:uctible|\\.)? this peril',
      '(?:what is )?your deductible|what deductible applies|insured.?s deductible|policy deductible',
    ],
  },
  injuries_reported: {
    specific: [
      '(?:any |bodily |personal |were there (?:any )?|was (?:any ?one|anybody) )?(?:injur(?:y|ies|ed)|hurt)(?: (?:reported|details|information|sustained|claimed|involved|description|status))?',
      'injured (?:person|part(?:y|ies))|extent of injur(?:y|ies)|any ?one (?:injured|hurt)',
    ],
  },
  third_parties: {
    specific: [
      "(?:other|third|adverse|opposing|at[- ]fault|involved|second)[- ](?:part(?:y|ies)|drivers?|vehicles?|owners?|persons?|motorists?)(?: ?\\d)?(?: ?(?:involved|information|details|owner|driver))?(?:['’]?s?)?(?: ?(?:name|names))?",
      'injured(?: (?:person|part(?:y|ies)))?(?: name)?',
      '(?:driver|owner)(?: of)? (?:other vehicle|vehicle (?:#? ?)?[2-9])',
      'vehicle (?:#? ?)?[2-9] (?:driver|owner)|part(?:y|ies) involved|at[- ]fault',
      'other party/driver|name of (?:the )?injured(?: person)?|opponent|counter ?party',
      'adverse party(?: name)?|(?:hurt person|person hurt)|driver of vehicle [2-9]',
      'claim(?:ed|ant)[ -]?against(?: insured)?|(?:other people|others)(?: or vehicles)?',
      '(?:unit|party) (?:no\\.? ?)?2|operator or owner|name of (?:the )?injured',
      'injured part(?:y|ies) \\(name\\)|(?:the )?(?:injured person is|person hurt was)|tp name',
      'person on the other side|also in this|adv|claimant driver(?: \\(adverse\\))?',
      'was there anybody on the other side, and who|opposite party',
    ],
  },
  police_report_number: {
    specific: [
      '(?:police|incident|crash|accident|case|sheriff|law enforcement|fir|collision|theft|offense|complaint)(?: (?:report|case|file|incident|reference|complaint|dept))? ?(?:report )?(?:number|no\\.?|#|id|ref(?:erence)?\\.?)',
      'police report(?: filed)?|report (?:number|no\\.?|#)|case (?:number|no\\.?|#)|fir(?: no\\.?)?',
      'event (?:number|no\\.?)',
      '(?:police|agency|pd|le|law enforcement) ?(?:rpt|report|file|control|case|incident)?\\.? ?(?:#|no\\.?|number)',
      '(?:pd|police) (?:file|case)|le report|case at the police',
      'which number did the police give you|officer(?: gave)?(?:.?s)? (?:no\\.|number)|pr no\\.',
      'fir ?/ ?report no\\.|police (?:case )?number|dr ?#|report #',
      'police[- ](?:file|ref)(?: no\\.)?|(?:sheriff.?s office|pd|police) ref\\.?',
    ],
  },
  reported_date: {
    specific: [
      'date (?:of )?(?:report(?:ed)?|notice|notification|notified|submitted|received|claim(?:ed)?|filed)',
      'report(?:ed)?(?: ?date| on)?',
      '(?:claim |notice )?(?:submi(?:tted|ssion)|received|notification|notice|filed|filing|claim)(?: ?date| on)',
      'date of (?:claim|first notice|loss report)|(?:claim )?date filed|fnol date',
      'first (?:notice|reported)(?: date)?|submitted|rptd|notified(?: on)?|told us on',
      "(?:reported|notified) by (?:phone|mail|e-?mail|letter) on|rec['’]?d(?: by (?:us|company))?",
      "received by (?:us|company)|date of this report|notice (?:rec['’]?d|received|given|logged)",
      'date (?:received|submitted)|phoned in|told the insurer(?: on)?',
      '(?:carrier|insurer|insurance company|company) (?:notified|told)(?: on)?',
      'date (?:insurer|company|carrier) (?:was )?told|file opened',
      'date of (?:this )?(?:statement|notice)|date called in(?: to company)?|when did you tell us',
      'first notice \\(date\\)',
    ],
    generic: ["date|sent|dated|signature date|date signed|today['’]?s date"],
  },
  coverage_determination: {
    specific: [
      "(?:coverage|claim|adjuster(?:['’]s)?|final|preliminary) (?:determination|decision|finding|status|opinion|recommendation|conclusion|analysis|position|verification)",
      'determination|coverage|decision|finding|disposition',
      "adjuster(?:['’]s)? (?:finding|conclusion)|recommendation",
    ],
  },
};

/** Words before a label that make it somebody else's: "Agent phone", "Other party policy number". */
export const OUTSIDER =
  /\b(?:witness(?:es)?|agen(?:t|cy)|broker|producer|adjuster|appraiser|officer|trooper|deputy|investigat\w+|badge|repair(?:er)? shop|body shop|shop|garage|contractor|estimator|carrier|insurer|insurance company|attorney|lawyer|emergency contact|prepared by|reported (?:by|to)|mortgagee|lienholder|naic|department|station|hospital|physician|doctor|clinic|medical|ambulance|tow(?:ing)? (?:company|yard))\b/i;

export const OTHER_PARTY =
  /\b(?:other|third|adverse|opposing|at[- ]fault|second)[- ](?:part(?:y|ies)|drivers?|vehicles?|owners?|persons?|motorists?|property|cars?)|\bvehicle (?:#|no\.?)? ?[2-9]\b|\bunit (?:#|no\.?)? ?[2-9]\b|\bdriver (?:#|no\.?)? ?[2-9]\b|\bpushed into\b|\bvehicle #?\d \(at[- ]fault\)|\binjured\b|\binjury details\b|\bpedestrian\b|\bpassengers?\b/i;

export const INSURED_PARTY =
  /\b(?:insured|claimant|policy ?holder|customer|named insured|your (?:information|details)|owner|applicant|member|vehicle (?:#|no\.?)? ?1|unit (?:#|no\.?)? ?1)\b/i;

/** Labels of a loss that are stronger than others of the same field: a total of the whole loss over its first guess. */
export function labelRank(key: FieldKey, label: string): number {
  if (key !== 'estimated_amount') return 0;
  if (/\b(?:initial|preliminary|first|original|reserve)\b/i.test(label)) return -1;
  if (/\b(?:grand|final|revised|updated|supplement\w*)\b/i.test(label)) return 2;
  return /\b(?:total)\b/i.test(label) ? 1 : 0;
}
