export const id = "signing";
export const ids = ["signing"];
export const modules = {

/***/ 18304:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Signing: () => (/* binding */ Signing)
});

// EXTERNAL MODULE: ./build/src/domain/error.js
var error = __webpack_require__(12712);
// EXTERNAL MODULE: ./build/src/world/git/command.js
var command = __webpack_require__(83016);
// EXTERNAL MODULE: ./build/src/world/git/refusal.js
var refusal = __webpack_require__(81241);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/src/domain/workspace-path.js
var workspace_path = __webpack_require__(56511);
// EXTERNAL MODULE: ./build/src/world/git/signing-key.js
var signing_key = __webpack_require__(75864);
;// CONCATENATED MODULE: ./build/src/world/git/signer.js





/** Stores a key where git can use it, and signs a test text, so that a bad key fails before a tag is made. */
const openSigner = (secret, ports) => (0,signing_key/* kindOf */.I)(secret.key) === 'gpg' ? gpgSigner(secret, ports) : sshSigner(secret, ports);
async function sshSigner({ key, passphrase = '' }, { files, tools }) {
    const file = await files.scratchFile('key', key);
    const env = { ...(await askpass(passphrase, files)), SSH_ASKPASS_REQUIRE: 'force', DISPLAY: ':0' };
    const { stdout: publicKey } = await tools.run('ssh-keygen', ['-y', '-f', file], { env });
    await (0,promises_.writeFile)(`${file}.pub`, publicKey); // for keys in PEM, ssh-keygen needs the file
    const sign = async (input) => {
        const { code, stdout, stderr } = await tools.run('ssh-keygen', [...sshSign, file], { env, input });
        if (code !== 0)
            throw unusableKey('SSH', stderr, passphrase);
        return stdout;
    };
    await sign('trial');
    const { stdout } = await tools.run('ssh-keygen', ['-l', '-f', file], { env });
    const settings = [
        ['gpg.format', 'ssh'],
        ['gpg.ssh.program', 'ssh-keygen'],
        ['user.signingKey', file],
    ];
    return {
        key: /SHA256:\S+/.exec(stdout)?.[0] ?? 'an SSH key',
        identity: undefined,
        settings,
        env,
        sign,
        end: async () => { },
    };
}
const sshSign = ['-Y', 'sign', '-q', '-n', 'git', '-f'];
/** Variables for a program that gives ssh-keygen the passphrase. In an argument, other users could read it. */
async function askpass(passphrase, files, platform = process.platform) {
    if (platform === 'win32')
        return askpassOfNode(passphrase, files);
    const program = await files.scratchFile('askpass', '#!/bin/sh\nexec cat "${0%/*}/passphrase"\n', 0o700);
    await (0,promises_.writeFile)((0,external_node_path_.join)((0,external_node_path_.dirname)(program), 'passphrase'), `${passphrase}\n`, { mode: 0o600 });
    return { SSH_ASKPASS: program };
}
/** Windows starts programs only, no scripts. So the program is Node, which prints the passphrase and ends before it looks at its arguments. */
async function askpassOfNode(passphrase, files) {
    const source = `require('node:fs').writeSync(1, ${JSON.stringify(`${passphrase}\n`)});\nprocess.exit();\n`;
    const script = await files.scratchFile('askpass.cjs', source);
    return { SSH_ASKPASS: process.execPath, NODE_OPTIONS: `--require "${(0,workspace_path/* withSlashes */.s)(script)}"` };
}
async function gpgSigner({ key, passphrase = '' }, { files, tools }) {
    const secret = await files.scratchFile('passphrase', `${passphrase}\n`);
    const home = (0,external_node_path_.dirname)(await files.scratchFile('gpg.conf', `batch\nno-tty\npinentry-mode loopback\npassphrase-file ${secret}\n`));
    await (0,promises_.writeFile)((0,external_node_path_.join)(home, 'gpg-agent.conf'), quickProtection);
    const env = { GNUPGHOME: home };
    const imported = await tools.run('gpg', ['--import'], { env, input: key });
    const listing = await tools.run('gpg', ['--with-colons', '--list-secret-keys'], { env });
    const fields = listing.stdout.split('\n').map((line) => line.split(':'));
    const fingerprint = fields.find(([kind]) => kind === 'fpr')?.[9];
    if (fingerprint === undefined)
        throw unusableKey('GPG', imported.stderr, passphrase);
    const end = async () => void (await tools.run('gpgconf', ['--kill', 'all'], { env, isCleanUp: true }));
    const sign = async (input) => {
        const options = ['--local-user', fingerprint, '--armor', '--detach-sign'];
        const { code, stdout, stderr } = await tools.run('gpg', options, { env, input });
        if (code === 0)
            return stdout;
        await end();
        throw unusableKey('GPG', stderr, passphrase);
    };
    await sign('trial');
    const settings = [
        ['gpg.format', 'openpgp'],
        ['gpg.program', 'gpg'],
        ['gpg.openpgp.program', 'gpg'],
        ['user.signingKey', fingerprint],
    ];
    const identity = identityOf(fields.find(([kind]) => kind === 'uid')?.[9]);
    return { key: fingerprint, identity, settings, env, sign, end };
}
/**
 * The agent protects its copy of the key by hashing the passphrase many times. Without this setting, it first measures for
 * seconds how many times take a tenth of a second. The least is enough here: the passphrase is in a file beside the copy.
 */
const quickProtection = 's2k-count 65536\n';
/** `Name <address>` of a key; undefined if it has another form, which git could not use. */
function identityOf(field) {
    const identity = field?.replaceAll(/\\x([0-9a-f]{2})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
    return identity !== undefined && /^[^<>\n]+ <[^<>\s]+>$/.test(identity) ? identity : undefined;
}
function unusableKey(kind, stderr, passphrase) {
    const said = stderr.trim().split('\n').at(-1) ?? '';
    return new error/* ReleaseError */.K2(`The ${kind} signing key cannot sign: ${said}`, {
        fix: passphrase === ''
            ? 'If the key has a passphrase, give the input signing-passphrase. Check that the key has not expired.'
            : 'Check the input signing-passphrase. Check that the key has not expired.',
        cause: new Error(stderr),
    });
}

;// CONCATENATED MODULE: ./build/src/world/git/signing.js




/** The identity that git uses, and the keys that it signs with. */
class Signing {
    #git;
    #ports;
    #signers = [];
    constructor(git, ports) {
        this.#git = git;
        this.#ports = ports;
    }
    /** The identity in the git configuration, as `Name <address>`; undefined if there is none. */
    async identity() {
        const settings = [['user.useConfigOnly', 'true']];
        const { code, stdout, stderr } = await this.#git.run(['var', 'GIT_COMMITTER_IDENT'], { settings });
        if (code !== 0 && !/tell me who you are|(?:email|name) was given|empty ident/i.test(stderr))
            throw new error/* ReleaseError */.K2(`git cannot read the committer's identity: ${(0,refusal/* gitErrorLine */.PZ)(stderr)}`, { fix: command/* runAgain */.qL });
        return code === 0 ? /^(.*>) \d+ [+-]\d{4}$/.exec(stdout.trim())?.[1] : undefined;
    }
    /** A key that has signed a test text. It is removed when the run ends. */
    async signer(secret) {
        const signer = await openSigner(secret, this.#ports);
        this.#signers.push(signer);
        return signer;
    }
    async [Symbol.asyncDispose]() {
        await Promise.allSettled(this.#signers.map((signer) => signer.end()));
    }
}


/***/ })

};
