/** One key for each mark style, in the order in which they are offered. */
export const styleKeys = ['style1', 'style2', 'style3', 'style4', 'style5'] as const;
export type StyleKey = (typeof styleKeys)[number];

/** A thing that a key does on a surface of ours. The browser's own commands are not among them. */
export type OwnKey =
  | 'keep'
  | 'keepField'
  | 'confirm'
  | 'speaker'
  | 'others'
  | 'ends'
  | 'kind'
  | 'refuse'
  | 'same'
  | 'takeBack'
  | 'doAgain'
  | StyleKey
  | 'copyCitation'
  | 'copyLink'
  | 'search'
  | 'help'
  | 'undo'
  | 'redo'
  | 'pick'
  | 'pickAll'
  | 'delete';

/** The key for each thing, as tinykeys writes it (`$mod` is Ctrl, or ⌘ on a Mac); null where the reader has switched it off. */
export type OwnKeys = Readonly<Record<OwnKey, string | null>>;

/** What a key press is told by: a part of the DOM's KeyboardEvent. */
export interface Press {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** Where each works, and the key that it has until the reader chooses another: one line a key. */
export const ownKeys: Readonly<
  Record<OwnKey, { readonly surface: 'card' | 'library'; readonly key: string }>
> = {
  keep: { surface: 'card', key: 'k' },
  keepField: { surface: 'card', key: '$mod+Enter' },
  confirm: { surface: 'card', key: 'y' },
  speaker: { surface: 'card', key: 's' },
  others: { surface: 'card', key: 'a' },
  ends: { surface: 'card', key: 'b' },
  kind: { surface: 'card', key: 'i' },
  refuse: { surface: 'card', key: 'n' },
  same: { surface: 'card', key: 'm' },
  takeBack: { surface: 'card', key: '$mod+z' },
  doAgain: { surface: 'card', key: '$mod+Shift+z' },
  style1: { surface: 'card', key: '1' },
  style2: { surface: 'card', key: '2' },
  style3: { surface: 'card', key: '3' },
  style4: { surface: 'card', key: '4' },
  style5: { surface: 'card', key: '5' },
  copyCitation: { surface: 'card', key: 'c' },
  copyLink: { surface: 'card', key: 'l' },
  search: { surface: 'library', key: '/' },
  help: { surface: 'library', key: '?' },
  undo: { surface: 'library', key: '$mod+z' },
  redo: { surface: 'library', key: '$mod+Shift+z' },
  pick: { surface: 'library', key: 'x' },
  pickAll: { surface: 'library', key: '$mod+a' },
  delete: { surface: 'library', key: 'Delete' },
};

/** Their names, in the order in which they are listed. */
export const ownKeyNames = Object.keys(ownKeys) as readonly OwnKey[];

/** Keys that always have the same meaning, whatever else is chosen. */
const fixed = new Set(['Escape', 'Tab', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End']);
const modifiers = new Set([
  'Control',
  'Shift',
  'Alt',
  'Meta',
  'AltGraph',
  'CapsLock',
  'Fn',
  'Dead',
  'Process',
]);

/** What was stored, whatever it is, as keys: what cannot be read is as it was at first. */
export function ownKeysOf(stored: unknown): OwnKeys {
  const chosen = typeof stored === 'object' && stored !== null ? (stored as Record<string, unknown>) : {};
  const keyOf = (name: OwnKey): string | null => {
    const key = Object.hasOwn(chosen, name) ? chosen[name] : undefined;
    return key === null || (typeof key === 'string' && isBinding(key)) ? key : ownKeys[name].key;
  };
  return Object.fromEntries(ownKeyNames.map((name) => [name, keyOf(name)])) as OwnKeys;
}

/** One key with its modifiers, and no sequence. */
function isBinding(text: string): boolean {
  return /^(?:(?:\$mod|Alt|Shift)\+){0,3}(?:[^\s()]|[A-Za-z][A-Za-z\d]{1,20})$/u.test(text);
}

/** The key that was pressed, as tinykeys writes it; null for a modifier alone, and for a key that always means the same. */
export function bindingOf({ key, ctrlKey, metaKey, altKey, shiftKey }: Press): string | null {
  if (modifiers.has(key) || fixed.has(key) || key === 'Unidentified') return null;
  const name = key === ' ' ? 'Space' : key.length === 1 ? key.toLowerCase() : key;
  // What Shift makes of another key is told by the sign itself: `?` is on another key on each keyboard, French digits come with Shift.
  const isSign = name.length === 1 && !/\p{L}/u.test(name);
  const parts = [
    ctrlKey || metaKey ? '$mod' : '',
    altKey ? 'Alt' : '',
    shiftKey && !isSign ? 'Shift' : '',
    name,
  ];
  const binding = parts.filter((part) => part !== '').join('+');
  return isBinding(binding) ? binding : null;
}

/** Whether a key is a letter or sign that is typed: in a field it belongs to the field. */
export function isTyped(binding: string): boolean {
  return !/\$mod|Alt/u.test(binding);
}

/** What else this key does on the same surface, or null. */
export function conflictOf(keys: OwnKeys, name: OwnKey, binding: string): OwnKey | null {
  const { surface } = ownKeys[name];
  const others = ownKeyNames.filter((other) => other !== name && ownKeys[other].surface === surface);
  return others.find((other) => keys[other]?.toLowerCase() === binding.toLowerCase()) ?? null;
}

/** A key as it stands on a keyboard: `Ctrl+Shift+Z`, `⌘+Z`. */
export function keyWords(binding: string, isMac: boolean): string {
  const names: Readonly<Record<string, string>> = { $mod: isMac ? '⌘' : 'Ctrl' };
  return binding
    .split(/\b\+/u)
    .map((part) => names[part] ?? (part.length === 1 ? part.toUpperCase() : part))
    .join('+');
}
