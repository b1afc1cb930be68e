import { hashWord } from './name-hash.ts';

/** Slots of the table, a power of two; it is emptied when half of them are taken. */
const slots = 1 << 16;
/** So many slots are looked at for one word: bounded, so that no choice of words makes look-ups slow. */
const probes = 16;

/**
 * What is known of words by their form, kept between look-ups. A table with open addressing: words cut out of a text have no
 * hash yet, and computing a simple one here costs less than asking a Map to.
 */
export class NameCache<T> {
  private readonly hashes = new Int32Array(slots);
  private words: string[] = [];
  private values: T[] = [];
  /** Index into words and values, plus 1; 0 where a slot is free. */
  private readonly index = new Int32Array(slots);

  /** What `make` gave for the word before, or gives now. */
  get(word: string, make: (word: string) => T): T {
    const hash = hashWord(word);
    let free = -1;
    for (let probe = 0; probe < probes; probe++) {
      const slot = (hash + probe) & (slots - 1);
      const at = (this.index[slot] ?? 0) - 1;
      if (at < 0) {
        free = slot;
        break;
      }
      if (this.hashes[slot] !== hash || this.words[at] !== word) continue;
      const known = this.values[at];
      if (known !== undefined) return known;
    }
    const made = make(word);
    if (free < 0) return made;
    if (this.words.length >= slots / 2) {
      this.index.fill(0);
      this.words = [];
      this.values = [];
    }
    this.index[free] = this.words.length + 1;
    this.hashes[free] = hash;
    this.words.push(word);
    this.values.push(made);
    return made;
  }
}
