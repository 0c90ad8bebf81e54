/** Statements under a signature: of the insured, of a witness, of a trade with its estimate. */
import { addDays } from '../facts.ts';
import { sentences, wrap } from '../marks.ts';
import { fullName } from '../people.ts';
import { after } from './hands-prose-chatter.ts';
import {
  cost,
  cover,
  event,
  harm,
  matters,
  others,
  paragraphs,
  reach,
  thing,
  thinned,
} from './hands-prose-compose.ts';
import { columns, goodbye, greeting, opening, reference, set, signed } from './hands-prose-frames.ts';
import { dated } from './hands-prose-letters.ts';
import { day, sum } from './hands-prose-printed.ts';
import { fallen, type Lines, type Teller } from './hands-prose-teller.ts';

const STATED = /^[\ue000-\uf8ff]*(?:I|We|My|Our|It|The|This|There|An?|On|At|Somebody|Cover\w*|Policy)\b/;

/** An oath on what happened, in numbered paragraphs or in one. */
export function affidavit(teller: Teller): Lines {
  const { kit } = teller;
  const { r, f } = kit;
  const name = kit.claimant('plain');
  const intro = r.pick([
    `${name}, being of full age, deposes and says:`,
    `The undersigned, ${name}, makes this statement of own free will.`,
    `Statement given by ${name}`,
    `I am ${name}. What follows is true as far as I know it.`,
  ]);
  const lines = paragraphs(teller, { contacts: true, chatter: r.int(0, 3) }).flatMap(sentences);
  const end = r.chance(0.7) ? dated(teller) : null;
  const width = columns(teller);
  const form = r.int(0, 2);
  const body =
    form === 0
      ? lines.flatMap((line, at) => [wrap(`${at + 1}) ${line}`, width)])
      : form === 1
        ? [wrap(lines.join(' '), width)]
        : lines.map((line) => wrap(STATED.test(line) ? `That ${fallen(line)}` : line, width));
  return [
    r.pick(['AFFIDAVIT', 'Voluntary statement', 'DECLARATION', 'Statement of the insured', 'Sworn account']),
    '',
    intro,
    '',
    ...body,
    '',
    r.pick([
      'Further affiant says nothing.',
      'I have read this and it is right.',
      'Subscribed under penalty of perjury.',
      '',
    ]),
    `(signed) ${f.insured.firm === null ? f.insured.name : fullName(f.insured.person)}`,
    end === null ? null : r.pick([`on ${end}`, `this day, ${end}`, end]),
  ];
}

/** Somebody who saw it writes to the carrier; whose claim it is stands above. */
export function witnessed(teller: Teller): Lines {
  const { kit } = teller;
  const { r, f } = kit;
  const block = reference(teller, [
    'name',
    ...r.shuffle(['policy', 'line', 'item', 'reported', 'deductible'] as const),
  ]);
  const saw = r.pick([
    `My name is ${f.witness.name} and I live close by. I am no relation of anybody in this.`,
    `I, ${f.witness.name}, was asked by ${fullName(f.adjuster)} to write down what I saw.`,
    `${f.witness.name}, ${kit.tel(f.witness.phone)}. I was out with the dog.`,
    `I work across the way. I am ${f.witness.name}.`,
  ]);
  thinned(teller);
  const told = [...event(teller), ...harm(teller), ...others(teller), ...matters(teller)];
  return [
    r.pick(['WITNESS STATEMENT', 'What I saw', 'Statement of a bystander', 'Letter of a witness']),
    ...block,
    '',
    ...set(
      [saw, told.join(' '), [...cost(teller), ...cover(teller), ...reach(teller)].join(' ')].filter(
        (text) => text !== '',
      ),
      columns(teller),
    ),
    r.pick(['I would say the same in court.', 'That is all I know.', 'I have not been paid for this.']),
    f.witness.name,
    ...(kit.truth.reported_date === undefined
      ? []
      : [`taken ${day(kit, addDays(f.reported, r.int(4, 30)))}`]),
  ];
}

/** A trade sends its estimate with a letter whose sum stands in a sentence. */
export function trade(teller: Teller): Lines {
  const { kit } = teller;
  const { r, f } = kit;
  const known = kit.has('estimated_amount');
  const block = reference(teller, [
    'name',
    ...r.some(['policy', 'date', 'place', 'item'] as const, r.int(1, 4)),
  ]);
  thinned(teller);
  const when = dated(teller);
  const told = event(teller);
  const body = [...thing(teller), ...harm(teller)];
  const parts =
    f.damage.length > 1 && f.damage.length === f.parts.length && known && f.scenario.line !== 'liability';
  const sums = parts
    ? f.damage.map(({ part }, at) =>
        r.pick([`${part} ${sum(kit, f.parts[at] ?? 0)}`, `${sum(kit, f.parts[at] ?? 0)} for ${part}`]),
      )
    : [];
  const total = teller.value('amount');
  const end =
    total === null
      ? 'The figures will follow when we have opened it up.'
      : r.pick([
          `so that our estimate for the complete job, labor and tax included, stands at ${total}.`,
          `for a total of ${total}, good for thirty days.`,
          `which makes ${total} altogether.`,
          `and the job as a whole comes to ${total}.`,
        ]);
  const priced =
    sums.length > 0
      ? `${r.pick(['We have allowed', 'Our figures are', 'In our price are'])} ${sums.join(', ')}, ${end}`
      : total === null
        ? end
        : `We have priced it, ${end}`;
  return [
    f.shop.name,
    `${f.shop.address.street}, ${f.shop.address.city}`,
    kit.tel(f.shop.phone),
    '',
    when,
    '',
    ...block,
    '',
    greeting(teller),
    '',
    ...set(
      [
        [opening(teller), ...told].join(' '),
        [...body, priced].join(' '),
        [...others(teller), ...cover(teller), ...matters(teller), ...reach(teller), ...after(teller, 1)].join(
          ' ',
        ),
      ],
      columns(teller),
    ),
    goodbye(teller),
    ...signed(teller),
  ];
}
