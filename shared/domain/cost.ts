import type { Usage } from '../answers.ts';

export interface EnginePrice {
  /** Price of an hour of the machine that serves the model. */
  usdPerHour: number;
  /** Sequences that share it. */
  sequences: number;
}

/**
 * US dollars: each request holds one of the server's sequences for its time there.
 * An estimate that takes a busy server for granted; an idle hour is nobody's claim.
 */
export const engineCostUsd = ({ engineMs }: Pick<Usage, 'engineMs'>, price: EnginePrice): number =>
  ((engineMs / 3_600_000) * price.usdPerHour) / price.sequences;
