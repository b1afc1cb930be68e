import browser from 'webextension-polyfill';
import { Button, IconButton } from '#ui/button.tsx';
import { Masthead } from '#ui/masthead.tsx';
import { NoteField } from '#ui/note-field.tsx';
import { Notice } from '#ui/notice.tsx';
import { QuotedWords } from '#ui/quoted-words.tsx';
import { SaveLine } from '#ui/save-line.tsx';
import { SearchField } from '#ui/search-field.tsx';
import { SpeakerPicker } from '#ui/speaker-picker.tsx';
import { startSurface } from '#ui/start-surface.ts';
import { StatusBadge } from '#ui/status-badge.tsx';
import { TagField } from '#ui/tag-field.tsx';
import { Toast } from '#ui/toast.tsx';
import { Pictures } from './pictures.tsx';
import { germanName, longWords, words } from './sample.ts';

const nothing = (): void => undefined;

function Buttons() {
  return (
    <section class="sheet-section">
      <h2 class="sheet-title">Buttons</h2>
      <div class="sheet-actions">
        <Button look="primary" icon="keep" shortcut="K" onClick={nothing}>
          Primary
        </Button>
        <Button look="primary" disabled onClick={nothing}>
          Disabled
        </Button>
        <Button icon="export" onClick={nothing}>
          Plain
        </Button>
        <Button look="quiet" icon="undo" onClick={nothing}>
          Quiet
        </Button>
        <Button look="danger" onClick={nothing}>
          Danger
        </Button>
        <IconButton icon="trash" label="Icon alone" onClick={nothing} />
      </div>
    </section>
  );
}

function Words() {
  return (
    <section class="sheet-section">
      <h2 class="sheet-title">Words</h2>
      <QuotedWords words={words} language="en" />
      <QuotedWords words={`${longWords} ${longWords}`} language="en" />
      <div class="sheet-actions">
        <StatusBadge status="detected" />
        <StatusBadge status="confirmed" />
        <StatusBadge status="corrected" />
        <StatusBadge status="rejected" />
      </div>
    </section>
  );
}

function Fields() {
  return (
    <section class="sheet-section">
      <h2 class="sheet-title">Fields</h2>
      <SearchField query="" onInput={nothing} />
      <NoteField note="" onInput={nothing} onLeave={nothing} />
      <TagField tags={['bridge', germanName]} onChange={nothing} />
      <SpeakerPicker
        question="Who says this?"
        people={[
          { name: 'Ada Okonkwo', about: 'engineer' },
          { name: germanName, about: '' },
        ]}
        current="Marta"
        onPick={nothing}
        onCancel={nothing}
      />
    </section>
  );
}

function Messages() {
  return (
    <section class="sheet-section">
      <h2 class="sheet-title">What we say</h2>
      <SaveLine state="saving" failure={null} onRetry={nothing} />
      <SaveLine state="saved" failure={null} onRetry={nothing} />
      <SaveLine state="failed" failure="disk-full" onRetry={nothing} />
      <Notice title="A notice" actions={<Button onClick={nothing}>What helps</Button>}>
        Why.
      </Notice>
      <Notice tone="bad" title="A bad notice">
        Why.
      </Notice>
      <Toast text="Deleted." onUndo={nothing} />
    </section>
  );
}

/** Every component in each of its states. */
function Components() {
  return (
    <main class="sheet">
      <Masthead title="Components" />
      <Buttons />
      <Words />
      <Fields />
      <Messages />
      <Pictures />
    </main>
  );
}

startSurface(browser.i18n, 'extensionName', () => <Components />);
