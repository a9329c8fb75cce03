import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { ReleaseError } from '../../src/domain/error.ts';
import { defineAction } from '../../src/runtime/action.ts';
import type { Plan } from '../../src/runtime/action.ts';
import { text } from '../../src/runtime/input.ts';
import { number } from '../../src/runtime/output.ts';
import { Moved } from '../../src/world/change.ts';
import { perform } from '../support/perform.ts';

const place = { folder: import.meta.dirname };

/** A world of one local and one remote number, and an action that sets both. */
function scene({ fails }: { readonly fails?: (write: number) => Error | undefined } = {}) {
  const world = { local: 0, remote: 0, writes: 0, plans: 0, isReady: true, isMerged: true };
  const set = (reach: 'local' | 'remote') => {
    const apply = async () => {
      world.writes++;
      const failure = fails?.(world.writes);
      if (failure !== undefined) throw failure;
      return (world[reach] = 1);
    };
    return world[reach] === 1
      ? undefined
      : { keys: [reach], title: `Set the ${reach} number`, detail: '0 → 1', reach, apply };
  };
  const outputs = { value: number('The remote number.') };
  const action = defineAction({
    name: 'Set numbers',
    description: 'Sets two numbers.',
    example: '',
    inputs: { word: text('A word.').or('none') },
    outputs,
    waits: 'for the numbers',
    async plan({ word }): Promise<Plan<typeof outputs>> {
      world.plans++;
      const [local, remote] = [set('local'), set('remote')];
      return {
        notes: [`The word is ${word}.`],
        waitsFor: [!world.isReady && { title: 'the numbers are ready', fix: 'Wait for them.' }],
        changes: [local, remote],
        pending: [!world.isMerged && { title: 'the numbers are merged', fix: 'Merge them.' }],
        outputs: (made) => ({ value: made(remote) ?? (remote === undefined ? world.remote : undefined) }),
      };
    },
  });
  return { world, go: (inputs: Record<string, string>) => perform(action, place, { inputs }) };
}

describe('the modes', () => {
  it('apply makes everything, and a second run finds nothing to do', async () => {
    const { world, go } = scene();
    const first = await go({ mode: 'apply' });
    expect(world).toMatchObject({ local: 1, remote: 1 });
    expect(first.outputs).toEqual({
      value: '1',
      changed: 'true',
      changes: '["Set the local number","Set the remote number"]',
      pending: '[]',
    });
    const second = await go({ mode: 'apply' });
    expect(second.outputs).toEqual({ value: '1', changed: 'false', changes: '[]', pending: '[]' });
    expect(world.writes).toBe(2);
  });

  it.each([
    ['apply', 'true', '["Write it","Push it"]'],
    ['local', 'true', '["Push it"]'],
    ['dry-run', 'true', '["Push it"]'],
    ['check', 'true', '["Push it"]'],
  ])('%s writes products, which are no difference', async (mode, changed, changes) => {
    const done: string[] = [];
    const change = (title: string, reach: 'local' | 'remote') => {
      return { keys: [title], title, reach, apply: async () => void done.push(title) };
    };
    const [product, push] = [change('Write it', 'local'), change('Push it', 'remote')];
    const action = defineAction({
      name: 'Build',
      description: 'Builds.',
      example: '',
      inputs: {},
      outputs: {},
      plan: async () => ({ products: [product, undefined], changes: [push], outputs: {} }),
    });
    const { outputs, log } = await perform(action, place, { inputs: { mode } });
    expect(done).toEqual(mode === 'apply' ? ['Write it', 'Push it'] : ['Write it']);
    expect([outputs['changed'], outputs['changes']]).toEqual([changed, changes]);
    expect(log).toContain('→ Write it');
  });

  it('local makes what stays on the runner and shows the rest', async () => {
    const { world, go } = scene();
    const { outputs, log, outcome } = await go({ mode: 'local' });
    expect(world).toMatchObject({ local: 1, remote: 0 });
    expect(outcome.failure).toBeUndefined();
    expect(outputs['value']).toBeUndefined();
    expect(log).toContain('would: Set the remote number');
  });

  it('dry-run writes nothing and says what it would', async () => {
    const { world, go } = scene();
    const { outputs, outcome } = await go({ mode: 'dry-run' });
    expect(world.writes).toBe(0);
    expect(outcome.failure).toBeUndefined();
    expect(outputs['changes']).toBe('["Set the local number","Set the remote number"]');
  });

  it('check is red, with every difference, until nothing is left to do', async () => {
    const { world, go } = scene();
    const { outcome, outputs } = await go({ mode: 'check' });
    expect((outcome.failure as ReleaseError).reasons.map(({ message }) => message)).toEqual([
      'Not done: Set the local number.',
      'Not done: Set the remote number.',
    ]);
    expect(outputs['changed']).toBe('true');
    expect(world.writes).toBe(0);
    await go({ mode: 'apply' });
    expect((await go({ mode: 'check' })).outcome.failure).toBeUndefined();
  });

  it('a mode that does not exist is refused', async () => {
    const { outcome } = await scene().go({ mode: 'aply' });
    expect(outcome.failure).toMatchObject({
      message: 'Input mode cannot be "aply".',
      fix: 'Use apply, local, dry-run or check.',
    });
  });
});

