import { ReleaseError } from '../error.ts';
import { listed, quoted } from '../text.ts';
import { wheelDifference } from './differences.ts';
import { readWheel } from './wheel.ts';
import type { Wheel } from './wheel.ts';

/** A file that a build backend made. */
export type Product = { readonly name: string; readonly bytes: Buffer };

export type BuiltPackage = {
  readonly wheel: Product;
  readonly metadata: Wheel;
  /** The source archive, if one was asked for. */
  readonly sdist: Product | undefined;
};

/** The one wheel, and the one source archive, that a build made. */
export function packageOf(products: readonly Product[], isWithSdist: boolean): BuiltPackage {
  const wheel = onlyOne('wheel', products, '.whl');
  const sdist = isWithSdist ? onlyOne('source archive', products, '.tar.gz') : undefined;
  return { wheel, metadata: readWheel(wheel.name, wheel.bytes), sdist };
}

function onlyOne(kind: string, products: readonly Product[], ending: string): Product {
  const found = products.filter(({ name }) => name.endsWith(ending));
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  const names = found.length === 0 ? '' : `: ${listed(found.map(({ name }) => quoted(name)))}`;
  throw new ReleaseError(`The build made ${found.length} ${kind}s, not one${names}.`, {
    fix: 'Let the build make exactly one. The input path names the folder of one project.',
  });
}

/** Refuses a package that a second build did not make with the same bytes. */
export function refuseUnlessEqual({ wheel }: BuiltPackage, again: BuiltPackage): void {
  const fix =
    'Find out what of the build depends on the time, on chance or on its folder. Without verify: true nobody can build the same wheel either.';
  if (wheel.name !== again.wheel.name)
    throw new ReleaseError(`The first build made ${quoted(wheel.name)}, and the second ${quoted(again.wheel.name)}.`, {
      fix,
    });
  const difference = wheelDifference(wheel.name, wheel.bytes, again.wheel.bytes);
  if (difference !== undefined) throw new ReleaseError(`Two builds of ${wheel.name} differ: ${difference}.`, { fix });
}
