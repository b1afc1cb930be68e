/**
 * Records of one store as JSON. One that JSON cannot hold, as a spoilt disk may give, is left out: it must not cost the others their
 * backup.
 */
export function partJson(
  store: string,
  records: readonly unknown[],
): { readonly json: string; readonly count: number } {
  try {
    return { json: JSON.stringify({ store, records }), count: records.length };
  } catch {
    const each = records.flatMap(jsonOf);
    return { json: `{"store":${JSON.stringify(store)},"records":[${each.join(',')}]}`, count: each.length };
  }
}

function jsonOf(record: unknown): string[] {
  try {
    const json: string | undefined = JSON.stringify(record);
    return json === undefined ? [] : [json];
  } catch {
    return [];
  }
}
