export const id = "completion";
export const ids = ["completion"];
export const modules = {

/***/ 79898:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   completion: () => (/* binding */ completion)
/* harmony export */ });
/* harmony import */ var _domain_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31987);
/* harmony import */ var _contract_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(95322);
/* harmony import */ var _help_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(75291);
/* harmony import */ var _input_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(26118);




/** Code for a shell that completes the names of actions and commands, their options, and the values of some. */
function completion(shell, actions, commands) {
    const names = [...actions, ...commands].map(({ name }) => name);
    const help = { name: 'help', meaning: 'What an action takes and gives.', follows: names, options: [] };
    return { bash, zsh, fish }[shell]([...actions.map(wordOfAction), ...commands.map(wordOfCommand), help]);
}
function wordOfAction({ name, action }) {
    const inputs = Object.entries((0,_contract_js__WEBPACK_IMPORTED_MODULE_1__/* .allInputs */ .j3)(action)).map(([key, codec]) => ({
        name: `--${(0,_help_js__WEBPACK_IMPORTED_MODULE_2__/* .optionOf */ .XD)([(0,_input_js__WEBPACK_IMPORTED_MODULE_3__/* .kebab */ .i9)(key), codec])}`,
        meaning: codec.description,
        takesValue: codec.isFlag !== true,
        known: codec.words ?? [],
    }));
    const switches = (0,_help_js__WEBPACK_IMPORTED_MODULE_2__/* .switchesOf */ .IT)(action).map(([option, meaning]) => switched(option, meaning));
    return { name, meaning: action.description, follows: [], options: [...inputs, ...switches] };
}
function wordOfCommand({ name, summary, takes, options }) {
    const all = Object.entries(options).map(([option, { meaning, value, known = [] }]) => ({
        ...switched(option, meaning),
        takesValue: value !== undefined,
        known,
    }));
    const help = switched('help', 'Print this help.');
    return { name, meaning: summary, follows: takes?.known ?? [], options: [...all, help] };
}
const switched = (name, meaning) => ({
    name: `--${name}`,
    meaning,
    takesValue: false,
    known: [],
});
/** The first sentence: there is one line for a meaning. */
const short = (text) => text.replaceAll(/\s+/g, ' ').replace(/(?<=[^.])\. .*/, '.');
const isList = (known) => Array.isArray(known);
const isAnything = (known) => isList(known) && known.length === 0;
const places = { tags: 'refs/tags', branches: 'refs/heads', workflows: 'workflows' };
const placesOf = (known) => (isList(known) ? [] : known.here.map((kind) => places[kind])).join(' ');
/**
 * Looks for names in the checkout, for any shell. No configuration of the checkout can make this git speak to a server, and a
 * name that a shell would read as code is left out.
 */
const look = `sh -c '
  for place; do case $place in
    workflows) cd "$(git rev-parse --show-toplevel)/.github/workflows" && grep -lsD skip workflow_dispatch *.yml *.yaml ;;
    *) GIT_ALLOW_PROTOCOL=none git --no-pager for-each-ref "--format=%(refname:lstrip=2)" "$place" ;;
  esac; done 2>/dev/null | LC_ALL=C grep -E "^[A-Za-z0-9][A-Za-z0-9._/+@-]*$"' release-actions`;
