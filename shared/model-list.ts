import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { type ModelCard, ModelCardSchema } from './model-card.ts';

const folder = new URL('../models/', import.meta.url);

/** The cards of the model versions that lie under `models/`, by name. */
export function listModelCards(): Omit<ModelCard, 'extractor'>[] {
  return readdirSync(folder)
    .sort()
    .map((name) => new URL(`${name}/model.json`, folder))
    .filter((file) => existsSync(file))
    .map((file) => ModelCardSchema.parse(JSON.parse(readFileSync(file, 'utf8'))));
}