describe('conditions', () => {
  it('what has to be there first stops apply before the first write, and no dry run', async () => {
    const { world, go } = scene();
    world.isReady = false;
    const { outcome, outputs } = await go({});
    expect(outcome.failure).toMatchObject({ message: 'Missing: the numbers are ready.', fix: 'Wait for them.' });
    expect(outputs['changed']).toBe('false');
    expect(world.writes).toBe(0);
    expect((await go({ mode: 'dry-run' })).outcome.failure).toBeUndefined();
  });

  it('is waited for by planning again', async () => {
    const { world, go } = scene();
    world.isReady = false;
    const [{ outcome }] = await Promise.all([go({ wait: '10s' }), sleep(100).then(() => (world.isReady = true))]);
    expect(outcome.failure).toBeUndefined();
    expect(world.remote).toBe(1);
  });

  it('is not waited for if waiting does not help', async () => {
    const action = defineAction({
      name: 'Try',
      description: 'Tries.',
      example: '',
      inputs: {},
      outputs: {},
      waits: 'for another token',
      plan: async () => ({
        waitsFor: [{ title: 'another token', fix: 'Pass it.', isFinal: true }],
        changes: [],
        outputs: {},
      }),
    });
    const { outcome } = await perform(action, place, { inputs: { wait: '4h' } });
    expect(outcome.failure).toMatchObject({ message: 'Missing: another token.', fix: 'Pass it.' });
  });

  it('what is pending afterwards leaves apply green and makes check red', async () => {
    const { world, go } = scene();
    world.isMerged = false;
    const applied = await go({});
    expect(applied.outcome.failure).toBeUndefined();
    expect(applied.outputs['pending']).toBe('["the numbers are merged"]');
    expect((await go({ mode: 'check' })).outcome.failure).toMatchObject({
      message: 'Pending: the numbers are merged.',
    });
  });
});

describe('when the world moves', () => {
  it('plans again, and ends as if nothing had happened', async () => {
    const { world, go } = scene({ fails: (write) => (write === 2 ? new Moved('somebody was faster') : undefined) });
    const { outcome, outputs, log } = await go({});
    expect(outcome.failure).toBeUndefined();
    expect(world).toMatchObject({ local: 1, remote: 1, plans: 2 });
    expect(log).toContain('Somebody was faster: looking again.');
    expect(log.split('\n').filter((line) => line === '→ Set the remote number')).toHaveLength(1); // both plans have it
    expect(outputs['changes']).toBe('["Set the local number","Set the remote number"]');
  });

  it('does not say that it made what the server says was there', async () => {
    const { go } = scene({
      fails: (write) => (write === 2 ? new Moved('it was there', { unmade: ['remote'] }) : undefined),
    });
    const { outputs } = await go({});
    expect(outputs['changes']).toBe('["Set the local number","Set the remote number"]'); // by the second plan
    const { world, go: goOnce } = scene({
      fails: (write) => {
        if (write !== 2) return undefined;
        world.remote = 1;
        return new Moved('it was there', { unmade: ['remote'] });
      },
    });
    expect((await goOnce({})).outputs['changes']).toBe('["Set the local number"]');
  });

  it('gives up after its time with the last reason', async () => {
    const { outcome } = await scene({ fails: () => new Moved('somebody is always faster') }).go({});
    expect(outcome.failure).toMatchObject({
      message: expect.stringMatching(
        /^Gave up after \d+ seconds: something else kept changing the same thing\. Last: somebody is always faster\.$/,
      ),
    });
  });

  it('gives up after many plans, although each got further', async () => {
    const further = (write: number) => new Moved(`file ${write} arrived`, { hasProgressed: true });
    const { world, go } = scene({ fails: further });
    const { failure } = (await go({})).outcome;
    expect(failure).toMatchObject({
      message: 'Gave up after 200 plans: each got further, but none got to the end. Last: file 200 arrived.',
      fix: 'Run it again. What is already done is not repeated.',
    });
    expect(world.plans).toBe(200);
  });

  it('reports what was begun before a failure', async () => {
    const { go } = scene({ fails: (write) => (write === 2 ? new ReleaseError('The server says no.') : undefined) });
    const { outcome, outputs } = await go({});
    expect(outcome.failure).toMatchObject({ message: 'The server says no.' });
    expect(outputs).toMatchObject({ changed: 'true', changes: '["Set the local number","Set the remote number"]' });
  });

  it('a cancelled run says during what, and writes nothing more', async () => {
    const cancel = new AbortController();
    const changes = ['one', 'two'].map((title) => ({
      keys: [title],
      title,
      reach: 'local' as const,
      apply: async () => cancel.abort(),
    }));
    const action = defineAction({
      name: 'N',
      description: 'D',
      example: '',
      inputs: {},
      outputs: {},
      plan: async () => ({ changes, outputs: {} }),
    });
    const { outcome, outputs } = await perform(action, place, { signal: cancel.signal });
    expect(outcome.failure).toMatchObject({ message: 'The run was cancelled during "one".' });
    expect(outputs['changes']).toBe('["one"]');
  });
});

it('a plan with a word that no plan has is a bug', async () => {
  const plan = async () => ({ changes: [], outputs: {}, chnages: [] });
  const { outcome } = await perform(
    defineAction({ name: 'N', description: 'D', example: '', inputs: {}, outputs: {}, plan }),
    place,
  );
  expect(outcome.failure).toMatchObject({ message: 'A plan has no chnages.' });
});
