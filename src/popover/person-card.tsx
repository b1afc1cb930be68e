import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { onRevision, request } from '#messaging/client.ts';
import { Button } from '#ui/button.tsx';
import { errorCode, failureWords } from '#ui/failure-words.ts';
import { focusWhenPossible } from '#ui/focus-when-possible.ts';
import { NoteEditor } from '#ui/note-editor.tsx';
import { namedWords } from '#ui/person-words.ts';
import { SaveLine } from '#ui/save-line.tsx';
import { t, tCount, tList } from '#ui/text.ts';
import { Toast } from '#ui/toast.tsx';
import { useOwnKeys } from '#ui/use-own-keys.ts';
import { AccessLine } from './access-line.tsx';
import type { Told } from './deed-history.ts';
import { undoneWords } from './done-words.ts';
import { createPersonModel, type KnownPerson, type PersonDeed, type PersonView } from './person-model.ts';
import { SamePicker } from './same-picker.tsx';
import { SayingsList } from './sayings-list.tsx';
import { useFlushOnLeave } from './use-flush-on-leave.ts';
import { shortcutOf, useChosenKeys } from './use-keep-key.ts';
import { UnseenNotice, useSeen } from './use-seen.tsx';

function deedWords({ deed, how }: Told<PersonDeed>, name: string): string {
  const other = deed.name ?? '';
  const words = {
    nobody: t('doneNobody', name),
    same: t('doneSame', name, other),
    joined: t('doneSame', name, other),
    noted: t('noteChanged'),
    'taken-back': t('doneApart', other, name),
  }[deed.what];
  return how === 'done' ? words : undoneWords(words);
}

/** The popover on a person: who it is here, what he or she says here and elsewhere, and the reader's word on it. */
export function PersonCard({ id, view }: { readonly id: string; readonly view: PersonView }) {
  const { person, known, article } = view;
  const model = useMemo(() => createPersonModel(view, request), []);
  const heading = useRef<HTMLHeadingElement>(null);
  const [joining, setJoining] = useState(false);
  useLayoutEffect(() => focusWhenPossible(heading.current), []);
  useFlushOnLeave(model.saving.flush);
  useEffect(() => {
    const controller = new AbortController();
    onRevision(model.refresh, controller.signal);
    return () => controller.abort();
  }, [model]);
  const told = model.told.value;
  const settled = model.isSettled.value;
  const keys = useChosenKeys();
  const seen = useSeen();
  useOwnKeys(keys, {
    same: () => (settled ? false : setJoining(true)),
    refuse: () => (settled ? false : model.reject()),
    takeBack: () => model.undoLast(),
    doAgain: () => model.redoLast(),
  });
  const trouble = model.trouble.value;

  return (
    <article>
      <div class="card">
        <header class="person-head">
          <h2 class="person-name" dir="auto" ref={heading} tabIndex={-1}>
            {person.name}
          </h2>
          {person.roles.length > 0 && (
            <p class="person-roles" dir="auto">
              {tList(person.roles)}
            </p>
          )}
        </header>
        <div class="why">
          {person.aliases.length > 0 && (
            <p>{t('alsoCalled', tList(person.aliases.map((alias) => t('inQuotes', alias))))}</p>
          )}
          <p>{namedWords(person.mentions.length)}</p>
        </div>
        {model.joined.value.map((decision) => (
          <div key={decision.about} class="machine machine-head">
            <span>{t('joinedByYou', decision.about)}</span>
            <Button look="quiet" icon="undo" onClick={() => model.takeBack(decision)}>
              {t('undo')}
            </Button>
          </div>
        ))}
        {known !== null && known.quotations > 0 && (
          <p>
            <a
              class="link"
              href={browser.runtime.getURL(
                `src/library/library.html#/person?id=${encodeURIComponent(known.person.id)}`,
              )}
              target="_blank"
              rel="noopener noreferrer"
            >
              {t(
                'keptElsewhere',
                tCount('quotationCount', known.quotations),
                tCount('inArticles', known.articles),
              )}
            </a>
          </p>
        )}
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
      <footer class="card-foot person-foot">
        <UnseenNotice />
        <AccessLine />
        {trouble !== null && (
          <p class="trouble" role="alert">
            {failureWords(errorCode(trouble))}
          </p>
        )}
        <Toast
          text={told && deedWords(told, person.name)}
          onUndo={told?.how === 'done' ? () => void model.undoLast() : undefined}
          onRedo={told?.how === 'undone' ? () => void model.redoLast() : undefined}
        />
        <SaveLine
          state={model.saving.state.value}
          failure={model.saving.failure.value}
          onRetry={model.saving.flush}
        />
      </footer>
    </article>
  );
}
