import { ReleaseError } from '../../domain/error.ts';

/** What docker/metadata-action knows of a run. */
export type ImageSituation = {
  readonly event: string;
  readonly ref: string;
  readonly sha: string;
  /** How many characters of the commit a short one has. */
  readonly shortLength: number;
  readonly defaultBranch: string | undefined;
  /** The branch from which a tag was pushed, or into which a pull request goes. */
  readonly baseRef: string;
  /** When it runs, if that is known. */
  readonly date: Date | undefined;
};

type Values = Readonly<Record<string, string | undefined>>;

/** An expression that docker/metadata-action knows, but not a rehearsal. */
export class UnknownExpression extends ReleaseError {
  readonly expression: string;

  constructor(expression: string) {
    super(`The value of ${expression} is not known here.`);
    this.expression = expression;
  }
}

/** Replaces `{{name}}` by values. A name that is not there is empty. */
export const filled = (text: string, values: Values, date?: Date): string =>
  text.replaceAll(/\{\{\{?\s*([^{}]*?)\s*\}?\}\}/g, (whole, inside: string) => {
    const [, format, zone = 'UTC'] = /^date\s+'([^']*)'(?:\s+tz='([^']*)')?$/.exec(inside.replaceAll('"', "'")) ?? [];
    const isName = /^\w+$/.test(inside) && !inside.endsWith('date');
    const isDated = format !== undefined && date !== undefined && isZone(zone);
    const written = isDated ? formatted(date, format, zone) : undefined;
    const value = isName ? (values[inside] ?? '') : written;
    if (value === undefined) throw new UnknownExpression(whole);
    return value;
  });

// https://github.com/docker/metadata-action#global-expressions
/** What global expressions of docker/metadata-action stand for. */
export function globalValues({ event, ref, sha, shortLength, defaultBranch, baseRef }: ImageSituation): Values {
  const branch = ref.replace(/^refs\/heads\//, '');
  const isDefault = branch === defaultBranch || /create|discussion|issues|schedule/.test(event);
  return {
    branch: /^refs\/heads\/(.+)/.exec(ref)?.[1],
    tag: /^refs\/tags\/(.+)/.exec(ref)?.[1],
    sha: sha.slice(0, shortLength),
    base_ref: baseRef,
    is_default_branch: String(isDefault),
    is_not_default_branch: String(!isDefault),
  };
}

const isZone = (name: string) => name === 'UTC' || Intl.supportedValuesOf('timeZone').includes(name);

/** A date as moment.js writes it. Undefined if the format has other letters than the usual ones. */
function formatted(date: Date, format: string, timeZone: string): string | undefined {
  const digits = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const;
  const style = { ...digits, second: '2-digit', hourCycle: 'h23', timeZone } as const;
  const parts = new Intl.DateTimeFormat('en', style).formatToParts(date);
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.find(({ type }) => type === name)?.value ?? '';
  const known: Values = {
    YYYY: part('year'),
    YY: part('year').slice(-2),
    MM: part('month'),
    DD: part('day'),
    HH: part('hour'),
    mm: part('minute'),
    ss: part('second'),
    X: String(Math.floor(date.getTime() / 1000)),
    T: 'T',
  };
  const pieces = format.match(/\[[^\]]*\]|YYYY|YY|MM|DD|HH|mm|ss|[A-Za-z]|[^A-Za-z]/g) ?? [];
  const texts = pieces.map((piece) => (/^[A-Za-z]/.test(piece) ? known[piece] : piece.replace(/^\[(.*)\]$/, '$1')));
  return texts.includes(undefined) ? undefined : texts.join('');
}
