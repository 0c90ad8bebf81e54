import { defineConfig } from 'vitest/config';

/** Each project waits for the one before it: what fails fast is known first. */
const project = (name: string, groupOrder: number, include: string[], options: object = {}) => ({
  extends: true as const,
  test: { name, include, sequence: { groupOrder }, ...options },
});

/** Tests on real servers: one file after the other, they share the servers and the task queues. */
const onServers = {
  globalSetup: ['test/support/servers.ts'],
  fileParallelism: false,
  testTimeout: 300_000,
  hookTimeout: 300_000,
};

export default defineConfig({
  test: {
    pool: 'forks',
    setupFiles: ['test/support/no-stray-output.ts'],
    testTimeout: 20_000,
    projects: [
      project('unit', 0, ['test/unit/**/*.test.ts']),
      project('workflows', 1, ['test/{workflows,replay}/**/*.test.ts'], {
        testTimeout: 60_000,
        hookTimeout: 120_000,
      }),
      // One project, because each one would start servers of its own.
      project('servers', 2, ['test/{integration,browser,faults}/**/*.test.ts'], onServers),
      // A whole round of the model loop: asked for by name, npm run test:long.
      project('long', 3, ['test/long/**/*.test.ts'], { ...onServers, testTimeout: 900_000 }),
    ],
  },
});
