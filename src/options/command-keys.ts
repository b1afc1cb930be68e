import browser from 'webextension-polyfill';

/** A command of the browser's with the key that is set for it now, '' for none. */
export interface CommandKey {
  readonly name: string;
  readonly description: string;
  readonly shortcut: string;
}

/** What a key press is told by. */
interface Press {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

const named: Readonly<Record<string, string>> = {
  ',': 'Comma',
  '.': 'Period',
  ' ': 'Space',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
};

/** The key as a command's shortcut is written (`Alt+Shift+J`), or null where none can be: it wants Ctrl or Alt, or is F1 to F12. */
export function shortcutOf({ key, code, ctrlKey, metaKey, altKey, shiftKey }: Press): string | null {
  // Alt makes another sign of a letter on some keyboards: the key itself says which it is.
  const letter = /^(?:Key|Digit)(.)$/u.exec(code)?.[1];
  const other = /^(?:F(?:[1-9]|1[0-2])|Home|End|PageUp|PageDown|Insert|Delete)$/u.test(key)
    ? key
    : named[key];
  const name = letter ?? other;
  if (name === undefined) return null;
  const isFunction = /^F\d/u.test(name);
  if (!ctrlKey && !metaKey && !altKey && !isFunction) return null;
  const parts = [ctrlKey || metaKey ? 'Ctrl' : '', altKey ? 'Alt' : '', shiftKey ? 'Shift' : '', name];
  return parts.filter((part) => part !== '').join('+');
}

/** Whether keys of commands can be set from here (Firefox); elsewhere the browser has a page of its own for them. */
export function canSetCommands(): boolean {
  return 'commands' in browser && 'update' in browser.commands;
}

/** The commands with their keys. None where the browser has no commands, as on a telephone. */
export async function readCommands(): Promise<readonly CommandKey[]> {
  if (!('commands' in browser)) return [];
  const commands = await browser.commands.getAll();
  return commands.map(({ name, description, shortcut }) => ({
    name: name ?? '',
    description: description ?? '',
    shortcut: shortcut ?? '',
  }));
}

/** Sets a command's key, or none (''). Rejects where the browser does not take it. */
export function setCommand(name: string, shortcut: string): Promise<void> {
  return browser.commands.update({ name, shortcut });
}

/** A command has the key again that it had at first. */
export function resetCommand(name: string): Promise<void> {
  return browser.commands.reset(name);
}
