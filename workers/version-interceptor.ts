import type { ActivityInterceptorsFactory } from '@temporalio/worker';
import { z } from 'zod';
import type { NamedVersion } from '../activities/fetch-version.ts';

const NamedSchema = z.object({
  model: z.object({ name: z.string(), calibration: z.string().nullable() }),
});

/** Before an activity whose input names a model version, that version's files are on this machine. */
export const versionsAtHand =
  (fetch: (version: NamedVersion) => Promise<void>): ActivityInterceptorsFactory =>
  () => ({
    inbound: {
      async execute(input, next) {
        const named = NamedSchema.safeParse(input.args[0]);
        if (named.success) await fetch(named.data.model);
        return next(input);
      },
    },
  });
