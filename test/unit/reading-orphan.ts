/** A worker that is killed while its reading process is busy without a pause. */
import { pngOfSize, request, testReader } from './reading-fixtures.ts';

export async function readerOf(): Promise<void> {
  const reader = testReader();
  const picture = request(pngOfSize(4_000, 4_000));
  void reader.recognise({ ...picture, page: 1 });
  setTimeout(() => process.stdout.write('busy\n'), 2_000);
  await new Promise(() => undefined);
}
