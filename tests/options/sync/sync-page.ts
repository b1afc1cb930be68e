import { h, render } from 'preact';
import { act } from 'preact/test-utils';
import { SyncSection } from '#options/sync/sync-section.tsx';

const place = (): HTMLElement => document.querySelector('main') ?? document.body;

/** Shows the section in an empty page, and waits until it knows how sync stands. */
export async function showSync(): Promise<void> {
  document.body.replaceChildren(document.createElement('main'));
  await act(() => render(h(SyncSection, null), place()));
  await settle();
}

export function leaveSync(): void {
  render(null, place());
}

/** Until what was asked is answered and drawn. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 4; turn++) await act(() => new Promise((resolve) => setTimeout(resolve, 0)));
}

export const words = (): string => place().textContent ?? '';

/** The last button that says this: a dialogue's stands after the page's. */
export function button(label: string): HTMLButtonElement {
  const found = [...document.querySelectorAll('button')].findLast(
    ({ textContent }) => textContent.trim() === label,
  );
  if (found === undefined) throw new Error(`no button ${label}`);
  return found;
}

/** Presses it, and does not wait. */
export const press = (label: string): void => button(label).click();

export async function click(label: string): Promise<void> {
  await act(() => press(label));
  await settle();
}

export function field(label: string): HTMLInputElement | HTMLTextAreaElement {
  const named = [...document.querySelectorAll('label')].find(({ textContent }) => textContent === label);
  const found = document.getElementById(named?.htmlFor ?? '');
  if (found instanceof HTMLInputElement || found instanceof HTMLTextAreaElement) return found;
  throw new Error(`no field ${label}`);
}

export async function type(label: string, value: string): Promise<void> {
  await act(() => {
    const control = field(label);
    control.value = value;
    control.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

/** What is said of a field below it: what helps, and what is wrong. */
export const saidOf = (label: string): string =>
  (field(label).getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent ?? '')
    .join(' ');

/** Fills in a server as a reader does. */
export async function typeServer(): Promise<void> {
  await type('Server address', 'couch.example.org');
  await type('Database', 'notes');
  await type('User name', 'ana');
  await type('Password', 'a password');
}
