// Runs before the npm scripts, on the Node that is there (18 or newer, hence JavaScript). First it looks for the programs
// that the script needs, which are its arguments, and names all that are missing. Then it installs the npm packages when
// they are not what package-lock.json asks for, among them the Node that the scripts run on. Otherwise it is silent.
import { refuseMissing, refuseReadOnly } from './setup/machine.js';
import { install, isComplete, isNodeOffered, refuseOldNode } from './setup/packages.js';

const needed = process.argv.slice(2);

refuseMissing(['node', ...needed]);
if (!isNodeOffered()) refuseOldNode();
const isInstalling = !isComplete();
refuseReadOnly({ isInstalling, usesTools: needed.includes('python3') });
if (isInstalling) await install();
refuseOldNode();
