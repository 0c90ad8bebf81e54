import { createServer, type Server } from 'node:http';
import type { ApiDeps } from './call.ts';
import { createHandler } from './handle.ts';
import type { Metrics } from './metrics.ts';

/** A slow sender of headers holds a connection for so long, of a whole request for so long. */
const HEADERS_WITHIN_MS = 15_000;
const REQUEST_WITHIN_MS = 300_000;

/** The API on one port. */
export function createApiServer(deps: ApiDeps): Server {
  const handle = createHandler(deps);
  const options = { headersTimeout: HEADERS_WITHIN_MS, requestTimeout: REQUEST_WITHIN_MS };
  return createServer(options, (request, response) => {
    if (deps.stopping()) response.setHeader('connection', 'close');
    void handle(request, response);
  });
}

/** The metrics on an address of their own, as every worker has them: they are nobody's on the API's port. */
export const createMetricsServer = (metrics: Metrics): Server =>
  createServer((request, response) => {
    if (request.url !== '/metrics') return response.writeHead(404).end();
    return response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4' }).end(metrics.text());
  });
