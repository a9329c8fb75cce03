import { textItems } from '../../domain/text.ts';
import { pairOf } from '../images/build.ts';
import { fieldsIn, pairIn } from '../images/exporters.ts';
import { filled, globalValues, type ImageSituation } from './image-expressions.ts';
import { imageTags, metadataLines } from './image-tags.ts';

type Repository = {
  /** `owner/name` */
  readonly name: string;
  readonly address: string;
};

export type ImageMetadata = {
  readonly outputs: Readonly<Record<'version' | 'tags' | 'tag-names' | 'labels' | 'annotations' | 'json', string>>;
  readonly warnings: readonly string[];
};

/** What docker/metadata-action says. Of the repository, description and licence are not known here. */
export function imageMetadata(
  input: (name: string, fallback?: string) => string,
  situation: ImageSituation,
  repository: Repository & { readonly annotationLevels?: string | undefined },
): ImageMetadata {
  const { tags: names, warnings } = imageTags(input('tags'), input('flavor'), situation);
  const images = imagesIn(input('images'));
  const tags = images.length === 0 ? names : images.flatMap((image) => names.map((name) => `${image}:${name}`));
  const [version = ''] = names;
  const values = globalValues(situation);
  const described = (added: string): readonly string[] => {
    const more = metadataLines(added).map((line) => pairOf(filled(line, values, situation.date)));
    const all = new Map([...standardLabels(version, situation, repository), ...more]);
    return [...all].toSorted(([one], [other]) => one.localeCompare(other)).map((pair) => pair.join('='));
  };
  const labels = described(input('labels'));
  const levels = textItems(repository.annotationLevels ?? 'manifest');
  const annotations = levels.flatMap((level) => described(input('annotations')).map((one) => `${level}:${one}`));
  const json = { tags, 'tag-names': names, labels: Object.fromEntries(labels.map(pairOf)), annotations };
  return {
    outputs: {
      version,
      tags: tags.join(input('sep-tags') || '\n'),
      'tag-names': names.join(input('sep-tags') || '\n'),
      labels: labels.join(input('sep-labels') || '\n'),
      annotations: annotations.join(input('sep-annotations') || '\n'),
      json: JSON.stringify(json),
    },
    warnings: names.length === 0 ? [...warnings, 'No Docker tag has been generated. Check tags input.'] : warnings,
  };
}

/** One line can have several names. On lines of their own, they can have attributes. */
function imagesIn(text: string): readonly string[] {
  const lines = metadataLines(text).map(fieldsIn);
  const isPlain = lines.length === 1 && lines.flat().every((field) => !field.includes('='));
  if (isPlain) return lines.flat().map((name) => name.trim().toLowerCase());
  return lines.flatMap((fields) => {
    const pairs = fields.map((field) => pairIn(field, 'name'));
    const { name = '', enable = 'true' } = Object.fromEntries(pairs) as Readonly<Record<string, string>>;
    return enable === 'false' ? [] : [name.toLowerCase()];
  });
}

const standardLabels = (version: string, { sha, date }: ImageSituation, { name, address }: Repository) =>
  Object.entries({
    title: name.split('/')[1] ?? '',
    description: '',
    url: address,
    source: address,
    version,
    created: date?.toISOString() ?? '',
    revision: sha,
    licenses: '',
  }).map(([key, value]) => [`org.opencontainers.image.${key}`, value] as const);
