import { durationText, fullMoment, momentText, useNow } from '../words/times.ts';

/** A moment in short, with all of it to point at. */
export const Moment = ({ iso }: { iso: string }) => (
  <time dateTime={iso} title={fullMoment(iso)} className="nowrap">
    {momentText(iso)}
  </time>
);

const SOON_MS = 2 * 3_600_000;

/** A deadline by what is left until it. */
export function Deadline({ iso }: { iso: string }) {
  const left = new Date(iso).getTime() - useNow();
  const tone = left < 0 ? 'late' : left < SOON_MS ? 'soon' : '';
  return (
    <time dateTime={iso} title={`due ${fullMoment(iso)}`} className={`deadline nowrap ${tone}`}>
      {left < 0 ? `${durationText(left)} late` : `in ${durationText(left)}`}
    </time>
  );
}
