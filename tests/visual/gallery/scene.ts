import type { AccessState } from '#messaging/access.ts';
import type { Requests, TabRequests } from '#messaging/protocol.ts';

/** Answers to some requests; one that is missing is refused, and `pending` never comes. */
type Answers<Map> = {
  readonly [Name in keyof Map]?: Map[Name] extends (input: infer Input) => infer Value
    ? (input: Input) => Value | Promise<Value>
    : never;
};

/** One state of one surface, for looking at. */
export interface Scene {
  readonly surface: 'popover' | 'popup' | 'options' | 'library' | 'panel' | 'welcome' | 'components' | 'page';
  /** The address's fragment, with its `#`. */
  readonly fragment?: string;
  readonly answers?: Answers<Requests>;
  /** Null: no content script of ours is on the page. */
  readonly page?: Answers<TabRequests> | null;
  /** The active tab's address; its access follows from `granted`. */
  readonly tabUrl?: string;
  /** Whether that tab's window is a private one. */
  readonly incognito?: boolean;
  /** What `storage.local` holds. */
  readonly local?: Readonly<Record<string, unknown>>;
  /** Match patterns that `permissions` holds. */
  readonly granted?: readonly string[];
  readonly access?: AccessState['state'];
  /** Much like another: `TRUST=whole` looks at it, the usual run does not. */
  readonly isMore?: boolean;
  /** Clicked, typed into or given files, one after another, before a picture is taken. */
  readonly steps?: readonly Step[];
}

export type Step =
  | { readonly click: string }
  | { readonly type: string; readonly into: string }
  | { readonly files: readonly { readonly name: string; readonly text: string }[]; readonly into: string };

/** A reply that does not come. */
export function pending<T>(): Promise<T> {
  return new Promise(() => undefined);
}

/** A request that fails with a code. */
export function failing(code: string): () => never {
  return () => {
    throw Object.assign(new Error(code), { code });
  };
}
