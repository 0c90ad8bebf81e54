/** Variables of the person's own environment that tests and benchmarks must not run against. */
const NOT_INHERITED = [
  'TEMPORAL_ADDRESS',
  'TEMPORAL_NAMESPACE',
  'DATABASE_URL',
  'OBJECT_STORE_URL',
  'CODEC_KEYS',
  'CODEC_KEYS_FILE',
  'CODEC_SERVER_TOKEN',
  'INTAKE_WEBHOOK_URL',
  'INTAKE_WEBHOOK_SECRET',
  'OIDC_ISSUER',
  'OIDC_JWKS_URL',
  'OIDC_CLIENT_ID',
  'CODEC_SERVER_PUBLIC_URL',
  'LOCAL_ISSUER_KEY_FILE',
  'API_PUBLIC_URL',
];

/** Settings under which a stack has servers of its own; a model server that the environment names is still used. */
export const isolatedSettings = (): Record<string, string> =>
  Object.fromEntries(NOT_INHERITED.map((name) => [name, '']));
