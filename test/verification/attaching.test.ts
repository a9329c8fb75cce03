import { expect, it } from 'vitest';
import { attachingLines } from '../../src/verification/attaching.ts';
import { linesOf } from '../../src/verification/finding.ts';
import { jobToken, scratchGitHub } from '../support/github.ts';
import { verified } from '../support/verified.ts';

it('finds the lines by which something else attaches files', () => {
  const path = '.github/workflows/a.yml';
  const found = (text: string) => attachingLines([{ path, text }]);
  const lines = [
    '      - uses: softprops/action-gh-release@v2',
    '      - { uses: "goreleaser/goreleaser-action@v6" }',
    '        run: gh release upload "$TAG" sbom.json',
    '          gh release create v1',
    '          goreleaser release --clean',
  ];
  expect(found(lines.join('\n'))).toEqual(['a.yml:1', 'a.yml:2', 'a.yml:3', 'a.yml:4', 'a.yml:5']);
  const others = [
    '      - uses: org/release-actions/gh-release@v1',
    '      # - uses: softprops/action-gh-release@v2',
    '        run: gh release view v1',
    'name: Release',
    '      - uses: actions/checkout@v6',
  ];
  expect(found(others.join('\n'))).toEqual([]);
});

const job = (steps: readonly string[]) =>
  `jobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n${steps.map((step) => `      - ${step}\n`).join('')}`;
const releasing = (more: string) =>
  `{ uses: org/release-actions/gh-release@v1, with: { tag: v1.0.0, checksums: none }${more} }`;

/** What is said of a file that no workflow names. */
async function toldOfFile(workflows: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const files = Object.entries(workflows).map(([name, text]) => [`.github/workflows/${name}`, text]);
  await using repo = await scratchGitHub(Object.fromEntries(files));
  await repo.pushTag('v1.0.0', { annotated: 'v1.0.0' });
  const { token } = jobToken;
  const made = await repo.ask('POST …/releases', { token, body: { tag_name: 'v1.0.0', name: 'v1.0.0' } });
  const { upload_url: url } = made.body as { readonly upload_url: string };
  await fetch(`${url.replace(/\{.*/, '')}?name=more.txt`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'text/plain',
      'content-length': '1',
      'user-agent': 'test',
    },
    body: 'x',
  });
  const { findings } = await verified(repo, { tag: 'v1.0.0', inputs: {}, vars: {} }, { env: {}, token });
  return findings.flatMap(linesOf).filter((line) => line.includes('more.txt'));
}

it('blames nobody for a file that may come from a step that is not performed', async () => {
  const checkout = 'uses: actions/checkout@v6';
  const publishing = `on: { push: { tags: ['v*'] } }\n${job([checkout, releasing('')])}`;
  const from = (places: string) => [
    `– file more.txt of the release: not built again, because it may come from what is not performed: ${places}.`,
  ];
  expect(await toldOfFile({ 'a.yml': publishing })).toEqual([
    expect.stringMatching(/^✗ The release has more\.txt with sha256:\w{12}, and no workflow of the tag says so\.$/),
  ]);
  expect(await toldOfFile({ 'a.yml': publishing + `      - ${releasing(', if: vars.MORE')}\n` })).toEqual(
    from('a.yml:8'),
  );
  const sbom = `on: { release: { types: [published] } }\n${job(['uses: softprops/action-gh-release@v2'])}`;
  const broken = `on: { push: { tags: ['v*'] } }\n${job([releasing(`, if: "\${{ fromJSON('{') }}"`)])}`;
  expect(await toldOfFile({ 'a.yml': publishing, 'b.yml': sbom, 'c.yml': broken })).toEqual(
    from('.github/workflows/c.yml and b.yml:6'),
  );
});
