/** The OpenAPI document as a page of plain HTML: no script, nothing from elsewhere. */
import type { OpenApi } from './openapi.ts';

const STYLE = `:root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
code,pre{font-family:ui-monospace,monospace;font-size:.9em}pre{overflow:auto;padding:.75rem;border:1px solid;border-radius:.4rem}
summary{cursor:pointer;padding:.4rem 0}summary b{display:inline-block;min-width:3.5rem}table{border-collapse:collapse}
td,th{text-align:left;vertical-align:top;padding:.2rem .8rem .2rem 0}nav a{margin-right:1rem}`;

export function docsPage(api: OpenApi): string {
  const operations = Object.entries(api.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => section(method, path, operation)),
  );
  const schemas = Object.entries((api['components'] as { schemas: object }).schemas).map(
    ([name, schema]) =>
      `<details id="schema-${escaped(name)}"><summary><code>${escaped(name)}</code></summary>${json(schema)}</details>`,
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Claim reader: HTTP API</title><style>${STYLE}</style>
<h1>Claim reader: HTTP API</h1>
<p>Send <code>Authorization: Bearer TOKEN</code>. Errors are <code>application/problem+json</code> with a stable <code>code</code>.
The same as a document for machines: <a href="/openapi.json">/openapi.json</a>.</p>
<h2>Operations</h2>${operations.join('')}<h2>Schemas</h2>${schemas.join('')}</html>
`;
}

function section(method: string, path: string, operation: Record<string, unknown>): string {
  const { operationId, summary, description, parameters, requestBody, responses } = operation;
  const rows = Object.entries(responses as Record<string, { description: string }>).map(
    ([status, answer]) => `<tr><td><code>${status}</code><td>${escaped(answer.description)}`,
  );
  return `<details id="${escaped(operationId)}"><summary><b>${method.toUpperCase()}</b> <code>${escaped(path)}</code> ${escaped(summary)}</summary>
<p><code>${escaped(operationId)}</code>. ${escaped(description ?? 'For anyone.')}</p>
${parameters ? `<h3>Parameters</h3>${json(parameters)}` : ''}${requestBody ? `<h3>Body</h3>${json(requestBody)}` : ''}
<h3>Answers</h3><table>${rows.join('')}</table></details>`;
}

const json = (value: unknown): string => `<pre>${escaped(JSON.stringify(value, null, 2))}</pre>`;

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: unknown): string =>
  String(text).replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character);
