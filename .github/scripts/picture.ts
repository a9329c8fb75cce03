// `node .github/scripts/picture.ts <page>`: takes the picture at the top of the README, docs/page-light.png and
// docs/page-dark.png: the beginning of the page, and below it the commits. The page comes from `npm run example -- cloud-api-adaptor --open`.
import { mkdtempDisposable, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openBrowser } from '../../test/support/browser.ts';

const [page = ''] = process.argv.slice(2);
const address = page.startsWith('file:') ? page : pathToFileURL(page).href;
const width = 1000;
const frame = (part: string, height: number) =>
  `<iframe src="${address}${part}" style="width: ${width}px; height: ${height}px; border: 0; display: block"></iframe>`;

await using folder = await mkdtempDisposable(join(tmpdir(), 'picture-'));
const both = join(folder.path, 'both.html');
await writeFile(both, `<body style="margin: 0">${frame('', 590)}${frame('#commits', 450)}</body>`);
const browser = await openBrowser();
for (const colorScheme of ['light', 'dark'] as const) {
  const shown = await browser.newPage({ viewport: { width, height: 1040 }, deviceScaleFactor: 1.5, colorScheme });
  await shown.goto(pathToFileURL(both).href);
  await shown.screenshot({ path: join(import.meta.dirname, `../../docs/page-${colorScheme}.png`) });
}
await browser.close();
