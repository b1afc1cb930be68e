import { libraryScenes } from './library-scenes.ts';
import { peopleScenes } from './people-scenes.ts';
import { pageScenes } from './page-scenes.ts';
import { popoverScenes } from './popover-scenes.ts';
import { popupScenes } from './popup-scenes.ts';
import type { Scene } from './scene.ts';

/** Every state of every surface, by name. */
export const scenes: Readonly<Record<string, Scene>> = {
  ...popoverScenes,
  ...popupScenes,
  ...pageScenes,
  ...libraryScenes,
  ...peopleScenes,
};
