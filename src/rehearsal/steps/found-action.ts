import type { SourcePosition } from '../../domain/error.ts';
import type { Package } from '../chronicle.ts';
import type { Image } from '../images/image.ts';
import type { NamedImage } from '../images/name.ts';
import type { ActionFile } from '../workflow/action-file.ts';
import type { Permissions } from '../workflow/permissions.ts';
import type { Room } from './room.ts';
import type { Speech } from './speech.ts';

/** Why nothing that runs in a container is performed. */
export const inContainer = 'it runs in a container, which a rehearsal does not';

/** What is performed for `uses`. */
export type FoundAction =
  | {
      readonly kind: 'folder';
      readonly folder: string;
      readonly file: ActionFile;
      /** `owner/name`; empty for an action of the checkout. */
      readonly repository: string;
      readonly ref: string;
    }
  | { readonly kind: 'stand-in'; readonly perform: (call: StandInCall) => Promise<void> }
  | { readonly kind: 'missing'; readonly reason: string; readonly onPassedOver?: () => void };

/** Finds the action that `uses` names. */
export type Actions = (uses: string, room: Room) => Promise<FoundAction>;

/** Does in this process what an action of others does on GitHub. */
export type StandIn = (call: StandInCall, world: StandInWorld) => Promise<void>;

/** Who pushes an image: the environment leads to the passwords, unless one is given. */
export type Pusher = {
  readonly env: Readonly<Record<string, string>>;
  readonly room: Pick<Room, 'leftOut'>;
  readonly password?: string;
};

/** What stand-ins need of the registries of a rehearsal. */
export type Registries = Pick<StandInWorld, 'pushImage' | 'readImage' | 'isPassword'>;

/** What stand-ins need of the servers of a rehearsal. */
export type StandInWorld = {
  /** The actions for which nothing stands in, of all jobs of the run until now. */
  readonly unknown: Set<string>;
  /** The token of an App with these permissions. */
  readonly admit: (login: string, permissions: Permissions) => string;
  /** Puts an image into the registry, under each name. Throws if the passwords do not suffice. */
  readonly pushImage: (names: readonly NamedImage[], image: Image, pusher: Pusher) => Promise<void>;
  /** An image of the registry; undefined if it is not there. */
  readonly readImage: (name: NamedImage) => Promise<Image | undefined>;
  /** Whether a password can be one of a registry. */
  readonly isPassword: (registry: string, password: string) => boolean;
  /** The folder with the objects of a repository, `owner/name`, if it is on this machine. */
  readonly objectsOf: (repository: string) => string | undefined;
  /** Shows at the end that this would be published. */
  readonly publish: (file: Package) => void;
};

/** One use of an action that is stood in for. */
export type StandInCall = {
  /** The line that uses it. */
  readonly at: SourcePosition;
  readonly room: Room;
  /** The environment of the step. */
  readonly env: Readonly<Record<string, string>>;
  readonly speech: Speech;
  /** An input, or what the action takes without it. */
  readonly input: (name: string, fallback?: string) => string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly output: (name: string, value: string) => void;
  /** Runs a program in the workspace, or a folder. Returns what it printed, or throws. */
  readonly run: (command: string, args: readonly string[], options?: RunOptions) => Promise<string>;
  readonly atEnd: (perform: (speech: Speech) => Promise<void>) => void;
};

export type RunOptions = {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** What it prints is not shown. */
  readonly isQuiet?: boolean;
};
