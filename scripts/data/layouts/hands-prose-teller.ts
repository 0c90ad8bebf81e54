/** Who tells a claim in prose, and how a template becomes a sentence of that person. */
import { expand } from '../grammar.ts';
import type { Kit } from '../kit.ts';
import type { Scenario } from '../stories.ts';
import { aside, type FieldSlot, isField, printed, stateable } from './hands-prose-values.ts';

/** How a speaker calls whoever is insured: "I am", "our client has". */
export interface Person {
  who: string;
  whom: string;
  my: string;
  am: string;
  was: string;
  have: string;
  /** The ending of a verb. */
  s: string;
  live: string;
}

/** `null` where a line has nothing to say. */
export type Lines = (string | null)[];

export type Speaker = 'self' | 'kin' | 'agent' | 'counsel' | 'manager' | 'employer' | 'outsider';
export type Register = 'plain' | 'stiff' | 'curt' | 'accent';

const verbs = (who: string): Omit<Person, 'who' | 'whom' | 'my' | 'live'> =>
  who === 'I'
    ? { am: 'am', was: 'was', have: 'have', s: '' }
    : who === 'we'
      ? { am: 'are', was: 'were', have: 'have', s: '' }
      : { am: 'is', was: 'was', have: 'has', s: 's' };

const OWN: Readonly<Record<string, readonly [whom: string, my: string]>> = {
  I: ['me', 'my'],
  we: ['us', 'our'],
};

function person(who: string, firm: boolean): Person {
  const [whom, my] = OWN[who] ?? [who, `${who}'s`];
  const agreed = verbs(who);
  return { who, whom, my, ...agreed, live: firm ? `${agreed.am} based` : `live${agreed.s}` };
}

/** What a relative calls the claimant; an honorific tells whether a husband or a wife is meant. */
const relatives = (honorific: string): readonly string[] =>
  /^Mr\b/.test(honorific)
    ? ['my husband', 'my father', 'my dad', 'my brother', 'my grandfather', 'my son']
    : /^M(?:r?s)\b/.test(honorific)
      ? ['my wife', 'my mother', 'my mom', 'my sister', 'my grandmother', 'my daughter']
      : ['my partner', 'my cousin', 'my neighbor', 'my parent'];

export class Teller {
  readonly kit: Kit;
  readonly speaker: Speaker;
  readonly register: Register;
  /** Whoever holds the policy. */
  readonly holder: Person;
  /** Whoever was there when it happened. */
  readonly actor: Person;
  readonly car: string;
  private readonly said = new Set<string>();
  /** Templates that are to be used once. */
  readonly used = new Set<string>();

  constructor(kit: Kit, speaker: Speaker, register: Register) {
    const { r, f } = kit;
    this.kit = kit;
    this.speaker = speaker;
    this.register = register;
    const firm = f.insured.firm !== null;
    const auto = f.scenario.line === 'auto';
    const called: Record<Speaker, () => string> = {
      self: () => (firm ? 'we' : 'I'),
      kin: () => (firm ? 'we' : r.pick(relatives(f.insured.person.honorific))),
      agent: () => r.pick(['the insured', 'our customer', 'my client', 'our mutual client', 'the client']),
      counsel: () => r.pick(['our client', 'my client', 'the insured', 'the policyholder']),
      manager: () =>
        f.policyType === 'renters'
          ? r.pick(['our tenant', 'the tenant'])
          : r.pick(['the owner', 'our owner']),
      employer: () => (firm ? 'the company' : r.pick(['our employee', 'our colleague', 'our staff member'])),
      outsider: () => (firm ? 'the company' : r.pick(['the customer', 'the owner', 'the policyholder'])),
    };
    this.holder = person(called[speaker](), firm);
    const driver = speaker === 'self' ? 'our driver' : 'the driver of the insured';
    this.actor = firm && auto ? { ...person(driver, false), my: this.holder.my } : { ...this.holder };
    const { vehicle } = f;
    this.car = r.pick([
      ...['car', 'vehicle', 'car', `${vehicle.color} car`],
      ...(kit.has('insured_item') && !kit.vagueItem ? [vehicle.model, vehicle.make] : []),
    ]);
  }

  get scenario(): Scenario {
    return this.kit.f.scenario;
  }

  /** Whether a template with this slot can be used now. */
  can(slot: string): boolean {
    return !this.said.has(slot) && stateable(this.kit, slot);
  }

