import type { Page } from 'puppeteer-core';

/** Firefox's word for a navigation that another one has overtaken, though nobody has asked for another. */
const overtaken = /NS_BINDING_ABORTED/;

/**
 * Has `page.reload` try once more where Firefox has broken the loading off and shows the page of before. Whatever else goes wrong with
 * it is thrown as it is, and so is a second time.
 */
export function reloadSurely(page: Page): Page {
  const reload = page.reload.bind(page);
  const born = (): Promise<number> => page.evaluate(() => performance.timeOrigin);
  page.reload = async (options) => {
    const before = await born();
    try {
      return await reload(options);
    } catch (error) {
      if (!(error instanceof Error) || !overtaken.test(error.message)) throw error;
      const isNew = await page.evaluate(
        (then) => performance.timeOrigin > then && document.readyState === 'complete',
        before,
      );
      return isNew ? null : reload(options);
    }
  };
  return page;
}
