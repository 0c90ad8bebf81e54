/** What a text says about injuries, other parties and the police, in sentences and in the answers of forms. */
import { answerAfter, cellAround } from './printed-answers.ts';
import type { Span } from './tokens.ts';
import { isNegated } from './vocabulary.ts';

interface InjuryStatement extends Span {
  hurt: boolean;
}

const HURT =
  /\b(?:bodily injur(?:y|ies) (?:was|were) sustained|injur(?:y|ies|ed)|hurt|wounded|bruis(?:e|es|ed|ing)|whiplash|concussion|fractur\w+|lacerat\w+|sprain\w*|bitten|puncture wounds?|cuts? (?:above|on|over|to) (?:(?:the|his|her|my|their|an?|one) )?(?:(?:left|right) )?(?:eye|brow|forehead|face|head|lip|chin|hand|arm|leg|foot|finger)|(?:broken|twisted|torn|dislocated|strained|sore|swollen|cut) (?:(?:left|right|lower|upper) )?(?:arm|leg|wrist|ribs?|bone|ankle|collarbone|knee|shoulder|elbow|hip|hand|foot|finger|thumb|neck|back|lip|forehead|ligaments?|muscles?|tendon)|(?:neck|back|shoulder|chest|knee|head|wrist|leg|arm|hip)(?:,? (?:and|&) \w+)? (?:pain|strain|injur\w+|soreness)|soreness|fatal\w*|killed|deceased|death|transported to (?:the |a )?(?:\w+ ){0,4}(?:hospital|medical|ER|emergency)|taken to (?:the |a )?(?:\w+ ){0,3}(?:hospital|emergency|ER)|hospitali[sz]ed|by ambulance|smoke inhalation|cough(?:ed|ing)? from (?:the )?smoke|paramedics treated|stitches|burns)\b/gi;
const UNHURT =
  /\b(?:no[\s>]{1,4}(?:\w+[\s>]{1,4}){0,3}?(?:injur(?:y|ies)|one[\s>]{1,4}(?:(?:was|got|were)[\s>]{1,4})?(?:injured|hurt))|no ?body[\s>]{1,4}(?:(?:was|got)[\s>]{1,4})?(?:injured|hurt)|none (?:of \w+ )?(?:was|were) (?:injured|hurt)|not (?:a (?:single )?|one )(?:soul|person)[\s>]{1,4}(?:(?:was|got)[\s>]{1,4})?(?:injured|hurt)|no inj(?=\.)|without (?:any )?injur(?:y|ies)|(?:no ?body|no one)[\s>]{1,4}(?:needed|required|saw)[\s>]{1,4}(?:a[\s>]{1,4}doctor|medical|treatment)|uninjured|unhurt|unharmed|(?:was|were|is|are)[\s>]{1,4}not[\s>]{1,4}(?:injured|hurt))\b/gi;
const INJURY_QUESTION =
  /(?<![a-z0-9])(?:(?:(?:was|were|is|are|there|any|bodily|personal)[ _]?){0,4}injur(?:y|ies)(?:[ _-]?(?:reported|sustained|claimed|involved|yn|ind(?:icator)?|flag|to (?:anyone|(?:any )?persons?)))?|(?:(?:was|were|is)[ _]?)?(?:any ?(?:one|body|persons?)|persons?|people|passengers?)[ _-]?(?:injured|hurt)|casualties|inj(?:\.|(?=:)|_fla?g)|medical attention(?: (?:needed|sought|required))?|(?<=(?:^|\n|\/\/|[|!:])[ \t]*(?:q?\d{1,2}[.)][ \t]*)?)(?:injured|hurt(?=\n|[ \t]*[:?])))(?![a-z0-9])/gi;
// Boxes, questions and conditions name injuries without saying that there are any.
const NOT_A_STATEMENT =
  /\b(?:if|whether|any|extent of|nature of|type of|describe|bodily|personal)\s+(?:\w+\s+)?$|\b(?:nature|extent|type) of \w+ (?:and|or)\s+$|(?:\[[ _]?\]|☐|□)\s*(?:\w+ ){0,2}$/i;
