import type { Phrase } from './noun-phrases.ts';

/** Phrases by an item boundary. Walks ask it for nearly every item that they pass. */
export class PhraseIndex {
  private readonly phrases: Phrase[] = [];
  /** Index into the phrases, plus 1; 0 where none stands. */
  private readonly at: Int32Array;

  /** `length` is the number of items. */
  constructor(length: number) {
    this.at = new Int32Array(length + 1);
  }

  get(boundary: number): Phrase | undefined {
    const found = boundary < 0 ? 0 : (this.at[boundary] ?? 0);
    return found === 0 ? undefined : this.phrases[found - 1];
  }

  set(boundary: number, phrase: Phrase): void {
    this.phrases.push(phrase);
    this.at[boundary] = this.phrases.length;
  }
}
