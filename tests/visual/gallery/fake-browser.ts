/**
 * Stands in for `browser` in the gallery: the surfaces' own pages run unchanged, and what they ask is answered by
 * the scene that the address names (`?scene=…&lang=…&dir=…`). Injected before each page's entry by gallery-plugin.ts.
 */
import { detect } from '#core/detect/detect.ts';
import { scenes } from './scenes.ts';

type Catalogue = Readonly<Record<string, { readonly message: string }>>;
const catalogues = import.meta.glob<Catalogue>('/public/_locales/*/messages.json', {
  eager: true,
  import: 'default',
});

const wanted = new URLSearchParams(location.search);
const language = wanted.get('lang') ?? 'en';
const scene = scenes[wanted.get('scene') ?? ''];
/** As a browser does: what a language lacks is said in the default one. */
const catalogue = {
  ...catalogues['/public/_locales/en/messages.json'],
  ...catalogues[`/public/_locales/${language}/messages.json`],
};

function getMessage(key: string, substitutions: readonly string[] = []): string {
  if (key === '@@bidi_dir') return wanted.get('dir') ?? 'ltr';
  return (catalogue[key]?.message ?? '').replace(/\$([\d$])/gu, (_, sign: string) =>
    sign === '$' ? sign : (substitutions[Number(sign) - 1] ?? ''),
  );
}

/** What the surface has asked, for tests to read: `galleryCalls` of the page. */
const calls: Message[] = [];

interface Message {
  readonly name: string;
  readonly input: unknown;
}

const fallbacks: Readonly<Record<string, (input: unknown) => unknown>> = {
  'popover.hello': () => ({ tabId: 1, id: 'scene' }),
  'popover.resize': () => null,
  'popover.left': () => null,
  'popover.close': () => null,
  'popover.reveal': () => null,
  'annotations.put': (input) => (input as { annotation: unknown }).annotation,
  'annotations.delete': () => null,
  'annotations.search': () => [],
  'annotations.ofArticle': () => [],
  'articles.get': () => null,
  'settings.all': () => ({}),
  'settings.put': () => null,
  'import.left': () => [],
  'jobs.state': () => null,
  'jobs.cancel': () => true,
  'detection.of': (input) => {
    const { text, language } = input as { text: string; language: string };
    return detect(text, { language });
  },
  'detection.languages': () => ['en', 'de', 'fr'],
  'library.tags': () => [],
  'tags.suggest': () => [],
  'library.outlets': () => [],
  'ledger.list': () => ({ items: [], total: 0 }),
  'sync.state': () => ({
    server: null,
    isRunning: false,
    last: null,
    lastGood: null,
    waiting: 0,
    next: null,
    devices: [],
  }),
  'storage.kept': () => 0,
  'storage.aside': () => ({ items: [], total: 0 }),
  'library.backlog': () => null,
  'storage.state': () => ({
    state: 'ready',
    error: null,
    backups: [],
    usage: null,
    quota: null,
    isNearlyFull: false,
    remindToSave: false,
    aside: 0,
  }),
  'export.plan': () => ({ ids: ['urn:uuid:00000000-0000-4000-8000-000000000001'], sources: [] }),
  'export.records': () => ({ annotations: [], articles: [], broken: 0 }),
};

async function answer(answers: object | null | undefined, message: Message): Promise<unknown> {
  calls.push(message);
  const table = { ...fallbacks, ...answers } as Readonly<Record<string, (input: unknown) => unknown>>;
  const reply = table[message.name];
  if (reply === undefined) return { ok: false, error: 'unknown' };
  try {
    return { ok: true, value: await reply(message.input) };
  } catch (error) {
    return { ok: false, error: (error as { code?: string }).code ?? 'unknown' };
  }
}

/** What the manifest names in the gallery. */
const listed = ['example-news.com', 'newsday.example', 'nachrichten.example'].map(
  (host) => `*://*.${host}/*`,
);

/** A store in memory. */
const area = (start: Readonly<Record<string, unknown>> = {}) => {
  const held = new Map(Object.entries(start));
  return {
    get: async (key: string) => (held.has(key) ? { [key]: held.get(key) } : {}),
    set: async (values: object) => Object.entries(values).forEach(([key, value]) => held.set(key, value)),
    remove: async (key: string) => void held.delete(key),
  };
};
const silent = { addListener: () => undefined, removeListener: () => undefined };
const granted = new Set(scene?.granted ?? []);

const browser = {
  runtime: {
    id: 'gallery',
    sendMessage: (message: Message) => answer(scene?.answers, message),
    getManifest: () => ({ version: '0.1.0', content_scripts: [{ js: ['content.js'], matches: listed }] }),
    getURL: (path: string) => `/${path}`,
    openOptionsPage: async () => undefined,
  },
  i18n: { getMessage, getUILanguage: () => language },
  storage: { local: { ...area(scene?.local), onChanged: silent }, session: { onChanged: silent } },
  tabs: {
    query: async () => [{ id: 1, url: scene?.tabUrl, incognito: scene?.incognito ?? false }],
    connect: () => ({ onMessage: silent, onDisconnect: silent, disconnect: () => undefined }),
    create: async () => undefined,
    reload: async () => undefined,
    sendMessage: async (_: number, message: Message) => {
      if (scene?.page === null || scene?.page === undefined) throw new Error('Receiving end does not exist');
      return answer(scene.page, message);
    },
    onActivated: silent,
    onUpdated: silent,
  },
  permissions: {
    contains: async ({ origins = [], permissions = [] }: { origins?: string[]; permissions?: string[] }) =>
      permissions.length === 0 && origins.every((origin) => granted.has(origin)),
    getAll: async () => ({ origins: [...granted], permissions: [] }),
    request: async () => scene?.access !== 'not-enabled',
    remove: async ({ origins }: { origins: string[] }) => origins.every((origin) => granted.delete(origin)),
    onAdded: silent,
    onRemoved: silent,
  },
  scripting: {
    executeScript: async () => {
      throw new Error('not allowed');
    },
  },
  commands: {
    getAll: async () => [{ name: '_execute_action', description: '', shortcut: 'Alt+Shift+O' }],
  },
};

Object.assign(globalThis, {
  galleryCalls: calls,
  browser,
  chrome: { runtime: { id: 'gallery' }, sidePanel: { open: async () => undefined } },
});
