import { parseDeclaredRegistry } from '../domain/images/declared-registry.ts';
import { parsePlatform } from '../domain/images/platform.ts';
import { textItems } from '../domain/text.ts';
import { input } from './input.ts';

/** The inputs of every action that looks at images. */
export const imageInputs = {
  platforms: input(
    'The platforms that each image must have, such as linux/amd64, with commas or line breaks between them. Charts and other artifacts have none.',
    (text) => textItems(text).map(parsePlatform),
  ).or(''),
  registries: input(
    'What is special about registries, one per line: registry.internal:5000 plain (no encryption), or registry.example.org token=login.example.net (another server that issues its tokens).',
    parseDeclaredRegistry,
  )
    .list()
    .or(''),
};
