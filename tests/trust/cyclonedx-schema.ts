import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';

const read = (name: string): object =>
  JSON.parse(
    readFileSync(new URL(`../fixtures/schemas/${name}.schema.json`, import.meta.url), 'utf8'),
  ) as object;

/** Says whether something is a bill of materials by CycloneDX's own schema, with the licences that SPDX knows. */
export function cycloneDxValidator(): ValidateFunction {
  const ajv = new Ajv({ allErrors: true, strict: false });
  formats.default(ajv);
  // Two formats that ajv-formats does not know; what we write has none of them but addresses of the web.
  ajv.addFormat('iri-reference', (text) => URL.canParse(text, 'https://base.example/'));
  ajv.addFormat('idn-email', /^[^@\s]+@[^@\s]+$/);
  for (const name of ['spdx', 'jsf-0.82']) ajv.addSchema(read(name));
  return ajv.compile(read('cyclonedx-1.6'));
}
