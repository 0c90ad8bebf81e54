/** Where two readings of a claim differ: both values beside the packet, and a senior's word on each. */
import '../review/review.css';
import '../audits/audits.css';
import './disagreements.css';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Link, useLocation, useParams } from 'wouter';
import type { FieldKey } from '../../shared/claim-fields.ts';
import { call } from '../api/client.ts';
import { type Disagreement, disagreementQuery } from '../api/queries.ts';
import { DocumentViewer } from '../document/document-viewer.tsx';
import { useViewer } from '../document/use-viewer.ts';
import { KeyHelp } from '../keys/key-help.tsx';
import { useTitle } from '../parts/page-head.tsx';
import { ErrorNotice, Loaded, Notice } from '../parts/states.tsx';
import { useKept } from '../parts/use-kept.ts';
import { useMe } from '../shell/me.ts';
import { timelinePath } from '../shell/places.ts';
import { momentText } from '../words/times.ts';
import { counted, fieldTitle } from '../words/words.ts';
import { CHOICES, DraftSchema, decisionsOf, EMPTY_DECISION, undecided } from './decision.ts';
import { DecisionBar } from './decision-bar.tsx';
import { decisionKeys } from './decision-keys.ts';
import { ReadingsOfField } from './readings-of-field.tsx';

export default function DecisionPage() {
  const { id = '' } = useParams<{ id: string }>();
  useTitle(`Disagreement on ${id}`);
  const query = useQuery(disagreementQuery(id));
  return <Loaded query={query}>{(disagreement) => <Desk key={id} disagreement={disagreement} />}</Loaded>;
}

type Fields = NonNullable<ReturnType<typeof decisionsOf>>;

