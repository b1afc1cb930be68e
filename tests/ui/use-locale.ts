import { readFileSync } from 'node:fs';
import { connectText } from '#ui/text.ts';

type Catalogue = Readonly<Record<string, { readonly message: string }>>;

/** Connects the sentences of a locale, as the browser would. */
export function useLocale(locale: string): void {
  const messages = JSON.parse(readFileSync(`public/_locales/${locale}/messages.json`, 'utf8')) as Catalogue;
  connectText(
    (key, values = []) =>
      (messages[key]?.message ?? '').replace(/\$([\d$])/gu, (_, sign: string) =>
        sign === '$' ? sign : (values[Number(sign) - 1] ?? ''),
      ),
    locale,
  );
}
