/** Addresses as words in which abbreviated and full forms are the same. */
import { type Token, tokenise } from './tokens.ts';

const WORDS: Record<string, string> = {
  street: 'st',
  str: 'st',
  avenue: 'ave',
  av: 'ave',
  boulevard: 'blvd',
  boul: 'blvd',
  road: 'rd',
  lane: 'ln',
  drive: 'dr',
  drv: 'dr',
  court: 'ct',
  circle: 'cir',
  place: 'pl',
  parkway: 'pkwy',
  pky: 'pkwy',
  highway: 'hwy',
  terrace: 'ter',
  terr: 'ter',
  square: 'sq',
  trail: 'trl',
  turnpike: 'tpke',
  expressway: 'expy',
  freeway: 'fwy',
  heights: 'hts',
  junction: 'jct',
  crossing: 'xing',
  alley: 'aly',
  plaza: 'plz',
  ridge: 'rdg',
  route: 'rte',
  rt: 'rte',
  interstate: 'i',
  saint: 'st',
  mount: 'mt',
  fort: 'ft',
  apartment: 'apt',
  suite: 'ste',
  floor: 'fl',
  flr: 'fl',
  building: 'bldg',
  room: 'rm',
  north: 'n',
  south: 's',
  east: 'e',
  west: 'w',
  northeast: 'ne',
  northwest: 'nw',
  southeast: 'se',
  southwest: 'sw',
  northbound: 'nb',
  southbound: 'sb',
  eastbound: 'eb',
  westbound: 'wb',
  and: '&',
};

const STATES: Record<string, string> = {
  alabama: 'al',
  alaska: 'ak',
  arizona: 'az',
  arkansas: 'ar',
  california: 'ca',
  colorado: 'co',
  connecticut: 'ct',
  delaware: 'de',
  florida: 'fl',
  georgia: 'ga',
  hawaii: 'hi',
  idaho: 'id',
  illinois: 'il',
  indiana: 'in',
  iowa: 'ia',
  kansas: 'ks',
  kentucky: 'ky',
  louisiana: 'la',
  maine: 'me',
  maryland: 'md',
  massachusetts: 'ma',
  michigan: 'mi',
  minnesota: 'mn',
  mississippi: 'ms',
  missouri: 'mo',
  montana: 'mt',
  nebraska: 'ne',
  nevada: 'nv',
  'new hampshire': 'nh',
  'new jersey': 'nj',
  'new mexico': 'nm',
  'new york': 'ny',
  'north carolina': 'nc',
  'north dakota': 'nd',
  ohio: 'oh',
  oklahoma: 'ok',
  oregon: 'or',
  pennsylvania: 'pa',
  'rhode island': 'ri',
  'south carolina': 'sc',
  'south dakota': 'sd',
  tennessee: 'tn',
  texas: 'tx',
  utah: 'ut',
  vermont: 'vt',
  virginia: 'va',
  washington: 'wa',
  'west virginia': 'wv',
  wisconsin: 'wi',
  wyoming: 'wy',
  'district of columbia': 'dc',
};
/** Their postal letters, small. */
export const STATE_CODES: ReadonlySet<string> = new Set(Object.values(STATES));

/** The words of an address with streets, directions, units and states in their shortest form, with their places. */
export function addressTokens(text: string): Token[] {
  const words = tokenise(text);
  const tokens: Token[] = [];
  for (let i = 0; i < words.length; i++) {
    const length = [3, 2, 1].find((n) => stateAt(words, i, n) !== undefined) ?? 1;
    const first = words[i];
    const last = words[i + length - 1];
    if (!first || !last) break;
    const short = stateAt(words, i, length) ?? WORDS[first.text] ?? first.text;
    tokens.push({ text: short, start: first.start, end: last.end });
    i += length - 1;
  }
  return tokens;
}

export const addressWords = (text: string): string[] => addressTokens(text).map((token) => token.text);

function stateAt(words: Token[], at: number, length: number): string | undefined {
  const name = words.slice(at, at + length).map((word) => word.text);
  return name.length === length ? STATES[name.join(' ')] : undefined;
}

/** A form's names for the parts: "Street: 12 Elm St City: Salem". */
const PART_LABELS =
  /(?<![\p{L}\p{N}])(?:street|address|location|city|state|zip(?: code)?|county|country)\s*:\s*/giu;

/** One line, parts separated by commas, without a form's names for them, as printed otherwise. */
export function normaliseAddress(printed: string): string {
  return printed
    .replace(PART_LABELS, '')
    .split(/\s*(?:\r?\n|;)\s*/)
    .map((line) => line.trim().replace(/,+$/, ''))
    .filter((line) => line !== '')
    .join(', ')
    .replace(/\s+/g, ' ')
    .replace(/\s+,/g, ',')
    .replace(/[.,;\s]+$/, '');
}

const COUNTRY = /^,?[ \t]*\n?[ \t]*(?:USA|U\.S\.A\.?|United States(?: of America)?)(?!\p{L})/u;

/** Where an address that ends at `end` does end: its country belongs to it. */
export const withCountry = (text: string, end: number): number =>
  end + (COUNTRY.exec(text.slice(end, end + 40))?.[0].length ?? 0);

/** The first letters of a country at the end of an address. */
const CUT_COUNTRY = /,?\s+U(?:\.?S|n\w*)?$/;
const COUNTRIES = /\b(?:USA|U\.S\.A\.|United States(?: of America)?|United Kingdom|UK)(?!\p{L})/u;

/** The address with the country of which it bears the first letters, as the text prints it; without them where it prints none. */
export const withWholeCountry = (address: string, text: string): string =>
  CUT_COUNTRY.test(address)
    ? [address.replace(CUT_COUNTRY, ''), ...(COUNTRIES.exec(text) ?? [])].join(', ')
    : address;

const FOREIGN =
  /[₹€£¥]|\b(?:INR|EUR|GBP|CAD|AUD|Rs\.?\s?\d|rupees|euros|India|Germany|France|Spain|Italy|Ireland|Netherlands|England|Scotland|Wales|United Kingdom|UK|Australia|New Zealand|South Africa|Singapore|Canada|Bangalore|Bengaluru|Mumbai|Delhi|Pune|Chennai|Hyderabad|Kolkata|London|Dublin|Toronto|Sydney|Melbourne)\b/;

/** Whether an address or a currency of another country than the United States stands in the text. */
export const looksForeign = (text: string): boolean => FOREIGN.test(text);
