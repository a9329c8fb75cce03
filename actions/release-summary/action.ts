import { factsTable, fence } from '../../src/domain/markdown.ts';
import { defineAction } from '../../src/runtime/action.ts';
import { chartOf } from './chart.ts';
import { inputs, outputs } from './contract.ts';
import { courseOf } from './course.ts';
import { pendingOf, rowsOf } from './rows.ts';

export default defineAction({
  name: 'Release summary',
  description:
    'Show a whole release on the page of its run, as a chart and a table: tags, releases, images, charts, files, pull requests, and what is pending. It only looks.',
  example: '--tags v1.2.3',
  inputs,
  outputs,
  permissions: {
    'contents: read': 'to read the tags and the releases',
    'pull-requests: read': 'to read the pull requests of the input pulls',
  },
  hasNoMode: true,
  async plan(wanted, world) {
    const course = await courseOf(wanted, world);
    const [chart, rows] = [chartOf(course), rowsOf(course)];
    return {
      changes: [],
      pending: pendingOf(course),
      excerpts: [{ title: `The release of ${course.repository}`, text: chart, language: 'mermaid' }],
      outputs: { markdown: `${fence('mermaid', chart)}\n\n${factsTable(rows)}\n` },
      facts: () => rows,
    };
  },
});
