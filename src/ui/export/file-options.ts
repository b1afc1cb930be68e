import { defaultOptions, type ExportOptions } from '#core/export/exporter.ts';
import type { ExportWords } from '#core/export/export-words.ts';
import { currentLocale, speaksRightToLeft, t } from '#ui/text.ts';

/** What holds for a file when the reader has chosen nothing: it speaks the interface's language. */
export function fileOptions(): ExportOptions {
  return { ...defaultOptions, language: currentLocale(), words: exportWords() };
}

/** What is filled in is for the file to say: the place of it stays as it is. */
const PLACE = '$1';

function exportWords(): ExportWords {
  return {
    direction: speaksRightToLeft() ? 'rtl' : 'ltr',
    exported: t('fileExported', PLACE),
    exportedFrom: t('fileExportedFrom', PLACE),
    updated: t('updatedOn', PLACE),
    inArticle: t('fileInArticle'),
    note: t('fileNote'),
    tags: t('fileTags', PLACE),
    speakerUnknown: t('fileSpeakerUnknown'),
    nobodyNamed: t('fileNobodyNamed'),
    chosen: t('fileChosen'),
    rejected: t('fileRejected'),
    detected: t('fileDetected'),
    confirmed: t('fileConfirmed'),
    corrected: t('fileCorrected', PLACE),
    nobody: t('fileNobody'),
    kinds: { direct: t('kindDirect'), mixed: t('kindMixed'), indirect: t('kindIndirect') },
  };
}
