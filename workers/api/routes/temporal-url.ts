import type { Config } from '../../../shared/config.ts';

/** The Temporal UI: under the codec server's origin, where payloads open for whoever may see them, else sealed. */
export const temporalUi = (config: Config): string | null =>
  config.CODEC_SERVER_PUBLIC_URL ?? config.TEMPORAL_UI_URL ?? null;

/** A workflow in the Temporal UI; `null`: nothing says where that is. */
export function temporalUrl(config: Config, workflowId: string): string | null {
  const ui = temporalUi(config);
  const path = `/namespaces/${config.TEMPORAL_NAMESPACE}/workflows/${encodeURIComponent(workflowId)}`;
  return ui && new URL(path, ui).href;
}
