import { scenes } from '#tests/visual/gallery/scenes.ts';
import type { Scene } from '#tests/visual/gallery/scene.ts';

/** One picture of a page that is open: light or dark, at 100 % or at 200 %. */
export interface View {
  readonly scheme: 'light' | 'dark';
  readonly zoom: 1 | 2;
}

/** A page and the pictures that are taken of it. */
export interface Shot {
  readonly scene: string;
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly views: readonly View[];
}

const day: View = { scheme: 'light', zoom: 1 };
const night: View = { scheme: 'dark', zoom: 1 };
const large: View = { scheme: 'light', zoom: 2 };
const largeNight: View = { scheme: 'dark', zoom: 2 };

/** Of each surface: its usual state, the one with long German names, and the one with nothing to show. Null: see below. */
const surfaces: Readonly<
  Record<
    Scene['surface'],
    { readonly usual: string; readonly long: string | null; readonly empty: string | null } | null
  >
> = {
  popover: { usual: 'popover-kept', long: 'popover-german', empty: 'popover-unnamed' },
  popup: { usual: 'popup-article', long: 'popup-german', empty: 'popup-nothing-found' },
  panel: { usual: 'panel', long: 'panel-german', empty: 'panel-unseen' },
  library: { usual: 'library-article', long: 'person-long-names', empty: 'library-empty' },
  options: { usual: 'options-choices', long: 'options', empty: 'options-none' },
  // The first minute has no empty state, and no name in it is the reader's.
  welcome: { usual: 'welcome', long: null, empty: null },
  components: null,
  page: null,
};

/** States that look like no other, once each. */
const besides: readonly (readonly [scene: string, ...views: View[]])[] = [
  ['popover-quotation', day, night],
  ['popover-note', day],
  ['popover-tags', day],
  ['popover-correcting', day, night],
  ['popover-save-failed', day],
  ['popover-changed', day],
  ['popover-person', day, night],
  ['popup-kept', day],
  ['popup-people', day],
  ['popup-withheld', day],
  ['search-filtered', day, large],
  ['picks-tags', day],
  ['person', day, night],
  ['person-when', day],
  ['ledger', day],
  ['keys', day],
  ['state-read-only', day],
  ['welcome-open', day],
  // All grounds are in one picture.
  ['page-marks', day, large],
  ['page-tinted', day],
  ['components', day, night, large],
];

/** Every page of which a picture is compared. */
export const shots: readonly Shot[] = [
  ...Object.values(surfaces).flatMap((states): Shot[] => {
    if (states === null) return [];
    const { usual, long, empty } = states;
    return [
      { scene: usual, lang: 'en', dir: 'ltr', views: [day, night, large, largeNight] },
      { scene: usual, lang: 'ar', dir: 'rtl', views: [day, largeNight] },
      ...(long === null ? [] : [german(long)]),
      ...(empty === null ? [] : [shot(empty, day, night)]),
    ];
  }),
  ...besides.map(([scene, ...views]) => shot(scene, ...views)),
];

function shot(scene: string, ...views: View[]): Shot {
  return { scene, lang: 'en', dir: 'ltr', views };
}

function german(scene: string): Shot {
  return { scene, lang: 'de', dir: 'ltr', views: [day, large] };
}

/** What the file of a picture is called, without its ending. */
export function shotName({ scene, lang }: Shot, { scheme, zoom }: View): string {
  return [scene, lang, scheme, `${zoom * 100}`].join('.');
}

/** What is listed above though its scene is gone. */
export const missingScenes: readonly string[] = shots
  .map(({ scene }) => scene)
  .filter((scene) => !(scene in scenes));
