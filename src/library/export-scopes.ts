import { exportPort, ledgerPort, ofArticle } from '#messaging/export-port.ts';
import type { Selection } from '#messaging/library-protocol.ts';
import type { ExportScope } from '#ui/export/export-model.ts';
import { t } from '#ui/text.ts';
import type { Route } from './route.ts';

/**
 * What can be exported from where one is in the library: what is shown there, and everything that was kept.
 * @param hasLedger whether the reader has asked for a ledger, which is apart from what he or she kept
 */
export function exportScopes(route: Route, hasLedger: boolean): readonly ExportScope[] {
  const kept = keptScopes(route);
  if (route.view === 'ledger') return [ledger(), ...kept];
  return hasLedger ? [...kept, ledger()] : kept;
}

/** The ledger: the quotations of all articles that were read. */
function ledger(): ExportScope {
  return { label: t('exportLedger'), title: t('ledgerTitle'), port: ledgerPort() };
}

function keptScopes(route: Route): readonly ExportScope[] {
  const everything = { label: t('exportEverything'), title: '', port: exportPort(null) };
  const scope = (label: string, title: string, selection: Selection): readonly ExportScope[] => [
    { label, title, port: exportPort(selection) },
    everything,
  ];
  if (route.view === 'article') return scope(t('exportArticle'), '', ofArticle(route.source));
  if (route.view === 'person') {
    const filter = { ...route.filter, person: route.id };
    return scope(t('exportPerson'), '', { search: { query: '', filter }, except: [] });
  }
  if (route.view === 'search') {
    const { query, filter } = route;
    if (query.trim() === '' && Object.keys(filter).length === 0) return [everything];
    return scope(t('exportSearch'), query, { search: { query, filter }, except: [] });
  }
  return [everything];
}
