import { describeAccessibility, ofOthers } from './accessibility.ts';

describeAccessibility(ofOthers);
