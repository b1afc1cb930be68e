import type { FunctionComponent } from 'preact';
import { t } from '#ui/text.ts';
import { SyncSection } from '#options/sync/sync-section.tsx';
import { DataSection } from './data-section.tsx';
import { DetectionSection } from './detection-section.tsx';
import { ExportSection } from './export-section.tsx';
import { KeysSection } from './keys-section.tsx';
import { LedgerSection } from './ledger-section.tsx';
import { MarkStylesSection } from './mark-styles-section.tsx';
import { PagesSection } from './pages-section.tsx';
import { SitesSection } from './sites-section.tsx';

/** A part of the options. */
export interface Section {
  /** What stands in the address of the page for it. */
  readonly id: string;
  readonly title: () => string;
  readonly View: FunctionComponent;
}

/** The parts of the options, in their order on the page. */
export const sections: readonly Section[] = [
  { id: 'sites', title: () => t('optionsSites'), View: SitesSection },
  { id: 'pages', title: () => t('optionsPages'), View: PagesSection },
  { id: 'detection', title: () => t('optionsDetection'), View: DetectionSection },
  { id: 'styles', title: () => t('optionsStyles'), View: MarkStylesSection },
  { id: 'keys', title: () => t('optionsKeys'), View: KeysSection },
  { id: 'export', title: () => t('optionsExport'), View: ExportSection },
  { id: 'ledger', title: () => t('ledgerTitle'), View: LedgerSection },
  { id: 'sync', title: () => t('optionsSync'), View: SyncSection },
  { id: 'data', title: () => t('optionsData'), View: DataSection },
];
