/** Stands in the built package for the module of @citation-js/core that fetches addresses: see scripts/without-fetch.ts. */
function refuse(): never {
  throw new Error('On Record fetches nothing');
}

export const fetchFile = refuse;
export const fetchFileAsync = refuse;
export const setUserAgent = refuse;
export default refuse;
