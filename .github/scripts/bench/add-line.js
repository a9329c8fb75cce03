// Adds a line to an image list, as promote-image does: node add-line.js <folder of the built sources> <list> <image> <digest> <tag>
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [built = '', file = '', name = '', digest = '', tag = ''] = process.argv.slice(2);
const { addToImageList } = await import(pathToFileURL(join(built, 'src/domain/image-lists/add.js')).href);
const source = { file, text: readFileSync(file, 'utf8') };
writeFileSync(file, addToImageList(source, [{ name, digest, tags: [tag] }]).text);
