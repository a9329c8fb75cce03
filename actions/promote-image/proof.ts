import { referenceText } from '../../src/domain/images/reference.ts';
import type { Condition } from '../../src/world/change.ts';
import { boundedly } from '../../src/world/parallel.ts';
import type { Copying, CopyOptions, Registry } from '../../src/world/registry/registry.ts';

/** What images at their destinations name, and what is not there. Only the destinations are asked. */
export async function lackingAt(
  copies: readonly Copying[],
  options: CopyOptions,
  registry: Registry,
): Promise<readonly Condition[]> {
  const lacking = await boundedly(copies, async ({ to, image }) => {
    const parts = await registry.lacking(to, image, options);
    return parts.map(({ digest, mediaType }) => ({
      title: `${digest} (${mediaType}), which ${referenceText(to)} needs`,
      fix: `Somebody has deleted it from ${to.registry}. Promote the image again with a new tag, or restore it.`,
    }));
  });
  return lacking.flat();
}
