/** What a change to the library was, as a code for which `_locales` has words. */
export type ChangeAction =
  | 'put'
  | 'delete'
  | 'restore'
  | 'tag'
  | 'merge'
  | 'split'
  | 'rename'
  | 'person-note'
  | 'decide'
  | 'import';
