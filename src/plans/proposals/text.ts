import { ReleaseError } from '../../domain/error.ts';

const longestTitle = 256;
const longestBody = 65_536;

type ProposalText = { readonly title: string; readonly body: string };

/** Why a pull request cannot have this title and text. The fixes say how to get a shorter one. */
export const textRefusals = ({ title, body }: ProposalText, fixes: ProposalText): readonly ReleaseError[] => [
  ...(body.length > longestBody ? [tooLong('text', body.length, longestBody, fixes.body)] : []),
  ...(title.length > longestTitle ? [tooLong('title', title.length, longestTitle, fixes.title)] : []),
];

const tooLong = (what: 'text' | 'title', length: number, most: number, fix: string) =>
  new ReleaseError(`The ${what} of the pull request has ${length} characters. GitHub allows ${most}.`, { fix });
