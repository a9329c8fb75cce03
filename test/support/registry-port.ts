import type { DeclaredRegistry } from '../../src/domain/images/declared-registry.ts';
import type { Host } from '../../src/world/host.ts';
import { Http } from '../../src/world/http/http.ts';
import { Registry } from '../../src/world/registry/registry.ts';
import { Tools } from '../../src/world/tools.ts';
import { hostOf } from './host.ts';

/** The port of registries without an action around it. Without a HOME it finds no credentials. */
export function registryPort(given: Partial<Host> = {}, declared: readonly DeclaredRegistry[] = []): Registry {
  const host = hostOf({ workspace: '/', pace: 0.001, ...given });
  return new Registry(host, { http: new Http(host), tools: new Tools(host) }, declared);
}
