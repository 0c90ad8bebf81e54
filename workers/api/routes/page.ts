export function time(at: Date): string;
export function time(at: Date | null): string | null;
export function time(at: Date | null): string | null {
  return at?.toISOString() ?? null;
}

/** What the next page goes on behind; `null` when this one was the last. */
export const nextOf = <R, N>(rows: R[], limit: number, of: (last: R) => N): N | null => {
  const last = rows.at(-1);
  return last !== undefined && rows.length === limit ? of(last) : null;
};
