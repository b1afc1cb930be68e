import { detect } from '#core/detect/detect.ts';
import { tellStart } from './tell-start.ts';

tellStart((article) => detect(article, { language: 'en' }));
