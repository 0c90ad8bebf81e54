/** The 23 fields of a claim as they stand, with who decided each and what stood there before. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FIELD_KEYS, type FieldKey } from '../../shared/claim-fields.ts';
import type { ClaimStatus } from '../../shared/contracts.ts';
import { type Claim, claimQuery } from '../api/queries.ts';
import { Badge } from '../parts/badge.tsx';
import { ShareBar } from '../parts/share-bar.tsx';
import { Empty, ErrorNotice, Loading, Notice } from '../parts/states.tsx';
import {
  counted,
  deciderWords,
  fieldTitle,
  listed,
  percent,
  reasonWords,
  valueText,
} from '../words/words.ts';

type RecordedField = NonNullable<Claim['fields'][FieldKey]>;

export function ClaimRecord({
  id,
  status,
  wouldEndBlindness,
}: {
  id: string;
  status: ClaimStatus;
  /** Whoever looks at the values cannot read the claim blind any more. */
  wouldEndBlindness: boolean;
}) {
  const [asked, setAsked] = useState(!wouldEndBlindness);
  const query = useQuery({
    ...claimQuery(id),
    queryKey: [...claimQuery(id).queryKey, status],
    enabled: asked,
  });
  if (!asked)
    return (
      <Notice
        tone="doubt"
        title="This claim waits for a blind reading"
        actions={
          <button type="button" className="button" onClick={() => setAsked(true)}>
            Show the values
          </button>
        }
      >
        <p>Once you have seen its values, somebody else must read it blind.</p>
      </Notice>
    );
  if (query.data) return <Shown claim={query.data} />;
  if (query.error) return <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />;
  return <Loading what="Loading the values" />;
}

function Shown({ claim }: { claim: Claim }) {
  const keys = FIELD_KEYS.filter((key) => claim.fields[key]);
  return (
    <section className="card" aria-labelledby="record">
      <div className="card-head">
        <h2 id="record">Fields</h2>
        <span className="quiet small">{accountWords(claim).join(' · ')}</span>
      </div>
      {claim.reasons.length > 0 && (
        <p className="record-reasons quiet">
          Went to a reviewer because {listed(claim.reasons.map(reasonWords))}.
        </p>
      )}
      {keys.length === 0 ? (
        <Empty title="No values yet">They are here once the claim is recorded.</Empty>
      ) : (
        <div className="timeline-scroll">
          <table className="table record-table">
            <thead>
              <tr>
                <th scope="col">Field</th>
                <th scope="col">Value</th>
                <th scope="col">Model’s confidence</th>
                <th scope="col">Decided by</th>
                <th scope="col">Read from</th>
              </tr>
            </thead>
            <tbody>
              {keys.map((key) => {
                const field = claim.fields[key];
                return field && <Row key={key} field={key} recorded={field} claim={claim} />;
              })}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function Row({ field, recorded, claim }: { field: FieldKey; recorded: RecordedField; claim: Claim }) {
  const { value, before, confidence, modelConfidence, decidedBy } = recorded;
  const corrected = before !== undefined;
  const byPerson = decidedBy.startsWith('reviewer:');
  const shown = modelConfidence ?? confidence;
  return (
    <tr>
      <th scope="row">{fieldTitle(field)}</th>
      <td className="record-value">
        {corrected && (
          <del>
            <span className="unseen">before: </span>
            {valueText(field, before)}
          </del>
        )}
        <span className={value === null ? 'quiet' : ''}>{valueText(field, value)}</span>
      </td>
      <td className="nowrap">
        <ShareBar share={shown} /> <span className="record-confidence">{percent(shown)}</span>
      </td>
      <td className="nowrap">
        {byPerson ? (
          <>
            <span className="timeline-person">{deciderWords(decidedBy)}</span>{' '}
            {corrected && <Badge tone="accent">corrected</Badge>}
          </>
        ) : (
          <span className="quiet">{decidedBy}</span>
        )}
      </td>
      <td className="quiet small">{sourceWords(recorded, claim)}</td>
    </tr>
  );
}

function sourceWords({ evidence, derivation, value }: RecordedField, { documents }: Claim): string {
  if (derivation && derivation.fields.length > 0)
    return `follows from ${listed(derivation.fields.map(fieldTitle))}`;
  const places = evidence.map(({ document, page }) => {
    const found = documents.find((each) => each.document === document);
    return `${found?.name || 'unnamed document'}, page ${page}`;
  });
  const distinct = [...new Set(places)];
  if (distinct.length === 0) return value === null ? '' : 'no place in the documents';
  return distinct.length > 2 ? `${distinct[0]} and ${distinct.length - 1} other places` : distinct.join('; ');
}

const LEAST_USD = 0.0001;
const costWords = (usd: number): string =>
  usd > 0 && usd < LEAST_USD ? `under ${LEAST_USD} USD` : `${usd.toFixed(4)} USD`;

function accountWords({ documents, completeness, costUsd, usage }: Claim): string[] {
  const words = [counted(documents.length, 'document')];
  if (completeness) {
    words.push(counted(completeness.pages, 'page'), counted(completeness.chunks, 'chunk'));
    if (completeness.unreadPages > 0) words.push(`${counted(completeness.unreadPages, 'page')} not read`);
    if (completeness.unreadChunks > 0) words.push(`${counted(completeness.unreadChunks, 'chunk')} not read`);
    if (completeness.rejectedDocuments > 0)
      words.push(`${counted(completeness.rejectedDocuments, 'document')} rejected`);
  }
  if (usage) words.push(counted(usage.promptTokens + usage.completionTokens, 'token'));
  if (costUsd !== null) words.push(costWords(costUsd));
  return words;
}