const NAMES_A_LINE =
  /^(?:[^.!?\n]{0,40}\?|\s{0,80}(?:[:|(#]|details?\b|information\b|section\b|protection\b|-? ?(?:none|n\/a)\b))/i;
// "Broken wrist | $900.00" tells; "Injuries | none" asks.
const IN_GENERAL = /^(?:injur|hurt|wounded|fatal|killed|deceased|death|burns)/i;
const ASKED = /^\s{0,80}(?:[:?]|-? ?(?:none|n\/a)\b)/i;
// "There was an injury: minor cuts" and "somebody was hurt: ringing ears" tell; "Injury:" asks.
const TELLS_WHICH = /\b(?:(?:was|had|suffered|sustained|reported) an|(?<!\bwho\s+)(?:was|were|got))\s+$/i;
// Words of which headings and questions about injuries are made; a cell of these alone says nothing.
const HEADING_BEFORE =
  /^[\s*•>#=—–"[(_\d.)-]*(?:(?:was|were|is|are|there|any|anyone|anybody|any one|persons?|witness(?:es)?|damages?|and|or|&|\/|name|of|bodily|personal|nature|extent|description|kind)[\s_]+){0,5}$/i;
const HEADING_AFTER =
  /^(?:[\s_]+(?:and|or|&|\/|reported|sustained|claimed|involved|witness(?:es)?|damages?|persons?|part(?:y|ies)|names?|details?|information|status|y\/n|\(y\/n\))){0,5}[\s*=—–"\])_?:-]*$/i;

/** Where the text says that somebody was hurt or that nobody was. Headings, questions and boilerplate are no statements. */
export function injuryStatements(text: string): InjuryStatement[] {
  const asked = [...text.matchAll(INJURY_QUESTION)].flatMap((match) => {
    const answer = answerAfter(text, match.index + match[0].length);
    return answer ? [{ start: match.index, end: answer.end, says: answer.says }] : [];
  });
  const answers = asked.flatMap(({ says, ...span }) =>
    says === null ? [] : [{ hurt: says === 'yes', ...span }],
  );
  const unhurt = outside(asked, [...text.matchAll(UNHURT)].map(spanOf));
  const hurt = outside([...unhurt, ...asked], [...text.matchAll(HURT)].map(spanOf))
    .filter((place) => !NOT_A_STATEMENT.test(text.slice(Math.max(0, place.start - 40), place.start)))
    .filter((place) => !isNegated(text, place.start))
    .filter((place) => !namesALine(text, place) && !isHeading(text, place));
  return [
    ...answers,
    ...unhurt.map((span) => ({ hurt: false, ...span })),
    ...hurt.map((span) => ({ hurt: true, ...span })),
  ].sort((a, b) => a.start - b.start);
}

/** Where the text asks about injuries and no known words answer. */
export const injuriesAsked = (text: string): Span | undefined =>
  [...text.matchAll(INJURY_QUESTION)].map(spanOf).find(({ end }) => answerAfter(text, end) === null);

/** Those of `places` that begin in none of `taken`; both in the order of the text. */
function outside(taken: readonly Span[], places: readonly Span[]): Span[] {
  const sorted = [...taken].sort((a, b) => a.start - b.start);
  let next = 0;
  let reach = 0;
  return places.filter((place) => {
    for (let one = sorted[next]; one && one.start <= place.start; one = sorted[++next])
      reach = Math.max(reach, one.end);
    return place.start >= reach;
  });
}

const namesALine = (text: string, place: Span): boolean =>
  (IN_GENERAL.test(text.slice(place.start, place.end)) ? NAMES_A_LINE : ASKED).test(
    text.slice(place.end, place.end + 100),
  ) && !TELLS_WHICH.test(text.slice(Math.max(0, place.start - 20), place.start));

function isHeading(text: string, place: Span): boolean {
  if (/^(?:injur|hurt)/i.test(text.slice(place.start, place.end))) {
    const { before, after } = cellAround(text, place);
    // "Injuries and witnesses." on a line of its own is a title; "Injuries reported." is a sentence.
    const titled = !/\w/.test(before) && !/reported|sustained|claimed/i.test(after);
    const rest = titled ? after.replace(/\.$/, '') : after;
    if (HEADING_BEFORE.test(before) && HEADING_AFTER.test(rest)) return true;
  }
  // Sixty letters on either side are enough to see that a line is no longer than that.
  const before = text.slice(Math.max(0, place.start - 60), place.start);
  const line =
    before.slice(before.lastIndexOf('\n') + 1) +
    (text.slice(place.start, place.end + 60).split('\n', 1)[0] ?? '');
  return line.length < 60 && line === line.toUpperCase() && !/[.!]\s*$/.test(line);
}

const NO_OTHERS =
  /\b(?:(?<!\b(?:binds?|to|for|by|told|asked)[\s>]{1,4})(?:no ?body|no one)[\s>]{1,4}else(?:[\s>]{1,4}(?:was|is)[\s>]{1,4}(?:involved|part|concerned|there)|(?=[\s>]{0,4}[.!]))|no[\s>]{1,4}(?:known[\s>]{1,4})?(?:other|third)[-\s>]{0,4}(?:\w+[\s>]{1,4})?(?:part(?:y|ies)|vehicles?|drivers?|cars?|persons?|people)(?: (?:was|were) involved| involved)?|single[- ](?:vehicle|car)|(?:other (?:part(?:y|ies)|drivers?|vehicles?(?: involved)?|persons?(?: involved)?|involved part(?:y|ies))|third[- ]part(?:y|ies)(?: (?:names?|involved|information))?|(?:additional|adverse) part(?:y|ies)|parties involved)\s*(?:\([^)\n]*\)\s*)?(?:\?|[:\-–—|])+\s*(?:none|no(?!\.?[ \t]*[#\d]| names?\b)|nil|n\/?a|not applicable)\b)/gi;

const OTHERS_QUESTION =
  /(?<![a-z0-9])(?:(?:other|second|third|adverse|opposing|additional|involved)[ _.-]?(?:involved[ _.-]?)?(?:part(?:y|ies)|drivers?|vehicles?|persons?|people|owners?|motorists?|side)(?:['’]s)?(?:[ _./-]?(?:na(?:m(?:es?)?)?|involved|concerned|information|details|drivers?|owners?))*|ov[ _.]?(?:owner|driver)(?:[ _./-](?:owner|driver))?|party no\. ?[2-9]|driver of vehicle [2-9]|involved with(?: \(name\))?|who[ _-]else(?: was involved)?|(?:opposite|counter)[ _.-]?part(?:y|ies)|opponent|tp[ _.-]name|claim(?:ant|ed)[ _.-]?against(?: insured)?|(?:was there )?anybody on the other side, and who|other side(?: \/ police)?|(?<=(?:^|\n)[ \t]*)adv(?=[ \t]+[-–—])|persons?[ _.]at[ _.]fault[ _.]or[ _.]involved|other people or vehicles|part(?:y|ies)[._]other|others(?: who had part in it)?|(?<=(?:^|\n)[ \t]*(?:item \d{1,2}\.[ \t]*)?)involved(?=[ \t]*[:–—-])|(?:part(?:y|ies)|others|persons)[ _]?involved(?:[ _.]?\(?other[ _.]?than[ _.]?(?:the[ _.])?insured\)?)?)(?![a-z0-9])/gi;
const NONE_AT_ALL = /^(?:none|nil|no ?body|no one|no others?|n\.?\/?a\b|not applicable)/i;
const ENDS_A_CELL = /^[ \t]*(?:$|[\n|;,.!*_"\t<(\]]|\/\/| {2})/;

/** Where the text says that nobody else was involved. */
export function noOthersStatements(text: string): Span[] {
  const answers = [...text.matchAll(OTHERS_QUESTION)].map(spanOf).flatMap(({ start, end }) => {
    const answer = answerAfter(text, end);
    if (!answer || answer.says === 'yes') return [];
    // "Unknown" leaves it open; "N/A" says that there is nobody.
    const nobody = NONE_AT_ALL.test(text.slice(answer.start, answer.end));
    const alone = answer.says === 'no' && ENDS_A_CELL.test(text.slice(answer.end, answer.end + 40));
    return nobody || alone ? [{ start, end: answer.end }] : [];
  });
  return [...[...text.matchAll(NO_OTHERS)].map(spanOf), ...answers].sort((a, b) => a.start - b.start);
}

const POLICE_QUESTION =
  /(?<![a-z0-9])(?:police[ _](?:or[ _]fire[ _])?(?:department[ _])?(?:report(?:[ _](?:was[ _])?(?:filed|made|taken|attached))?|contacted|notified|called)|reported[ _](?:it[ _])?to[ _](?:the[ _])?police|(?:call|contact|notify)(?:ed)?[ _](?:the[ _])?police)(?![a-z0-9])/gi;
const POLICE_TOLD =
  /\b(?:police[\s>]{1,4}(?:report[\s>]{1,4}(?:(?:was|has been)[\s>]{1,4})?(?:filed|made|taken|attached)|(?:was|were|have been)[\s>]{1,4}(?:called|notified|contacted)|(?:came|arrived|responded|attended)\b)|(?:called|rang|phoned|notified|contacted)[\s>]{1,4}(?:the[\s>]{1,4})?(?:local[\s>]{1,4})?police|(?:police|officers?|deput(?:y|ies)|troopers?)[\s>]{1,4}took[\s>]{1,4}(?:it[\s>]{1,4}down|(?:a|the|our|my)[\s>]{1,4}(?:report|statement))|(?:reported|filed a report)[\s>]{1,4}(?:it[\s>]{1,4})?(?:to|with)[\s>]{1,4}(?:the[\s>]{1,4})?(?:local[\s>]{1,4})?police)\b/gi;
const NOT_TOLD =
  /\b(?:no|not|never|nor|neither|without|nobody|none|cannot|\w{2,9}n['’]t|if|whether|unless|must|should|may|shall|will|would|please|failed|declined|refused)\b/i;
const NEW_CLAUSE = /[.!?;:,]|\b(?:but|and|then|so)\b/i;
const NO_REPORT_TAKEN =
  /^[^.!?]{0,60}\b(?:no (?:\w+ )?report\b|(?:did not|didn['’]t|declined to|refused to|would not)[\s>]{1,4}(?:take|make|file|write|issue)\b)/i;

/** Whether the text says that the police have a report, even without its number. */
export function policeReportSaid(text: string): boolean {
  const asked = [...text.matchAll(POLICE_QUESTION)].map(spanOf);
  if (asked.some((question) => answerAfter(text, question.end)?.says === 'yes')) return true;
  return [...text.matchAll(POLICE_TOLD)].map(spanOf).some((place) => tellsOfPolice(text, place));
}

function tellsOfPolice(text: string, place: Span): boolean {
  if (answerAfter(text, place.end)) return false;
  const { before, after } = cellAround(text, place);
  const clause =
    text
      .slice(Math.max(0, place.start - 60), place.start)
      .split(NEW_CLAUSE)
      .at(-1) ?? '';
  if (NOT_TOLD.test(clause) || /^[\s*_"]*[?:=]/.test(after)) return false;
  // A cell of its own is a question whose answer stands elsewhere; what is attached is there.
  const alone = !/[a-z]/i.test(before) && /^[\s*_"]*$/.test(after);
  if (alone && !/(?:attached|taken)$/i.test(text.slice(place.start, place.end))) return false;
  return !NO_REPORT_TAKEN.test(text.slice(place.end, place.end + 100));
}

const spanOf = (match: RegExpExecArray): Span => ({ start: match.index, end: match.index + match[0].length });
