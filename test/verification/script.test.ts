import { expect, it } from 'vitest';
import { namesSetBy, toldByScript } from '../../src/verification/script.ts';

const X = '\uFFFD';
const out = '>> "$GITHUB_OUTPUT"';

it.each<[what: string, script: string, variables: Readonly<Record<string, string>>, outputs: unknown]>([
  ['a text', `echo "name=a b" ${out}`, {}, { name: 'a b' }],
  ['a variable', `echo "name=$A/\${B}" >> $GITHUB_OUTPUT`, { A: 'a', B: 'b' }, { name: 'a/b' }],
  [
    'the parts of a name',
    `{\n  echo "host=\${I%%/*}"\n  echo "folder=\${I%/*}"\n  echo "name=\${I##*/}"\n  echo "rest=\${I#*/}"\n} ${out}`,
    { I: 'ghcr.io/org/app' },
    { host: 'ghcr.io', folder: 'ghcr.io/org', name: 'app', rest: 'org/app' },
  ],
  [
    'a variable of its own',
    `folder=\${S:-\${I%/*}/staging}\nx=\${V/+/_}\necho "folder=$folder" ${out}\necho "v=$x" ${out}`,
    { S: '', I: 'r.io/o/a', V: '1+b' },
    { folder: 'r.io/o/staging', v: '1_b' },
  ],
  ['a tag without its v', `echo "v=\${GITHUB_REF_NAME#v}" ${out}`, { GITHUB_REF_NAME: 'v1.2.0' }, { v: '1.2.0' }],
  ['lower case', `echo "image=ghcr.io/\${R,,}" ${out}`, { R: 'Org/App' }, { image: 'ghcr.io/org/app' }],
  ['what a program prints', `a=$(date)\necho "a=$a" ${out}\necho "b=c" ${out}`, {}, { a: X, b: 'c' }],
  [
    'a program within a text',
    `echo "digest=sha256:$(sha256sum f | cut -d ' ' -f 1)" ${out}`,
    {},
    { digest: `sha256:${X}` },
  ],
  ['a variable that is not known', `echo "a=$RUNNER_NAME" ${out}`, {}, { a: X }],
  [
    'several lines',
    `end=$(cat /proc/sys/kernel/random/uuid)\n{\n  echo "files<<$end"\n  echo "a#A"\n  if [ "$D" != '' ]; then echo "$D#D"; fi\n  if [ "$C" != '' ]; then echo "$C#C"; fi\n  echo "$end"\n} ${out}`,
    { D: 'd', C: '' },
    { files: 'a#A\nd#D' },
  ],
  [
    'what a condition decides',
    `if [ -n "$A" ]; then\n  echo "x=$A" ${out}\nfi\nif [[ $A == b ]]; then\n  echo "y=1" ${out}\nfi`,
    { A: 'a' },
    { x: 'a' },
  ],
  [
    'a condition that is not known',
    `a=1\nif skopeo inspect x; then\n  a=2\n  echo "c=3" ${out}\nfi\necho "a=$a" ${out}\necho "b=1" ${out}`,
    {},
    { a: X, b: '1', c: X },
  ],
  [
    'a choice',
    `s=1\ncase "$M" in\n  apply)\n    if ! skopeo x; then\n      skopeo y\n    fi\n    ;;\n  check) s=2 ;;\nesac\necho "s=$s" ${out}\necho "b=1" ${out}`,
    { M: 'apply' },
    { s: X, b: '1' },
  ],
  [
    'comments and other programs',
    `# a=b\nrm -f x # y\nset -eu\nmake -C docs && echo done\necho "a=1" ${out}`,
    {},
    { a: '1' },
  ],
  ['a # in a text', `echo "a=b #c" ${out} # d "e`, {}, { a: 'b #c' }],
  ['a text of several lines', `echo "a=b\nc" ${out}`, {}, undefined],
  ['no outputs', 'make', {}, {}],
  ['a program that writes there', `node x.js ${out}`, {}, undefined],
  ['a program that writes there on a condition', `if x; then\n  node x.js ${out}\nfi`, {}, undefined],
  ['a program in a loop that goes there', `for f in a b; do\n  jq -r .a "$f"\ndone ${out}`, {}, undefined],
  [
    'a loop that goes there on a condition',
    `if x; then\n  for f in a; do\n    echo "a=$f"\n  done ${out}\nfi`,
    {},
    undefined,
  ],
  [
    'a program as a condition of what goes there',
    `{\n  if grep x y; then\n    echo "a=1"\n  fi\n} ${out}`,
    {},
    undefined,
  ],
  [
    'comparisons of what is not known',
    `{\n  if [ "$A" = 1 ]; then\n    b=$(date +%F)\n    echo "a=1"\n  else\n    echo "a=2"\n  fi\n} ${out}`,
    {},
    { a: X },
  ],
  ['a choice in one line', `case "$M" in\n  a) echo "s=1" ${out} ;;\n  b) s=1 ;;\nesac`, {}, { s: X }],
  ['a read', `read -r a < f\necho "a=$a" ${out}`, {}, undefined],
  ['a function', `f() {\n  a=1\n}\necho "a=1" ${out}`, {}, undefined],
  ['jq', `jq -r .a f | sed s/^/a=/ ${out}`, {}, undefined],
  ['a document', `cat <<EOF ${out}\na=1\nEOF`, {}, undefined],
])('reads %s', (_, script, variables, outputs) => {
  expect(toldByScript(script, variables)?.outputs).toEqual(outputs);
});

it('reads the variables for later steps apart from the outputs', () => {
  const script = `A=\${R#v}\n{\n  echo "A=$A"\n  echo "B=$(date)"\n} >> "$GITHUB_ENV"\necho "a=$A" ${out}`;
  expect(toldByScript(script, { R: 'v1' })).toEqual({ outputs: { a: '1' }, env: { A: '1', B: X } });
  expect(toldByScript('echo "A=1" | tee -a "$GITHUB_ENV"', {})).toBeUndefined();
  expect(namesSetBy('node x.ts | sed s/^/A=/ >> $GITHUB_ENV\necho "B<<EOF" >> $GITHUB_ENV')).toEqual({ A: X, B: X });
  expect(namesSetBy('A=1 make')).toEqual({});
});
