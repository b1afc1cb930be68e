import type { Exporter } from './exporter.ts';

/** The version of the file that is written. It rises when an older reader would misread it, not when a field is added. */
export const VERSION = 1;

/**
 * Everything that is stored, for machines and for coming back, rejected detections too; what lies in the trash and what undo would do
 * is not in it. One record a line; a half of a character is escaped, so that it is kept. docs/on-record-export.schema.json describes the
 * file, read-json.ts reads it back.
 */
export const json: Exporter = {
  format: 'json',
  label: 'exportJson',
  group: 'data',
  mime: 'application/json',
  extension: 'json',
  holds: 'everything',
  leaves: [],
  begin: ({ exportedAt }) => {
    // Annotations are written as they come; what is beside them is little, and waits for the end.
    const articles: string[] = [];
    const appearances: string[] = [];
    const decisions: string[] = [];
    const changes: string[] = [];
    const people = new Map<string, string>();
    let separator = '\n';
    const head = { format: 'on-record', version: VERSION, exported: exportedAt } as const;
    let before = `${JSON.stringify(head).slice(0, -1)},\n"annotations":[`;
    return {
      add(group) {
        if (group.article !== null) articles.push(JSON.stringify(group.article));
        appearances.push(...group.appearances.map(written));
        decisions.push(...group.decisions.map(written));
        changes.push(...group.versions.map(written));
        for (const person of group.people) people.set(person.id, JSON.stringify(person));
        let text = before;
        before = '';
        for (const annotation of group.annotations) {
          text += separator + JSON.stringify(annotation);
          separator = ',\n';
        }
        return text;
      },
      end: () => {
        const lists = { articles, people: [...people.values()], appearances, decisions, changes };
        const rest = Object.entries(lists).map(([name, lines]) => `,\n"${name}":[\n${lines.join(',\n')}\n]`);
        return `${before}\n]${rest.join('')}}\n`;
      },
    };
  },
};

function written(record: object): string {
  return JSON.stringify(record);
}
