// `node make.js <folder>`: a headless Chromium for Linux on x64, with the libraries that a bare machine lacks, and two fonts, so
// that pages look alike everywhere. Somebody's build of Chromium: for tests only, never for an action.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';

const packages = {
  '@sparticuz/chromium@153.0.0':
    'jiGWqSvPMdu4+P9TilYqAR7yEGPEHINx+lCvE/NqNO/EHYzF/x1hUiI5T6ioVIt7dEy7n88byyT0vk+dnsgQwA==',
  '@expo-google-fonts/inter@0.4.2':
    'syfiImMaDmq7cFi0of+waE2M4uSCyd16zgyWxdPOY7fN2VBmSLKEzkfbZgeOjJq61kSqPBNNtXjggiQiSD6gMQ==',
  '@expo-google-fonts/jetbrains-mono@0.4.1':
    'CslACrtMOcRwoWXCO7OMEI+9w3fukWSoBtvNz46OqPoogEuuoY0tkDY1O8sFumk8t0pC6Cx0Xr95O0TOQhpkug==',
};
const fonts = {
  'inter@0.4.2': [
    '400Regular/Inter_400Regular',
    '500Medium/Inter_500Medium',
    '600SemiBold/Inter_600SemiBold',
    '700Bold/Inter_700Bold',
  ],
  'jetbrains-mono@0.4.1': ['400Regular/JetBrainsMono_400Regular', '600SemiBold/JetBrainsMono_600SemiBold'],
};
const settings = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
  <alias binding="same"><family>system-ui</family><prefer><family>Inter</family></prefer></alias>
  <alias binding="same"><family>monospace</family><prefer><family>JetBrains Mono</family></prefer></alias>
</fontconfig>
`;

const [into = ''] = process.argv.slice(2);
mkdirSync(join(into, 'fonts'), { recursive: true });
const scratch = mkdtempSync(join(into, 'scratch-'));
const unpacked = Object.fromEntries(Object.entries(packages).map(([name, digest]) => [name, unpack(name, digest)]));

const bin = join(unpacked['@sparticuz/chromium@153.0.0'] ?? '', 'bin');
const opened = (/** @type {string} */ name) => brotliDecompressSync(readFileSync(join(bin, `${name}.br`)));
writeFileSync(join(into, 'chromium'), opened('chromium'), { mode: 0o755 });
for (const archive of ['al2023.tar', 'swiftshader.tar'])
  execFileSync('tar', ['--extract', '--no-same-owner', '--directory', into], { input: opened(archive) });
for (const [name, files] of Object.entries(fonts))
  for (const file of files)
    cpSync(
      join(unpacked[`@expo-google-fonts/${name}`] ?? '', `${file}.ttf`),
      join(into, 'fonts', `${file.split('/')[1]}.ttf`),
    );
writeFileSync(join(into, 'fonts.conf'), settings);
rmSync(scratch, { recursive: true });

/** Fetches a package through npm, compares its digest, and unpacks it. Its scripts are not run. */
function unpack(/** @type {string} */ name, /** @type {string} */ digest) {
  const folder = mkdtempSync(join(scratch, 'package-'));
  const file = execFileSync('npm', ['pack', '--silent', '--pack-destination', folder, name], {
    encoding: 'utf8',
  }).trim();
  const path = join(folder, file);
  const found = createHash('sha512').update(readFileSync(path)).digest('base64');
  if (found !== digest) throw new Error(`${name} has the digest sha512-${found}, not sha512-${digest}.`);
  execFileSync('tar', ['--extract', '--gzip', '--no-same-owner', '--file', path, '--directory', folder]);
  return join(folder, 'package');
}
