/** How far a round is: its steps, the training within them, and how the losses fall. Asked for again while it runs. */
import type { Round } from '../api/queries.ts';
import { LineChart } from '../charts/line-chart.tsx';
import { niceTicks } from '../charts/scale.ts';
import { durationText, useNow } from '../words/times.ts';
import { percent } from '../words/words.ts';

export function RoundProgress({ round }: { round: Round }) {
  const { id, steps, training, losses, temporalUrl } = round;
  return (
    <section className="card" aria-labelledby="round">
      <div className="card-head">
        <h2 id="round">How far {id} is</h2>
        {temporalUrl && (
          <a className="button small" href={temporalUrl} target="_blank" rel="noreferrer">
            Workflow in the Temporal UI<span aria-hidden="true">↗</span>
            <span className="unseen">, opens in a new tab</span>
          </a>
        )}
      </div>
      <div className="round">
        <ol className="round-steps">
          {steps.map((step) => (
            <Step key={step.step} step={step} />
          ))}
        </ol>
        <div className="round-training">
          {training && <Training training={training} />}
          {losses.length > 0 ? (
            <Losses losses={losses} />
          ) : (
            <p className="quiet">No loss is reported yet: it is drawn here once training begins.</p>
          )}
        </div>
      </div>
    </section>
  );
}

const MARKS: Record<Round['steps'][number]['state'], string> = {
  waiting: '○',
  running: '◐',
  done: '●',
  failed: '✕',
};

function Step({ step: { step, state, startedAt, endedAt, done, of } }: { step: Round['steps'][number] }) {
  const now = useNow();
  const took = startedAt && (endedAt ? Date.parse(endedAt) : now) - Date.parse(startedAt);
  return (
    <li className={`round-step ${state}`} aria-current={state === 'running' ? 'step' : undefined}>
      <span aria-hidden="true">{MARKS[state]}</span>
      <span>
        {step.replaceAll('_', ' ')}
        <span className="unseen">, {state}</span>
        {done !== null && of !== null && of > 0 && (
          <span className="quiet small">
            {' '}
            {done.toLocaleString('en-US')} of {of.toLocaleString('en-US')}
          </span>
        )}
      </span>
      <span className="quiet small number">{took ? durationText(Math.max(0, took)) : ''}</span>
    </li>
  );
}

function Training({ training }: { training: NonNullable<Round['training']> }) {
  const { step, steps, tokensPerSecond, secondsLeft } = training;
  const share = steps > 0 ? step / steps : 0;
  const words = [
    `step ${step.toLocaleString('en-US')} of ${steps.toLocaleString('en-US')}`,
    percent(share),
    tokensPerSecond !== null && `${Math.round(tokensPerSecond).toLocaleString('en-US')} tokens a second`,
    secondsLeft !== null && `about ${durationText(secondsLeft * 1_000)} left`,
  ].filter(Boolean);
  return (
    <div>
      <progress className="round-bar" value={share} aria-label="Training" />
      <p className="small quiet">{words.join(' · ')}</p>
    </div>
  );
}

function Losses({ losses }: { losses: Round['losses'] }) {
  const places = losses.map(({ step }) => step);
  const ticks = new Set(niceTicks([places[0] ?? 0, places.at(-1) ?? 1], 6));
  return (
    <LineChart
      title="Losses"
      about="On the training examples, and on examples that are held out: where these rise again, the model memorises."
      columnName="Step"
      height={220}
      format={(loss) => Number(loss.toPrecision(3)).toString()}
      places={places}
      stretches={losses.map(({ step }) => ({
        name: `step ${step.toLocaleString('en-US')}`,
        label: ticks.has(step) ? step.toLocaleString('en-US') : '',
      }))}
      lines={[
        { label: 'training', series: 1, points: losses.map(({ loss }) => ({ value: loss })) },
        {
          label: 'held out',
          series: 2,
          sparse: true,
          points: losses.map(({ evalLoss }) => ({ value: evalLoss })),
        },
      ]}
    />
  );
}
