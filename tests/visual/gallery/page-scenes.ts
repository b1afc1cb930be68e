import { optionsScenes } from './options-scenes.ts';
import { syncScenes } from './sync-scenes.ts';
import { popupScenes } from './popup-scenes.ts';
import type { Scene } from './scene.ts';

const options: Scene = {
  surface: 'options',
  granted: [
    'https://weekly.example.org/*',
    'https://nachrichten.landesverkehrsministerkonferenz.example.de/*',
  ],
};

const panel = popupScenes['popup-article'];
const german = popupScenes['popup-german'];

/** The options, the welcome page and the panel. */
export const pageScenes: Readonly<Record<string, Scene>> = {
  options,
  ...optionsScenes(options),
  ...syncScenes(options),
  'options-site-found': { ...options, steps: [{ type: 'n', into: '.search-input' }] },
  'options-choices': {
    ...options,
    local: {
      settings: {
        sitesOff: ['newsday.example', 'www.newsday.example'],
        siteMarks: { 'weekly.example.org': false },
      },
      detection: { sensitivity: 'likely', kinds: { indirect: false }, languagesOff: ['fr'] },
    },
  },
  'options-none': { surface: 'options', granted: [] },
  'options-everywhere': { surface: 'options', granted: ['https://*/*', 'http://*/*'] },
  components: { surface: 'components' },
  'page-marks': { surface: 'page' },
  'page-tinted': { surface: 'page' },
  welcome: { surface: 'welcome' },
  'welcome-open': {
    surface: 'welcome',
    steps: [
      { click: '.mark-quotation' },
      { click: '.sample-card .button-primary' },
      { click: '.sample-text:last-child .mark-quotation' },
      { click: '.sample-card .button-quiet' },
    ],
  },
  ...(panel === undefined ? {} : { panel: { ...panel, surface: 'panel' } }),
  ...(german === undefined ? {} : { 'panel-german': { ...german, surface: 'panel' } }),
  'panel-unseen': { surface: 'panel', page: null },
};
