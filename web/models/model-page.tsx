/** One model version: what it is, where it stands, how well it reads field by field. */
import './models.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'wouter';
import { type Model, modelQuery } from '../api/queries.ts';
import { Badge } from '../parts/badge.tsx';
import { Moment } from '../parts/moment.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { Empty, Loaded } from '../parts/states.tsx';
import { counted } from '../words/words.ts';
import { EvaluationCard } from './evaluation-card.tsx';
import { StageBadge } from './evaluation-words.tsx';

export default function ModelPage() {
  const { name = '' } = useParams<{ name: string }>();
  const query = useQuery(modelQuery(name));
  return <Loaded query={query}>{(model) => <Shown model={model} />}</Loaded>;
}

function Shown({ model }: { model: Model }) {
  const { name, active, stage, claimsRead } = model;
  return (
    <div className="page">
      <PageHead
        title={name}
        end={
          <>
            <StageBadge stage={stage} active={active} />
            {active && <span className="quiet small">reads new claims</span>}
            <Link className="button" href={`/claims?model=${encodeURIComponent(name)}`}>
              {claimsRead === 0 ? 'No claims read yet' : `The ${counted(claimsRead, 'claim')} that it read`}
            </Link>
          </>
        }
      />
      <div className="models">
        <section className="card" aria-labelledby="card">
          <div className="card-head">
            <h2 id="card">Card</h2>
          </div>
          <dl className="model-card">
            <Fact title="Maturity">{model.maturity}</Fact>
            <Fact title="Prompt version">
              <span className="mono">{model.promptVersion}</span>
            </Fact>
            <Fact title="Confidence">
              {model.calibration ? (
                <span className="mono">{model.calibration}</span>
              ) : (
                <Badge tone="doubt">uncalibrated</Badge>
              )}
            </Fact>
            <Fact title="Context">{model.contextTokens.toLocaleString('en-US')} tokens</Fact>
            <Fact title="Licence">{model.licence}</Fact>
            <Fact title="Origin" wide>
              {model.origin}
            </Fact>
          </dl>
        </section>
        <Evaluations evaluations={model.evaluations} />
        <Stages stages={model.stages} active={active} />
      </div>
    </div>
  );
}

function Fact({
  title,
  wide = false,
  children,
}: {
  title: string;
  wide?: boolean;
  children: React.ReactNode;
}) {
  return (
    <div className={wide ? 'wide' : ''}>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Evaluations({ evaluations }: { evaluations: Model['evaluations'] }) {
  const [shown, setShown] = useState(0);
  const evaluation = evaluations[shown];
  if (!evaluation)
    return (
      <section className="card" aria-label="Evaluations">
        <Empty title="No evaluation of this version is stored">
          A round judges its version against the active one; <code>npm run models -- evaluate-version</code>{' '}
          does it alone.
        </Empty>
      </section>
    );
  return (
    <EvaluationCard
      evaluation={evaluation}
      choice={
        evaluations.length > 1 && (
          <select
            className="select"
            aria-label="Evaluation"
            value={shown}
            onChange={({ target }) => setShown(Number(target.value))}
          >
            {evaluations.map(({ dataset, at }, index) => (
              <option key={`${dataset}/${at}`} value={index}>
                {dataset}, {at.slice(0, 10)}
              </option>
            ))}
          </select>
        )
      }
    />
  );
}

function Stages({ stages, active }: { stages: Model['stages']; active: boolean }) {
  return (
    <section className="card" aria-labelledby="stages">
      <div className="card-head">
        <h2 id="stages">Stages</h2>
      </div>
      {stages.length === 0 ? (
        <Empty title="No changes of stage are recorded">
          {active
            ? 'It reads new claims because the setting MODEL names it.'
            : 'It reads new claims once the setting MODEL names it.'}
        </Empty>
      ) : (
        <ol className="stages">
          {stages.map(({ stage, at, by, reason }) => (
            <li key={`${stage}/${at}`}>
              <strong>{stage.replaceAll('_', ' ')}</strong>
              <Moment iso={at} />
              {by && <span>by {by}</span>}
              {reason && <span className="quiet">{reason}</span>}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
