import { createContext, type ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import { type ChosenStyle, chosenStyles } from '#core/mark-styles/chosen-styles.ts';
import { tNamed } from './text.ts';
import { useFollowed } from './use-followed.ts';

const Styles = createContext<readonly ChosenStyle[]>(chosenStyles(null));

interface MarkStylesProps {
  readonly ask: () => Promise<readonly ChosenStyle[]>;
  readonly follow: (callback: () => void, signal: AbortSignal) => void;
  readonly children: ComponentChildren;
}

/** Tells everything in it what the reader calls the mark styles, now and whenever that changes. */
export function MarkStyles({ ask, follow, children }: MarkStylesProps) {
  const { value } = useFollowed(ask, follow);
  return <Styles.Provider value={value ?? chosenStyles(null)}>{children}</Styles.Provider>;
}

/** The mark styles as the reader has them, in the reader's order. */
export function useMarkStyles(): readonly ChosenStyle[] {
  return useContext(Styles);
}

/** What the reader calls a style. */
export function styleName({ look, name }: ChosenStyle): string {
  return name === '' ? tNamed(look.label) : name;
}
