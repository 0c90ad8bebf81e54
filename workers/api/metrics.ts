/** Counters of the API in Prometheus' text format. Labels are names of operations, statuses and codes. */

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

interface Series {
  count: number;
  sum: number;
  buckets: number[];
}

export class Metrics {
  readonly #requests = new Map<string, number>();
  readonly #problems = new Map<string, number>();
  readonly #durations = new Map<string, Series>();
  readonly #handedIn = new Map<string, number>();
  inFlight = 0;

  answered(operation: string, status: number, seconds: number): void {
    add(this.#requests, `operation="${operation}",status="${status}"`);
    const series = this.#durations.get(operation) ?? { count: 0, sum: 0, buckets: SECONDS.map(() => 0) };
    series.count += 1;
    series.sum += seconds;
    for (const [index, most] of SECONDS.entries())
      if (seconds <= most) series.buckets[index] = (series.buckets[index] ?? 0) + 1;
    this.#durations.set(operation, series);
  }

  refused(code: string): void {
    add(this.#problems, `code="${code}"`);
  }

  handedIn(found: string): void {
    add(this.#handedIn, `found="${found}"`);
  }

  text(): string {
    const memory = process.memoryUsage().rss;
    return [
      ...counter('claim_api_requests_total', 'Answered requests.', this.#requests),
      ...counter('claim_api_problems_total', 'Requests that were refused or failed.', this.#problems),
      ...counter('claim_api_handed_in_total', 'Packets handed in, by what was found.', this.#handedIn),
      ...this.#histogram('claim_api_request_seconds', 'Time from the first byte of a request to its answer.'),
      ...head('claim_api_in_flight', 'gauge', 'Requests that are being answered.'),
      `claim_api_in_flight ${this.inFlight}`,
      ...head('process_resident_memory_bytes', 'gauge', 'Resident memory.'),
      `process_resident_memory_bytes ${memory}`,
      '',
    ].join('\n');
  }

  #histogram(name: string, help: string): string[] {
    const lines = [...this.#durations].flatMap(([operation, { count, sum, buckets }]) => [
      ...SECONDS.map(
        (most, index) => `${name}_bucket{operation="${operation}",le="${most}"} ${buckets[index]}`,
      ),
      `${name}_bucket{operation="${operation}",le="+Inf"} ${count}`,
      `${name}_sum{operation="${operation}"} ${sum}`,
      `${name}_count{operation="${operation}"} ${count}`,
    ]);
    return [...head(name, 'histogram', help), ...lines];
  }
}

const add = (counts: Map<string, number>, labels: string): void => {
  counts.set(labels, (counts.get(labels) ?? 0) + 1);
};

const head = (name: string, type: string, help: string): string[] => [
  `# HELP ${name} ${help}`,
  `# TYPE ${name} ${type}`,
];

const counter = (name: string, help: string, counts: Map<string, number>): string[] => [
  ...head(name, 'counter', help),
  ...[...counts].map(([labels, count]) => `${name}{${labels}} ${count}`),
];
