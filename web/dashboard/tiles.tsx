/** The period in six figures, each with what it stands on. */
import type { ReactNode } from 'react';
import { wilsonInterval } from '../../shared/evaluation/statistics.ts';
import type { Dashboard } from '../api/queries.ts';
import { counted, percent } from '../words/words.ts';
import { agreed, autoAccepted, MINUTES_AIM, perHour, type Share, uncorrected } from './figures.ts';

export function Tiles({ dashboard }: { dashboard: Dashboard }) {
  const { total, reviews } = dashboard;
  const { minutes, keyStrokes } = reviews.measured;
  const simulated = reviews.simulated.minutes.claims;
  const apart = simulated > 0 ? `; ${counted(simulated, 'simulated one')} not counted` : '';
  return (
    <dl className="tiles">
      <Tile
        title="Claims settled"
        figure={total.settled.toLocaleString('en-US')}
        note={`${perHour(total.settled, dashboard).toFixed(1)} an hour; ${total.handedIn.toLocaleString('en-US')} handed in`}
      />
      <ShareTile title="Auto-accepted" share={autoAccepted(total)} unit="completed claim" />
      <ShareTile title="Left as read by reviewers" share={uncorrected(total)} unit="field" digits={1} />
      <ShareTile title="Agreed by blind readings" share={agreed(total)} unit="field" digits={1} />
      <Tile
        title="Review, median"
        figure={minutes.p50 === null ? null : `${minutes.p50.toFixed(1)} min`}
        note={`open to submit, ${counted(minutes.claims, 'claim')}${apart}; aim ${MINUTES_AIM} min`}
      />
      <Tile
        title="Key strokes, median"
        figure={keyStrokes.p50 === null ? null : String(Math.round(keyStrokes.p50))}
        note={`a reviewed claim, ${counted(keyStrokes.claims, 'claim')}${apart}`}
      />
    </dl>
  );
}

function Tile({ title, figure, note }: { title: string; figure: string | null; note: ReactNode }) {
  return (
    <div className="tile">
      <dt>{title}</dt>
      <dd className={figure === null ? 'tile-figure none' : 'tile-figure'}>{figure ?? 'no data'}</dd>
      <dd className="quiet small">{note}</dd>
    </div>
  );
}

function ShareTile({
  title,
  share: { share, of, n },
  unit,
  digits = 0,
}: {
  title: string;
  share: Share;
  unit: string;
  digits?: number;
}) {
  const [low, high] = wilsonInterval(of, n);
  const interval = n > 0 ? `95 %: ${percent(low, digits)} to ${percent(high, digits)}; ` : '';
  return (
    <Tile
      title={title}
      figure={share === null ? null : percent(share, digits)}
      note={`${interval}of ${counted(n, unit)}`}
    />
  );
}
