/** What setting up and starting tell the person who waits: a line at the start, at the end, and now and then between. */
import pc from 'picocolors';

export interface Progress {
  /** Runs `work` as one visible step. `note` replaces what the step is said to be doing. */
  step<T>(title: string, work: (note: (text: string) => void) => Promise<T>): Promise<T>;
  line(text: string): void;
}

/** A step shorter than this needs no line at its start. */
const QUICK_MS = 1_500;
const REMIND_MS = 15_000;

export const seconds = (ms: number): string => `${(ms / 1_000).toFixed(1)} s`;

/** Progress as plain lines, by default on standard error: standard output belongs to results. */
export function createProgress(
  write: (text: string) => void = (text) => process.stderr.write(text),
): Progress {
  const line = (text: string): void => write(`${text}\n`);
  return {
    line,
    async step(title, work) {
      const startedAt = performance.now();
      const elapsed = (): number => performance.now() - startedAt;
      let doing = '';
      const said = (): string => (doing ? `${title}: ${doing}` : title);
      const announce = setTimeout(() => line(pc.dim(`  … ${said()}`)), QUICK_MS);
      const remind = setInterval(() => line(pc.dim(`  … ${said()} (${seconds(elapsed())})`)), REMIND_MS);
      try {
        const result = await work((text) => {
          doing = text;
        });
        line(`  ${pc.green('✓')} ${said()}${elapsed() < QUICK_MS ? '' : pc.dim(`  ${seconds(elapsed())}`)}`);
        return result;
      } catch (error) {
        line(`  ${pc.red('✗')} ${title}`);
        throw error;
      } finally {
        clearTimeout(announce);
        clearInterval(remind);
      }
    },
  };
}

/** Progress that says nothing. */
export const silentProgress: Progress = { step: (_title, work) => work(() => {}), line: () => {} };
