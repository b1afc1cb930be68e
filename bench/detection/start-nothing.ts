import { tellStart } from './tell-start.ts';

tellStart((article) => article);
