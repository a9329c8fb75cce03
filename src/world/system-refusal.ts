import { ReleaseError } from '../domain/error.ts';
import { quoted } from '../domain/text.ts';

type Failed = Error & { readonly code: string; readonly syscall: string; readonly path?: string };

/** What the operating system refused, while what was done, and what to do about it. Undefined for every other error. */
export function systemRefusal(error: unknown, during: string | undefined): ReleaseError | undefined {
  if (!isOfSystem(error)) return undefined;
  const found = reasons[error.code.replace('ERR_FS_', '')];
  if (found === undefined) return undefined;
  const [reason, fix] = found;
  const { syscall, path } = error;
  const call = path === undefined ? syscall : `${syscall.split(' ')[0]} of ${quoted(path)}`;
  return new ReleaseError(`${during === undefined ? '' : `${during}: `}${call} failed: ${reason}.`, {
    fix: `${fix}, and run it again. What is already done is not repeated.`,
    cause: error,
  });
}

/** https://nodejs.org/api/errors.html#class-systemerror */
const isOfSystem = (error: unknown): error is Failed =>
  error instanceof Error &&
  'code' in error &&
  typeof error.code === 'string' &&
  'syscall' in error &&
  typeof error.syscall === 'string';

const permit = 'Let this user read and write there, also in the folder around it';
const reasons: Readonly<Record<string, readonly [reason: string, fix: string]>> = {
  ENOSPC: ['there is no space left on the disk', 'Free space on the disk'],
  EDQUOT: ['the quota of this user is used up', 'Free space on the disk, or raise the quota'],
  EFBIG: ['the file would be longer than this system allows', 'Raise the limit (ulimit -f)'],
  EROFS: ['the disk is read-only', 'Use a workspace, and a temporary folder (RUNNER_TEMP, TMPDIR), on another disk'],
  EACCES: ['this user has no permission', permit],
  EPERM: ['this user has no permission', permit],
  EISDIR: ['it is a folder', 'Remove or rename the folder'],
  ENOTDIR: ['a part of the path is a file, not a folder', 'Remove or rename the file'],
  ENOENT: ['there is no such file or folder', 'Create it, or correct the path or the variable that names it'],
  ENAMETOOLONG: ['the name is too long', 'Use a shorter name'],
  ELOOP: ['its symbolic links lead to each other', 'Remove the links'],
  EBUSY: ['another program uses it', 'Wait until that program has ended'],
  ETXTBSY: ['another program uses it', 'Wait until that program has ended'],
  EIO: ['the disk does not work', 'Use another disk'],
  EMFILE: ['too many files are open', 'Raise the limit (ulimit -n)'],
  ENFILE: ['too many files are open', 'End other programs'],
  ENOMEM: ['there is no memory left', 'End other programs, or use a larger runner'],
  EAGAIN: ['there are too many processes', 'End other programs, or use a larger runner'],
  E2BIG: ['its arguments are too long', 'Name fewer files or tags'],
};
