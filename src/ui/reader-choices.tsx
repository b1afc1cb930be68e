import { createContext, type ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import { exportDefaults, type ExportDefaults } from '#core/export/export-defaults.ts';
import { type ChosenStyle, chosenStyles } from '#core/mark-styles/chosen-styles.ts';
import { useFollowed } from './use-followed.ts';

/** What the reader has chosen for our own surfaces. */
export interface Choices {
  readonly styles: readonly ChosenStyle[];
  readonly exports: ExportDefaults;
}

const atFirst: Choices = { styles: chosenStyles(null), exports: exportDefaults(null) };
const Context = createContext(atFirst);

interface ReaderChoicesProps {
  readonly ask: () => Promise<Choices>;
  readonly follow: (callback: () => void, signal: AbortSignal) => void;
  readonly children: ComponentChildren;
}

/** Tells everything in it what the reader has chosen, now and whenever that changes. */
export function ReaderChoices({ ask, follow, children }: ReaderChoicesProps) {
  const { value } = useFollowed(ask, follow);
  return <Context.Provider value={value ?? atFirst}>{children}</Context.Provider>;
}

/** The mark styles as the reader has them, in the reader's order. */
export function useMarkStyles(): readonly ChosenStyle[] {
  return useContext(Context).styles;
}

/** How the reader wants exports and citations. */
export function useExportDefaults(): ExportDefaults {
  return useContext(Context).exports;
}
