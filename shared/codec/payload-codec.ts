import type { Payload, PayloadCodec } from '@temporalio/common';
import proto from '@temporalio/proto';
import { type Keyring, open, seal } from './keyring.ts';

const ENCODING = 'binary/encrypted';
const CONTEXT = 'temporal-payload';
const PayloadMessage = proto.temporal.api.common.v1.Payload;
const utf8 = (text: string): Uint8Array => Buffer.from(text);
const textOf = (bytes: Uint8Array | null | undefined): string => Buffer.from(bytes ?? []).toString();

/**
 * Seals every payload with AES-256-GCM, the key's id in the metadata. Payloads that were never sealed
 * (a person's JSON from the Temporal UI) are read as they are; a sealed one whose key is not held
 * fails with `KeyMissing`, and nothing of it is shown.
 */
export class EncryptionCodec implements PayloadCodec {
  readonly #keyring: Keyring;

  constructor(keyring: Keyring) {
    this.#keyring = keyring;
  }

  async encode(payloads: Payload[]): Promise<Payload[]> {
    return payloads.map((payload) => {
      const sealed = seal(this.#keyring, PayloadMessage.encode(payload).finish(), CONTEXT);
      return {
        metadata: { encoding: utf8(ENCODING), 'encryption-key-id': utf8(sealed.keyId) },
        data: sealed.bytes,
      };
    });
  }

  async decode(payloads: Payload[]): Promise<Payload[]> {
    return payloads.map((payload) => {
      if (textOf(payload.metadata?.['encoding']) !== ENCODING) return payload;
      const keyId = textOf(payload.metadata?.['encryption-key-id']);
      return PayloadMessage.decode(
        open(this.#keyring, { keyId, bytes: payload.data ?? new Uint8Array() }, CONTEXT),
      );
    });
  }
}
