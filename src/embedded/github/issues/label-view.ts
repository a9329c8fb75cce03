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

/** Labels by their names, in any case. Those that do not exist are created, as on GitHub. */
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

/** The names of labels in a body, where each is a text or an object with a name. */
export function labelNames(fields: Fields): string[] {
  return (listOf(fields, 'labels') ?? []).map((label) =>
    typeof label === 'string' ? label : requiredText(label as Fields, 'name'),
  );
}
