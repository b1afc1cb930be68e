import { t } from '#ui/text.ts';
import { CopyButton } from './copy-button.tsx';

/** What CouchDB must be told so that it lets an extension read its answers (https://docs.couchdb.org/en/stable/config/http.html#cross-origin-resource-sharing). */
function corsLines(): string {
  return `[chttpd]
enable_cors = true

[cors]
origins = ${location.origin}
headers = accept, authorization, content-type, origin, referer
methods = GET, PUT, POST, HEAD, DELETE`;
}

/** Lines for the configuration of the reader's server, to be copied. */
export function CorsLines() {
  const lines = corsLines();
  return (
    <>
      <p>{t('syncCorsText')}</p>
      <pre class="code-lines" dir="ltr" tabIndex={0}>
        <code>{lines}</code>
      </pre>
      <CopyButton text={lines} />
    </>
  );
}
