/** Everything that a fresh machine lacks, fetched ahead of the first start. */
import { loadConfig, namedServers } from '../../shared/config.ts';
import { activeModel, type Model } from '../../shared/model.ts';
import { checkNode } from './node.ts';
import { ensurePages } from './pages.ts';
import { findBinaries } from './postgres.ts';
import type { Progress } from './progress.ts';
import { ensureTemporal } from './temporal.ts';
import { testServerPath } from './time-skipping.ts';
import { ensureServedModel } from './vllm.ts';

export interface SetupResult {
  component: string;
  /** A path, or who provides it. */
  from: string;
}

/** Sets up what is missing; what the environment names is not. With `tests` also what only tests need. */
export async function setUp(options: { progress: Progress; tests: boolean }): Promise<SetupResult[]> {
  checkNode();
  const { progress } = options;
  const named = namedServers();
  const config = loadConfig();
  const modelServer = (model: Model): Promise<string> => {
    if (model.card.serving.weights === 'remote') return Promise.resolve('REMOTE_MODEL_URL');
    return named.engineUrl ? Promise.resolve('VLLM_URL') : ensureServedModel(model, progress);
  };
  const parts: [string, Promise<string>][] = [
    ['temporal', named.temporalAddress ? Promise.resolve('TEMPORAL_ADDRESS') : ensureTemporal(progress)],
    [
      'postgres',
      named.databaseUrl
        ? Promise.resolve('DATABASE_URL')
        : findBinaries().then((binaries) => binaries.postgres),
    ],
    ['model server', modelServer(activeModel(config))],
    ['pages', ensurePages(progress)],
    ...(options.tests
      ? [['time-skipping server', testServerPath(progress)] satisfies [string, Promise<string>]]
      : []),
  ];
  // All go on when one fails: what they fetch is there at the next try.
  const settled = await Promise.allSettled(parts.map(([, part]) => part));
  return settled.map((part, index) => {
    if (part.status === 'rejected') throw part.reason;
    return { component: parts[index]?.[0] ?? '', from: part.value };
  });
}
