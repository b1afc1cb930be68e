import { useId } from 'preact/hooks';
import { Button } from './button.tsx';
import { formatNames } from './format-names.ts';
import { Menu } from './menu.tsx';
import { t } from './text.ts';

interface ExportMenuProps {
  /** Whether there is an article whose records can be taken out alone. */
  readonly hasArticle: boolean;
  readonly onExport: (scope: 'article' | 'everything', format: string) => void;
}

/** A button that unfolds into what can be taken out and how. */
export function ExportMenu({ hasArticle, onExport }: ExportMenuProps) {
  const id = useId();
  const scopes = hasArticle ? (['article', 'everything'] as const) : (['everything'] as const);
  return (
    <Menu label={t('export')} icon="export">
      {(close) =>
        scopes.map((scope) => (
          <div key={scope} class="menu-group" role="group" aria-labelledby={`${id}-${scope}`}>
            <span class="menu-title" id={`${id}-${scope}`}>
              {scope === 'article' ? t('exportArticle') : t('exportEverything')}
            </span>
            <div class="menu-row">
              {formatNames().map(({ format, name }) => (
                <Button
                  key={format}
                  onClick={() => {
                    close();
                    onExport(scope, format);
                  }}
                >
                  {name}
                </Button>
              ))}
            </div>
          </div>
        ))
      }
    </Menu>
  );
}
