import { useMemo, useState } from 'preact/hooks';
import { request } from '#messaging/client.ts';
import { Button } from '#ui/button.tsx';
import { NoteEditor } from '#ui/note-editor.tsx';
import { t } from '#ui/text.ts';
import { useOwnKeys } from '#ui/use-own-keys.ts';
import { PersonFoot } from './person-foot.tsx';
import { KnownElsewhere, PersonHead } from './person-head.tsx';
import { createPersonModel, type KnownPerson, type PersonView } from './person-model.ts';
import { SamePicker } from './same-picker.tsx';
import { SayingsList } from './sayings-list.tsx';
import { type Changes, useChanges } from './use-changes.ts';
import { useFlushOnLeave } from './use-flush-on-leave.ts';
import { shortcutOf, useChosenKeys } from './use-keep-key.ts';
import { useSeen } from './use-seen.tsx';

interface PersonCardProps {
  /** The popover's one-time id. */
  readonly id: string;
  readonly view: PersonView;
  readonly changes: Changes;
}

/** The popover on a person: who it is here, what he or she says here and elsewhere, and the reader's word on it. */
export function PersonCard({ id, view, changes }: PersonCardProps) {
  const { person, known, article } = view;
  const model = useMemo(() => createPersonModel(view, request), []);
  const [joining, setJoining] = useState(false);
  useFlushOnLeave(model.saving.flush);
  useChanges(changes, model.refresh);
  const settled = model.isSettled.value;
  const keys = useChosenKeys();
  const seen = useSeen();
  useOwnKeys(keys, {
    same: () => (settled ? false : setJoining(true)),
    refuse: () => (settled ? false : model.reject()),
    takeBack: () => model.undoLast(),
    doAgain: () => model.redoLast(),
  });

  return (
    <article>
      <div class="card">
        <PersonHead person={person} />
        {model.joined.value.map((decision) => (
          <div key={decision.about} class="machine machine-head">
            <span>{t('joinedByYou', decision.about)}</span>
            <Button look="quiet" icon="undo" onClick={() => model.takeBack(decision)}>
              {t('undo')}
            </Button>
          </div>
        ))}
        {known !== null && known.quotations > 0 && <KnownElsewhere known={known} />}
        {joining ? (
          <SamePicker
            view={view}
            onSame={(name) => {
              setJoining(false);
              model.sameAs(name);
            }}
            onJoin={seen((other: KnownPerson) => {
              setJoining(false);
              model.joinWith(other);
            })}
            onCancel={() => setJoining(false)}
          />
        ) : (
          !settled && (
            <div class="card-actions">
              <Button
                look="quiet"
                shortcut={shortcutOf(keys.same)}
                onClick={() => setJoining(true)}
                expanded={false}
              >
                {t('samePerson')}
              </Button>
              <Button look="quiet" shortcut={shortcutOf(keys.refuse)} onClick={model.reject}>
                {t('notAPerson')}
              </Button>
            </div>
          )
        )}
        <SayingsList id={id} sayings={view.sayings} language={article.language} />
        <NoteEditor
          note={model.note.value}
          isJoined={model.isJoined.value}
          onInput={model.setNote}
          onLeave={model.saving.flush}
          onDone={model.endNote}
        />
      </div>
      <PersonFoot model={model} name={person.name} />
    </article>
  );
}
