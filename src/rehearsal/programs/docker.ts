import { namedImage, wholeName } from '../images/name.ts';
import type { Image } from '../images/image.ts';
import { build } from './build.ts';
import { createIndex, inspectIndex, mergedIndex } from './indexes.ts';
import { inspect, inspectManifest, list, load, pull, push, remove, save, tag } from './local-images.ts';
import { localImage, type ProgramCall, remoteImage, type StandInProgram } from './program.ts';
import { signIn, signOut } from './sign-in.ts';

type Command = (call: ProgramCall, args: readonly string[]) => Promise<number>;

/** Does nothing, because there is nothing to do. */
const nothing: Command = async () => 0;

const says =
  (text: string): Command =>
  async ({ print }) => {
    print(text);
    return 0;
  };

/** Commands of one word or several. */
const commands: Readonly<Record<string, Command>> = {
  build,
  'builder build': build,
  'builder prune': nothing,
  bud: build,
  'buildx build': build,
  'buildx b': build,
  'buildx create': says('rehearsal'),
  'buildx du': nothing,
  'buildx imagetools create': createIndex,
  'buildx imagetools inspect': inspectIndex,
  'buildx inspect': says('Name: rehearsal\nPlatforms: linux/amd64, linux/arm64'),
  'buildx install': nothing,
  'buildx ls': says('rehearsal docker-container running linux/amd64, linux/arm64'),
  'buildx prune': nothing,
  'buildx rm': nothing,
  'buildx stop': nothing,
  'buildx use': nothing,
  'buildx version': says('github.com/docker/buildx v0.0.0 rehearsal'),
  'context ls': says('default'),
  'context use': nothing,
  'image build': build,
  'image inspect': inspect,
  'image load': load,
  'image ls': list,
  'image prune': nothing,
  'image pull': pull,
  'image push': push,
  'image rm': remove,
  'image save': save,
  'image tag': tag,
  images: list,
  info: says('Server Version: rehearsal'),
  inspect,
  load,
  login: signIn,
  logout: signOut,
  'manifest annotate': nothing,
  'manifest create': createManifest,
  'manifest inspect': inspectManifest,
  'manifest push': push,
  'manifest rm': remove,
  pull,
  push,
  rmi: remove,
  save,
  'system prune': nothing,
  tag,
  version: says('Version: rehearsal'),
  '--version': says('Docker version 0.0.0, build rehearsal'),
  '-v': says('Docker version 0.0.0, build rehearsal'),
};

/** What needs containers that run. As with actions of others, it counts as a success. */
const running =
  /^(?:attach|bake|commit|compose|container|cp|create|diff|events|exec|export|history|import|kill|logs|network|pause|plugin|port|ps|rename|restart|rm|run|scout|search|service|stack|start|stats|stop|swarm|system|top|trust|unpause|update|volume|wait|buildx bake)$/;

// Why: docs/decisions.md D87
/** The program docker, and those that are called like it: images are made up, and containers do not run. */
export const docker: StandInProgram = async (call) => {
  const args = withoutGlobalOptions(call.args);
  for (const words of [3, 2, 1]) {
    const command = commands[args.slice(0, words).join(' ')];
    if (command !== undefined) return command(call, args.slice(words));
  }
  const name = args.slice(0, args[0] === 'buildx' ? 2 : 1).join(' ');
  if (running.test(name)) {
    call.omit(`a rehearsal runs no containers: docker ${call.args.join(' ')}`);
    return 0;
  }
  call.omit(`docker ${name} is not known here`);
  call.say(`docker: '${name}' is not a docker command.`);
  return 1;
};

/** Options before the command, such as `--config folder` and `--context name`. */
function withoutGlobalOptions(args: readonly string[]): readonly string[] {
  const [first = '', ...rest] = args;
  if (/^(?:--config|--context|-c|--host|-H|--log-level|-l)$/.test(first)) return withoutGlobalOptions(rest.slice(1));
  return /^--(?:config|context|host|log-level|tls\w*|debug)\b/.test(first) ? withoutGlobalOptions(rest) : args;
}

/** `docker manifest create` makes an index on the machine; `docker manifest push` pushes it. */
async function createManifest(call: ProgramCall, args: readonly string[]): Promise<number> {
  const [name = '', ...sources] = args.filter((word) => !word.startsWith('-'));
  const images: Image[] = [];
  for (const source of sources.map(namedImage)) {
    const isHere = call.visitor.room.images.has(wholeName(source));
    images.push(isHere ? localImage(call, source) : await remoteImage(call, source));
  }
  call.visitor.room.images.set(wholeName(namedImage(name)), mergedIndex(images));
  call.print(`Created manifest list ${wholeName(namedImage(name))}`);
  return 0;
}
