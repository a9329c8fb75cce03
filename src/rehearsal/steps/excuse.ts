import { positionText } from '../../domain/error.ts';
import { listed } from '../../domain/text.ts';
import type { Annotation } from './records.ts';
import { pathOf, type Room } from './room.ts';
import { isOnRunners } from './runner-programs.ts';
import { isIn } from './shells.ts';
import type { Speech } from './speech.ts';

const mostPlaces = 5;
const doubt = 'This may be because of what was not performed before:';
const doubtOfValues = 'This may be because the rehearsal made up the value';

/** Whether an annotation says that a failure may come from the rehearsal. */
export const isDoubt = ({ message }: Annotation): boolean =>
  message.startsWith(doubt) || message.startsWith(doubtOfValues);

// Why: docs/decisions.md D85
/**
 * A script, or an action, that failed only because this machine is no runner of GitHub counts as not performed. Where an earlier step was not
 * performed, or where a secret has no real value, the failure counts, and the step says that this may be why.
 */
export function excuse(speech: Speech, room: Room, kind: 'run' | 'uses'): void {
  speech.notPerformed = kind === 'run' ? reasonOf(speech, room) : missing(speech, room);
  if (speech.notPerformed === undefined) tellDoubts(speech, room);
}

/** Says of a step that failed what of the rehearsal may be why. */
export function tellDoubts(speech: Speech, room: Room): void {
  tellGaps(speech, room);
  tellMadeUp(speech);
}

function tellGaps(speech: Speech, room: Room): void {
  if (room.leftOut.length === 0) return;
  const places = [...new Set(room.leftOut.map(({ file, line }) => `${file}:${line}`))];
  const more = places.length > mostPlaces ? ` and ${places.length - mostPlaces} more` : '';
  const message = `${doubt} ${places.slice(0, mostPlaces).join(', ')}${more}.`;
  speech.annotate({ kind: 'notice', message, at: undefined });
}

/** Where a step failed that has got secrets without a real value, it says that this may be why. */
function tellMadeUp(speech: Speech): void {
  const secrets = [...speech.madeUp].map(({ name, at }) => `${name} (${positionText(at)})`);
  if (secrets.length === 0) return;
  const what = secrets.length === 1 ? ' of the secret' : 's of the secrets';
  const options = [...speech.madeUp].map(({ name }) => `--secret ${name}`);
  const message = `${doubtOfValues}${what} ${listed(secrets)}. ${listed(options)} ${options.length === 1 ? 'takes it' : 'take them'} from your environment.`;
  speech.annotate({ kind: 'notice', message, at: undefined });
}

function reasonOf(speech: Speech, room: Room): string | undefined {
  const reason = missing(speech, room) ?? speech.omitted[0]?.reason;
  if (reason !== undefined) return reason;
  return room.elsewhere === undefined ? undefined : `${room.elsewhere}, and failed on this machine`;
}

function missing({ log }: Speech, room: Room): string | undefined {
  const gap = log.map((line) => gapOfRehearsal.exec(line)?.[1]).find((reason) => reason !== undefined);
  if (gap !== undefined) return gap;
  if (log.includes(refusalOfPip))
    return 'pip would change the Python of this machine. With actions/setup-python in an earlier step, the job has its own';
  const program = missingProgram(log, pathOf(room));
  const isExpected = program !== undefined && (room.leftOut.length > 0 || isOnRunners(program));
  return isExpected ? `this machine has no ${program}` : undefined;
}

/** How a script of actions/github-script says that it uses what is not there. */
const gapOfRehearsal = /^Error: (a rehearsal has no [\w.]+)$/;

/** How pip says that it has to install into this machine. */
const refusalOfPip = 'ERROR: Could not find an activated virtualenv (required).';

/** How bash, dash, make, env, Go, Python and the actions of this project say that they did not find a program. */
const sayings = [
  /: line \d+: ([\w.+-]+): command not found$/,
  /: \d+: ([\w.+-]+): not found$/,
  /^(?:make(?:\[\d+\])?|(?:\/usr\/bin\/)?env): [‘']?([\w.+-]+)[’']?: No such file or directory$/,
  /exec: "([\w.+-]+)": executable file not found in \$PATH/,
  /^error: ([\w.+-]+) is not installed, or not in PATH\./,
  /FileNotFoundError: \[Errno 2\] No such file or directory: '([\w.+-]+)'$/,
];

/** The program that a script looked for, and that is not there. */
function missingProgram(log: readonly string[], searchPath: string): string | undefined {
  const named = log.flatMap((line) => sayings.flatMap((saying) => saying.exec(line)?.[1] ?? []));
  return named.find((program) => !isIn(program, searchPath));
}
