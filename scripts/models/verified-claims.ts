/** Verified claims to look for similar ones in: a Postgres of the evaluation's own, filled from a data set. */
import { type ExampleSource, similarClaims } from '../../activities/examples.ts';
import { indexLabelledExamples, type NewExample } from '../../activities/index-examples.ts';
import { modelAnswerSchema } from '../../shared/claim-fields.ts';
import { openDatabase } from '../../shared/database/database.ts';
import { migrate } from '../../shared/database/migrate.ts';
import type { LabelledPacket } from '../../shared/evaluation/labels.ts';
import type { ObjectStore } from '../../shared/objects/object-store.ts';
import { Supervisor } from '../stack/children.ts';
import { StackError } from '../stack/exec.ts';
import { freePort } from '../stack/ports.ts';
import { ensureDatabase, postgresChild } from '../stack/postgres.ts';
import type { Progress } from '../stack/progress.ts';

const TENANT = 'verified';
const printed = modelAnswerSchema({ format: 'verbatim', reasons: false });

/** Throws `StackError` without claims to look in. */
export async function openVerifiedClaims(options: {
  claims: readonly LabelledPacket[];
  dataFolder: string;
  objects: ObjectStore;
  progress: Progress;
}): Promise<{ search: ExampleSource; close: () => Promise<void> }> {
  const { dataFolder, objects, progress } = options;
  const examples = options.claims.flatMap(exampleOf);
  if (examples.length === 0)
    throw new StackError('retrieval needs verified claims with text to look in (--verified FILE)');
  const supervisor = new Supervisor(dataFolder);
  try {
    return await progress.step('Postgres with verified claims', async (note) => {
      const port = await freePort();
      await supervisor.start(await postgresChild({ dataFolder, port }));
      const database = openDatabase(await ensureDatabase({ dataFolder, port }));
      await migrate(database);
      const count = await indexLabelledExamples(database, objects, TENANT, examples);
      note(`${count} claims`);
      return {
        search: similarClaims({ database, objects, tenant: TENANT }),
        close: async () => {
          await database.close();
          await supervisor.stop();
        },
      };
    });
  } catch (error) {
    await supervisor.stop();
    throw error;
  }
}

function exampleOf({ id, packet, expected, answer }: LabelledPacket): NewExample[] {
  if (!('text' in packet)) return [];
  const parsed = printed.safeParse(answer);
  return [{ id, text: packet.text, labels: expected, ...(parsed.success ? { answer: parsed.data } : {}) }];
}
