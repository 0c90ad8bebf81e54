/** Temporal's remote codec protocol: `Payloads` in protobuf JSON, bytes as base64. */
import type { Payload } from '@temporalio/common';
import { z } from 'zod';

const PayloadsSchema = z.object({
  payloads: z
    .array(
      z.object({
        metadata: z.record(z.string(), z.base64()).default({}),
        data: z.base64().optional(),
      }),
    )
    .default([]),
});

/** The payloads of a request's body, or `null` when it has another form. */
export function parsePayloads(body: string): Payload[] | null {
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    return null;
  }
  const parsed = PayloadsSchema.safeParse(json);
  if (!parsed.success) return null;
  return parsed.data.payloads.map(({ metadata, data }) => ({
    metadata: Object.fromEntries(
      Object.entries(metadata).map(([key, value]) => [key, Buffer.from(value, 'base64')]),
    ),
    ...(data === undefined ? {} : { data: Buffer.from(data, 'base64') }),
  }));
}

export const formatPayloads = (payloads: Payload[]): string =>
  JSON.stringify({
    payloads: payloads.map(({ metadata, data }) => ({
      metadata: Object.fromEntries(
        Object.entries(metadata ?? {}).map(([key, value]) => [
          key,
          Buffer.from(value ?? []).toString('base64'),
        ]),
      ),
      ...(data ? { data: Buffer.from(data).toString('base64') } : {}),
    })),
  });
