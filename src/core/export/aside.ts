/** Texts that wait for their turn, outside of memory where that can be. */
export interface Aside {
  readonly add: (text: string) => void;
  /** All of them in their order, some at a time: no text is parted. */
  readonly texts: () => AsyncIterable<string>;
}

/** Makes an empty place of its own for each list of texts. */
export type MakeAside = () => Aside;