/** Values that are not listed are completed as paths, which many of them are. */
function bash(words) {
    const offer = (known, more = []) => [
        `words=${(0,_domain_text_js__WEBPACK_IMPORTED_MODULE_0__/* .quotedForShell */ .Ec)([...(isList(known) ? known : []), ...more].join(' '))}`,
        ...(isList(known) ? [] : [`found=$(_release_actions_look ${placesOf(known)})`]),
    ].join(' ');
    const cases = words.map(({ name, follows, options }) => {
        const values = options.filter(({ takesValue, known }) => takesValue && !isAnything(known));
        const others = options.filter(({ takesValue, known }) => takesValue && isAnything(known));
        const paths = others.length === 0 ? [] : [`      ${others.map((option) => option.name).join('|')}) return ;;`];
        const all = options.map((option) => option.name);
        return [
            `    ${name}) case $previous in`,
            ...values.map((option) => `      ${option.name}) ${offer(option.known)} ;;`),
            ...paths,
            `      *) ${offer(follows, all)} ;;`,
            '    esac ;;',
        ].join('\n');
    });
    return `# For ~/.bashrc: source <(release-actions completion bash)
_release_actions_look() { ${look} "$@"; }
_release_actions() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]} words= found= one
  if [ "$COMP_CWORD" -eq 1 ]; then
    words=${(0,_domain_text_js__WEBPACK_IMPORTED_MODULE_0__/* .quotedForShell */ .Ec)([...words.map(({ name }) => name), '--help', '--version'].join(' '))}
  else case \${COMP_WORDS[1]} in
${cases.join('\n')}
  esac; fi
  COMPREPLY=($(compgen -W "$words" -- "$current"))
  while IFS= read -r one; do
    if [[ -n $one && $one == "$current"* ]]; then COMPREPLY+=("$one"); fi
  done <<< "$found"
}
complete -o default -F _release_actions release-actions
`;
}
function zsh(words) {
    const described = (name, meaning) => (0,_domain_text_js__WEBPACK_IMPORTED_MODULE_0__/* .quotedForShell */ .Ec)(`${name}:${short(meaning).replaceAll(':', String.raw `\:`)}`);
    const valuesOf = (known) => {
        if (isAnything(known))
            return '_files';
        return isList(known) ? `(${known.join(' ')})` : `{_release_actions_look ${placesOf(known)}}`;
    };
    const argument = ({ name, meaning, takesValue, known }) => {
        const text = short(meaning).replaceAll(/[[\]:\\]/g, String.raw `\$&`);
        return (0,_domain_text_js__WEBPACK_IMPORTED_MODULE_0__/* .quotedForShell */ .Ec)(`*${name}[${text}]${takesValue ? `:value:${valuesOf(known)}` : ''}`);
    };
    const cases = words.map(({ name, follows, options }) => {
        const after = isAnything(follows) ? [] : [(0,_domain_text_js__WEBPACK_IMPORTED_MODULE_0__/* .quotedForShell */ .Ec)(`1:word:${valuesOf(follows)}`)];
        return `    ${name}) _arguments ${[...after, ...options.map(argument)].join(' ')} ;;`;
    });
    return `#compdef release-actions
# For ~/.zshrc, below compinit: source <(release-actions completion zsh)
_release_actions_look() { compadd -- \${(f)"$(${look} "$@")"} }
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
    const valuesOf = (known) => (0,_domain_text_js__WEBPACK_IMPORTED_MODULE_0__/* .quotedForShell */ .Ec)(isList(known) ? known.join(' ') : `(_release_actions_look ${placesOf(known)})`);
    const lines = words.flatMap(({ name, meaning, follows, options }) => {
        const first = `complete -c release-actions -f -n __fish_use_subcommand -a ${name} -d ${fishText(short(meaning))}`;
        const when = `-n '__fish_seen_subcommand_from ${name}'`;
        const after = isAnything(follows) ? [] : [`complete -c release-actions -f ${when} -a ${valuesOf(follows)}`];
        const each = options.map(({ name: option, meaning: means, takesValue, known }) => {
            const values = isAnything(known) ? '' : ` -f -a ${valuesOf(known)}`;
            const value = takesValue ? ` -r${values}` : '';
            return `complete -c release-actions ${when} -l ${option.slice(2)}${value} -d ${fishText(short(means))}`;
        });
        return [first, ...after, ...each];
    });
    return [
        '# For ~/.config/fish/config.fish: release-actions completion fish | source',
        `function _release_actions_look; ${look} $argv; end`,
        ...lines,
        '',
    ].join('\n');
}
const fishText = (text) => `'${text.replaceAll(/['\\]/g, String.raw `\$&`)}'`;


/***/ })

};
