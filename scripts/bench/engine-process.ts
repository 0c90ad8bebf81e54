/**
 * The model server of a benchmark as a process of its own, so that its work is nobody else's: a stand-in
 * of fixed speed, or a relay to a real server. Either writes down what it is asked.
 */
import { Agent, createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import { StandInEngine } from './stand-in-engine.ts';

export const EngineOrderSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('stand-in'), model: z.string(), slots: z.number(), latencyMs: z.number() }),
  z.object({ kind: z.literal('relay'), to: z.string() }),
]);
export type EngineOrder = z.infer<typeof EngineOrderSchema>;

/** What the parent asks; each question gets one answer, in order. */
export type EngineQuestion = { ask: 'taken' } | { ask: 'latency'; latencyMs: number };

/** What was asked since the last question of this kind. */
export interface Taken {
  requests: { [key: string]: unknown }[];
  /** Milliseconds spent on requests, over all that ran at once. */
  busyMs: number;
}

interface Observed {
  port: number;
  take(): Taken;
  setLatency(ms: number): void;
}

async function standIn(order: Extract<EngineOrder, { kind: 'stand-in' }>): Promise<Observed> {
  const { model, slots, latencyMs } = order;
  const engine = await StandInEngine.start({ models: [model], slots, latencyMs });
  return {
    port: engine.port,
    take() {
      const taken = { requests: engine.requests.splice(0), busyMs: engine.busyMs };
      engine.busyMs = 0;
      return taken;
    },
    setLatency(ms) {
      engine.latencyMs = ms;
    },
  };
}

async function relay(to: string): Promise<Observed> {
  const target = new URL(to);
  const agent = new Agent({ keepAlive: true });
  let taken: Taken = { requests: [], busyMs: 0 };
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const body = Buffer.concat(parts);
    const startedAt = performance.now();
    const isCompletion = request.url?.endsWith('/chat/completions') === true;
    const { host: _host, ...headers } = request.headers;
    const onward = httpRequest(
      { agent, host: target.hostname, port: target.port, path: request.url, method: request.method, headers },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
        answer.on('close', () => {
          if (isCompletion) taken.busyMs += performance.now() - startedAt;
        });
      },
    );
    onward.on('error', () => response.destroy());
    response.on('close', () => {
      if (!response.writableEnded) onward.destroy();
    });
    if (isCompletion) taken.requests.push(JSON.parse(body.toString()) as Taken['requests'][number]);
    onward.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    take() {
      const now = taken;
      taken = { requests: [], busyMs: 0 };
      return now;
    },
    setLatency() {},
  };
}

/** Only the process that `startEngine` forks does anything here. */
if (process.send && process.argv[2] === 'engine') {
  const order = EngineOrderSchema.parse(JSON.parse(process.argv[3] ?? ''));
  const engine = await (order.kind === 'stand-in' ? standIn(order) : relay(order.to));
  process.on('message', (question: EngineQuestion) => {
    if (question.ask === 'latency') engine.setLatency(question.latencyMs);
    process.send?.(question.ask === 'taken' ? engine.take() : null);
  });
  process.on('disconnect', () => process.exit(0));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => {});
  process.send({ port: engine.port });
}
