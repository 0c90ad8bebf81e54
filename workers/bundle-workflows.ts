/** `node workers/bundle-workflows.ts FILE`: writes the bundle of the workflows, whole or not at all. */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { FAILURE_CONVERTER_PATH } from '../shared/codec/data-converter.ts';

const [target] = process.argv.slice(2);
if (!target) throw new Error('name the file to write');
const { code } = await bundleWorkflowCode({
  workflowsPath: fileURLToPath(new URL('../workflows/index.ts', import.meta.url)),
  failureConverterPath: FAILURE_CONVERTER_PATH,
  logger: new DefaultLogger('ERROR'),
});
mkdirSync(dirname(target), { recursive: true });
const part = `${target}.${process.pid}`;
writeFileSync(part, code);
renameSync(part, target);
