/** A recognised word, in pixels of the image that was handed in. */
export interface OcrWord {
  text: string;
  /** 0 to 1. */
  confidence: number;
  left: number;
  top: number;
  right: number;
  bottom: number;
  /** The line's own extent: words without tall letters are lower than their line. */
  lineTop: number;
  lineBottom: number;
}

/** Recognises the words of one upright page image. */
export interface OcrEngine {
  readonly name: OcrEngineName;
  /** `image` is a PNG. Throws where the engine fails; a page without text gives no words. */
  recognise(image: Uint8Array, dpi: number): Promise<OcrWord[]>;
  close(): Promise<void>;
}

export const OCR_ENGINES = ['tesseract-wasm', 'tesseract-native'] as const;
export type OcrEngineName = (typeof OCR_ENGINES)[number];

/** Marks that engines make of rules, specks and frames. */
export const isSpeck = ({ text, confidence }: OcrWord): boolean =>
  text === '' ||
  (/^[|_\-—–~=.,'`"‘’“”«»°*\\/[\](){}!:;¦©®]+$/.test(text) && (confidence < 0.6 || /^[|_—¦]+$/.test(text)));
