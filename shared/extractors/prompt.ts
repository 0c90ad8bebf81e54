/** The messages of one question. Pure. */
import type { Example } from './examples.ts';
import { naturalCase } from './natural-case.ts';
import { promptText } from './prompt-text.ts';

export interface PromptMessage {
  role: 'system' | 'user' | 'assistant';
  content: string;
}

/**
 * Instruction, then each example as a question with its answer, then the document that is asked about.
 * Examples stay in the letters in which their answers quote them.
 */
export const promptMessages = (prompt: {
  instruction: string | null;
  examples: readonly Example[];
  text: string;
}): PromptMessage[] => [
  ...(prompt.instruction === null ? [] : [{ role: 'system' as const, content: prompt.instruction }]),
  ...prompt.examples.flatMap(({ text, answer }): PromptMessage[] => [
    { role: 'user', content: promptText(text) },
    { role: 'assistant', content: answer },
  ]),
  { role: 'user', content: promptText(naturalCase(prompt.text)) },
];
