/** What people see of a round, also when Temporal has forgotten its workflow. */
import type { Database } from '../shared/database/database.ts';
import { noteRound, type RoundNote } from '../shared/database/rounds.ts';

export const roundActivities = ({ database }: { database: Database }) => ({
  /** Notes how far the round is. Idempotent. */
  async noteRound(note: RoundNote): Promise<void> {
    await noteRound(database, note);
  },
});
