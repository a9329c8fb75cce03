export const changelogFormats = ['keep-a-changelog', 'github-changelog-generator'] as const;
export type ChangelogFormat = (typeof changelogFormats)[number];
