import { describeAccessibility, ofLibrary } from './accessibility.ts';

describeAccessibility(ofLibrary);
