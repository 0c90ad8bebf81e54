/** Milliseconds of the Retry-After header, given in seconds or as a date; at most an hour. */
export function retryAfter(headers: Headers | undefined): number | undefined {
  const value = headers?.get('retry-after');
  if (!value) return undefined;
  const seconds = Number(value);
  const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(value) - Date.now();
  return Number.isFinite(ms) ? Math.min(Math.max(Math.round(ms), 0), 3_600_000) : undefined;
}
