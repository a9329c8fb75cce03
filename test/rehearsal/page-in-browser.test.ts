import { mkdtempDisposable, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageOf } from '../../src/rehearsal/page/page.ts';
import { openBrowser } from '../support/browser.ts';
import { hostile, sample, shas } from './sample.ts';

const records = { sample, hostile };
const lowContrast = await readFile(join(import.meta.dirname, '../support/contrast.js'), 'utf8');

let browser: Browser;
let folder: Awaited<ReturnType<typeof mkdtempDisposable>>;

beforeAll(async () => {
  folder = await mkdtempDisposable(join(tmpdir(), 'page-'));
  for (const [name, record] of Object.entries(records))
    await writeFile(join(folder.path, `${name}.html`), pageOf(record));
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await folder.remove();
});

type Look = { readonly width?: number; readonly colorScheme?: 'light' | 'dark' };

/** Opens a page, and returns it with everything that the browser complains about, asks for, or is made to do. */
async function opened(name: keyof typeof records, { width = 1280, colorScheme = 'light' }: Look = {}) {
  const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme });
  const noticed: string[] = [];
  const address = pathToFileURL(join(folder.path, `${name}.html`)).href;
  page.on('console', (message) => noticed.push(message.text()));
  page.on('dialog', (dialog) => void dialog.dismiss().then(() => noticed.push(dialog.message())));
  page.on('request', (request) => request.url() !== address && noticed.push(request.url()));
  await page.goto(address);
  return { page, noticed, [Symbol.asyncDispose]: () => page.close() };
}

const overflow = (page: Page) => page.evaluate('document.documentElement.scrollWidth - innerWidth');
const unfold = (page: Page) =>
  page.evaluate('document.querySelectorAll("details").forEach((one) => { one.open = true })');
const isShown = (page: Page, id: string) =>
  page.evaluate(`(() => {
    const { top, bottom } = document.getElementById('${id}').getBoundingClientRect();
    return document.querySelector(':target')?.id === '${id}' && top < innerHeight && bottom > 0;
  })()`);

describe.each([1280, 400])('at %i pixels', (width) => {
  it.each(['light', 'dark'] as const)('fits and can be read on a %s screen', async (colorScheme) => {
    await using look = await opened('sample', { width, colorScheme });
    const { page, noticed } = look;
    expect(await overflow(page)).toBe(0);
    await unfold(page);
    expect(await overflow(page)).toBe(0);
    expect(await page.evaluate(lowContrast)).toEqual([]);
    expect(noticed).toEqual([]);
  });

  it('fits with texts that nobody expects, and runs none of them', async () => {
    await using look = await opened('hostile', { width });
    const { page, noticed } = look;
    await unfold(page);
    expect(await overflow(page)).toBe(0);
    expect(await page.evaluate('document.querySelectorAll("script, img, [onerror]").length')).toBe(0);
    expect(await page.title()).toContain('<script>alert(1)</script>');
    expect(noticed).toEqual([]);
  });
});

it('has the colours of the screen', async () => {
  const back = async (colorScheme: 'light' | 'dark') => {
    await using look = await opened('sample', { colorScheme });
    return await look.page.evaluate('getComputedStyle(document.body).backgroundColor');
  };
  expect([await back('light'), await back('dark')]).toEqual(['rgb(246, 247, 249)', 'rgb(13, 17, 23)']);
});

it('can be clicked through: from a count to its part, into a step, and to everything that has a digest', async () => {
  await using look = await opened('sample', { width: 400 });
  const { page } = look;
  await page.getByRole('link', { name: '3 runs' }).click();
  expect(await isShown(page, 'timeline')).toBe(true);

  const steps = page.locator('#run-1').getByText('1 step, 1 skipped');
  await steps.click();
  expect(await page.locator('#run-1 .steps .name').isVisible()).toBe(true);
  await steps.click();
  expect(await page.locator('#run-1 .steps .name').isVisible()).toBe(false);

  await page.locator('#run-3').getByRole('link', { name: 'pin.yml' }).click();
  expect(await isShown(page, 'run-1')).toBe(true);
  await page.locator('#run-1').getByText('Push pins to origin').first().click();
  await page.locator('#run-1 .changes').getByText('pins → ').first().waitFor();
  await page
    .locator('#run-1')
    .getByRole('link', { name: shas.work.slice(0, 12) })
    .click();
  expect(await isShown(page, 'commit-222222222222')).toBe(true);

  await page.locator('#images-2').getByRole('link', { name: 'sha256:aaaaaaaaaaaa' }).click();
  expect(await isShown(page, 'digest-aaaaaaaaaaaaaaaa')).toBe(true);
  await page.locator('#digest-aaaaaaaaaaaaaaaa').getByRole('link', { name: 'v1.2.0 in org/staging/app' }).click();
  expect(await isShown(page, 'images-1')).toBe(true);
});

it('can be used with the keyboard, and has one order of headings', async () => {
  await using look = await opened('sample');
  const { page } = look;
  await page.keyboard.press('Tab');
  expect(await page.getByText('Skip to the content').boundingBox()).toMatchObject({ x: 16 });
  await page.keyboard.press('Enter');
  expect(await page.evaluate('document.activeElement.id')).toBe('main');
  await page.locator('#pull-1 summary', { hasText: 'Changes' }).focus();
  await page.keyboard.press('Enter');
  expect(await page.locator('#pull-1 .file pre').first().isVisible()).toBe(true);
  const levels = (await page.evaluate(
    '[...document.querySelectorAll("h1, h2, h3, h4")].map((one) => Number(one.tagName[1]))',
  )) as readonly number[];
  expect(levels.filter((level, index) => index > 0 && level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
});
