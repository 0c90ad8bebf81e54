import type { ApiDeps } from './call.ts';

type Check = 'ok' | 'away' | 'stopping';

const CHECK_WITHIN_MS = 2_000;

/** Whether what the API needs answers now. */
export async function readiness(deps: ApiDeps): Promise<{ ready: boolean; checks: Record<string, Check> }> {
  const { client, database, objects, config } = deps;
  const checks: Record<string, () => Promise<unknown>> = {
    database: () => database.query('select 1'),
    temporal: () =>
      client.withDeadline(Date.now() + CHECK_WITHIN_MS, () =>
        client.workflowService.describeNamespace({ namespace: config.TEMPORAL_NAMESPACE }),
      ),
    objects: () => objects.has('readiness'),
  };
  const found = await Promise.all(
    Object.entries(checks).map(async ([name, check]): Promise<[string, Check]> => [name, await ask(check)]),
  );
  if (deps.stopping()) found.push(['server', 'stopping']);
  return { ready: found.every(([, state]) => state === 'ok'), checks: Object.fromEntries(found) };
}

function ask(check: () => Promise<unknown>): Promise<Check> {
  return new Promise((resolve) => {
    const late = setTimeout(() => resolve('away'), CHECK_WITHIN_MS);
    check()
      .then(
        () => resolve('ok'),
        () => resolve('away'),
      )
      .finally(() => clearTimeout(late));
  });
}
