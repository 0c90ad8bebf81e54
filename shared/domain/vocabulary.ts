/** The printed words that state a value: for the enumerations, and for "hurt" and "nobody hurt". */
import type { COVERAGE_DETERMINATIONS, FieldKey, INCIDENT_TYPES, POLICY_TYPES } from '../claim-fields.ts';
import type { Span } from './tokens.ts';

type PolicyType = (typeof POLICY_TYPES)[number];
type IncidentType = (typeof INCIDENT_TYPES)[number];
type Determination = (typeof COVERAGE_DETERMINATIONS)[number];

const POLICY_WORDS: Record<PolicyType, RegExp> = {
  personal_auto:
    /\b(?:personal auto(?:mobile)?|private passenger(?: auto)?|(?:private|family) car|(?:auto(?:mobile)?|vehicle|motor|car) (?:loss notice|insurance|policy|claim(?: form| report)?|accident report)|claim (?:form|report) (?:for |- )?auto(?:mobile)?|auto(?:mobile)?|motor)\b/gi,
  commercial_auto:
    /\b(?:commercial (?:auto(?:mobile)?|vehicle|truck|motor)|business auto(?:mobile)?|fleet(?: policy| auto)?|truckers?|motor carrier|garage policy|(?:auto(?:mobile)?|vehicle) (?:loss notice|insurance|policy|claim(?: form)?))\b/gi,
  homeowners:
    /\b(?:home[- ]?owners?['’]?s?|home (?:insurance|policy)|residential property|dwelling (?:policy|fire)|HO-?[2358])\b/gi,
  renters:
    /\b(?:renters?['’]?s?(?: insurance| policy)?|tenants?['’]?s? (?:insurance|policy|contents)|HO-?4)\b/gi,
  commercial_property:
    /\b(?:commercial property|commercial (?:building|package|multi-?peril)|business ?owners?['’]?s?(?: policy)?|business property|BOP|CPP)\b/gi,
  general_liability:
    /\b(?:(?:commercial )?general liability|CGL|GL policy|premises liability|public liability|liability (?:policy|insurance|loss notice))\b/gi,
};

const INCIDENT_WORDS: Record<IncidentType, RegExp> = {
  collision:
    /\b(?:collisions?|collided|colliding|rear[- ]?end(?:ed|ing|er)?|side[- ]?swip\w*|T-?boned?|head-on|fender[- ]bender|crash(?:ed)?|(?:motor )?vehicle accident|auto(?:mobile)? accident|traffic accident|car accident|accident|struck|strike|hit(?: by| and run|-and-run)?|backed (?:up )?into|ran (?:into|(?:a|the) (?:red light|stop sign))|scraped|parking mishap|overturned|rolled over|jackknifed|pile-?up|impact)\b/gi,
  theft:
    /\b(?:theft|stolen|stole|steal(?:ing)?|burglar\w*|robb(?:ed|ery)|larceny|break-?in|broke into|car-?jack\w*|shoplift\w*|missing)\b/gi,
  vandalism:
    /\b(?:vandal\w*|malicious mischief|graffiti|spray[- ]?paint\w*|keyed|slashed|smashed|egged|defaced|riot\w*)\b/gi,
  fire: /\b(?:fires?|burn(?:ed|t|ing)?|blaze|flames?|smoke|arson|ignit\w+|charred|explosion|exploded)\b/gi,
  water_damage:
    /\b(?:water (?:damage|leak|loss|intrusion|main|heater|line|backup)|leak\w*|burst|flood(?:ed|ing)?|overflow\w*|sewer|(?:frozen|broken|ruptured) pipe|pipe|plumbing|seepage|sprinkler|soaked|saturat\w+)\b/gi,
  wind_hail:
    /\b(?:wind(?:storm|s)?|hail(?:storm|ed)?|tornado\w*|hurricane|gusts?|microburst|derecho|fallen tree|falling (?:tree|branch|limb)|tree (?:fell|limb|branch)|blew)\b/gi,
  weather_other:
    /\b(?:lightning|snow\w*|blizzard|ice(?: storm| dam)?|freez\w+|froze|flash flood|storm(?: surge)?|flood(?:waters?)?|earthquake|landslide|mudslide|weather|sleet|heavy rain)\b/gi,
  liability_injury:
    /\b(?:slip(?:ped)?(?: and fall|-and-fall)?|trip(?:ped)?(?: and fall)?|fell|fall|bodily injury|liability|dog bite|bitten|bit|customer (?:was )?(?:injured|hurt)|guest (?:was )?(?:injured|hurt)|injur\w+|food poisoning)\b/gi,
  other:
    /\b(?:other|miscellaneous|mechanical breakdown|power surge|falling object|vehicle impact|animal|collapse\w*)\b/gi,
};

const DETERMINATION_WORDS: Record<Determination, RegExp> = {
  partially_covered:
    /\b(?:partial(?:ly)? (?:covered|coverage|approved|denied)|covered in part|coverage in part|partially cover\w*)\b/gi,
  not_covered:
    /\b(?:not covered|no coverage|(?:coverage|claim) (?:is |was |has been )?(?:denied|declined|excluded)|denied|declined|excluded|outside (?:of )?(?:the )?coverage)\b/gi,
  needs_investigation:
    /\b(?:needs? (?:further )?investigation|under investigation|(?:further |pending )investigation|referred to (?:the )?(?:SIU|special investigat\w+)|reservation of rights|pending (?:coverage )?review|investigate further|undetermined)\b/gi,
  covered:
    /\b(?:(?:fully |is |loss )?covered|coverage (?:is |was |has been )?(?:confirmed|verified|applies|afforded|approved|in force)|approved|accepted|full coverage)\b/gi,
};

const LEXICONS: Partial<Record<FieldKey, Record<string, RegExp>>> = {
  policy_type: POLICY_WORDS,
  incident_type: INCIDENT_WORDS,
  coverage_determination: DETERMINATION_WORDS,
};

export interface StatedWord extends Span {
  value: string;
}

/** The places in `text` where words state some value of an enumerated field; one place may state several. */
export function statedValues(key: FieldKey, text: string): StatedWord[] {
  return Object.entries(LEXICONS[key] ?? {}).flatMap(([value, words]) =>
    [...text.matchAll(words)]
      .map((match) => ({ value, start: match.index, end: match.index + match[0].length }))
      .filter((place) => !isNegated(text, place.start) || value === 'not_covered'),
  );
}

/** The enumerated value that a short printed phrase names, or `null` when it names none or several kinds. */
export function valueOfPhrase(key: FieldKey, phrase: string): string | null {
  const places = statedValues(key, phrase).sort((a, b) => b.end - b.start - (a.end - a.start));
  const [best] = places;
  if (!best) return null;
  const rivals = places.filter((place) => place.end - place.start === best.end - best.start);
  // An automobile title fits a private and a business policy; without more it is the private one.
  return rivals.find((place) => place.value === 'personal_auto')?.value ?? best.value;
}

const isNegated = (text: string, at: number): boolean =>
  /\b(?:no|not|without|never|nor|non)[\s-]+(?:\w+[\s-]+)?$/i.test(text.slice(Math.max(0, at - 24), at));

interface InjuryStatement extends Span {
  hurt: boolean;
}

const HURT =
  /\b(?:injur(?:y|ies|ed)|hurt|wounded|bruis(?:e|es|ed|ing)|whiplash|concussion|fractur\w+|lacerat\w+|sprain\w*|broken (?:arm|leg|wrist|rib|ribs|bone|ankle|collarbone)|(?:neck|back|shoulder|chest|knee|head|wrist|leg|arm|hip)(?:,? (?:and|&) \w+)? (?:pain|strain|injur\w+|soreness)|soreness|fatal\w*|killed|deceased|death|transported to (?:the |a )?(?:\w+ ){0,4}(?:hospital|medical|ER|emergency)|taken to (?:the |a )?(?:\w+ ){0,3}(?:hospital|emergency|ER)|hospitali[sz]ed|by ambulance|smoke inhalation|stitches|burns)\b/gi;
const UNHURT =
  /\b(?:no (?:\w+ ){0,3}?(?:injur(?:y|ies)|one (?:was |got |were )?(?:injured|hurt))|no ?body (?:was |got )?(?:injured|hurt)|none (?:of \w+ )?(?:was|were) (?:injured|hurt)|without (?:any )?injur(?:y|ies)|uninjured|unhurt|unharmed|(?:was|were|is|are) not (?:injured|hurt)|injur(?:y|ies)(?: reported| sustained| claimed| involved| to (?:anyone|persons?))?\s*(?:\?|[:\-–—|])+\s*(?:none|no|nil|n|zero|0)\b(?! (?:\w+ )?(?:further|more)))/gi;
const HURT_ANSWER =
  /\b(?:any(?:one)? |personal |bodily )?injur(?:y|ies|ed)(?: reported| sustained| claimed| involved)?\s*(?:\?|[:\-–—|])+\s*(?:yes|y|true)\b/gi;
// Boxes, questions and conditions name injuries without saying that there are any.
const NOT_A_STATEMENT =
  /\b(?:if|whether|any|extent of|nature of|type of|describe|bodily|personal)\s+(?:\w+\s+)?$|(?:\[ ?\]|☐|□)\s*$/i;

/** Where the text says that somebody was hurt or that nobody was. Headings, questions and boilerplate are no statements. */
export function injuryStatements(text: string): InjuryStatement[] {
  const unhurt = [...text.matchAll(UNHURT)].map((match) => ({ hurt: false, ...spanOf(match) }));
  const answers = [...text.matchAll(HURT_ANSWER)].map((match) => ({ hurt: true, ...spanOf(match) }));
  const hurt = [...text.matchAll(HURT)]
    .map((match) => ({ hurt: true, ...spanOf(match) }))
    .filter(
      (place) => ![...unhurt, ...answers].some((said) => said.start <= place.start && place.start < said.end),
    )
    .filter((place) => !NOT_A_STATEMENT.test(text.slice(Math.max(0, place.start - 40), place.start)))
    .filter((place) => !isNegated(text, place.start))
    .filter(
      (place) =>
        !/^\s*(?:[:?|(#]|details?\b|information\b|section\b|protection\b|-? ?(?:none|n\/a)\b)/i.test(
          text.slice(place.end),
        ),
    )
    .filter((place) => !isHeading(text, place));
  return [...unhurt, ...answers, ...hurt].sort((a, b) => a.start - b.start);
}

function isHeading(text: string, place: Span): boolean {
  const line = text.slice(text.lastIndexOf('\n', place.start) + 1, endOfLine(text, place.end));
  return line.length < 60 && line === line.toUpperCase() && !/[.!]\s*$/.test(line);
}

const endOfLine = (text: string, from: number): number => {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
};

const NO_OTHERS =
  /\b(?:no (?:known )?(?:other|third)[- ]?(?:\w+ )?(?:part(?:y|ies)|vehicles?|drivers?|cars?|persons?|people)(?: (?:was|were) involved| involved)?|single[- ](?:vehicle|car)|(?:other (?:part(?:y|ies)|drivers?|vehicles?(?: involved)?|persons?(?: involved)?|involved part(?:y|ies))|third[- ]part(?:y|ies)(?: (?:names?|involved|information))?|(?:additional|adverse) part(?:y|ies)|parties involved)\s*(?:\([^)\n]*\)\s*)?(?:\?|[:\-–—|])+\s*(?:none|no|nil|n\/?a|not applicable)\b)/gi;

/** Where the text says that nobody else was involved. */
export const noOthersStatements = (text: string): Span[] => [...text.matchAll(NO_OTHERS)].map(spanOf);

/** Whether the text says that the police have a report, even without its number. */
export const policeReportSaid = (text: string): boolean =>
  /\bpolice (?:report|contacted|notified|department contacted)\s*(?:filed|made|contacted)?\s*[?:]+\s*(?:yes|y|true)\b|\bpolice (?:report (?:was |has been )?(?:filed|made|taken|attached)|(?:was|were|have been) (?:called|notified|contacted))|\b(?:reported|filed a report) (?:it )?(?:to|with) (?:the )?(?:local )?police\b/i.test(
    text,
  );

const spanOf = (match: RegExpExecArray): Span => ({ start: match.index, end: match.index + match[0].length });
