/** What an evaluation tells the person who waits. */
import { FIELD_KEYS } from '../../shared/claim-fields.ts';
import type { Comparison } from '../../shared/evaluation/judge.ts';
import type { Progress } from '../stack/progress.ts';

const EVERY_MS = 10_000;

/** A line now and then: claims done, claims a minute, fields right so far. */
export class EvaluationProgress {
  private readonly startedAt = performance.now();
  private saidAt = this.startedAt;
  private claims = 0;
  private right = 0;
  private readonly total: number;
  private readonly progress: Progress;

  constructor(total: number, progress: Progress) {
    this.total = total;
    this.progress = progress;
  }

  done(comparisons: readonly Comparison[]): void {
    for (const { right } of comparisons) {
      this.claims += 1;
      this.right += FIELD_KEYS.filter((key) => right[key]).length;
    }
    if (performance.now() - this.saidAt < EVERY_MS) return;
    this.saidAt = performance.now();
    this.say();
  }

  end(): void {
    this.say();
  }

  private say(): void {
    const aMinute = (60_000 * this.claims) / (performance.now() - this.startedAt);
    const accuracy = (100 * this.right) / (this.claims * FIELD_KEYS.length);
    this.progress.line(
      `  … ${this.claims} of ${this.total} claims, ${aMinute.toFixed(0)} a minute, ${accuracy.toFixed(1)} % of fields right`,
    );
  }
}
