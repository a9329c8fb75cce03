/**
 * The name that GitHub gives to an asset. Accents are removed, and everything but letters, digits and `-_+@` becomes a
 * single dot. gh has the same rule:
 * https://github.com/cli/cli/blob/010bc0c1556c5568138f3c29120cac55dfc85690/pkg/cmd/release/upload/upload.go
 */
export function assetName(given: string): string {
  const unmarked = given.normalize('NFD').replaceAll(/\p{Mn}/gu, '');
  const plain = unmarked.replaceAll(/[^\0-\x7f]/gu, (letter) => plainLetters[letter] ?? '.');
  const named = given.startsWith('.') ? `default${plain}` : plain;
  const name = named.replaceAll(/[^\w+@-]+/g, '.').replaceAll(/^\.|\.$/g, '');
  return name === given || name.includes('.') ? name : `default.${name}`;
}

// These are not in the rule of gh, but GitHub replaces them: https://github.com/travis-ci/dpl/issues/821
const plainLetters: Readonly<Record<string, string>> = {
  Æ: 'AE',
  æ: 'ae',
  Ð: 'D',
  ð: 'd',
  Đ: 'D',
  đ: 'd',
  Ł: 'L',
  ł: 'l',
  Ŋ: 'NG',
  ŋ: 'ng',
  Œ: 'OE',
  œ: 'oe',
  Ø: 'O',
  ø: 'o',
  ß: 'ss',
  Þ: 'Th',
  þ: 'th',
};
