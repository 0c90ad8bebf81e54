import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Claim, FIELD_KEYS } from '../../shared/claim-fields.ts';
import { valuesMatch } from '../../shared/domain/compare.ts';
import { type Intake, openIntake } from '../support/intake.ts';
import { startWorkers, type Workers } from '../support/workers.ts';

interface Label {
  id: string;
  documents: string[];
  expected: Claim;
}

// Documents of other people, beside the project and never part of it.
const folder = new URL('../../../shared/real-claims/', import.meta.url);
const isThere = existsSync(new URL('labels.jsonl', folder));

describe.skipIf(!isThere)('real documents', () => {
  let workers: Workers;
  let intake: Intake;
  beforeAll(async () => {
    workers = await startWorkers({ workers: ['claims', 'documents', 'inference'] });
    intake = await openIntake();
  });
  afterAll(async () => {
    await intake?.close();
    await workers?.stop();
  });

  test('all run to a settled state with each page accounted for', { timeout: 900_000 }, async () => {
    const lines = readFileSync(new URL('labels.jsonl', folder), 'utf8').trim().split('\n');
    const labels = lines.map((line) => JSON.parse(line) as Label);
    const claims = await Promise.all(
      labels.map(async ({ documents }) => {
        const files = documents.map((name) => ({ name, bytes: readFileSync(new URL(name, folder)) }));
        return (await intake.submit(files)).claimId;
      }),
    );
    let [right, stated] = [0, 0];
    for (const [i, claimId] of claims.entries()) {
      const report = await intake.settled(claimId, 800_000);
      expect(['completed', 'in_review'], labels[i]?.id).toContain(report.status);
      expect(report.pages.length, labels[i]?.id).toBe(report.completeness?.pages);
      expect(report.pages.length).toBeGreaterThan(0);
      // The small model that ships loses itself in some texts; then the account must say so.
      const { unreadChunks = 0, unreadPages = 0 } = report.completeness ?? {};
      expect(unreadPages, labels[i]?.id).toBe(0);
      expect(report.reasons.includes('chunk_unread'), labels[i]?.id).toBe(unreadChunks > 0);
      for (const key of FIELD_KEYS) {
        const expected = labels[i]?.expected[key] ?? null;
        if (expected === null) continue;
        stated += 1;
        if (valuesMatch(key, report.fields[key]?.value ?? null, expected)) right += 1;
      }
    }
    process.stderr.write(
      `real documents: ${right} of ${stated} stated values read right (n = ${labels.length} claims)\n`,
    );
  });
});
