import { describe, expect, it } from 'vitest';
import { ReleaseError } from '../../src/domain/error.ts';
import { defineAction } from '../../src/runtime/action.ts';
import { emptyOutcome } from '../../src/runtime/outcome.ts';
import type { Outcome } from '../../src/runtime/outcome.ts';
import { summaryOf } from '../../src/runtime/summary.ts';

const action = defineAction({
  name: 'Try',
  description: 'Tries.',
  example: '',
  inputs: {},
  outputs: {},
  plan: async () => ({ changes: [], outputs: {} }),
});

const summary = (parts: Partial<Outcome>) => summaryOf(action, { ...emptyOutcome(), ...parts });

const change = (title: string, detail?: string) => ({
  keys: [title],
  title,
  ...(detail === undefined ? {} : { detail }),
  reach: 'local' as const,
  apply: async () => {},
});

/** The text that a reader sees where characters are escaped. */
const readable = (markdown: string) =>
  markdown.replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));

describe('the summary', () => {
  it('shows facts, what was found, each change with its details, and what is pending', () => {
    const [first, second] = [
      change('Write a.txt', '--- a/a.txt\n+++ b/a.txt\n@@ -1,1 +1,1 @@\n-a\n+b'),
      change('Push main'),
    ];
    const text = summary({
      facts: [
        { name: 'Tag', value: 'v1.0.0', url: 'https://github.com/org/project/releases/tag/v1.0.0' },
        { name: 'Version', value: '1.0.0' },
      ],
      notes: ['Found it.'],
      changes: [first, second],
      begun: new Set([first]),
      made: new Map([[first, 1]]),
      pending: [{ title: 'Merge it', fix: 'Press the button' }],
    });
    expect(readable(text)).toBe(`### Try

<table>
<tr><th align="left">Tag</th><td><a href="https://github.com/org/project/releases/tag/v1.0.0">v1.0.0</a></td></tr>
<tr><th align="left">Version</th><td>1.0.0</td></tr>
</table>

- Found it.

| Change | State |
| --- | --- |
| Write a.txt | made |
| Push main | not made |

<details><summary>Write a.txt</summary>

\`\`\`diff
--- a/a.txt
+++ b/a.txt
@@ -1,1 +1,1 @@
-a
+b
\`\`\`

</details>

⏳ Pending: Merge it.

➜ Press the button
`);
  });

  it('names the mode, where nothing or not everything was written', () => {
    const text = summary({ mode: 'dry-run', changes: [change('Push', 'all of it')] });
    expect(text).toMatch(/### Try \(dry-run\)[^]*would be made[^]*<details open><summary>Push/);
  });

  it('begins with the failure, and has the fix on a line of its own, once below all that it mends', () => {
    const begun = change('Push');
    const fix = 'Do this.';
    const failure = new ReleaseError('All.', {}, [
      new ReleaseError('One.', { fix }),
      new ReleaseError('Two.', { fix, at: { file: 'a.yml', line: 3 } }),
      new ReleaseError('Three.'),
    ]);
    expect(readable(summary({ failure, begun: new Set([begun]), changes: [begun, change('Then')] }))).toBe(`### ❌ Try

**One.**

**a.yml:3: Two.**

➜ Do this.

**Three.**

| Change | State |
| --- | --- |
| Push | not confirmed |
| Then | not reached |
`);
  });

  it('keeps the lines and the indentation of a fix', () => {
    const failure = new ReleaseError('No.', { fix: 'Write\n  ref: main' });
    expect(readable(summary({ failure }))).toContain('➜ Write<br>&nbsp;&nbsp;ref: main\n');
  });

  it('puts a message before its diff, and folds what is long', () => {
    const diff = `diff --git a/a b/a\n--- a/a\n+++ b/a\n${'+x\n'.repeat(40)}`;
    const text = summary({ mode: 'check', changes: [change('Commit', `Release\n\nIt is out.\n\n${diff}`)] });
    expect(text).toContain(
      '<details><summary>Commit</summary>\n\n```text\nRelease\n\nIt is out.\n```\n\n```diff\ndiff --git',
    );
  });

  it.each(['```\n# x', '``````', '`````\n</details>\n`````', '\r````\r<img src=x>'])(
    'text of others stays in its fence: %j',
    (detail) => {
      const [, fence = '', content] =
        /\n\n(`+)text\n([^]*)\n\1\n\n<\/details>/.exec(summary({ changes: [change('Write', detail)] })) ?? [];
      expect(content).toBe(detail);
      expect(detail).not.toContain(fence);
    },
  );

  it('foreign text is text in it: no Markdown, HTML, mention or link', () => {
    const text = summary({
      notes: ['<img src=x> [a](b) @everyone **b** `c` # d'],
      facts: [
        { name: '<b>', value: '<img src=y>', url: 'javascript:alert(1)' },
        { name: 'x', value: 'y', url: 'https://example.com/"><img src=z>' },
      ],
      changes: [change('|a|', '</details>')],
      pending: [{ title: '<i>', fix: 'https://example.com' }],
    });
    const outsideFences = text.replaceAll(/```text[^]*?```/g, '');
    expect(outsideFences).not.toMatch(/<img|\[a\]|@everyone|\*\*b|`c|\|a\||<[bi]>|javascript:|https:\/\/example/);
    expect(outsideFences.match(/<\/details>/g)).toHaveLength(1);
  });

  it('has texts to be copied as they are, each in a box', () => {
    const text = summary({ excerpts: [{ title: 'For <Slack>', text: '*v1* is out\n```\n</details> @all\n' }] });
    expect(text).toContain('**For &#60;Slack&#62;**\n\n````text\n*v1* is out\n```\n</details> @all\n````\n');
  });

  it('is shortened before GitHub would drop it, and so is each detail', () => {
    expect(Buffer.byteLength(summary({ notes: ['x'.repeat(2_000_000)] }))).toBeLessThan(1024 * 1024);
    const long = summary({ changes: [change('Write', 'x'.repeat(2_000_000)), change('Then', 'y')] });
    expect(long).toContain('… (shortened)\n```\n\n</details>');
    expect(long).toContain('Then');
  });

  it('is shortened by bytes, and never within a character', () => {
    const text = summary({ notes: ['€'.repeat(500_000)] });
    expect(Buffer.byteLength(text)).toBeLessThan(1024 * 1024);
    expect(text).not.toContain('\uFFFD');
  });
});