function Desk({ disagreement }: { disagreement: Disagreement }) {
  const { id, documents, readings, decidedBy } = disagreement;
  const fields = readings.map(({ field }) => field);
  const me = useMe();
  const kept = useKept(`${id}/decision`, DraftSchema, EMPTY_DECISION);
  const draft = kept.value;
  const viewer = useViewer(documents);
  const [selected, setSelected] = useState<FieldKey | null>(fields[0] ?? null);
  const [said, setSaid] = useState('');
  const list = useRef<HTMLDivElement>(null);
  const client = useQueryClient();
  const [, navigate] = useLocation();
  const decide = useMutation({
    mutationFn: (decided: Fields) =>
      call('decideDisagreement', { params: { id }, body: { fields: decided, note: draft.note } }),
    async onSuccess() {
      kept.drop();
      await client.invalidateQueries({ queryKey: ['disagreements'] });
      client.removeQueries({ queryKey: ['disagreement', id] });
      navigate('/disagreements', { state: { decided: id } });
    },
  });

  const own =
    disagreement.second === me.subject ||
    readings.some(({ first }) => first.decidedBy === `reviewer:${me.subject}`);
  const open = decidedBy === null;
  const mayDecide = open && !own && me.roles.includes('senior_reviewer');
  const missing = undecided(draft, fields);

  const { point, jumpTo } = viewer;
  const places = readings.find(({ field }) => field === selected)?.first.evidence;
  useEffect(() => {
    point(places ?? []);
    jumpTo(0);
  }, [places, point, jumpTo]);
  const goTo = (key: FieldKey): void => {
    const panel = list.current?.querySelector(`[data-field="${key}"]`);
    const target =
      panel?.querySelector<HTMLElement>('input:checked') ?? panel?.querySelector<HTMLElement>('input');
    target?.focus();
    panel?.scrollIntoView({ block: 'nearest' });
    setSelected(key);
  };
  const move = (by: number): void => {
    const to = fields[Math.min(fields.length - 1, Math.max(0, fields.indexOf(selected as FieldKey) + by))];
    if (to) goTo(to);
  };
  const choose = (key: FieldKey, nth: number): void => {
    const choice = CHOICES[nth];
    if (!mayDecide || !choice) return;
    // Drawn before the next key: what is typed at once would else go to the choice and not into its field.
    flushSync(() => kept.change({ ...draft, choices: { ...draft.choices, [key]: choice } }));
    if (choice !== 'other') return;
    const written = `[data-field="${key}"] :is([data-other] input, [data-other] textarea, [data-other] select)`;
    list.current?.querySelector<HTMLElement>(written)?.focus();
  };
  /** A radio button counts as typing to the page's keys: on it they are bound here. */
  const pressOnChoice = (event: KeyboardEvent<HTMLElement>): void => {
    const { target, key } = event;
    if (!(target instanceof HTMLInputElement) || target.type !== 'radio' || !selected) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const nth = ['1', '2', '3'].indexOf(key);
    if (nth >= 0) choose(selected, nth);
    else if (key === 'j' || key === 'Enter') move(1);
    else if (key === 'k') move(-1);
    else return;
    event.preventDefault();
  };
  const submit = (): void => {
    const decided = decisionsOf(draft, fields);
    if (!mayDecide || decide.isPending) return;
    const [first] = missing;
    if (decided) decide.mutate(decided);
    if (decided || !first) return;
    goTo(first);
    setSaid(`${fieldTitle(first)} is not decided yet.`);
  };

  return (
    <div className="desk">
      <header className="desk-head">
        <Link href="/disagreements" className="button bare small" aria-label="Back to the disagreements">
          ← Disagreements
        </Link>
        <h1>{id}</h1>
        <span className="desk-why quiet">
          {counted(fields.length, 'field')} differ between the record and the blind reading by{' '}
          {disagreement.second}
        </span>
        <span className="desk-facts">
          <Link href={timelinePath(id)} className="button bare small">
            Timeline
          </Link>
          <KeyHelp
            groups={decisionKeys(
              { move, choose: (nth) => selected && choose(selected, nth), submit },
              viewer,
            )}
          />
        </span>
      </header>
      <div className="desk-notices">
        {decidedBy && (
          <Notice tone="accent" title={`Decided by ${decidedBy}`}>
            <p>
              {disagreement.decidedAt && momentText(disagreement.decidedAt)}
              {disagreement.note && `: ${disagreement.note}`}
            </p>
          </Notice>
        )}
        {open && own && (
          <Notice tone="doubt" title="One of the two readings is yours">
            <p>Another senior reviewer must decide.</p>
          </Notice>
        )}
        {open && !own && !mayDecide && (
          <Notice title="Only a senior reviewer decides">
            <p>You can see both readings.</p>
          </Notice>
        )}
        {decide.error && <ErrorNotice error={decide.error} />}
        {kept.unsaved && (
          <p className="reading-warning">This tab can store nothing more: a reload would lose your work.</p>
        )}
      </div>
      <div className="desk-body">
        <DocumentViewer claimId={id} documents={documents} viewer={viewer} />
        <section className="desk-fields" aria-label="Both readings">
          <div className="desk-progress">
            <h2>
              {open
                ? `${fields.length - missing.length} of ${fields.length} decided`
                : counted(fields.length, 'field')}
            </h2>
          </div>
          {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the choices inside it */}
          <div className="readings" ref={list} onKeyDown={pressOnChoice}>
            {readings.map((reading) => (
              <ReadingsOfField
                key={reading.field}
                reading={reading}
                second={disagreement.second}
                selected={reading.field === selected}
                choice={draft.choices[reading.field] ?? null}
                text={draft.texts[reading.field] ?? ''}
                mayDecide={mayDecide}
                onSelect={() => setSelected(reading.field)}
                onPlace={() => jumpTo(0)}
                onChoose={(choice) => choose(reading.field, CHOICES.indexOf(choice))}
                onText={(text) =>
                  kept.change({
                    ...draft,
                    choices: { ...draft.choices, [reading.field]: 'other' },
                    texts: { ...draft.texts, [reading.field]: text },
                  })
                }
                onEnter={() => move(1)}
              />
            ))}
          </div>
          {mayDecide && (
            <DecisionBar
              note={draft.note}
              onNote={(note) => kept.change({ ...draft, note })}
              missing={missing.length}
              busy={decide.isPending}
              onSubmit={submit}
            />
          )}
        </section>
      </div>
      <p className="unseen" role="status">
        {said}
      </p>
    </div>
  );
}
