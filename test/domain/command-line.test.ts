import { describe, expect, it } from 'vitest';
import { helpOf } from '../../src/domain/command-lines/command-line.ts';
import { problemsIn, ReleaseError } from '../../src/domain/error.ts';
import { commandLine as init, readArguments as readInit } from '../../src/init/init-arguments.ts';
import { commandLine as rehearse, readArguments as readRehearse } from '../../src/rehearsal/rehearse-arguments.ts';
import { commandLine as doctor, readArguments as readDoctor } from '../../src/rehearsal/doctor/doctor-arguments.ts';
import { commandLine as verify, readArguments as readVerify } from '../../src/verification/verify-arguments.ts';

describe('words', () => {
  it('of every command become values', () => {
    expect(readDoctor(['--json'])).toEqual({ isJson: true });
    expect(readInit([])).toEqual({ isApplied: false, isRehearsed: true });
    expect(readInit(['--no-rehearsal'])).toEqual({ isApplied: true, isRehearsed: false });
    expect(readVerify(['--input', 'image=v1=2', 'refs/tags/chart/0.3.0', '--open', '--input', 'a='])).toEqual({
      tag: 'chart/0.3.0',
      inputs: { image: 'v1=2', a: '' },
      vars: {},
      isJson: false,
      isOpened: true,
    });
    expect(readRehearse(['v1.2.0', '--secret=A=a', '--secret', 'B', '--allow', 'Slack.com'])).toMatchObject({
      what: 'v1.2.0',
      ref: undefined,
      secrets: [
        ['A', 'a'],
        ['B', undefined],
      ],
      allowed: ['slack.com'],
      isReleased: false,
    });
    expect(readRehearse(['release.yml', '--ref', 'one', '--ref', 'two'])).toMatchObject({
      ref: 'two',
      secrets: [],
      inputs: {},
    });
  });

  const doctorHint = 'release-actions help doctor lists all options.';
  const rehearseHint = 'release-actions help rehearse lists all options.';
  it.each<[(args: readonly string[]) => unknown, args: readonly string[], said: string]>([
    [readDoctor, ['v1'], `doctor takes no "v1".\n${doctorHint}`],
    [readDoctor, ['--all'], `There is no option --all.\n${doctorHint}`],
    [
      readDoctor,
      ['--jsno', 'v1', 'v2'],
      `There is no option --jsno.\nDid you mean --json?\ndoctor takes no "v2".\n${doctorHint}`,
    ],
    [
      readRehearse,
      ['v1', '--uncommited'],
      `There is no option --uncommited.\nDid you mean --uncommitted?\n${rehearseHint}`,
    ],
    [readRehearse, ['v1', '--json=yes'], `--json takes no value, but has "yes".\n${rehearseHint}`],
    [readRehearse, ['v1', '--ref'], `--ref has no value.\nWrite --ref BRANCH.\n${rehearseHint}`],
    [readRehearse, ['v1', '--secret'], `--secret has no value.\nWrite --secret NAME.\n${rehearseHint}`],
    [readRehearse, ['v1', '--var'], `--var has no value.\nWrite --var NAME=VALUE.\n${rehearseHint}`],
    [
      readRehearse,
      ['v1', '--ref', '--json'],
      `--ref has no value: "--json" is the next option.\nTo give this value, write --ref=--json\n${rehearseHint}`,
    ],
    [
      readRehearse,
      ['v1', 'v2'],
      'rehearse takes one tag, one branch or one workflow, not 2.\nWrite release-actions rehearse v1.2.0, or release-actions rehearse release.yml.',
    ],
    [
      readRehearse,
      ['v1', '--local', 'actions'],
      '--local "actions" has no name and value.\nWrite --local org/actions=../actions.',
    ],
  ])('that are wrong are refused: %#', (read, args, said) => {
    expect(saidOf(() => read(args))).toBe(said);
  });
});

function saidOf(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    if (error instanceof ReleaseError)
      return problemsIn(error)
        .flatMap(({ message, fix }) => [message, fix ?? []].flat())
        .join('\n');
    throw error;
  }
  throw new Error('It was not refused.');
}

it.each([rehearse, doctor, verify, init].map((line) => [line.name, line] as const))(
  'the help of %s fits a terminal, and has every option',
  (name, line) => {
    const help = helpOf(line);
    expect(Math.max(...help.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(100);
    expect(help).toContain(`\n\nUsage: release-actions ${name} `);
    for (const option of [...Object.keys(line.options), 'help'])
      expect(help).toMatch(new RegExp(`^  --${option}\\b`, 'm'));
  },
);
