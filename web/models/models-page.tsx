/** Model versions side by side, and the rounds of training that make them. */
import './models.css';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { type ModelLine, modelsQuery } from '../api/queries.ts';
import { IntervalStrip } from '../charts/interval-strip.tsx';
import { Badge } from '../parts/badge.tsx';
import { Moment } from '../parts/moment.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { Empty, Loaded } from '../parts/states.tsx';
import { modelPath } from '../shell/places.ts';
import { durationText } from '../words/times.ts';
import { counted, percent } from '../words/words.ts';
import { accuracyDomain, intervalText, rangeOf, StageBadge } from './evaluation-words.tsx';
import { Rounds } from './rounds.tsx';

export default function ModelsPage() {
  const query = useQuery(modelsQuery);
  return (
    <div className="page">
      <PageHead title="Models" />
      <div className="models">
        <Loaded query={query}>{({ models }) => <Versions models={models} />}</Loaded>
        <Rounds />
      </div>
    </div>
  );
}

function Versions({ models }: { models: ModelLine[] }) {
  const evaluated = models.flatMap(({ evaluation }) => (evaluation ? [evaluation] : []));
  const domain = accuracyDomain(evaluated.map((each) => rangeOf(each.fieldAccuracyInterval)));
  return (
    <section className="card" aria-labelledby="versions">
      <div className="card-head">
        <h2 id="versions">Versions</h2>
        <span className="quiet small">{counted(models.length, 'version')}, each a folder under models/</span>
      </div>
      {models.length === 0 ? (
        <Empty title="No model version is installed">
          A version is a folder under <code>models/</code> with its card, <code>model.json</code>.
        </Empty>
      ) : (
        <table className="table">
          <thead>
            <tr>
              <th scope="col">Version</th>
              <th scope="col">Stage</th>
              <th scope="col">Prompt</th>
              <th scope="col">Confidence</th>
              <th scope="col" className="number">
                Field accuracy
              </th>
              {evaluated.length > 0 && (
                <th scope="col" className="models-drawn">
                  {percent(domain[0])} to {percent(domain[1])}
                </th>
              )}
              <th scope="col">Evaluated on</th>
              <th scope="col" className="number">
                Latency
              </th>
              <th scope="col" className="number">
                USD a claim
              </th>
            </tr>
          </thead>
          <tbody>
            {models.map((model) => (
              <Row key={model.name} model={model} domain={evaluated.length > 0 ? domain : null} />
            ))}
          </tbody>
        </table>
      )}
      {models.length > 0 && evaluated.length === 0 && (
        <p className="models-hint quiet small">
          No evaluation of any version is stored yet. <code>npm run models -- evaluate-version</code> judges
          one, field by field, and so does every round; each version’s README says what was measured of it.
        </p>
      )}
    </section>
  );
}

function Row({ model, domain }: { model: ModelLine; domain: readonly [number, number] | null }) {
  const { name, active, stage, maturity, promptVersion, calibration, evaluation } = model;
  return (
    <tr>
      <th scope="row">
        <Link href={modelPath(name)}>{name}</Link>
        <span className="models-note">{maturity}</span>
      </th>
      <td>
        <StageBadge stage={stage} active={active} />
      </td>
      <td className="mono">{promptVersion}</td>
      <td>
        {calibration ? <span className="mono">{calibration}</span> : <Badge tone="doubt">uncalibrated</Badge>}
      </td>
      <td className="number">
        {evaluation ? (
          <>
            {percent(evaluation.fieldAccuracy, 1)}
            <span className="models-note">{intervalText(evaluation.fieldAccuracyInterval)}</span>
          </>
        ) : (
          <span className="quiet">not stored</span>
        )}
      </td>
      {domain && (
        <td className="models-drawn">
          {evaluation && (
            <IntervalStrip
              value={evaluation.fieldAccuracy}
              interval={rangeOf(evaluation.fieldAccuracyInterval)}
              domain={domain}
            />
          )}
        </td>
      )}
      <td>
        {evaluation ? (
          <>
            {evaluation.dataset}
            <span className="models-note">
              {counted(evaluation.claims, 'claim')}, <Moment iso={evaluation.at} />
            </span>
          </>
        ) : (
          <Dash />
        )}
      </td>
      <td className="number">
        {evaluation?.latencyMsP50 == null ? <Dash /> : durationText(evaluation.latencyMsP50)}
      </td>
      <td className="number">
        {evaluation?.costUsdPerClaim == null ? <Dash /> : evaluation.costUsdPerClaim.toFixed(4)}
      </td>
    </tr>
  );
}

const Dash = () => (
  <span className="quiet">
    <span aria-hidden="true">–</span>
    <span className="unseen">not known</span>
  </span>
);
