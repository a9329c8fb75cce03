/** The content of an annotated tag. */
export type TagObject = {
  /** `Name <address>`; git allows tags without one. */
  readonly tagger: string | undefined;
  /** When it was made, in seconds. */
  readonly epoch: number | undefined;
  /** Exactly as given, without the signature. */
  readonly message: string;
  readonly subject: string;
  /** Whether there is a signature. It is not verified. */
  readonly isSigned: boolean;
};

const signatureStart = /(?<![^\n])-----BEGIN (?:PGP SIGNATURE|PGP MESSAGE|SSH SIGNATURE|SIGNED MESSAGE)-----/g;

/** Reads the text that `git cat-file tag` prints: headers, an empty line, the message, perhaps a signature. */
export function parseTagObject(text: string): TagObject {
  const end = text.indexOf('\n\n');
  const headers = end < 0 ? text : text.slice(0, end);
  const body = end < 0 ? '' : text.slice(end + 2);
  const signature = startOfSignature(body);
  const message = signature === undefined ? body : body.slice(0, signature);
  const [, tagger, epoch] = /^tagger (.*?) (\d+) [+-]\d{4}$/m.exec(headers) ?? [];
  return {
    tagger,
    epoch: epoch === undefined ? undefined : Number(epoch),
    message,
    subject: (message.trimStart().split(/\r?\n[ \t\r]*\n/)[0] ?? '').trim().split(/\r?\n/).join(' '),
    isSigned: signature !== undefined,
  };
}

export type NewTagObject = {
  readonly name: string;
  readonly commit: string;
  readonly message: string;
  /** `Name <address>` */
  readonly tagger: string;
  readonly epoch: number;
};

/** The text of an annotated tag of a commit, as git writes it. A signature of the text may be appended. */
export const tagObjectText = ({ name, commit, message, tagger, epoch }: NewTagObject): string =>
  `object ${commit}\ntype commit\ntag ${name}\ntagger ${tagger} ${epoch} +0000\n\n${message}`;

/** Whether git would read a line of this message as the beginning of a signature. */
export const looksSigned = (message: string): boolean => startOfSignature(message) !== undefined;

// Like git, the last such line: an earlier one may be a quotation.
const startOfSignature = (body: string): number | undefined => [...body.matchAll(signatureStart)].at(-1)?.index;
