/** The headers with which a page forbids frames of other origins that do not ask for it. */
export const isolating = {
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Opener-Policy': 'same-origin',
};
