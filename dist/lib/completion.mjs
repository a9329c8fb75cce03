export const id = "completion";
export const ids = ["completion"];
export const modules = {

/***/ 79898:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   completion: () => (/* binding */ completion),
/* harmony export */   completionHelp: () => (/* binding */ completionHelp),
/* harmony export */   shellOf: () => (/* binding */ shellOf)
/* harmony export */ });
/* harmony import */ var _domain_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12712);
/* harmony import */ var _domain_suggestion_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2680);
/* harmony import */ var _domain_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(31987);
/* harmony import */ var _contract_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(95322);
/* harmony import */ var _help_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(75291);
/* harmony import */ var _input_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(26118);






const shells = ['bash', 'zsh', 'fish'];
const completionHelp = `Code that lets a shell complete actions, commands, their options, and the values of some options.

Usage: release-actions completion <shell>

The shell is bash, zsh or fish.

Examples
  source <(release-actions completion bash)
  release-actions completion fish | source
`;
/** The shell that is named on the command line. */
function shellOf(name, more) {
    const fix = 'Write release-actions completion bash, and zsh or fish in the place of bash for these shells.';
    if (name === undefined)
        throw new _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2('Which shell?', { fix });
    const shell = shells.find((one) => one === name);
    if (shell === undefined)
        throw new _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`There is no completion for ${(0,_domain_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quoted */ .TL)(name)}.`, { fix: (0,_domain_suggestion_js__WEBPACK_IMPORTED_MODULE_1__/* .didYouMean */ .a)(name, shells) ?? fix });
    if (more.length > 0)
        throw new _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`${(0,_domain_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quoted */ .TL)(more.join(' '))} follows the name of the shell.`, { fix });
    return shell;
}
/** Code for a shell that completes the names of actions, their options, and the values of some. */
function completion(shell, actions, commands) {
    const named = actions.map(({ name }) => name);
    const words = [
        ...actions.map(wordOf),
        ...commands.map((name) => plain(name, 'A command that is no action.')),
        plain('completion', 'Code for the completion of a shell.', shells),
        plain('help', 'What an action takes and gives.', [...named, ...commands]),
    ];
    return { bash, zsh, fish }[shell](words);
}
const plain = (name, meaning, follows = []) => ({
    name,
    meaning,
    follows,
    options: [],
});
function wordOf({ name, action }) {
    const inputs = Object.entries((0,_contract_js__WEBPACK_IMPORTED_MODULE_3__/* .allInputs */ .j3)(action)).map(([key, codec]) => ({
        name: `--${(0,_help_js__WEBPACK_IMPORTED_MODULE_4__/* .optionOf */ .XD)([(0,_input_js__WEBPACK_IMPORTED_MODULE_5__/* .kebab */ .i9)(key), codec])}`,
        meaning: codec.description,
        takesValue: codec.isFlag !== true,
        words: codec.words ?? [],
    }));
    const switches = (0,_help_js__WEBPACK_IMPORTED_MODULE_4__/* .switchesOf */ .IT)(action).map(([option, meaning]) => ({
        name: `--${option}`,
        meaning,
        takesValue: false,
        words: [],
    }));
    return { name, meaning: action.description, follows: [], options: [...inputs, ...switches] };
}
/** The first sentence: there is one line for a meaning. */
const short = (text) => text.replaceAll(/\s+/g, ' ').replace(/(?<=[^.])\. .*/, '.');
const single = (text) => `'${text.replaceAll("'", String.raw `'\''`)}'`;
/** Values that are not listed are completed as paths, which many of them are. */
function bash(words) {
    const cases = words.map(({ name, follows, options }) => {
        const values = options
            .filter((option) => option.words.length > 0 && option.takesValue)
            .map((option) => `      ${option.name}) words=${single(option.words.join(' '))} ;;`);
        const others = options.filter((option) => option.takesValue && option.words.length === 0);
        const paths = others.length === 0 ? [] : [`      ${others.map((option) => option.name).join('|')}) return ;;`];
        const all = [...follows, ...options.map((option) => option.name)].join(' ');
        return [
            `    ${name}) case $previous in`,
            ...values,
            ...paths,
            `      *) words=${single(all)} ;;`,
            '    esac ;;',
        ].join('\n');
    });
    return `# For ~/.bashrc: source <(release-actions completion bash)
_release_actions() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]} words=
  if [ "$COMP_CWORD" -eq 1 ]; then
    words=${single([...words.map(({ name }) => name), '--help', '--version'].join(' '))}
  else case \${COMP_WORDS[1]} in
${cases.join('\n')}
  esac; fi
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _release_actions release-actions
`;
}
function zsh(words) {
    const described = (name, meaning) => single(`${name}:${short(meaning).replaceAll(':', String.raw `\:`)}`);
    const argument = ({ name, meaning, takesValue, words: values }) => {
        const value = values.length > 0 ? `(${values.join(' ')})` : '_files';
        const text = short(meaning).replaceAll(/[[\]:\\]/g, String.raw `\$&`);
        return single(`*${name}[${text}]${takesValue ? `:value:${value}` : ''}`);
    };
    const cases = words.map(({ name, follows, options }) => {
        const after = follows.length === 0 ? [] : [single(`1:word:(${follows.join(' ')})`)];
        return `    ${name}) _arguments ${[...after, ...options.map(argument)].join(' ')} ;;`;
    });
    return `#compdef release-actions
# For ~/.zshrc, below compinit: source <(release-actions completion zsh)
_release_actions() {
  local -a words_of_it=(${words.map(({ name, meaning }) => described(name, meaning)).join(' ')})
  if (( CURRENT == 2 )); then _describe action words_of_it; return; fi
  local first=\${words[2]}
  shift words; (( CURRENT-- ))
  case $first in
${cases.join('\n')}
  esac
}
compdef _release_actions release-actions
`;
}
function fish(words) {
    const lines = words.flatMap(({ name, meaning, follows, options }) => {
        const first = `complete -c release-actions -f -n __fish_use_subcommand -a ${name} -d ${fishText(short(meaning))}`;
        const when = `-n '__fish_seen_subcommand_from ${name}'`;
        const after = follows.length === 0 ? [] : [`complete -c release-actions -f ${when} -a ${single(follows.join(' '))}`];
        const each = options.map((option) => {
            const values = option.words.length === 0 ? '' : ` -f -a ${single(option.words.join(' '))}`;
            const value = option.takesValue ? ` -r${values}` : '';
            return `complete -c release-actions ${when} -l ${option.name.slice(2)}${value} -d ${fishText(short(option.meaning))}`;
        });
        return [first, ...after, ...each];
    });
    return ['# For ~/.config/fish/config.fish: release-actions completion fish | source', ...lines, ''].join('\n');
}
const fishText = (text) => `'${text.replaceAll(/['\\]/g, String.raw `\$&`)}'`;


/***/ })

};
