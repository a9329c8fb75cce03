import { mkdirSync, mkdtempSync } from 'node:fs';
import { basename, join } from 'node:path';
import { CommandFolder } from '../steps/command-files.ts';
import { Processes } from '../steps/processes.ts';
import type { Folders, Room } from '../steps/room.ts';

/** A folder for everything that jobs write, the tool cache of all runners, and the repository: `owner/name`. */
type Places = { readonly root: string; readonly tools: string; readonly repository: string };

type Made = { readonly folders: Omit<Folders, 'artifacts'> } & Pick<Room, 'commandFiles' | 'processes'>;

// Why: docs/decisions.md D96
/** Gives each job its folders. Those of the first one can be made before, while the rehearsal only waits. */
export class JobFolders {
  readonly #places: Places;
  #next: Made | undefined;

  constructor(places: Places) {
    this.#places = places;
  }

  prepare(): void {
    this.#next ??= this.#make();
  }

  /** The artifacts of a run are in one folder, for all its jobs. */
  take(run: number): Pick<Room, 'folders' | 'commandFiles' | 'processes'> {
    const { folders, ...others } = this.#next ?? this.#make();
    this.#next = undefined;
    const artifacts = join(this.#places.root, 'artifacts', String(run));
    mkdirSync(artifacts, { recursive: true });
    return { folders: { ...folders, artifacts }, ...others };
  }

  #make(): Made {
    const { root, tools, repository } = this.#places;
    mkdirSync(root, { recursive: true });
    const own = mkdtempSync(join(root, 'job-'));
    const name = basename(repository);
    const work = join(own, 'work');
    const folders = { workspace: join(work, name, name), temp: join(work, '_temp'), tools, home: join(own, 'home') };
    for (const folder of Object.values(folders)) mkdirSync(folder, { recursive: true });
    const commandFiles = new CommandFolder(folders.temp);
    commandFiles.prepare();
    return { folders, commandFiles, processes: new Processes(join(own, 'launcher')) };
  }
}
