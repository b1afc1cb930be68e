import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { PersonRecord } from '#core/person-record.ts';
import { request } from '#messaging/client.ts';
import { t } from '#ui/text.ts';
import type { Deeds } from './deeds.ts';
import { PersonForm } from './person-form.tsx';

interface RenameFormProps {
  readonly person: PersonRecord;
  readonly deeds: Deeds;
  readonly onClose: () => void;
}

/** Another name to be shown. */
export function RenameForm({ person, deeds, onClose }: RenameFormProps) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [name, setName] = useState(person.name);
  useLayoutEffect(() => field.current?.select(), []);
  const typed = name.trim().replace(/\s+/gu, ' ');
  const rename = (): void =>
    deeds.run(() => request('people.rename', { id: person.id, name: typed }), t('personRenamed'));
  return (
    <PersonForm
      title={t('personNewName')}
      action={t('personRename')}
      disabled={typed === '' || typed === person.name}
      onSubmit={rename}
      onClose={onClose}
    >
      <input
        ref={field}
        type="text"
        class="input"
        dir="auto"
        autocomplete="off"
        value={name}
        aria-label={t('personNewName')}
        aria-describedby={id}
        onInput={(event) => setName(event.currentTarget.value)}
      />
      <p class="shelf-about" id={id}>
        {t('personNewNameText')}
      </p>
    </PersonForm>
  );
}
