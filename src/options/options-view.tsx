import { Masthead } from '#ui/masthead.tsx';
import { t } from '#ui/text.ts';
import { DataSection } from './data-section.tsx';
import { DetectionSection } from './detection-section.tsx';
import { ExportSection } from './export-section.tsx';
import { KeysSection } from './keys-section.tsx';
import { LedgerSection } from './ledger-section.tsx';
import { MarkStylesSection } from './mark-styles-section.tsx';
import { PagesSection } from './pages-section.tsx';
import { SitesSection } from './sites-section.tsx';

/** The options: where we read, the keys, and what is kept. Each change takes effect at once. */
export function OptionsView() {
  return (
    <div class="sheet">
      <Masthead title={t('options')} />
      <main>
        <SitesSection />
        <PagesSection />
        <DetectionSection />
        <MarkStylesSection />
        <KeysSection />
        <ExportSection />
        <LedgerSection />
        <DataSection />
      </main>
    </div>
  );
}