  /** Leaves a value out, or notes that another line of the document states it. */
  skip(...slots: FieldSlot[]): void {
    for (const slot of slots) this.said.add(slot);
  }

  /** Lets a value be said after all. */
  free(slot: FieldSlot): void {
    this.said.delete(slot);
  }

  /** The marked value, `null` where the claim leaves it out or has stated it. */
  value(slot: FieldSlot): string | null {
    if (!this.can(slot)) return null;
    this.said.add(slot);
    return printed(this.kit, slot);
  }

  usable(template: string): boolean {
    return slotsOf(template).every((slot) => this.can(slot));
  }

  /** One sentence or more; `own` fills slots that only the caller knows. */
  say(template: string, own: Readonly<Record<string, string>> = {}, as: Person = this.holder): string {
    const text = expand(template, this.kit.r, (name) => {
      const key = name.charAt(0).toLowerCase() + name.slice(1);
      const filled = own[key] ?? this.slot(key, as);
      return key === name ? filled : risen(filled);
    });
    return tidy(text);
  }

  /** The first usable of the templates in a drawn order. */
  one(templates: readonly string[], own: Readonly<Record<string, string>> = {}): string | null {
    const usable = templates.filter((template) => this.usable(template));
    return usable.length === 0 ? null : this.say(this.kit.r.pick(usable), own);
  }

  /** Sentences until every wanted value that a template can say is said. */
  weave(templates: readonly string[], wanted: readonly FieldSlot[]): string[] {
    const { r } = this.kit;
    const told: string[] = [];
    for (;;) {
      const usable = templates.filter((template) => {
        const fields = slotsOf(template);
        return (
          fields.some((slot) => wanted.includes(slot as FieldSlot)) && fields.every((slot) => this.can(slot))
        );
      });
      if (usable.length === 0) return told;
      const [a, b] = [r.pick(usable), r.pick(usable)];
      told.push(this.say(r.chance(0.6) && slotsOf(b).length > slotsOf(a).length ? b : a));
    }
  }

  /** Others than the family call a person by the last name now and then. */
  private called(key: keyof Person, as: Person): string {
    const { f, r } = this.kit;
    const named =
      as === this.holder &&
      !['self', 'kin'].includes(this.speaker) &&
      f.insured.firm === null &&
      ['who', 'whom', 'my'].includes(key);
    if (!named || !r.chance(0.4)) return as[key];
    const { honorific, last } = f.insured.person;
    return key === 'my' ? `${honorific} ${last}'s` : `${honorific} ${last}`;
  }

  private slot(key: string, as: Person): string {
    if (key in as) return this.called(key as keyof Person, as);
    if (key === 'car')
      return this.kit.r.chance(0.25) && this.can('item') ? (this.value('item') ?? this.car) : this.car;
    return isField(key) ? (this.value(key) ?? '') : aside(this.kit, key);
  }
}

const found = new Map<string, string[]>();
const VOICE = new Set(['who', 'whom', 'my', 'am', 'was', 'have', 's', 'live', 'car', 'street', 'room', 'n']);

/** The slots of a template that may be lacking; those of the voice never are. */
export function slotsOf(template: string): string[] {
  let slots = found.get(template);
  if (!slots) {
    slots = [...template.matchAll(/\{(\w+)\}/g)]
      .map(([, name = '']) => name.charAt(0).toLowerCase() + name.slice(1))
      .filter((name) => !VOICE.has(name));
    found.set(template, slots);
  }
  return slots;
}

/** A capital at the start, behind a mark too. */
export const risen = (text: string): string =>
  text.replace(
    /^([\ue000-\uf8ff]*)(\p{L})/u,
    (_, marks: string, letter: string) => marks + letter.toUpperCase(),
  );

/** A small letter at the start, except where a name or "I" stands there. */
export const fallen = (text: string): string =>
  /^[\ue000-\uf8ff]*(?:I\b|[A-Z][A-Z0-9]|[A-Z]\w*['’]s [A-Z])/.test(text)
    ? text
    : text.replace(
        /^([\ue000-\uf8ff]*)(\p{L})/u,
        (_, marks: string, letter: string) => marks + letter.toLowerCase(),
      );

/** Single spaces, and one full stop where a value ends in one. */
export const tidy = (text: string): string =>
  text
    .replace(/ +/g, ' ')
    .replace(/ ([.,;?!])/g, '$1')
    .replace(/(\bpolicy\uf8ff?) policy\b/gi, '$1')
    .replace(/([.!?]\uf8ff*)\.(?=\s|$)/g, '$1')
    .trim();
