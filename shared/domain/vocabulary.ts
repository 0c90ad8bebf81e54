/** The printed words that state a value of an enumeration. */
import type { COVERAGE_DETERMINATIONS, FieldKey, INCIDENT_TYPES, POLICY_TYPES } from '../claim-fields.ts';
import type { Span } from './tokens.ts';

type PolicyType = (typeof POLICY_TYPES)[number];
type IncidentType = (typeof INCIDENT_TYPES)[number];
type Determination = (typeof COVERAGE_DETERMINATIONS)[number];

const POLICY_WORDS: Record<PolicyType, RegExp> = {
  personal_auto:
    /\b(?:personal auto(?:mobile)?|PAP|private passenger(?: auto)?|(?:private|family) car|(?:auto(?:mobile)?|vehicle|motor|car) (?:loss notice|insurance|policy|claim(?: form| report)?|accident report)|claim (?:form|report) (?:for |- )?auto(?:mobile)?|auto(?:mobile)?|motor)\b/gi,
  commercial_auto:
    /\b(?:commercial (?:auto(?:mobile)?|vehicle|truck|motor)|business auto(?:mobile)?|fleet(?: policy| auto)?|truckers?|motor carrier|garage policy|(?:auto(?:mobile)?|vehicle) (?:loss notice|insurance|policy|claim(?: form)?))\b/gi,
  homeowners:
    /\b(?:home[- ]?owners?['’]?s?|home(?: (?:insurance|policy))?|residential property|dwelling (?:policy|fire)|HO-?[2358])\b/gi,
  renters:
    /\b(?:renters?['’]?s?(?: insurance| policy)?|tenants?['’]?s? (?:insurance|policy|contents)|HO-?4)\b/gi,
  commercial_property:
    /\b(?:commercial property|commercial (?:building|package|multi-?peril)|business ?owners?['’]?s?(?: policy)?|business property|BOP|CPP)\b/gi,
  general_liability:
    /\b(?:(?:commercial )?general liability|CGL|GL policy|(?:commercial|premises|public) liability|liability (?:policy|insurance|loss notice))\b/gi,
};

const INCIDENT_WORDS: Record<IncidentType, RegExp> = {
  collision:
    /\b(?:collisions?|collided|colliding|rear[- ]?end(?:ed|ing|er)?|side[- ]?swip\w*|T-?boned?|head-on|fender[- ]bender|crash(?:ed)?|(?:motor )?vehicle accident|auto(?:mobile)? accident|traffic accident|car accident|accident|struck|strike|hit(?: by| and run|-and-run)?|backed (?:up )?into|ran (?:into|(?:a|the) (?:red light|stop sign))|scraped|parking mishap|overturned|rolled over|chain(?:-| )reaction|plowed into|bumped|(?:backed|rolled|slid|skidded|drove|bumped|crashed) into|jackknifed|pile-?up|impact)\b/gi,
  theft:
    /\b(?:theft|stolen|stole|steal(?:ing)?|burglar\w*|robb(?:ed|ery)|larceny|break-?in|broke into|car-?jack\w*|shoplift\w*|missing|pried open|forced (?:open|entry)|(?:door|window|lock)s? (?:was |were |had been )?forced|thie(?:f|ves)|intruders?|(?:someone|somebody|unknown persons?) (?:\w+ ){0,8}?(?:removed|took)|(?:removed|took|taken) (?:cash|money|jewel(?:le)?ry|tools|equipment|valuables|electronics|belongings)|sawed off|(?:items|equipment|tools|valuables|belongings|goods|contents|stock) (?:was |were |are )?gone|(?:found|is|was) (?:it )?gone)\b/gi,
  vandalism:
    /\b(?:vandal\w*|malicious mischief|graffiti|spray[- ]?paint\w*|keyed|slashed|smashed|egged|defaced|riot\w*)\b/gi,
  fire: /\b(?:fires?|burn(?:ed|t|ing)?|blaze|flames?|smoke|arson|ignit\w+|charred|explosion|exploded)\b/gi,
  water_damage:
    /\b(?:water (?:damage|leak|loss|intrusion|main|heater|line|backup)|leak\w*|burst|flood(?:ed|ing)?|overflow\w*|sewer|(?:frozen|broken|ruptured) pipe|pipe|plumbing|seepage|sprinkler|soaked|saturat\w+|inches of water|water (?:ran|spread|poured|came|entered|filled|flooded)|(?:failed|washing machine|dishwasher|supply) (?:hose|line)|toilet (?:valve|tank|supply))\b/gi,
  wind_hail:
    /\b(?:wind(?:storm|s)?|hail(?:storm|ed)?|tornado\w*|hurricane|gusts?|microburst|derecho|fallen tree|falling (?:tree|branch|limb)|tree (?:fell|limb|branch)|blew)\b/gi,
  weather_other:
    /\b(?:lightning|snow\w*|blizzard|ice(?: storm| dam)?|freez\w+|froze|flash flood|storm(?: surge)?|flood(?:waters?)?|earthquake|landslide|mudslide|weather|sleet|heavy rain|days of rain|(?:swollen|rising) (?:creek|river|stream)|(?:creek|river) (?:rose|overflowed)|cloudburst)\b/gi,
  liability_injury:
    /\b(?:slip(?:ped)?(?: and fall|-and-fall)?|trip(?:ped)?(?: and fall)?|fell|fall|bodily injury|liability|dog bite|bitten|bit|customer (?:was )?(?:injured|hurt)|guest (?:was )?(?:injured|hurt)|injur\w+|food poisoning)\b/gi,
  other:
    /\b(?:other|miscellaneous|mechanical breakdown|power surge|falling object|vehicle impact|animal|collapse\w*)\b/gi,
};

const DETERMINATION_WORDS: Record<Determination, RegExp> = {
  partially_covered:
    /\b(?:partial(?:ly)? (?:covered|coverage|approved|denied)|(?:covered|coverage|accepted|approved|payable) in part|partially cover\w*|(?:some|part|parts) of the (?:damage|loss|claim) only|less the excluded)\b/gi,
  not_covered:
    /\b(?:not covered|no coverage(?! (?:issue|question|concern|problem))|unable to (?:accept|cover|honou?r|pay)|(?:policy|coverage) does not (?:respond|apply|extend|cover)|(?:coverage|claim) (?:is |was |has been )?(?:denied|declined|excluded)|no cover|denied|declined|excluded|refused|turned down|outside (?:of )?(?:the )?coverage)\b/gi,
  needs_investigation:
    /\b(?:needs? (?:further )?investigation|under investigation|(?:further |pending )investigation|referred to (?:the )?(?:SIU|special investigat\w+)|reservation of rights|pending (?:coverage )?review|investigate further|undetermined|(?:sent|assigned) to (?:the )?special investigat\w+|cannot (?:yet )?be determined|further inquiry|(?:decision|determination) (?:is )?(?:deferred|postponed)|(?:coverage questions?|inquiry|investigation) (?:is |are |remains? )?open)\b/gi,
  covered:
    /\b(?:(?:fully |is |loss )?covered|coverage (?:is |was |has been )?(?:confirmed|verified|applies|afforded|approved|in force)|approved|accepted|full coverage|accept coverage|(?:falls|is) within the (?:policy|coverage)|recommended in full|no coverage (?:issue|question|concern|problem)s?|pay the loss)\b/gi,
};

const LEXICONS: Partial<Record<FieldKey, Record<string, RegExp>>> = {
  policy_type: POLICY_WORDS,
  incident_type: INCIDENT_WORDS,
  coverage_determination: DETERMINATION_WORDS,
};

/** Space between words: of a line's end, of a quoted one, of a cell's that goes on below. */
const GAP = '(?:[\\s>]{1,4}|[ \\t]{0,80}\\|\\n\\|[ \\t|]{1,80})';
const acrossLines = new Map<RegExp, RegExp>();

/** The same words where a line ends between them. */
function anyGap(words: RegExp): RegExp {
  const known = acrossLines.get(words);
  if (known) return known;
  const pattern = new RegExp(words.source.replace(/(?<!-) (?![\]?])/g, GAP), words.flags);
  acrossLines.set(words, pattern);
  return pattern;
}

export interface StatedWord extends Span {
  value: string;
}

/** The places in `text` where words state some value of an enumerated field; one place may state several. */
export function statedValues(key: FieldKey, text: string): StatedWord[] {
  return Object.entries(LEXICONS[key] ?? {}).flatMap(([value, words]) =>
    [...text.matchAll(anyGap(words))]
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

/** Whether the word at `at` stands behind a "no" or "not". */
export const isNegated = (text: string, at: number): boolean =>
  /\b(?:no|not|without|never|nor|non)[\s-]+(?:\w+[\s-]+)?$/i.test(text.slice(Math.max(0, at - 24), at));
