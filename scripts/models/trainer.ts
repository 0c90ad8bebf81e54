/** The Python trainer as a child of a command. */
import { KEEP_MEMORY } from '../../activities/trainer-process.ts';
import { run } from '../stack/exec.ts';
import { rootPath } from '../stack/paths.ts';
import { pythonProgram } from '../stack/python.ts';

/** What a line of the trainer's progress may hold. */
type Figures = Partial<
  Record<'step' | 'loss' | 'evaluation_loss' | 'tokens_per_second' | 'seconds_left', number>
>;

/** Runs `python -m claim_trainer`; resolves with its result. Throws `StackError` with its last line. */
export async function runTrainer(
  args: readonly string[],
  { title, logFile, note }: { title: string; logFile: string; note: (text: string) => void },
): Promise<unknown> {
  const output = await run(pythonProgram('python'), ['-m', 'claim_trainer', ...args], {
    what: title,
    logFile,
    env: { PYTHONPATH: rootPath('scripts', 'trainer'), ...KEEP_MEMORY },
    onLine: (line) => {
      const said = figures(line);
      if (said) note(said);
    },
  });
  return JSON.parse(output.split('\n').at(-1) ?? 'null');
}

function figures(line: string): string | null {
  try {
    const { step, loss, evaluation_loss, tokens_per_second, seconds_left } = JSON.parse(line) as Figures;
    if (evaluation_loss !== undefined) return `evaluation loss ${evaluation_loss}`;
    if (loss === undefined) return null;
    const left = seconds_left === undefined ? '' : `, ${Math.ceil(seconds_left / 60)} min left`;
    return `step ${step}, loss ${loss}, ${tokens_per_second} tokens/s${left}`;
  } catch {
    return null;
  }
}
