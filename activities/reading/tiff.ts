const X_RESOLUTION = 282;
const Y_RESOLUTION = 283;
const UNIT = 296;
const CENTIMETRE = 3;

/**
 * Dots per inch of a TIFF's page, across and down. Faxes have pixels that are not square, and the
 * image library tells one of the two figures only.
 */
export function tiffDensity(bytes: Uint8Array, page: number): { x: number; y: number } | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const little = bytes[0] === 0x49;
  try {
    let directory = view.getUint32(4, little);
    for (let skip = 1; skip < page; skip++) {
      directory = view.getUint32(directory + 2 + 12 * view.getUint16(directory, little), little);
    }
    const found: Record<number, number> = {};
    for (let index = 0; index < view.getUint16(directory, little); index++) {
      const at = directory + 2 + 12 * index;
      const tag = view.getUint16(at, little);
      if (tag === UNIT) found[tag] = view.getUint16(at + 8, little);
      if (tag === X_RESOLUTION || tag === Y_RESOLUTION) {
        const value = view.getUint32(at + 8, little);
        found[tag] = view.getUint32(value, little) / view.getUint32(value + 4, little);
      }
    }
    const scale = found[UNIT] === CENTIMETRE ? 2.54 : 1;
    const [x, y] = [(found[X_RESOLUTION] ?? 0) * scale, (found[Y_RESOLUTION] ?? 0) * scale];
    return x > 72 && y > 72 && x < 5_000 && y < 5_000 ? { x, y } : null;
  } catch {
    // An offset outside the file: the figures are not to be had.
    return null;
  }
}
