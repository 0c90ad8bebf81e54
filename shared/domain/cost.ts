import type { Usage } from '../answers.ts';

/** What a hosted model's tokens cost. */
export interface TokenPrices {
  usdPerMillionInputTokens: number;
  usdPerMillionOutputTokens: number;
}

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

/** US dollars: by tokens where they have a price, else by the server's time. */
export const usageCostUsd = (
  usage: Pick<Usage, 'engineMs' | 'promptTokens' | 'completionTokens'>,
  { prices, engine }: { prices: TokenPrices | undefined; engine: EnginePrice },
): number =>
  prices
    ? (usage.promptTokens * prices.usdPerMillionInputTokens +
        usage.completionTokens * prices.usdPerMillionOutputTokens) /
      1_000_000
    : engineCostUsd(usage, engine);
