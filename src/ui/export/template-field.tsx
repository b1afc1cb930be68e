import { useId } from 'preact/hooks';
import { templateNames } from '#core/export/note-values.ts';
import { notesTemplate } from '#core/export/notes-template.ts';
import { noteText } from '#core/export/notes.ts';
import { sampleGroup } from '#core/export/sample-group.ts';
import { parseTemplate, type TemplateProblem } from '#core/export/template.ts';
import { Button } from '#ui/button.tsx';
import { t } from '#ui/text.ts';
import { fileOptions } from './file-options.ts';

interface TemplateFieldProps {
  /** The reader's own; null for the one that is built in. */
  readonly template: string | null;
  readonly onChange: (template: string | null) => void;
}

/** The template of notes, with what it makes of an article while it is written. */
export function TemplateField({ template, onChange }: TemplateFieldProps) {
  const id = useId();
  const text = template ?? notesTemplate;
  const parsed = parseTemplate(text, templateNames);
  return (
    <details class="template">
      <summary>{t('exportTemplate')}</summary>
      <textarea
        id={id}
        class="input template-text"
        aria-label={t('exportTemplate')}
        aria-invalid={!parsed.ok}
        aria-describedby={`${id}-made`}
        dir="ltr"
        spellcheck={false}
        rows={8}
        value={text}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
      <div id={`${id}-made`} role="status">
        {parsed.ok ? (
          <>
            <span class="field-label">{t('exportTemplatePreview')}</span>
            {/* It scrolls, so keys must reach it. */}
            <pre class="template-made" dir="auto" tabIndex={0}>
              {noteText(parsed.template, sampleGroup, {
                exportedAt: '2026-01-07T10:00:00.000Z',
                options: fileOptions(),
              })}
            </pre>
          </>
        ) : (
          <p class="trouble">{problemWords(parsed.problem, text)}</p>
        )}
      </div>
      {template !== null && (
        <Button look="quiet" onClick={() => onChange(null)}>
          {t('exportTemplateReset')}
        </Button>
      )}
    </details>
  );
}

function problemWords({ code, at, name }: TemplateProblem, text: string): string {
  const line = text.slice(0, at).split('\n').length;
  if (code === 'unclosed-tag') return t('templateUnclosedTag', line);
  if (code === 'unclosed-section') return t('templateUnclosedSection', line, name);
  if (code === 'unexpected-end') return t('templateUnexpectedEnd', line, name);
  return t('templateUnknownName', line, name);
}
