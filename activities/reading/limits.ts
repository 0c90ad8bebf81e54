/** What one document may cost. Past a limit it is rejected, the packet goes on. */
export interface ReadingLimits {
  maxBytes: number;
  maxPages: number;
  /** Longest side of a page in points (1/72 inch); the default is the largest that PDF defines. */
  maxPageSidePt: number;
  /** Pixels of one image. */
  maxPixels: number;
  /** Sum of what an archive unpacks to. */
  maxUnpackedBytes: number;
  maxAttachments: number;
  /** Messages attached to messages attached to messages. */
  maxDepth: number;
}

/** Of a page that is drawn to be looked at: small print stays legible. */
export const WEBP_QUALITY = 80;

export const DEFAULT_LIMITS: ReadingLimits = {
  maxBytes: 50_000_000,
  maxPages: 500,
  maxPageSidePt: 14_400,
  maxPixels: 64_000_000,
  maxUnpackedBytes: 200_000_000,
  maxAttachments: 100,
  maxDepth: 3,
};
