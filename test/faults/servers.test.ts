import { Client, Connection } from '@temporalio/client';
import pg from 'pg';
import { expect, inject, test } from 'vitest';
import { crashServer } from '../support/workers.ts';

const query = async (text: string): Promise<unknown[]> => {
  const client = new pg.Client({ connectionString: inject('environment')['DATABASE_URL'] });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
};

test('Postgres, killed without warning, is started again with what was committed', async () => {
  await query('CREATE TABLE survivors (name text)');
  await query("INSERT INTO survivors VALUES ('committed')");
  await crashServer('postgres', 60_000);
  expect(await query('SELECT name FROM survivors')).toEqual([{ name: 'committed' }]);
  await query('DROP TABLE survivors');
});

test('Temporal, killed without warning, is started again with its workflows', async () => {
  const address = inject('environment')['TEMPORAL_ADDRESS'] ?? '';
  const connection = await Connection.connect({ address });
  try {
    const client = new Client({ connection });
    const started = await client.workflow.start('waitsForAWorker', {
      taskQueue: 'nobody-polls-this',
      workflowId: 'survives-the-server',
    });
    await crashServer('temporal', 60_000);
    const { status } = await started.describe();
    expect(status.name).toBe('RUNNING');
    await started.terminate('end of the test');
  } finally {
    await connection.close();
  }
});
