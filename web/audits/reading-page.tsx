/** A blind reading: the packet beside an empty form of the 23 fields. No value that anybody read before is shown. */
import '../review/review.css';
import './audits.css';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import { Link, useLocation, useParams } from 'wouter';
import type { FieldKey } from '../../shared/claim-fields.ts';
import { type Answer, call } from '../api/client.ts';
import { auditQuery } from '../api/queries.ts';
import { DocumentViewer } from '../document/document-viewer.tsx';
import { useViewer } from '../document/use-viewer.ts';
import { KeyHelp } from '../keys/key-help.tsx';
import { PageHead, useTitle } from '../parts/page-head.tsx';
import { ErrorNotice, Loaded, Notice } from '../parts/states.tsx';
import { useKept } from '../parts/use-kept.ts';
import { counted, fieldTitle, listed, ruleWords } from '../words/words.ts';
import { contradictions, missingFields, READING_ORDER, ReadingSchema, valuesOf } from './reading.ts';
import { ReadingForm } from './reading-form.tsx';
import { readingKeys } from './reading-keys.ts';

type Audit = Answer<'showAudit'>;

export default function ReadingPage() {
  const { id = '' } = useParams<{ id: string }>();
  useTitle(`Blind reading of ${id}`);
  const query = useQuery(auditQuery(id));
  return (
    <Loaded query={query} what="Opening the packet">
      {(audit) => {
        if (audit.decided)
          return (
            <Ended id={id} title="This claim was read blind already">
              There is nothing more to read of it.
            </Ended>
          );
        if (audit.blind) return <Desk key={id} audit={audit} />;
        return (
          <Ended id={id} title="You have seen values of this claim">
            A reading counts only from somebody who has not: leave it to another reader.
          </Ended>
        );
      }}
    </Loaded>
  );
}

const Ended = ({ id, title, children }: { id: string; title: string; children: ReactNode }) => (
  <div className="page">
    <PageHead title={`Blind reading of ${id}`} />
    <Notice
      tone="accent"
      title={title}
      actions={
        <Link className="button" href="/audits">
          To the blind readings
        </Link>
      }
    >
      <p>{children}</p>
    </Notice>
  </div>
);

function Desk({ audit: { id, documents } }: { audit: Audit }) {
  const kept = useKept(`${id}/reading`, ReadingSchema, {});
  const reading = kept.value;
  const viewer = useViewer(documents);
  const [said, setSaid] = useState('');
  const form = useRef<HTMLFormElement>(null);
  const client = useQueryClient();
  const [, navigate] = useLocation();
  const handIn = useMutation({
    mutationFn: (values: NonNullable<ReturnType<typeof valuesOf>>) =>
      call('submitAudit', { params: { id }, body: { values } }),
    async onSuccess() {
      kept.drop();
      await client.invalidateQueries({ queryKey: ['audits'] });
      client.removeQueries({ queryKey: ['audit', id] });
      navigate('/audits', { state: { handedIn: id } });
    },
  });
  const missing = missingFields(reading);
  const broken = contradictions(reading);

  const goTo = (key: FieldKey | undefined): void => {
    const element = key && form.current?.querySelector<HTMLElement>(`[data-field="${key}"] [data-value]`);
    element?.querySelector<HTMLElement>('input, textarea, select')?.focus();
  };
  const submit = (): void => {
    const values = valuesOf(reading);
    if (handIn.isPending) return;
    if (values) handIn.mutate(values);
    const [first] = missing;
    if (values || !first) return;
    goTo(first);
    setSaid(`${fieldTitle(first)} has no value yet; ${counted(missing.length, 'field')} to read.`);
  };

  return (
    <div className="desk">
      <header className="desk-head">
        <Link href="/audits" className="button bare small" aria-label="Back to the blind readings">
          ← Blind readings
        </Link>
        <h1>{id}</h1>
        <span className="desk-why quiet">
          Read the packet as if nobody had: what the system read is not shown to you.
        </span>
        <KeyHelp groups={readingKeys({ submit, nextOpen: () => goTo(missing[0]) }, viewer)} />
      </header>
      <div className="desk-notices">
        {handIn.error && <ErrorNotice error={handIn.error} />}
        {kept.unsaved && (
          <p className="reading-warning">
            This tab can store nothing more: a reload would lose what you typed.
          </p>
        )}
      </div>
      <div className="desk-body">
        <DocumentViewer claimId={id} documents={documents} viewer={viewer} />
        <section className="desk-fields" aria-label="Reading">
          <div className="desk-progress">
            <h2>
              {READING_ORDER.length - missing.length} of {READING_ORDER.length} read
            </h2>
            <progress
              value={READING_ORDER.length - missing.length}
              max={READING_ORDER.length}
              aria-label="Read"
            />
            <span className="quiet small reading-hint">
              <span className="key">-</span> says: not stated
            </span>
          </div>
          <ReadingForm
            form={form}
            reading={reading}
            onText={(key, text) => kept.change({ ...reading, [key]: text })}
            onEnter={(key) => goTo(READING_ORDER[READING_ORDER.indexOf(key) + 1] ?? missing[0])}
            onSubmit={submit}
          />
          <div className="decision">
            {broken.length > 0 && (
              <ul className="reading-warning small">
                {broken.map(({ rule, fields }) => (
                  <li key={rule}>
                    Look again at {listed(fields.map(fieldTitle))}: {ruleWords(rule)}.
                  </li>
                ))}
              </ul>
            )}
            <div className="decision-end">
              <p className="decision-state quiet">
                {missing.length === 0
                  ? 'All fields are read. What you typed is kept in this tab until then.'
                  : `${counted(missing.length, 'field')} to read; what you type is kept in this tab.`}
              </p>
              <button
                type="button"
                className="button primary"
                aria-disabled={missing.length > 0 || handIn.isPending}
                onClick={submit}
              >
                {handIn.isPending ? 'Sending…' : 'Hand in'}{' '}
                <span className="key" aria-hidden="true">
                  Ctrl ↵
                </span>
              </button>
            </div>
          </div>
        </section>
      </div>
      <p className="unseen" role="status">
        {said}
      </p>
    </div>
  );
}
