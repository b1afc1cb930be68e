import {
  bindingOf,
  conflictOf,
  keyWords,
  type OwnKey,
  ownKeyNames,
  ownKeys,
  type OwnKeys,
  ownKeysOf,
} from '#core/own-keys.ts';
import { onOwnKeys, readOwnKeys, resetOwnKeys, setOwnKey } from '#messaging/key-settings.ts';
import { Button } from '#ui/button.tsx';
import { t } from '#ui/text.ts';
import { useFollowed } from '#ui/use-followed.ts';
import { KeyCapture } from './key-capture.tsx';

/** What a key of ours does, in words. */
function ownKeyWords(name: OwnKey): string {
  const words: Readonly<Record<OwnKey, string>> = {
    keep: t('keyKeep'),
    keepField: t('keyKeepField'),
    confirm: t('keyConfirm'),
    speaker: t('keySpeaker'),
    others: t('keyOthers'),
    ends: t('keyEnds'),
    kind: t('keyKind'),
    refuse: t('keyRefuse'),
    same: t('keySame'),
    takeBack: t('keyTakeBack'),
    doAgain: t('keysRedo'),
    style1: t('keyStyle', '1'),
    style2: t('keyStyle', '2'),
    style3: t('keyStyle', '3'),
    style4: t('keyStyle', '4'),
    style5: t('keyStyle', '5'),
    copyCitation: t('copyCitation'),
    copyLink: t('copyLink'),
    search: t('keysSearch'),
    help: t('keysHelp'),
    undo: t('keysUndo'),
    redo: t('keysRedo'),
    pick: t('keysPick'),
    pickAll: t('keysPickAll'),
    delete: t('keysDelete'),
  };
  return words[name];
}

const isMac = (): boolean => /Mac/u.test(navigator.userAgent);

interface OwnKeysListProps {
  /** Told when a key could not be stored. */
  readonly onFailure: () => void;
}

/** The keys of our own surfaces: each can be chosen anew, switched off, and set back. */
export function OwnKeysList({ onFailure }: OwnKeysListProps) {
  const keys = useFollowed(readOwnKeys, onOwnKeys).value;
  if (keys === null) return null;
  const set = (name: OwnKey, binding: string | null): void => {
    setOwnKey(name, binding).catch(onFailure);
  };
  const press = (name: OwnKey, event: KeyboardEvent): string | null => {
    const binding = bindingOf(event);
    if (binding === null) return t('keyTaken', t('keyFixed'));
    const other = conflictOf(keys, name, binding);
    if (other !== null) return t('keyTaken', ownKeyWords(other));
    set(name, binding);
    return null;
  };
  const isChanged = ownKeyNames.some((name) => keys[name] !== ownKeysOf(null)[name]);
  const list = (surface: 'card' | 'library') => (
    <ul class="keys">
      {ownKeyNames
        .filter((name) => ownKeys[name].surface === surface)
        .map((name) => (
          <OwnKeyRow key={name} name={name} keys={keys} onPress={press} onSet={set} />
        ))}
    </ul>
  );
  return (
    <>
      <h3>{t('optionsKeysHere')}</h3>
      {list('card')}
      <h3>{t('optionsKeysLibrary')}</h3>
      {list('library')}
      <p class="sheet-text">{t('optionsKeysFixed')}</p>
      {isChanged && (
        <div class="sheet-actions">
          <Button onClick={() => void resetOwnKeys().catch(onFailure)}>{t('keysReset')}</Button>
        </div>
      )}
    </>
  );
}

interface OwnKeyRowProps {
  readonly name: OwnKey;
  readonly keys: OwnKeys;
  readonly onPress: (name: OwnKey, event: KeyboardEvent) => string | null;
  readonly onSet: (name: OwnKey, binding: string | null) => void;
}

function OwnKeyRow({ name, keys, onPress, onSet }: OwnKeyRowProps) {
  const binding = keys[name];
  const what = ownKeyWords(name);
  return (
    <li class="keys-row">
      <span>{what}</span>
      <span class="keys-choice">
        <KeyCapture
          what={what}
          shown={binding === null ? null : keyWords(binding, isMac())}
          onPress={(event) => onPress(name, event)}
        />
        {binding === null ? (
          <Button look="quiet" label={t('keyOnFor', what)} onClick={() => onSet(name, ownKeys[name].key)}>
            {t('keyOn')}
          </Button>
        ) : (
          <Button look="quiet" label={t('keyOffFor', what)} onClick={() => onSet(name, null)}>
            {t('keyOff')}
          </Button>
        )}
      </span>
    </li>
  );
}
