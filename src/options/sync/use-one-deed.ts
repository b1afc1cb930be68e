import { useRef, useState } from 'preact/hooks';

/** What is being done, and how to begin something. */
export interface OneDeed<Name extends string> {
  readonly doing: Name | null;
  /** What the last one failed with; null while it has not. */
  readonly trouble: unknown;
  /** Begins at once, within the click, so that the browser can be asked for something there; not while another is being done. */
  readonly begin: (name: Name, work: () => Promise<void>) => void;
}

/** One thing at a time: what is clicked twice is done once. */
export function useOneDeed<Name extends string>(): OneDeed<Name> {
  const [doing, setDoing] = useState<Name | null>(null);
  const [trouble, setTrouble] = useState<unknown>(null);
  const isBusy = useRef(false);
  return {
    doing,
    trouble,
    begin(name, work) {
      if (isBusy.current) return;
      isBusy.current = true;
      setDoing(name);
      setTrouble(null);
      work()
        .catch(setTrouble)
        .finally(() => {
          isBusy.current = false;
          setDoing(null);
        });
    },
  };
}
