/** `node test/api-client/generate.ts`: writes the types of the HTTP API, as a client in TypeScript would generate them. */
import { readFileSync, writeFileSync } from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';
import { openApi } from '../../workers/api/openapi.ts';

const file = new URL('schema.d.ts', import.meta.url);

/** The types that follow from the contracts of today. */
export const generateTypes = async (): Promise<string> =>
  // What has a default may be left out of a request.
  astToString(await openapiTS(Buffer.from(JSON.stringify(openApi())), { defaultNonNullable: false }));

export const committedTypes = (): string => readFileSync(file, 'utf8');

if (import.meta.main) writeFileSync(file, await generateTypes());
