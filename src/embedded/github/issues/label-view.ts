import { type Fields, listOf, requiredText } from '../core/fields.ts';
import { nodeId } from '../core/node-id.ts';
import type { LabelRecord } from '../core/records.ts';
import type { Repository, World } from '../core/world.ts';

export function labelView(world: World, { name: repository }: Repository, label: LabelRecord) {
  return {
    id: label.id,
    node_id: nodeId('Label', label.id),
    url: `${world.instance.url}/repos/${repository}/labels/${encodeURIComponent(label.name)}`,
    name: label.name,
    color: label.color,
    default: false,
    description: label.description ?? null,
  };
}

/** The labels of those names, without regard to case; what does not exist is made, as GitHub does. */
export function knownLabels(world: World, { record }: Repository, names: readonly string[]): string[] {
  const labels = names.map((name) => {
    const label = record.labels.get(name.toLowerCase()) ?? {
      id: world.id(),
      name,
      color: 'ededed',
      description: undefined,
    };
    record.labels.set(name.toLowerCase(), label);
    return label.name;
  });
  return [...new Set(labels)];
}

/** Labels in a body: texts, or objects with a name. */
export function labelNames(fields: Fields): string[] {
  return (listOf(fields, 'labels') ?? []).map((label) =>
    typeof label === 'string' ? label : requiredText(label as Fields, 'name'),
  );
}
