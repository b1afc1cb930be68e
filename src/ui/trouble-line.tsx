import { failureWords } from './failure-words.ts';

/** Says at once that something went wrong, and why where the code tells that. */
export function TroubleLine({ code }: { readonly code: string | null }) {
  return (
    <p class="trouble" role="alert">
      {failureWords(code)}
    </p>
  );
}
