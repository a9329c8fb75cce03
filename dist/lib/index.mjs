const late = (name) => new Proxy({}, { get: (_, key) => process.getBuiltinModule(name)[key] });
/******/ var __webpack_modules__ = ({

/***/ 7163:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const debug = __nccwpck_require__(1159)
const { MAX_LENGTH, MAX_SAFE_INTEGER } = __nccwpck_require__(45101)
const { safeRe: re, t } = __nccwpck_require__(95471)

const parseOptions = __nccwpck_require__(70356)
const { compareIdentifiers } = __nccwpck_require__(73348)

const isPrereleaseIdentifier = (prerelease, identifier) => {
  const identifiers = identifier.split('.')
  if (identifiers.length > prerelease.length) {
    return false
  }

  for (let i = 0; i < identifiers.length; i++) {
    if (compareIdentifiers(prerelease[i], identifiers[i]) !== 0) {
      return false
    }
  }

  return true
}

class SemVer {
  constructor (version, options) {
    options = parseOptions(options)

    if (version instanceof SemVer) {
      if (version.loose === !!options.loose &&
        version.includePrerelease === !!options.includePrerelease) {
        return version
      } else {
        version = version.version
      }
    } else if (typeof version !== 'string') {
      throw new TypeError(`Invalid version. Must be a string. Got type "${typeof version}".`)
    }

    if (version.length > MAX_LENGTH) {
      throw new TypeError(
        `version is longer than ${MAX_LENGTH} characters`
      )
    }

    debug('SemVer', version, options)
    this.options = options
    this.loose = !!options.loose
    // this isn't actually relevant for versions, but keep it so that we
    // don't run into trouble passing this.options around.
    this.includePrerelease = !!options.includePrerelease

    const m = version.trim().match(options.loose ? re[t.LOOSE] : re[t.FULL])

    if (!m) {
      throw new TypeError(`Invalid Version: ${version}`)
    }

    this.raw = version

    // these are actually numbers
    this.major = +m[1]
    this.minor = +m[2]
    this.patch = +m[3]

    if (this.major > MAX_SAFE_INTEGER || this.major < 0) {
      throw new TypeError('Invalid major version')
    }

    if (this.minor > MAX_SAFE_INTEGER || this.minor < 0) {
      throw new TypeError('Invalid minor version')
    }

    if (this.patch > MAX_SAFE_INTEGER || this.patch < 0) {
      throw new TypeError('Invalid patch version')
    }

    // numberify any prerelease numeric ids
    if (!m[4]) {
      this.prerelease = []
    } else {
      this.prerelease = m[4].split('.').map((id) => {
        if (/^[0-9]+$/.test(id)) {
          const num = +id
          if (num >= 0 && num < MAX_SAFE_INTEGER) {
            return num
          }
        }
        return id
      })
    }

    this.build = m[5] ? m[5].split('.') : []
    this.format()
  }

  format () {
    this.version = `${this.major}.${this.minor}.${this.patch}`
    if (this.prerelease.length) {
      this.version += `-${this.prerelease.join('.')}`
    }
    return this.version
  }

  toString () {
    return this.version
  }

  compare (other) {
    debug('SemVer.compare', this.version, this.options, other)
    if (!(other instanceof SemVer)) {
      if (typeof other === 'string' && other === this.version) {
        return 0
      }
      other = new SemVer(other, this.options)
    }

    if (other.version === this.version) {
      return 0
    }

    return this.compareMain(other) || this.comparePre(other)
  }

  compareMain (other) {
    if (!(other instanceof SemVer)) {
      other = new SemVer(other, this.options)
    }

    if (this.major < other.major) {
      return -1
    }
    if (this.major > other.major) {
      return 1
    }
    if (this.minor < other.minor) {
      return -1
    }
    if (this.minor > other.minor) {
      return 1
    }
    if (this.patch < other.patch) {
      return -1
    }
    if (this.patch > other.patch) {
      return 1
    }
    return 0
  }

  comparePre (other) {
    if (!(other instanceof SemVer)) {
      other = new SemVer(other, this.options)
    }

    // NOT having a prerelease is > having one
    if (this.prerelease.length && !other.prerelease.length) {
      return -1
    } else if (!this.prerelease.length && other.prerelease.length) {
      return 1
    } else if (!this.prerelease.length && !other.prerelease.length) {
      return 0
    }

    let i = 0
    do {
      const a = this.prerelease[i]
      const b = other.prerelease[i]
      debug('prerelease compare', i, a, b)
      if (a === undefined && b === undefined) {
        return 0
      } else if (b === undefined) {
        return 1
      } else if (a === undefined) {
        return -1
      } else if (a === b) {
        continue
      } else {
        return compareIdentifiers(a, b)
      }
    } while (++i)
  }

  compareBuild (other) {
    if (!(other instanceof SemVer)) {
      other = new SemVer(other, this.options)
    }

    let i = 0
    do {
      const a = this.build[i]
      const b = other.build[i]
      debug('build compare', i, a, b)
      if (a === undefined && b === undefined) {
        return 0
      } else if (b === undefined) {
        return 1
      } else if (a === undefined) {
        return -1
      } else if (a === b) {
        continue
      } else {
        return compareIdentifiers(a, b)
      }
    } while (++i)
  }

  // preminor will bump the version up to the next minor release, and immediately
  // down to pre-release. premajor and prepatch work the same way.
  inc (release, identifier, identifierBase) {
    if (release.startsWith('pre')) {
      if (!identifier && identifierBase === false) {
        throw new Error('invalid increment argument: identifier is empty')
      }
      // Avoid an invalid semver results
      if (identifier) {
        const match = `-${identifier}`.match(this.options.loose ? re[t.PRERELEASELOOSE] : re[t.PRERELEASE])
        if (!match || match[1] !== identifier) {
          throw new Error(`invalid identifier: ${identifier}`)
        }
      }
    }

    switch (release) {
      case 'premajor':
        this.prerelease.length = 0
        this.patch = 0
        this.minor = 0
        this.major++
        this.inc('pre', identifier, identifierBase)
        break
      case 'preminor':
        this.prerelease.length = 0
        this.patch = 0
        this.minor++
        this.inc('pre', identifier, identifierBase)
        break
      case 'prepatch':
        // If this is already a prerelease, it will bump to the next version
        // drop any prereleases that might already exist, since they are not
        // relevant at this point.
        this.prerelease.length = 0
        this.inc('patch', identifier, identifierBase)
        this.inc('pre', identifier, identifierBase)
        break
      // If the input is a non-prerelease version, this acts the same as
      // prepatch.
      case 'prerelease':
        if (this.prerelease.length === 0) {
          this.inc('patch', identifier, identifierBase)
        }
        this.inc('pre', identifier, identifierBase)
        break
      case 'release':
        if (this.prerelease.length === 0) {
          throw new Error(`version ${this.raw} is not a prerelease`)
        }
        this.prerelease.length = 0
        break

      case 'major':
        // If this is a pre-major version, bump up to the same major version.
        // Otherwise increment major.
        // 1.0.0-5 bumps to 1.0.0
        // 1.1.0 bumps to 2.0.0
        if (
          this.minor !== 0 ||
          this.patch !== 0 ||
          this.prerelease.length === 0
        ) {
          this.major++
        }
        this.minor = 0
        this.patch = 0
        this.prerelease = []
        break
      case 'minor':
        // If this is a pre-minor version, bump up to the same minor version.
        // Otherwise increment minor.
        // 1.2.0-5 bumps to 1.2.0
        // 1.2.1 bumps to 1.3.0
        if (this.patch !== 0 || this.prerelease.length === 0) {
          this.minor++
        }
        this.patch = 0
        this.prerelease = []
        break
      case 'patch':
        // If this is not a pre-release version, it will increment the patch.
        // If it is a pre-release it will bump up to the same patch version.
        // 1.2.0-5 patches to 1.2.0
        // 1.2.0 patches to 1.2.1
        if (this.prerelease.length === 0) {
          this.patch++
        }
        this.prerelease = []
        break
      // This probably shouldn't be used publicly.
      // 1.0.0 'pre' would become 1.0.0-0 which is the wrong direction.
      case 'pre': {
        const base = Number(identifierBase) ? 1 : 0

        if (this.prerelease.length === 0) {
          this.prerelease = [base]
        } else {
          let i = this.prerelease.length
          while (--i >= 0) {
            if (typeof this.prerelease[i] === 'number') {
              this.prerelease[i]++
              i = -2
            }
          }
          if (i === -1) {
            // didn't increment anything
            if (identifier === this.prerelease.join('.') && identifierBase === false) {
              throw new Error('invalid increment argument: identifier already exists')
            }
            this.prerelease.push(base)
          }
        }
        if (identifier) {
          // 1.2.0-beta.1 bumps to 1.2.0-beta.2,
          // 1.2.0-beta.fooblz or 1.2.0-beta bumps to 1.2.0-beta.0
          let prerelease = [identifier, base]
          if (identifierBase === false) {
            prerelease = [identifier]
          }
          if (isPrereleaseIdentifier(this.prerelease, identifier)) {
            const prereleaseBase = this.prerelease[identifier.split('.').length]
            if (isNaN(prereleaseBase)) {
              this.prerelease = prerelease
            }
          } else {
            this.prerelease = prerelease
          }
        }
        break
      }
      default:
        throw new Error(`invalid increment argument: ${release}`)
    }
    this.raw = this.format()
    if (this.build.length) {
      this.raw += `+${this.build.join('.')}`
    }
    return this
  }
}

module.exports = SemVer


/***/ }),

/***/ 78469:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)
const compare = (a, b, loose) =>
  new SemVer(a, loose).compare(new SemVer(b, loose))

module.exports = compare


/***/ }),

/***/ 16353:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)
const parse = (version, options, throwErrors = false) => {
  if (version instanceof SemVer) {
    return version
  }
  try {
    return new SemVer(version, options)
  } catch (er) {
    if (!throwErrors) {
      return null
    }
    throw er
  }
}

module.exports = parse


/***/ }),

/***/ 45101:
/***/ ((module) => {



// Note: this is the semver.org version of the spec that it implements
// Not necessarily the package version of this code.
const SEMVER_SPEC_VERSION = '2.0.0'

const MAX_LENGTH = 256
const MAX_SAFE_INTEGER = Number.MAX_SAFE_INTEGER ||
/* istanbul ignore next */ 9007199254740991

// Max safe segment length for coercion.
const MAX_SAFE_COMPONENT_LENGTH = 16

// Max safe length for a build identifier. The max length minus 6 characters for
// the shortest version with a build 0.0.0+BUILD.
const MAX_SAFE_BUILD_LENGTH = MAX_LENGTH - 6

// ECMAScript whitespace and line terminators matched by \s.
const WHITESPACE_CHARACTERS = [
  '\t',
  '\n',
  '\v',
  '\f',
  '\r',
  ' ',
  '\u00a0',
  '\u1680',
  '\u2000',
  '\u2001',
  '\u2002',
  '\u2003',
  '\u2004',
  '\u2005',
  '\u2006',
  '\u2007',
  '\u2008',
  '\u2009',
  '\u200a',
  '\u2028',
  '\u2029',
  '\u202f',
  '\u205f',
  '\u3000',
  '\ufeff',
]

const RELEASE_TYPES = [
  'major',
  'premajor',
  'minor',
  'preminor',
  'patch',
  'prepatch',
  'prerelease',
]

module.exports = {
  MAX_LENGTH,
  MAX_SAFE_COMPONENT_LENGTH,
  MAX_SAFE_BUILD_LENGTH,
  MAX_SAFE_INTEGER,
  WHITESPACE_CHARACTERS,
  RELEASE_TYPES,
  SEMVER_SPEC_VERSION,
  FLAG_INCLUDE_PRERELEASE: 0b001,
  FLAG_LOOSE: 0b010,
}


/***/ }),

/***/ 1159:
/***/ ((module) => {



const debug = (
  typeof process === 'object' &&
  process.env &&
  process.env.NODE_DEBUG &&
  /\bsemver\b/i.test(process.env.NODE_DEBUG)
) ? (...args) => console.error('SEMVER', ...args)
  : () => {}

module.exports = debug


/***/ }),

/***/ 73348:
/***/ ((module) => {



const numeric = /^[0-9]+$/
const compareIdentifiers = (a, b) => {
  if (typeof a === 'number' && typeof b === 'number') {
    return a === b ? 0 : a < b ? -1 : 1
  }

  const anum = numeric.test(a)
  const bnum = numeric.test(b)

  if (anum && bnum) {
    a = +a
    b = +b
  }

  return a === b ? 0
    : (anum && !bnum) ? -1
    : (bnum && !anum) ? 1
    : a < b ? -1
    : 1
}

const rcompareIdentifiers = (a, b) => compareIdentifiers(b, a)

module.exports = {
  compareIdentifiers,
  rcompareIdentifiers,
}


/***/ }),

/***/ 70356:
/***/ ((module) => {



// parse out just the options we care about
const looseOption = Object.freeze({ loose: true })
const emptyOpts = Object.freeze({ })
const parseOptions = options => {
  if (!options) {
    return emptyOpts
  }

  if (typeof options !== 'object') {
    return looseOption
  }

  return options
}
module.exports = parseOptions


/***/ }),

/***/ 95471:
/***/ ((module, exports, __nccwpck_require__) => {



const {
  MAX_SAFE_COMPONENT_LENGTH,
  MAX_SAFE_BUILD_LENGTH,
  MAX_LENGTH,
} = __nccwpck_require__(45101)
const debug = __nccwpck_require__(1159)
exports = module.exports = {}

// The actual regexps go on exports.re
const re = exports.re = []
const safeRe = exports.safeRe = []
const src = exports.src = []
const safeSrc = exports.safeSrc = []
const t = exports.t = {}
let R = 0

const LETTERDASHNUMBER = '[a-zA-Z0-9-]'

// Replace some greedy regex tokens to prevent regex dos issues. These regex are
// used internally via the safeRe object since all inputs in this library get
// normalized first to trim and collapse all extra whitespace. The original
// regexes are exported for userland consumption and lower level usage. A
// future breaking change could export the safer regex only with a note that
// all input should have extra whitespace removed.
const safeRegexReplacements = [
  ['\\s', 1],
  ['\\d', MAX_LENGTH],
  [LETTERDASHNUMBER, MAX_SAFE_BUILD_LENGTH],
]

const makeSafeRegex = (value) => {
  for (const [token, max] of safeRegexReplacements) {
    value = value
      .split(`${token}*`).join(`${token}{0,${max}}`)
      .split(`${token}+`).join(`${token}{1,${max}}`)
  }
  return value
}

const createToken = (name, value, isGlobal) => {
  const safe = makeSafeRegex(value)
  const index = R++
  debug(name, index, value)
  t[name] = index
  src[index] = value
  safeSrc[index] = safe
  re[index] = new RegExp(value, isGlobal ? 'g' : undefined)
  safeRe[index] = new RegExp(safe, isGlobal ? 'g' : undefined)
}

// The following Regular Expressions can be used for tokenizing,
// validating, and parsing SemVer version strings.

// ## Numeric Identifier
// A single `0`, or a non-zero digit followed by zero or more digits.

createToken('NUMERICIDENTIFIER', '0|[1-9]\\d*')
createToken('NUMERICIDENTIFIERLOOSE', '\\d+')

// ## Non-numeric Identifier
// Zero or more digits, followed by a letter or hyphen, and then zero or
// more letters, digits, or hyphens.

createToken('NONNUMERICIDENTIFIER', `\\d*[a-zA-Z-]${LETTERDASHNUMBER}*`)

// ## Main Version
// Three dot-separated numeric identifiers.

createToken('MAINVERSION', `(${src[t.NUMERICIDENTIFIER]})\\.` +
                   `(${src[t.NUMERICIDENTIFIER]})\\.` +
                   `(${src[t.NUMERICIDENTIFIER]})`)

createToken('MAINVERSIONLOOSE', `(${src[t.NUMERICIDENTIFIERLOOSE]})\\.` +
                        `(${src[t.NUMERICIDENTIFIERLOOSE]})\\.` +
                        `(${src[t.NUMERICIDENTIFIERLOOSE]})`)

// ## Pre-release Version Identifier
// A numeric identifier, or a non-numeric identifier.
// Non-numeric identifiers include numeric identifiers but can be longer.
// Therefore non-numeric identifiers must go first.

createToken('PRERELEASEIDENTIFIER', `(?:${src[t.NONNUMERICIDENTIFIER]
}|${src[t.NUMERICIDENTIFIER]})`)

createToken('PRERELEASEIDENTIFIERLOOSE', `(?:${src[t.NONNUMERICIDENTIFIER]
}|${src[t.NUMERICIDENTIFIERLOOSE]})`)

// ## Pre-release Version
// Hyphen, followed by one or more dot-separated pre-release version
// identifiers.

createToken('PRERELEASE', `(?:-(${src[t.PRERELEASEIDENTIFIER]
}(?:\\.${src[t.PRERELEASEIDENTIFIER]})*))`)

createToken('PRERELEASELOOSE', `(?:-?(${src[t.PRERELEASEIDENTIFIERLOOSE]
}(?:\\.${src[t.PRERELEASEIDENTIFIERLOOSE]})*))`)

// ## Build Metadata Identifier
// Any combination of digits, letters, or hyphens.

createToken('BUILDIDENTIFIER', `${LETTERDASHNUMBER}+`)

// ## Build Metadata
// Plus sign, followed by one or more period-separated build metadata
// identifiers.

createToken('BUILD', `(?:\\+(${src[t.BUILDIDENTIFIER]
}(?:\\.${src[t.BUILDIDENTIFIER]})*))`)

// ## Full Version String
// A main version, followed optionally by a pre-release version and
// build metadata.

// Note that the only major, minor, patch, and pre-release sections of
// the version string are capturing groups.  The build metadata is not a
// capturing group, because it should not ever be used in version
// comparison.

createToken('FULLPLAIN', `v?${src[t.MAINVERSION]
}${src[t.PRERELEASE]}?${
  src[t.BUILD]}?`)

createToken('FULL', `^${src[t.FULLPLAIN]}$`)

// like full, but allows v1.2.3 and =1.2.3, which people do sometimes.
// also, 1.0.0alpha1 (prerelease without the hyphen) which is pretty
// common in the npm registry.
createToken('LOOSEPLAIN', `[v=\\s]*${src[t.MAINVERSIONLOOSE]
}${src[t.PRERELEASELOOSE]}?${
  src[t.BUILD]}?`)

createToken('LOOSE', `^${src[t.LOOSEPLAIN]}$`)

createToken('GTLT', '((?:<|>)?=?)')

// Something like "2.*" or "1.2.x".
// Note that "x.x" is a valid xRange identifier, meaning "any version"
// Only the first item is strictly required.
createToken('XRANGEIDENTIFIERLOOSE', `${src[t.NUMERICIDENTIFIERLOOSE]}|x|X|\\*`)
createToken('XRANGEIDENTIFIER', `${src[t.NUMERICIDENTIFIER]}|x|X|\\*`)

createToken('XRANGEPLAIN', `[v=\\s]*(${src[t.XRANGEIDENTIFIER]})` +
                   `(?:\\.(${src[t.XRANGEIDENTIFIER]})` +
                   `(?:\\.(${src[t.XRANGEIDENTIFIER]})` +
                   `(?:${src[t.PRERELEASE]})?${
                     src[t.BUILD]}?` +
                   `)?)?`)

createToken('XRANGEPLAINLOOSE', `[v=\\s]*(${src[t.XRANGEIDENTIFIERLOOSE]})` +
                        `(?:\\.(${src[t.XRANGEIDENTIFIERLOOSE]})` +
                        `(?:\\.(${src[t.XRANGEIDENTIFIERLOOSE]})` +
                        `(?:${src[t.PRERELEASELOOSE]})?${
                          src[t.BUILD]}?` +
                        `)?)?`)

createToken('XRANGE', `^${src[t.GTLT]}\\s*${src[t.XRANGEPLAIN]}$`)
createToken('XRANGELOOSE', `^${src[t.GTLT]}\\s*${src[t.XRANGEPLAINLOOSE]}$`)

// Coercion.
// Extract anything that could conceivably be a part of a valid semver
createToken('COERCEPLAIN', `${'(^|[^\\d])' +
              '(\\d{1,'}${MAX_SAFE_COMPONENT_LENGTH}})` +
              `(?:\\.(\\d{1,${MAX_SAFE_COMPONENT_LENGTH}}))?` +
              `(?:\\.(\\d{1,${MAX_SAFE_COMPONENT_LENGTH}}))?`)
createToken('COERCE', `${src[t.COERCEPLAIN]}(?:$|[^\\d])`)
createToken('COERCEFULL', src[t.COERCEPLAIN] +
              `(?:${src[t.PRERELEASE]})?` +
              `(?:${src[t.BUILD]})?` +
              `(?:$|[^\\d])`)
createToken('COERCERTL', src[t.COERCE], true)
createToken('COERCERTLFULL', src[t.COERCEFULL], true)

// Tilde ranges.
// Meaning is "reasonably at or greater than"
createToken('LONETILDE', '(?:~>?)')

createToken('TILDETRIM', `(\\s*)${src[t.LONETILDE]}\\s+`, true)
exports.tildeTrimReplace = '$1~'

createToken('TILDE', `^${src[t.LONETILDE]}${src[t.XRANGEPLAIN]}$`)
createToken('TILDELOOSE', `^${src[t.LONETILDE]}${src[t.XRANGEPLAINLOOSE]}$`)

// Caret ranges.
// Meaning is "at least and backwards compatible with"
createToken('LONECARET', '(?:\\^)')

createToken('CARETTRIM', `(\\s*)${src[t.LONECARET]}\\s+`, true)
exports.caretTrimReplace = '$1^'

createToken('CARET', `^${src[t.LONECARET]}${src[t.XRANGEPLAIN]}$`)
createToken('CARETLOOSE', `^${src[t.LONECARET]}${src[t.XRANGEPLAINLOOSE]}$`)

// A simple gt/lt/eq thing, or just "" to indicate "any version"
createToken('COMPARATORLOOSE', `^${src[t.GTLT]}\\s*(${src[t.LOOSEPLAIN]})$|^$`)
createToken('COMPARATOR', `^${src[t.GTLT]}\\s*(${src[t.FULLPLAIN]})$|^$`)

// An expression to strip any whitespace between the gtlt and the thing
// it modifies, so that `> 1.2.3` ==> `>1.2.3`
createToken('COMPARATORTRIM', `(\\s*)${src[t.GTLT]
}\\s*(${src[t.LOOSEPLAIN]}|${src[t.XRANGEPLAIN]})`, true)
exports.comparatorTrimReplace = '$1$2$3'

// Something like `1.2.3 - 1.2.4`
// Note that these all use the loose form, because they'll be
// checked against either the strict or loose comparator form
// later.
createToken('HYPHENRANGE', `^\\s*(${src[t.XRANGEPLAIN]})` +
                   `\\s+-\\s+` +
                   `(${src[t.XRANGEPLAIN]})` +
                   `\\s*$`)

createToken('HYPHENRANGELOOSE', `^\\s*(${src[t.XRANGEPLAINLOOSE]})` +
                        `\\s+-\\s+` +
                        `(${src[t.XRANGEPLAINLOOSE]})` +
                        `\\s*$`)

// Star ranges basically just allow anything at all.
createToken('STAR', '(<|>)?=?\\s*\\*')
// >=0.0.0 is like a star
createToken('GTE0', '^\\s*>=\\s*0\\.0\\.0\\s*$')
createToken('GTE0PRE', '^\\s*>=\\s*0\\.0\\.0-0\\s*$')


/***/ }),

/***/ 42613:
/***/ (module) => { module.exports = process.getBuiltinModule("assert"); },

/***/ 20181:
/***/ (module) => { module.exports = process.getBuiltinModule("buffer"); },

/***/ 35317:
/***/ (module) => { module.exports = process.getBuiltinModule("child_process"); },

/***/ 76982:
/***/ (module) => { module.exports = process.getBuiltinModule("crypto"); },

/***/ 24434:
/***/ (module) => { module.exports = process.getBuiltinModule("events"); },

/***/ 79896:
/***/ (module) => { module.exports = process.getBuiltinModule("fs"); },

/***/ 58611:
/***/ (module) => { module.exports = process.getBuiltinModule("http"); },

/***/ 65692:
/***/ (module) => { module.exports = process.getBuiltinModule("https"); },

/***/ 69278:
/***/ (module) => { module.exports = process.getBuiltinModule("net"); },

/***/ 34589:
/***/ (module) => { module.exports = process.getBuiltinModule("node:assert"); },

/***/ 16698:
/***/ (module) => { module.exports = process.getBuiltinModule("node:async_hooks"); },

/***/ 4573:
/***/ (module) => { module.exports = process.getBuiltinModule("node:buffer"); },

/***/ 31421:
/***/ (module) => { module.exports = process.getBuiltinModule("node:child_process"); },

/***/ 37540:
/***/ (module) => { module.exports = process.getBuiltinModule("node:console"); },

/***/ 77598:
/***/ (module) => { module.exports = late("node:crypto"); },

/***/ 53053:
/***/ (module) => { module.exports = process.getBuiltinModule("node:diagnostics_channel"); },

/***/ 40610:
/***/ (module) => { module.exports = process.getBuiltinModule("node:dns"); },

/***/ 71553:
/***/ (module) => { module.exports = process.getBuiltinModule("node:dns/promises"); },

/***/ 78474:
/***/ (module) => { module.exports = process.getBuiltinModule("node:events"); },

/***/ 73024:
/***/ (module) => { module.exports = process.getBuiltinModule("node:fs"); },

/***/ 51455:
/***/ (module) => { module.exports = late("node:fs/promises"); },

/***/ 37067:
/***/ (module) => { module.exports = process.getBuiltinModule("node:http"); },

/***/ 32467:
/***/ (module) => { module.exports = process.getBuiltinModule("node:http2"); },

/***/ 44708:
/***/ (module) => { module.exports = process.getBuiltinModule("node:https"); },

/***/ 98995:
/***/ (module) => { module.exports = process.getBuiltinModule("node:module"); },

/***/ 77030:
/***/ (module) => { module.exports = process.getBuiltinModule("node:net"); },

/***/ 48161:
/***/ (module) => { module.exports = process.getBuiltinModule("node:os"); },

/***/ 76760:
/***/ (module) => { module.exports = process.getBuiltinModule("node:path"); },

/***/ 53916:
/***/ (module) => { module.exports = process.getBuiltinModule("node:path/posix"); },

/***/ 643:
/***/ (module) => { module.exports = process.getBuiltinModule("node:perf_hooks"); },

/***/ 41792:
/***/ (module) => { module.exports = process.getBuiltinModule("node:querystring"); },

/***/ 57075:
/***/ (module) => { module.exports = process.getBuiltinModule("node:stream"); },

/***/ 38321:
/***/ (module) => { module.exports = process.getBuiltinModule("node:stream/consumers"); },

/***/ 46466:
/***/ (module) => { module.exports = process.getBuiltinModule("node:stream/promises"); },

/***/ 46193:
/***/ (module) => { module.exports = process.getBuiltinModule("node:string_decoder"); },

/***/ 58500:
/***/ (module) => { module.exports = process.getBuiltinModule("node:timers/promises"); },

/***/ 41692:
/***/ (module) => { module.exports = process.getBuiltinModule("node:tls"); },

/***/ 73136:
/***/ (module) => { module.exports = process.getBuiltinModule("node:url"); },

/***/ 57975:
/***/ (module) => { module.exports = process.getBuiltinModule("node:util"); },

/***/ 73429:
/***/ (module) => { module.exports = process.getBuiltinModule("node:util/types"); },

/***/ 75919:
/***/ (module) => { module.exports = process.getBuiltinModule("node:worker_threads"); },

/***/ 38522:
/***/ (module) => { module.exports = late("node:zlib"); },

/***/ 70857:
/***/ (module) => { module.exports = process.getBuiltinModule("os"); },

/***/ 16928:
/***/ (module) => { module.exports = process.getBuiltinModule("path"); },

/***/ 932:
/***/ (module) => { module.exports = process.getBuiltinModule("process"); },

/***/ 2203:
/***/ (module) => { module.exports = process.getBuiltinModule("stream"); },

/***/ 13193:
/***/ (module) => { module.exports = process.getBuiltinModule("string_decoder"); },

/***/ 53557:
/***/ (module) => { module.exports = process.getBuiltinModule("timers"); },

/***/ 64756:
/***/ (module) => { module.exports = process.getBuiltinModule("tls"); },

/***/ 39023:
/***/ (module) => { module.exports = process.getBuiltinModule("util"); },

/***/ 12124:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

const { parse } = __nccwpck_require__(74818);

module.exports = {
  compare,
  rcompare,
  lt,
  le,
  eq,
  ne,
  ge,
  gt,
  '<': lt,
  '<=': le,
  '==': eq,
  '!=': ne,
  '>=': ge,
  '>': gt,
  '===': arbitrary,
};

function lt(version, other) {
  return compare(version, other) < 0;
}

function le(version, other) {
  return compare(version, other) <= 0;
}

function eq(version, other) {
  return compare(version, other) === 0;
}

function ne(version, other) {
  return compare(version, other) !== 0;
}

function ge(version, other) {
  return compare(version, other) >= 0;
}

function gt(version, other) {
  return compare(version, other) > 0;
}

function arbitrary(version, other) {
  return version.toLowerCase() === other.toLowerCase();
}

function compare(version, other) {
  const parsedVersion = parse(version);
  const parsedOther = parse(other);

  const keyVersion = calculateKey(parsedVersion);
  const keyOther = calculateKey(parsedOther);

  return pyCompare(keyVersion, keyOther);
}

function rcompare(version, other) {
  return -compare(version, other);
}

// this logic is buitin in python, but we need to port it to js
// see https://stackoverflow.com/a/5292332/1438522
function pyCompare(elemIn, otherIn) {
  let elem = elemIn;
  let other = otherIn;
  if (elem === other) {
    return 0;
  }
  if (Array.isArray(elem) !== Array.isArray(other)) {
    elem = Array.isArray(elem) ? elem : [elem];
    other = Array.isArray(other) ? other : [other];
  }
  if (Array.isArray(elem)) {
    const len = Math.min(elem.length, other.length);
    for (let i = 0; i < len; i += 1) {
      const res = pyCompare(elem[i], other[i]);
      if (res !== 0) {
        return res;
      }
    }
    return elem.length - other.length;
  }
  if (elem === -Infinity || other === Infinity) {
    return -1;
  }
  if (elem === Infinity || other === -Infinity) {
    return 1;
  }
  return elem < other ? -1 : 1;
}

function calculateKey(input) {
  const { epoch } = input;
  let { release, pre, post, local, dev } = input;
  // When we compare a release version, we want to compare it with all of the
  // trailing zeros removed. So we'll use a reverse the list, drop all the now
  // leading zeros until we come to something non zero, then take the rest
  // re-reverse it back into the correct order and make it a tuple and use
  // that for our sorting key.
  release = release.concat();
  release.reverse();
  while (release.length && release[0] === 0) {
    release.shift();
  }
  release.reverse();

  // We need to "trick" the sorting algorithm to put 1.0.dev0 before 1.0a0.
  // We'll do this by abusing the pre segment, but we _only_ want to do this
  // if there is !a pre or a post segment. If we have one of those then
  // the normal sorting rules will handle this case correctly.
  if (!pre && !post && dev) pre = -Infinity;
  // Versions without a pre-release (except as noted above) should sort after
  // those with one.
  else if (!pre) pre = Infinity;

  // Versions without a post segment should sort before those with one.
  if (!post) post = -Infinity;

  // Versions without a development segment should sort after those with one.
  if (!dev) dev = Infinity;

  if (!local) {
    // Versions without a local segment should sort before those with one.
    local = -Infinity;
  } else {
    // Versions with a local segment need that segment parsed to implement
    // the sorting rules in PEP440.
    // - Alpha numeric segments sort before numeric segments
    // - Alpha numeric segments sort lexicographically
    // - Numeric segments sort numerically
    // - Shorter versions sort before longer versions when the prefixes
    //   match exactly
    local = local.map((i) =>
      Number.isNaN(Number(i)) ? [-Infinity, i] : [Number(i), ''],
    );
  }

  return [epoch, release, pre, post, dev, local];
}


/***/ }),

/***/ 74818:
/***/ ((module) => {

const VERSION_PATTERN = [
  'v?',
  '(?:',
  /* */ '(?:(?<epoch>[0-9]+)!)?', // epoch
  /* */ '(?<release>[0-9]+(?:\\.[0-9]+)*)', // release segment
  /* */ '(?<pre>', // pre-release
  /*    */ '[-_\\.]?',
  /*    */ '(?<pre_l>(a|b|c|rc|alpha|beta|pre|preview))',
  /*    */ '[-_\\.]?',
  /*    */ '(?<pre_n>[0-9]+)?',
  /* */ ')?',
  /* */ '(?<post>', // post release
  /*    */ '(?:-(?<post_n1>[0-9]+))',
  /*    */ '|',
  /*    */ '(?:',
  /*        */ '[-_\\.]?',
  /*        */ '(?<post_l>post|rev|r)',
  /*        */ '[-_\\.]?',
  /*        */ '(?<post_n2>[0-9]+)?',
  /*    */ ')',
  /* */ ')?',
  /* */ '(?<dev>', // dev release
  /*    */ '[-_\\.]?',
  /*    */ '(?<dev_l>dev)',
  /*    */ '[-_\\.]?',
  /*    */ '(?<dev_n>[0-9]+)?',
  /* */ ')?',
  ')',
  '(?:\\+(?<local>[a-z0-9]+(?:[-_\\.][a-z0-9]+)*))?', // local version
].join('');

module.exports = {
  VERSION_PATTERN,
  valid,
  clean,
  explain,
  parse,
  stringify,
};

const validRegex = new RegExp('^' + VERSION_PATTERN + '$', 'i');

function valid(version) {
  return validRegex.test(version) ? version : null;
}

const cleanRegex = new RegExp('^\\s*' + VERSION_PATTERN + '\\s*$', 'i');
function clean(version) {
  return stringify(parse(version, cleanRegex));
}

function parse(version, regex) {
  // Validate the version and parse it into pieces
  const { groups } = (regex || validRegex).exec(version) || {};
  if (!groups) {
    return null;
  }

  // Store the parsed out pieces of the version
  const parsed = {
    epoch: Number(groups.epoch ? groups.epoch : 0),
    release: groups.release.split('.').map(Number),
    pre: normalize_letter_version(groups.pre_l, groups.pre_n),
    post: normalize_letter_version(
      groups.post_l,
      groups.post_n1 || groups.post_n2,
    ),
    dev: normalize_letter_version(groups.dev_l, groups.dev_n),
    local: parse_local_version(groups.local),
  };

  return parsed;
}

function stringify(parsed) {
  if (!parsed) {
    return null;
  }
  const { epoch, release, pre, post, dev, local } = parsed;
  const parts = [];

  // Epoch
  if (epoch !== 0) {
    parts.push(`${epoch}!`);
  }
  // Release segment
  parts.push(release.join('.'));

  // Pre-release
  if (pre) {
    parts.push(pre.join(''));
  }
  // Post-release
  if (post) {
    parts.push('.' + post.join(''));
  }
  // Development release
  if (dev) {
    parts.push('.' + dev.join(''));
  }
  // Local version segment
  if (local) {
    parts.push(`+${local}`);
  }
  return parts.join('');
}

function normalize_letter_version(letterIn, numberIn) {
  let letter = letterIn;
  let number = numberIn;
  if (letter) {
    // We consider there to be an implicit 0 in a pre-release if there is
    // not a numeral associated with it.
    if (!number) {
      number = 0;
    }
    // We normalize any letters to their lower case form
    letter = letter.toLowerCase();

    // We consider some words to be alternate spellings of other words and
    // in those cases we want to normalize the spellings to our preferred
    // spelling.
    if (letter === 'alpha') {
      letter = 'a';
    } else if (letter === 'beta') {
      letter = 'b';
    } else if (['c', 'pre', 'preview'].includes(letter)) {
      letter = 'rc';
    } else if (['rev', 'r'].includes(letter)) {
      letter = 'post';
    }
    return [letter, Number(number)];
  }
  if (!letter && number) {
    // We assume if we are given a number, but we are not given a letter
    // then this is using the implicit post release syntax (e.g. 1.0-1)
    letter = 'post';

    return [letter, Number(number)];
  }
  return null;
}

function parse_local_version(local) {
  /*
    Takes a string like abc.1.twelve and turns it into("abc", 1, "twelve").
    */
  if (local) {
    return local
      .split(/[._-]/)
      .map((part) =>
        Number.isNaN(Number(part)) ? part.toLowerCase() : Number(part),
      );
  }
  return null;
}

function explain(version) {
  const parsed = parse(version);
  if (!parsed) {
    return parsed;
  }
  const { epoch, release, pre, post, dev, local } = parsed;

  let base_version = '';
  if (epoch !== 0) {
    base_version += epoch + '!';
  }
  base_version += release.join('.');

  const is_prerelease = Boolean(dev || pre);
  const is_devrelease = Boolean(dev);
  const is_postrelease = Boolean(post);

  // return

  return {
    epoch,
    release,
    pre,
    post: post ? post[1] : post,
    dev: dev ? dev[1] : dev,
    local: local ? local.join('.') : local,
    public: stringify(parsed).split('+', 1)[0],
    base_version,
    is_prerelease,
    is_devrelease,
    is_postrelease,
  };
}


/***/ }),

/***/ 6805:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  fM: () => (/* binding */ addPath),
  Yz: () => (/* binding */ debug),
  N4: () => (/* binding */ endGroup),
  z3: () => (/* binding */ error),
  dN: () => (/* binding */ exportVariable),
  Vt: () => (/* binding */ getBooleanInput),
  V4: () => (/* binding */ getInput),
  q3: () => (/* binding */ getMultilineInput),
  Gu: () => (/* binding */ getState),
  Os: () => (/* binding */ group),
  pq: () => (/* binding */ info),
  _o: () => (/* binding */ isDebug),
  lm: () => (/* binding */ notice),
  LZ: () => (/* binding */ saveState),
  NI: () => (/* binding */ setCommandEcho),
  C1: () => (/* binding */ setFailed),
  uH: () => (/* binding */ setOutput),
  Pq: () => (/* binding */ setSecret),
  Oh: () => (/* binding */ startGroup),
  $e: () => (/* binding */ warning)
});

// UNUSED EXPORTS: ExitCode, getIDToken, markdownSummary, platform, summary, toPlatformPath, toPosixPath, toWin32Path

// EXTERNAL MODULE: external "os"
var external_os_ = __nccwpck_require__(70857);
;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/utils.js
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */
/**
 * Sanitizes an input into a string so it can be passed into issueCommand safely
 * @param input input to sanitize into a string
 */
function toCommandValue(input) {
    if (input === null || input === undefined) {
        return '';
    }
    else if (typeof input === 'string' || input instanceof String) {
        return input;
    }
    return JSON.stringify(input);
}
/**
 *
 * @param annotationProperties
 * @returns The command properties to send with the actual annotation command
 * See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
 */
function toCommandProperties(annotationProperties) {
    if (!Object.keys(annotationProperties).length) {
        return {};
    }
    return {
        title: annotationProperties.title,
        file: annotationProperties.file,
        line: annotationProperties.startLine,
        endLine: annotationProperties.endLine,
        col: annotationProperties.startColumn,
        endColumn: annotationProperties.endColumn
    };
}
//# sourceMappingURL=utils.js.map
;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/command.js


/**
 * Issues a command to the GitHub Actions runner
 *
 * @param command - The command name to issue
 * @param properties - Additional properties for the command (key-value pairs)
 * @param message - The message to include with the command
 * @remarks
 * This function outputs a specially formatted string to stdout that the Actions
 * runner interprets as a command. These commands can control workflow behavior,
 * set outputs, create annotations, mask values, and more.
 *
 * Command Format:
 *   ::name key=value,key=value::message
 *
 * @example
 * ```typescript
 * // Issue a warning annotation
 * issueCommand('warning', {}, 'This is a warning message');
 * // Output: ::warning::This is a warning message
 *
 * // Set an environment variable
 * issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
 * // Output: ::set-env name=MY_VAR::some value
 *
 * // Add a secret mask
 * issueCommand('add-mask', {}, 'secretValue123');
 * // Output: ::add-mask::secretValue123
 * ```
 *
 * @internal
 * This is an internal utility function that powers the public API functions
 * such as setSecret, warning, error, and exportVariable.
 */
function issueCommand(command, properties, message) {
    const cmd = new Command(command, properties, message);
    process.stdout.write(cmd.toString() + external_os_.EOL);
}
function issue(name, message = '') {
    issueCommand(name, {}, message);
}
const CMD_STRING = '::';
class Command {
    constructor(command, properties, message) {
        if (!command) {
            command = 'missing.command';
        }
        this.command = command;
        this.properties = properties;
        this.message = message;
    }
    toString() {
        let cmdStr = CMD_STRING + this.command;
        if (this.properties && Object.keys(this.properties).length > 0) {
            cmdStr += ' ';
            let first = true;
            for (const key in this.properties) {
                if (this.properties.hasOwnProperty(key)) {
                    const val = this.properties[key];
                    if (val) {
                        if (first) {
                            first = false;
                        }
                        else {
                            cmdStr += ',';
                        }
                        cmdStr += `${key}=${escapeProperty(val)}`;
                    }
                }
            }
        }
        cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
        return cmdStr;
    }
}
function escapeData(s) {
    return toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A');
}
function escapeProperty(s) {
    return toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A')
        .replace(/:/g, '%3A')
        .replace(/,/g, '%2C');
}
//# sourceMappingURL=command.js.map
// EXTERNAL MODULE: external "fs"
var external_fs_ = __nccwpck_require__(79896);
;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/file-command.js
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */



function issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!external_fs_.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    external_fs_.appendFileSync(filePath, `${toCommandValue(message)}${external_os_.EOL}`, {
        encoding: 'utf8'
    });
}
function prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${crypto.randomUUID()}`;
    const convertedValue = toCommandValue(value);
    // These should realistically never happen, but just in case someone finds a
    // way to exploit uuid generation let's not allow keys or values that contain
    // the delimiter.
    if (key.includes(delimiter)) {
        throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
    }
    if (convertedValue.includes(delimiter)) {
        throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
    }
    return `${key}<<${delimiter}${external_os_.EOL}${convertedValue}${external_os_.EOL}${delimiter}`;
}
//# sourceMappingURL=file-command.js.map
// EXTERNAL MODULE: external "path"
var external_path_ = __nccwpck_require__(16928);
;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/core.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};






/**
 * The code to exit an action
 */
var ExitCode;
(function (ExitCode) {
    /**
     * A code indicating that the action was successful
     */
    ExitCode[ExitCode["Success"] = 0] = "Success";
    /**
     * A code indicating that the action was a failure
     */
    ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
//-----------------------------------------------------------------------
// Variables
//-----------------------------------------------------------------------
/**
 * Sets env variable for this action and future actions in the job
 * @param name the name of the variable to set
 * @param val the value of the variable. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function exportVariable(name, val) {
    const convertedVal = toCommandValue(val);
    process.env[name] = convertedVal;
    const filePath = process.env['GITHUB_ENV'] || '';
    if (filePath) {
        return issueFileCommand('ENV', prepareKeyValueMessage(name, val));
    }
    issueCommand('set-env', { name }, convertedVal);
}
/**
 * Registers a secret which will get masked from logs
 *
 * @param secret - Value of the secret to be masked
 * @remarks
 * This function instructs the Actions runner to mask the specified value in any
 * logs produced during the workflow run. Once registered, the secret value will
 * be replaced with asterisks (***) whenever it appears in console output, logs,
 * or error messages.
 *
 * This is useful for protecting sensitive information such as:
 * - API keys
 * - Access tokens
 * - Authentication credentials
 * - URL parameters containing signatures (SAS tokens)
 *
 * Note that masking only affects future logs; any previous appearances of the
 * secret in logs before calling this function will remain unmasked.
 *
 * @example
 * ```typescript
 * // Register an API token as a secret
 * const apiToken = "abc123xyz456";
 * setSecret(apiToken);
 *
 * // Now any logs containing this value will show *** instead
 * console.log(`Using token: ${apiToken}`); // Outputs: "Using token: ***"
 * ```
 */
function setSecret(secret) {
    issueCommand('add-mask', {}, secret);
}
/**
 * Prepends inputPath to the PATH (for this action and future actions)
 * @param inputPath
 */
function addPath(inputPath) {
    const filePath = process.env['GITHUB_PATH'] || '';
    if (filePath) {
        issueFileCommand('PATH', inputPath);
    }
    else {
        issueCommand('add-path', {}, inputPath);
    }
    process.env['PATH'] = `${inputPath}${external_path_.delimiter}${process.env['PATH']}`;
}
/**
 * Gets the value of an input.
 * Unless trimWhitespace is set to false in InputOptions, the value is also trimmed.
 * Returns an empty string if the value is not defined.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string
 */
function getInput(name, options) {
    const val = process.env[`INPUT_${name.replace(/ /g, '_').toUpperCase()}`] || '';
    if (options && options.required && !val) {
        throw new Error(`Input required and not supplied: ${name}`);
    }
    if (options && options.trimWhitespace === false) {
        return val;
    }
    return val.trim();
}
/**
 * Gets the values of an multiline input.  Each value is also trimmed.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string[]
 *
 */
function getMultilineInput(name, options) {
    const inputs = getInput(name, options)
        .split('\n')
        .filter(x => x !== '');
    if (options && options.trimWhitespace === false) {
        return inputs;
    }
    return inputs.map(input => input.trim());
}
/**
 * Gets the input value of the boolean type in the YAML 1.2 "core schema" specification.
 * Support boolean input list: `true | True | TRUE | false | False | FALSE` .
 * The return value is also in boolean type.
 * ref: https://yaml.org/spec/1.2/spec.html#id2804923
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   boolean
 */
function getBooleanInput(name, options) {
    const trueValue = ['true', 'True', 'TRUE'];
    const falseValue = ['false', 'False', 'FALSE'];
    const val = getInput(name, options);
    if (trueValue.includes(val))
        return true;
    if (falseValue.includes(val))
        return false;
    throw new TypeError(`Input does not meet YAML 1.2 "Core Schema" specification: ${name}\n` +
        `Support boolean input list: \`true | True | TRUE | false | False | FALSE\``);
}
/**
 * Sets the value of an output.
 *
 * @param     name     name of the output to set
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function setOutput(name, value) {
    const filePath = process.env['GITHUB_OUTPUT'] || '';
    if (filePath) {
        return issueFileCommand('OUTPUT', prepareKeyValueMessage(name, value));
    }
    process.stdout.write(external_os_.EOL);
    issueCommand('set-output', { name }, toCommandValue(value));
}
/**
 * Enables or disables the echoing of commands into stdout for the rest of the step.
 * Echoing is disabled by default if ACTIONS_STEP_DEBUG is not set.
 *
 */
function setCommandEcho(enabled) {
    issue('echo', enabled ? 'on' : 'off');
}
//-----------------------------------------------------------------------
// Results
//-----------------------------------------------------------------------
/**
 * Sets the action status to failed.
 * When the action exits it will be with an exit code of 1
 * @param message add error issue message
 */
function setFailed(message) {
    process.exitCode = ExitCode.Failure;
    error(message);
}
//-----------------------------------------------------------------------
// Logging Commands
//-----------------------------------------------------------------------
/**
 * Gets whether Actions Step Debug is on or not
 */
function isDebug() {
    return process.env['RUNNER_DEBUG'] === '1';
}
/**
 * Writes debug message to user log
 * @param message debug message
 */
function debug(message) {
    issueCommand('debug', {}, message);
}
/**
 * Adds an error issue
 * @param message error issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function error(message, properties = {}) {
    issueCommand('error', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a warning issue
 * @param message warning issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function warning(message, properties = {}) {
    issueCommand('warning', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a notice issue
 * @param message notice issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function notice(message, properties = {}) {
    issueCommand('notice', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Writes info to log with console.log.
 * @param message info message
 */
function info(message) {
    process.stdout.write(message + external_os_.EOL);
}
/**
 * Begin an output group.
 *
 * Output until the next `groupEnd` will be foldable in this group
 *
 * @param name The name of the output group
 */
function startGroup(name) {
    issue('group', name);
}
/**
 * End an output group.
 */
function endGroup() {
    issue('endgroup');
}
/**
 * Wrap an asynchronous function call in a group.
 *
 * Returns the same type as the function itself.
 *
 * @param name The name of the group
 * @param fn The function to wrap in the group
 */
function group(name, fn) {
    return __awaiter(this, void 0, void 0, function* () {
        startGroup(name);
        let result;
        try {
            result = yield fn();
        }
        finally {
            endGroup();
        }
        return result;
    });
}
//-----------------------------------------------------------------------
// Wrapper action state
//-----------------------------------------------------------------------
/**
 * Saves state for current action, the state can only be retrieved by this action's post job execution.
 *
 * @param     name     name of the state to store
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function saveState(name, value) {
    const filePath = process.env['GITHUB_STATE'] || '';
    if (filePath) {
        return issueFileCommand('STATE', prepareKeyValueMessage(name, value));
    }
    issueCommand('save-state', { name }, toCommandValue(value));
}
/**
 * Gets the value of an state set by this action's main execution.
 *
 * @param     name     name of the state to get
 * @returns   string
 */
function getState(name) {
    return process.env[`STATE_${name}`] || '';
}
function getIDToken(aud) {
    return __awaiter(this, void 0, void 0, function* () {
        return yield OidcClient.getIDToken(aud);
    });
}
/**
 * Summary exports
 */

/**
 * @deprecated use core.summary
 */

/**
 * Path exports
 */

/**
 * Platform utilities exports
 */

//# sourceMappingURL=core.js.map

/***/ }),

/***/ 88311:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ unifiedDiff),
/* harmony export */   Y: () => (/* binding */ lineChanges)
/* harmony export */ });
// The time grows with the square of the lines that differ: https://doi.org/10.1007/BF01840446
const bounds = { maxEditLength: 2000, timeout: 2000 };
// Why: docs/decisions.md D35
/** What changed between two versions of a file, as a unified diff. Empty where nothing did. */
async function unifiedDiff(file, before, after) {
    if (before === after)
        return '';
    const { createTwoFilesPatch, FILE_HEADERS_ONLY } = await __nccwpck_require__.e(/* import() */ "diff").then(__nccwpck_require__.bind(__nccwpck_require__, 5960));
    const options = { context: 1, headerOptions: FILE_HEADERS_ONLY, ...bounds };
    const patch = createTwoFilesPatch(`a/${file}`, `b/${file}`, before, after, undefined, undefined, options);
    if (patch !== undefined)
        return patch.slice(0, -1);
    const [old, now] = [before, after].map((text) => text.split('\n').length - (/\n$|^$/.test(text) ? 1 : 0));
    return `--- a/${file}\n+++ b/${file}\nToo many lines differ to show them: ${old} lines before, ${now} after.`;
}
/** The changes of lines that make one text of another. Lines with the same key are the same line, perhaps with a change. */
async function lineChanges(before, after, keyOf) {
    const { diffArrays } = await __nccwpck_require__.e(/* import() */ "diff").then(__nccwpck_require__.bind(__nccwpck_require__, 5960));
    const [old, now] = [before.split('\n'), after.split('\n')];
    const changes = [];
    let [at, there] = [0, 0];
    for (const { removed, added, value } of diffArrays(old.map(keyOf), now.map(keyOf), bounds) ?? []) {
        for (const _ of value) {
            const [was, is] = [added ? undefined : old[at], removed ? undefined : now[there]];
            if (was !== is)
                changes.push({ at, above: now[there - 1], was, is });
            if (!added)
                at++;
            if (!removed)
                there++;
        }
    }
    return changes;
}


/***/ }),

/***/ 49738:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ decodeText)
/* harmony export */ });
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(12712);
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(49931);


const bound = 10 * 1024 * 1024;
/** Text of a file that can be edited: UTF-8, and not too large. */
function decodeText(file, bytes, fix = 'Save it as UTF-8.') {
    if (bytes.length > bound)
        throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`${file} has ${bytes.length} bytes. The limit is ${bound}.`, { at: { file } });
    try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    }
    catch (cause) {
        const at = (0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .positionAt */ .t)(...firstBadCharacter(file, bytes));
        throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`${file} is not UTF-8.`, { fix, at, cause });
    }
}
/** The text with replacement characters, and the offset of the first one that is not in the file itself. */
function firstBadCharacter(file, bytes) {
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    let [offset, length] = [0, 0];
    for (const character of text) {
        const part = new TextEncoder().encode(character);
        if (part.some((byte, index) => bytes[length + index] !== byte))
            break;
        offset += character.length;
        length += part.length;
    }
    return [{ file, text }, offset];
}


/***/ }),

/***/ 49931:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ positionAt)
/* harmony export */ });
/** Line and column of a character, as editors count them. */
function positionAt({ file, text }, offset) {
    const before = text.slice(0, offset);
    const start = before.lastIndexOf('\n') + 1;
    const mark = start === 0 && text.startsWith('\uFEFF') ? 1 : 0;
    return { file, line: before.split('\n').length, column: Math.max(1, offset - start - mark + 1) };
}


/***/ }),

/***/ 12712:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   CD: () => (/* binding */ attempt),
/* harmony export */   J: () => (/* binding */ positionText),
/* harmony export */   K2: () => (/* binding */ ReleaseError),
/* harmony export */   Kw: () => (/* binding */ refusalText),
/* harmony export */   Yb: () => (/* binding */ refuseIfAny),
/* harmony export */   _n: () => (/* binding */ problemsIn),
/* harmony export */   cp: () => (/* binding */ refuseAll),
/* harmony export */   k3: () => (/* binding */ divided)
/* harmony export */ });
/** `docs/index.md:3` */
const positionText = ({ file, line }) => (line === undefined ? file : `${file}:${line}`);
/** A refusal: what is wrong with the actual values, how to fix it, and where. Anything else thrown is a bug. */
class ReleaseError extends Error {
    name = 'ReleaseError';
    fix;
    at;
    /** All problems, if several were found at once. */
    reasons;
    constructor(message, { fix, at, cause } = {}, reasons = []) {
        super(message, cause === undefined ? {} : { cause });
        this.fix = fix;
        this.at = at;
        this.reasons = reasons;
    }
}
/** What is wrong, and how to fix it. */
const refusalText = ({ message, fix }) => fix === undefined ? message : `${message} ${fix}`;
/** Every problem that a refusal tells. */
const problemsIn = (refusal) => refusal.reasons.length > 0 ? refusal.reasons : [refusal];
/** Throws all refusals as one, so that people can fix all of them before the next run. */
function refuseIfAny(message, reasons) {
    const [only] = reasons;
    if (only !== undefined && reasons.length === 1)
        throw only;
    if (only !== undefined)
        throw new ReleaseError(message, {}, reasons);
}
/** Throws refusals of several looks as one. What two of them say is said once. */
function refuseAll(message, refusals) {
    const all = refusals.flatMap(problemsIn);
    const isFirst = ({ message: said, fix }, index) => all.findIndex((other) => other.message === said && other.fix === fix) === index;
    refuseIfAny(message, all.filter(isFirst));
}
/** The result of `look`, or the refusal that it threw. */
function attempt(look) {
    try {
        return look();
    }
    catch (error) {
        if (error instanceof ReleaseError)
            return error;
        throw error;
    }
}
/** Separates results from refusals. */
function divided(answers) {
    const [values, refusals] = [[], []];
    for (const answer of answers) {
        if (answer instanceof ReleaseError)
            refusals.push(answer);
        else
            values.push(answer);
    }
    return { values, refusals };
}


/***/ }),

/***/ 30525:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ refuseCostlyGlob)
/* harmony export */ });
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(12712);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(31987);


const longest = 1000;
const mostAlternatives = 100;
const mostStars = 3;
// Why: docs/decisions.md D49
/** Refuses a glob that could take minutes to compare with a name, or that means thousands of globs. */
function refuseCostlyGlob(glob) {
    const problem = costOf(glob);
    if (problem === undefined)
        return;
    const shown = glob.length > 80 ? `${glob.slice(0, 80)}…` : glob;
    throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`The glob ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(shown)} ${problem}.`, {
        fix: 'Write several globs that are simpler, or ** for all files and folders below a folder.',
    });
}
function costOf(glob) {
    if (glob.length > longest)
        return `has ${glob.length} characters. The limit is ${longest}`;
    if (/[+*]\(/.test(glob))
        return 'has a repeated group, such as +(…), which is not supported';
    const alternatives = alternativesIn(glob);
    if (alternatives > mostAlternatives)
        return `stands for ${alternatives} globs, because of its braces. The limit is ${mostAlternatives}`;
    const stars = Math.max(...glob.split('/').map((part) => (part.match(/\*+|!\(/g) ?? []).length));
    return stars > mostStars ? `has ${stars} stars between two slashes. The limit is ${mostStars}` : undefined;
}
/** How many globs without braces a glob stands for: `{a,b}{1..3}` for six. Nothing escapes a brace in Node's globs. */
function alternativesIn(glob) {
    const outer = [];
    let inner = { before: 0, product: 1, start: 0 };
    for (let at = 0; at < glob.length; at++) {
        const sign = glob[at];
        if (sign === '{') {
            outer.push(inner);
            inner = { before: 0, product: 1, start: at + 1 };
        }
        else if (sign === ',' && outer.length > 0) {
            inner = { ...inner, before: inner.before + inner.product, product: 1 };
        }
        else if (sign === '}') {
            const around = outer.pop();
            if (around === undefined)
                continue;
            const count = rangeOf(glob.slice(inner.start, at)) ?? inner.before + inner.product;
            inner = { ...around, product: around.product * count };
        }
    }
    return [...outer, inner].reduce((all, { before, product }) => all * (before + product), 1);
}
/** How many texts a range stands for: `1..9`, `a..e`, `0..100..10`. */
function rangeOf(text) {
    const [, from, to, step] = /^(-?\d+|[a-z])\.\.(-?\d+|[a-z])(?:\.\.(-?\d+))?$/i.exec(text) ?? [];
    if (from === undefined || to === undefined)
        return undefined;
    const [low, high] = [from, to].map((end) => (/\d/.test(end) ? Number(end) : end.charCodeAt(0)));
    return Math.floor(Math.abs((high ?? 0) - (low ?? 0)) / (Math.abs(Number(step ?? 1)) || 1)) + 1;
}


/***/ }),

/***/ 14773:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   GS: () => (/* binding */ placed),
/* harmony export */   vr: () => (/* binding */ placeSentence),
/* harmony export */   yN: () => (/* binding */ placesIn)
/* harmony export */ });
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(31987);

/** `deploy/chart/Chart.yaml has version 0.1.0, not 0.2.0.` */
function placeSentence({ at, name, actual, wanted }) {
    const holder = typeof at === 'string' ? at : at.file;
    const [is, should] = [actual, wanted].map((text) => shown(text ?? ''));
    if (wanted === undefined)
        return `${holder} has ${name ?? `the line ${is}`}, which should go.`;
    if (actual !== undefined)
        return `${holder} has ${name === undefined ? '' : `${name} `}${is}, not ${should}.`;
    return name === undefined ? `${holder} has no line ${should}.` : `${holder} has no ${name}; it should be ${should}.`;
}
const longest = 80;
/** A value in a sentence. It gets quotes, unless it is one plain word or a position. */
function shown(text) {
    if (text.length <= longest && /^(?:at |as )?[\w.+:/@~^=-]+$/.test(text))
        return text;
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text.length > longest ? `${text.slice(0, longest)}…` : text);
}
const mostPlaces = 10;
/** The places that the diff of one file changes: the first difference in each part of the file. */
const placesIn = (diff, file) => diff
    .split(/^(?=@@ -)/m)
    .flatMap((part) => firstDifference(part, file) ?? [])
    .slice(0, mostPlaces);
function firstDifference(part, file) {
    const [head = '', ...all] = part.split('\n');
    const start = /^@@ -(\d+)/.exec(head)?.[1];
    const lines = all.filter((line) => !line.startsWith('\\')); // "No newline at end of file"
    const first = lines.findIndex((line) => /^[-+]/.test(line));
    if (start === undefined || first < 0)
        return undefined;
    const old = lines[first] ?? '';
    const now = lines.slice(first).find((line) => !line.startsWith('-')) ?? '';
    const actual = old.startsWith('-') ? old.slice(1) : undefined;
    const wanted = now.startsWith('+') ? now.slice(1) : undefined;
    const isOnlySpace = actual?.trim() === wanted?.trim();
    const [is, should] = isOnlySpace ? [actual, wanted] : [actual?.trim(), wanted?.trim()];
    return is === should
        ? undefined
        : { at: { file, line: Math.max(Number(start) + first, 1) }, actual: is, wanted: should };
}
/** A message with its place: `Chart.yaml:3 has …`. A message that names the file gets the line behind the name. */
function placed(message, at) {
    if (at === undefined)
        return message;
    const place = [at.file, at.line, at.column].filter((part) => part !== undefined).join(':');
    if (message.includes(`${at.file}:${at.line}`))
        return message;
    const name = new RegExp(`(?<![\\w./-])${RegExp.escape(at.file)}(?![\\w/-]|[.:]\\w)`);
    return name.test(message) ? message.replace(name, () => place) : `${place}: ${message}`;
}


/***/ }),

/***/ 98337:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   LM: () => (/* binding */ importPath),
/* harmony export */   M8: () => (/* binding */ parseRemote),
/* harmony export */   Z5: () => (/* binding */ canonicalAddress)
/* harmony export */ });
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(12712);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(31987);


/** The name of a remote, or an address without credentials. */
function parseRemote(text) {
    if (!/^https?:\/\/[^/]*@/.test(text.trim()))
        return text.trim();
    throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2('is an address that contains a user or a token.', {
        fix: 'Write the address without them, and pass the token as the input token.',
    });
}
// Why: docs/decisions.md D43
/**
 * The address of a repository in the one form that git and this program read alike. An address in which they could read
 * different hosts is refused. `where` says which address it is, such as `of the remote origin`.
 */
function canonicalAddress(address, where) {
    const refused = (what, shown) => new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`The address ${where} ${what}: ${shown}`, {
        fix: 'Write it as https://server/owner/name, without anything else. A token belongs into the input token.',
    });
    if (/[\x00-\x1f\x7f]/.test(address))
        throw refused('has a control character', (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(withoutPassword(address)));
    const [, scheme, authority = ''] = /^([a-z][a-z\d+.-]*):\/\/([^/]*)/i.exec(address) ?? [];
    const isHttp = /^https?:/i.test(address);
    if (scheme === undefined && !isHttp)
        return address; // a folder, or host:path for ssh
    if (/[\\\s]/.test(address))
        throw refused('has a backslash or white space', (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(withoutPassword(address)));
    if (!isHttp)
        return address;
    if (authority.includes('@'))
        throw refused('has a user or a password', withoutPassword(address));
    if (!/^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d+)?$/i.test(authority) || /#/.test(address) || !URL.canParse(address))
        throw refused('is not one that git and this action read alike', (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(address));
    return new URL(address).href;
}
const withoutPassword = (address) => address.replace(/^([^:/]*:\/\/)[^/]*@/, '$1***@');
/** The Go import path for the address of a repository, such as github.com/org/name. Undefined for a local folder. */
function importPath(address) {
    // As an address, or in the short form of ssh: git@github.com:org/name.git
    const shape = /^(?:(?:https?|ssh|git):\/\/)(?:[^@/]+@)?([^:/]+)(?::\d+)?\/(.+)$|^(?:[^@:/]+@)?([^:/]+):(?!\/)(.+)$/;
    const isFolder = /^[a-z]:[\\/]/i.test(address); // on Windows
    const [, host, path, shortHost, shortPath] = (!isFolder && shape.exec(address)) || [];
    const [domain, rest] = host === undefined ? [shortHost, shortPath] : [host, path];
    const clean = rest?.replace(/\/+$/, '').replace(/\.git$/, '');
    return domain === undefined || clean === undefined ? undefined : `${domain}/${clean}`;
}


/***/ }),

/***/ 72979:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ parseRepository),
/* harmony export */   Y: () => (/* binding */ repositoryOn)
/* harmony export */ });
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(12712);
/* harmony import */ var _remote_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(98337);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(31987);



/** `owner/name` of a repository on a server. Undefined for the address of another server. */
function repositoryOn(server, address) {
    const [host, ...path] = (0,_remote_js__WEBPACK_IMPORTED_MODULE_1__/* .importPath */ .LM)(address)?.split('/') ?? [];
    return host === new URL(server).hostname && path.length === 2 ? path.join('/') : undefined;
}
/** Reads `owner/name`, GitHub's name for a repository. */
function parseRepository(text) {
    if (/^[\w.-]+\/[\w.-]+$/.test(text.trim()))
        return text.trim();
    throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`is ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quoted */ .TL)(text)}, not the name of a repository.`, { fix: 'Write owner/name.' });
}


/***/ }),

/***/ 99842:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ parseTree)
/* harmony export */ });
/** Reads what `ls-tree -r -z` prints: https://git-scm.com/docs/git-ls-tree#_output_format */
const parseTree = (text) => text.split('\0').flatMap((line) => {
    const [, mode, object, path] = /^(\d+) \w+ ([\da-f]+)\t(.+)$/s.exec(line) ?? [];
    return mode === undefined || object === undefined || path === undefined ? [] : [{ mode, object, path }];
});


/***/ }),

/***/ 54356:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ refuseBadName)
/* harmony export */ });
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(12712);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(31987);


const matches = (pattern) => (name) => pattern.test(name);
const nameRules = [
    [matches(/^$/), 'is empty'],
    // GitHub takes 255 bytes: https://github.com/desktop/desktop/issues/819
    [matches(/^[^]{1025}/), 'is longer than 1024 characters, which is the limit'],
    [matches(/^-/), 'begins with a hyphen'],
    [_text_js__WEBPACK_IMPORTED_MODULE_1__/* .hasHidden */ .Vh, 'contains an invisible character'],
    [matches(/[\x00-\x20\x7f~^:?*[\\]/), 'contains a space, a control character or one of ~ ^ : ? * [ \\'],
    [matches(/\.\.|@\{|\/\/|^\/|\/$|^@$/), 'contains "..", "@{" or "//", begins or ends with a slash, or is "@"'],
    [matches(/(^|\/)\.|\.lock(\/|$)|\.$/), 'has a part that begins with a dot, or ends with ".lock" or a dot'],
];
/** Refuses a name that git would refuse: https://git-scm.com/docs/git-check-ref-format */
function refuseBadName(name, kind = 'tag') {
    const rule = nameRules.find(([breaks]) => breaks(name))?.[1];
    if (rule !== undefined)
        throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(name)} is not a valid ${kind} name: it ${rule}.`, {
            fix: `Use a ${kind} such as ${kind === 'tag' ? 'v1.2.3' : 'main'}.`,
        });
}


/***/ }),

/***/ 62032:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   XS: () => (/* binding */ parseTagObject),
/* harmony export */   Xy: () => (/* binding */ looksSigned),
/* harmony export */   ZN: () => (/* binding */ tagObjectText)
/* harmony export */ });
const signatureStart = /(?<![^\n])-----BEGIN (?:PGP SIGNATURE|PGP MESSAGE|SSH SIGNATURE|SIGNED MESSAGE)-----/g;
/** Reads the text that `git cat-file tag` prints: headers, an empty line, the message, perhaps a signature. */
function parseTagObject(text) {
    const end = text.indexOf('\n\n');
    const headers = end < 0 ? text : text.slice(0, end);
    const body = end < 0 ? '' : text.slice(end + 2);
    const signature = startOfSignature(body);
    const message = signature === undefined ? body : body.slice(0, signature);
    const [, tagger, epoch] = /^tagger (.*?) (\d+) [+-]\d{4}$/m.exec(headers) ?? [];
    return {
        tagger,
        epoch: epoch === undefined ? undefined : Number(epoch),
        message,
        subject: (message.trimStart().split(/\r?\n[ \t\r]*\n/)[0] ?? '').trim().split(/\r?\n/).join(' '),
        isSigned: signature !== undefined,
    };
}
/** The text of an annotated tag of a commit, as git writes it. A signature of the text may be appended. */
const tagObjectText = ({ name, commit, message, tagger, epoch }) => `object ${commit}\ntype commit\ntag ${name}\ntagger ${tagger} ${epoch} +0000\n\n${message}`;
/** Whether git would read a line of this message as the beginning of a signature. */
const looksSigned = (message) => startOfSignature(message) !== undefined;
// Like git, the last such line: an earlier one may be a quotation.
const startOfSignature = (body) => [...body.matchAll(signatureStart)].at(-1)?.index;


/***/ }),

/***/ 31987:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $y: () => (/* binding */ abridged),
/* harmony export */   ER: () => (/* binding */ isAscii),
/* harmony export */   Ec: () => (/* binding */ quotedForShell),
/* harmony export */   Ey: () => (/* binding */ textItems),
/* harmony export */   Fy: () => (/* binding */ textLines),
/* harmony export */   KE: () => (/* binding */ listed),
/* harmony export */   TL: () => (/* binding */ quoted),
/* harmony export */   Vh: () => (/* binding */ hasHidden),
/* harmony export */   h0: () => (/* binding */ short)
/* harmony export */ });
/** Text of others for a message: in quotes, with invisible characters and those that reorder text made visible. */
function quoted(text) {
    const invisible = isAscii(text) ? /[\x00-\x1f\x7f]/g : new RegExp(`[\\p{Cc}${hidden}]`, 'gu');
    const visible = text.replaceAll(invisible, (character) => {
        const code = character.codePointAt(0) ?? 0;
        return code > 0xffff ? `\\u{${code.toString(16)}}` : `\\u${code.toString(16).padStart(4, '0')}`;
    });
    return visible === text && !text.includes('"') ? `"${text}"` : `'${visible}'`;
}
// A literal with these would be read when this file is loaded, and opening Unicode's tables for it takes a millisecond.
const hidden = String.raw `\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{DI}`;
/** Whether nothing of Unicode is needed to read a text, whose tables take time to open: docs/decisions.md D36 */
const isAscii = (text) => !/[^\x00-\x7f]/.test(text);
/** Whether a text has a character that nobody sees, other than control characters. */
const hasHidden = (text) => !isAscii(text) && new RegExp(`[${hidden}]`, 'u').test(text);
/** One word for a shell, whatever is in it. */
const quotedForShell = (text) => `'${text.replaceAll("'", String.raw `'\''`)}'`;
/** The lines of a text that are not blank, trimmed. */
const textLines = (text) => text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
/** What stands on lines, or between commas. */
const textItems = (text) => textLines(text.replaceAll(',', '\n'));
/** `a`, `a and b`, `a, b and c`. */
const listed = (items, word = 'and') => items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${word} ${items.at(-1)}`;
/** The first items of a list, and the number of the others. */
const abridged = (items, most = 20) => listed(items.length > most ? [...items.slice(0, most), `${items.length - most} more`] : items);
/** The short form of a commit's hash. */
const short = (sha) => sha.slice(0, 12);


/***/ }),

/***/ 28242:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   FB: () => (/* binding */ parsePep440),
/* harmony export */   X$: () => (/* binding */ nextDevelopment),
/* harmony export */   Zy: () => (/* binding */ compareVersions),
/* harmony export */   cs: () => (/* binding */ isLower),
/* harmony export */   kf: () => (/* binding */ parseSemver),
/* harmony export */   ot: () => (/* binding */ parseVersion)
/* harmony export */ });
/* harmony import */ var _renovatebot_pep440_lib_operator_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(12124);
/* harmony import */ var _renovatebot_pep440_lib_version_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(74818);
/* harmony import */ var semver_functions_compare_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(78469);
/* harmony import */ var semver_functions_parse_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(16353);
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(12712);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(31987);






const parseVersion = (scheme, text) => scheme === 'semver' ? parseSemver(text) : parsePep440(text);
/** Strict SemVer 2: no `v`, no spaces, three numbers. */
function parseSemver(text) {
    const parsed = semver_functions_parse_js__WEBPACK_IMPORTED_MODULE_3__(text);
    const build = parsed?.build.length ? parsed.build.join('.') : undefined;
    // The parser trims, and accepts a leading v or =. Only text that it would write itself is SemVer.
    if (parsed === null || `${parsed.version}${build === undefined ? '' : `+${build}`}` !== text) {
        throw new _error_js__WEBPACK_IMPORTED_MODULE_4__/* .ReleaseError */ .K2(`${(0,_text_js__WEBPACK_IMPORTED_MODULE_5__/* .quoted */ .TL)(text)} is not a SemVer 2 version: ${semverRule(text)}`, {
            fix: 'Give a version such as 1.2.3 or 1.2.3-rc.1.',
        });
    }
    const release = [parsed.major, parsed.minor, parsed.patch];
    const prerelease = parsed.prerelease.length > 0 ? parsed.prerelease.join('.') : undefined;
    return {
        scheme: 'semver',
        semver: text,
        pep440: build === undefined ? pep440Of(release, prerelease) : undefined,
        release,
        prerelease,
        build,
        isPrerelease: prerelease !== undefined,
    };
}
const likePython = 'Give a version such as 1.2.3, 1.2.3rc1 or 1.2.3.dev0.';
/** PEP 440 in any spelling that Python accepts, but for a leading `v` and local versions. */
function parsePep440(text) {
    const parsed = /^[0-9]/.test(text) ? (0,_renovatebot_pep440_lib_version_js__WEBPACK_IMPORTED_MODULE_1__.parse)(text) : null;
    if (parsed === null || text.includes('+')) {
        throw new _error_js__WEBPACK_IMPORTED_MODULE_4__/* .ReleaseError */ .K2(`${(0,_text_js__WEBPACK_IMPORTED_MODULE_5__/* .quoted */ .TL)(text)} is not a public PEP 440 version: ${pep440Rule(text)}`, { fix: likePython });
    }
    const { epoch, release, pre, post, dev } = parsed;
    // A number that is not a safe integer would be written as another number.
    if ([epoch, release, pre ?? [], post ?? [], dev ?? []].flat().some(isUnsafe)) {
        throw new _error_js__WEBPACK_IMPORTED_MODULE_4__/* .ReleaseError */ .K2(`${(0,_text_js__WEBPACK_IMPORTED_MODULE_5__/* .quoted */ .TL)(text)} has a number above ${Number.MAX_SAFE_INTEGER}, which is the limit.`, {
            fix: likePython,
        });
    }
    const suffix = pre ?? dev;
    const isExpressible = epoch === 0 && release.length <= 3 && !post && !(pre && dev);
    const numbers = [...release, 0, 0].slice(0, 3).join('.');
    const prerelease = isExpressible && suffix ? `${wordOfLetter(suffix[0])}.${suffix[1]}` : undefined;
    return {
        scheme: 'pep440',
        semver: isExpressible ? numbers + (prerelease === undefined ? '' : `-${prerelease}`) : undefined,
        pep440: (0,_renovatebot_pep440_lib_version_js__WEBPACK_IMPORTED_MODULE_1__.clean)(text) ?? undefined,
        release,
        prerelease: prerelease ?? ([pre, dev].flatMap((part) => part?.join('') ?? []).join('.') || undefined),
        build: undefined,
        isPrerelease: Boolean(pre ?? dev),
    };
}
/** Precedence of two versions of one scheme: PEP 440 sorts dev before alpha, SemVer after beta. */
function compareVersions(one, other) {
    if (one.scheme === 'pep440')
        return (0,_renovatebot_pep440_lib_operator_js__WEBPACK_IMPORTED_MODULE_0__.compare)(one.pep440 ?? '', other.pep440 ?? '');
    return semver_functions_compare_js__WEBPACK_IMPORTED_MODULE_2__(one.semver ?? '', other.semver ?? '') || compareLongNumbers(one.prerelease, other.prerelease);
}
// semver compares numbers as floats, so that two timestamps in milliseconds (rc.20260131123456789) can be equal.
function compareLongNumbers(one = '', other = '') {
    const others = other.split('.').values();
    for (const here of one.split('.')) {
        const there = others.next().value ?? here;
        if (here !== there)
            return BigInt(here) < BigInt(there) ? -1 : 1;
    }
    return 0;
}
/** Whether both texts are versions of the same scheme, with or without v, and the first is lower. */
function isLower(one, other) {
    const bare = [one, other].map((text) => text.replace(/^v/, ''));
    return ['semver', 'pep440'].some((scheme) => {
        const [first, second] = bare.map((text) => (0,_error_js__WEBPACK_IMPORTED_MODULE_4__/* .attempt */ .CD)(() => parseVersion(scheme, text)));
        if (first === undefined || second === undefined || first instanceof _error_js__WEBPACK_IMPORTED_MODULE_4__/* .ReleaseError */ .K2 || second instanceof _error_js__WEBPACK_IMPORTED_MODULE_4__/* .ReleaseError */ .K2)
            return false;
        return compareVersions(first, second) < 0;
    });
}
/** The first development version after a release. */
function nextDevelopment({ release, pep440 }, step) {
    const [major = 0, minor = 0, patch = 0] = release;
    const next = { major: [major + 1, 0, 0], minor: [major, minor + 1, 0], patch: [major, minor, patch + 1] }[step];
    // Without its epoch, the version would be lower than all that have one. SemVer has no epoch.
    const epoch = /^[0-9]+!/.exec(pep440 ?? '')?.[0];
    return {
        semver: epoch === undefined ? `${next.join('.')}-dev.0` : undefined,
        pep440: `${epoch ?? ''}${next.join('.')}.dev0`,
    };
}
const letters = { alpha: 'a', beta: 'b', rc: 'rc', dev: '.dev' };
const wordOfLetter = (letter) => Object.entries({ ...letters, dev: 'dev' }).find(([, short]) => short === letter)?.[0];
/** `1.2.0-rc.1` is `1.2.0rc1`. `-1` has no counterpart: PEP 440 would read a post-release, which comes after. */
function pep440Of(release, prerelease) {
    if (prerelease === undefined)
        return release.join('.');
    const match = /^(alpha|beta|rc|dev)\.?(0|[1-9][0-9]*)$/.exec(prerelease);
    const letter = letters[match?.[1]];
    return match === null || isUnsafe(Number(match[2])) ? undefined : `${release.join('.')}${letter}${match[2]}`;
}
const isUnsafe = (part) => typeof part === 'number' && !Number.isSafeInteger(part);
const semverRules = [
    [(text) => text === '', 'it is empty.'],
    [(text) => text.length > 256, 'it is longer than 256 characters, which is the limit.'],
    [(text) => /^[v=\s]/.test(text), 'it must begin with a number.'],
    [
        (text) => /[^0-9A-Za-z.+-]/.test(text),
        'only ASCII letters, digits, dots, hyphens and one plus are allowed (§2, §9, §10).',
    ],
    [(text) => /^[0-9]+(\.[0-9]+)?(?=$|[-+])/.test(text), 'it needs three numbers, major.minor.patch (§2).'],
    [(text) => /^[0-9]+(\.[0-9]+){3,}/.test(text), 'it has more than three numbers (§2).'],
    [(text) => /^([0-9]+\.){0,2}0[0-9]/.test(text), 'a number has a leading zero (§2).'],
    [(text) => /^[0-9.]+-([^+]*\.)?0[0-9]+(\.|\+|$)/.test(text), 'a number of the prerelease has a leading zero (§9).'],
    [(text) => /^[0-9.]+-(\+|\.|$|[^+]*\.\.|[^+]*\.(\+|$))/.test(text), 'a part of the prerelease is empty (§9).'],
    [
        (text) => (/^[0-9.]+/.exec(text)?.[0] ?? '').split('.').some((digits) => isUnsafe(Number(digits))),
        `a number is above ${Number.MAX_SAFE_INTEGER}, which is the limit.`,
    ],
];
const semverRule = (text) => semverRules.find(([breaks]) => breaks(text))?.[1] ?? 'it is not like 1.2.3, 1.2.3-rc.1 or 1.2.3+build.5.';
function pep440Rule(text) {
    if (/^[^+]+\+[^+]+$/.test(text))
        return 'the part after the + makes it a local version, which package indexes refuse.';
    if (!/^[0-9]/.test(text))
        return 'it must begin with a number.';
    return 'it is not like 1.2.3, 1.2.3rc1 or 1.2.3.dev0.';
}


/***/ }),

/***/ 56511:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

var node_path__WEBPACK_IMPORTED_MODULE_0___namespace_cache;
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ parseWorkspacePath),
/* harmony export */   s: () => (/* binding */ withSlashes)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(76760);
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(12712);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(31987);



/** A path relative to the workspace, in which it must stay. It has slashes on every system, as in git. */
function parseWorkspacePath(text, paths = /*#__PURE__*/ (node_path__WEBPACK_IMPORTED_MODULE_0___namespace_cache || (node_path__WEBPACK_IMPORTED_MODULE_0___namespace_cache = __nccwpck_require__.t(node_path__WEBPACK_IMPORTED_MODULE_0__, 2)))) {
    const clean = paths.normalize(text.trim());
    // On Windows, C:name is relative to another folder, and name:stream is a hidden part of a file.
    const isElsewhere = paths.isAbsolute(clean) || (paths.sep === '\\' && clean.includes(':'));
    if (!isElsewhere && !/^\.\.($|[/\\])/.test(clean))
        return withSlashes(clean, paths.sep);
    throw new _error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseError */ .K2(`is ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quoted */ .TL)(text)}, which is outside the workspace.`, {
        fix: 'Give a path inside the workspace, relative to it.',
    });
}
/** A path of the system, as git writes it. */
const withSlashes = (path, separator = node_path__WEBPACK_IMPORTED_MODULE_0__.sep) => separator === '/' ? path : path.replaceAll(separator, '/');


/***/ }),

/***/ 44502:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ defineAction)
/* harmony export */ });
/** Declares an action. The types of its inputs and outputs flow into `plan`. */
function defineAction(action) {
    return action;
}


/***/ }),

/***/ 95322:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   j$: () => (/* binding */ commonInputs),
/* harmony export */   j3: () => (/* binding */ allInputs),
/* harmony export */   ww: () => (/* binding */ allOutputs)
/* harmony export */ });
/* unused harmony exports modes, manifest, tables, table */
/* harmony import */ var _domain_text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(31987);
/* harmony import */ var _input_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(26118);


const modes = ['apply', 'local', 'dry-run', 'check'];
/** The inputs that an action gets from its other properties, such as `permissions`. */
function commonInputs(action) {
    const { permissions, token, waits, hasNoMode, starts } = action;
    const needs = Object.entries(permissions ?? {}).map(([permission, why]) => `${permission} (${why})`);
    return {
        ...(hasNoMode === true ? {} : { mode: modeInput }),
        ...(waits === undefined
            ? {}
            : { wait: (0,_input_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)(`How long to wait ${waits}, such as 10m. 0s does not wait.`).or('0s') }),
        ...(token === undefined && permissions === undefined
            ? {}
            : { token: withJobToken(token ?? `The token to use. It needs ${(0,_domain_text_js__WEBPACK_IMPORTED_MODULE_0__/* .listed */ .KE)(needs)}.`) }),
        ...(starts === undefined && !isBeyondJobs(action)
            ? {}
            : {
                jobToken: withJobToken(`Do not set this input. It is compared with token, ${starts === undefined ? "because the job's own token can never have these permissions" : 'to find out whether workflows will start'}.`),
            }),
    };
}
/** Whether the job's own token can never have the permissions: https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#permissions */
const isBeyondJobs = ({ permissions = {} }) => Object.keys(permissions).some((permission) => permission.startsWith('administration: '));
const allInputs = (action) => ({ ...action.inputs, ...commonInputs(action) });
/** Name and description of every output. */
const allOutputs = ({ outputs }) => [
    ...Object.entries(outputs).map(([key, output]) => [(0,_input_js__WEBPACK_IMPORTED_MODULE_1__/* .kebab */ .i9)(key), typeof output === 'string' ? output : output.description]),
    ['changed', 'Whether anything was changed, or would be changed.'],
    ['changes', 'The titles of the changes, as a JSON array.'],
    ['pending', 'What other people still have to do, as a JSON array.'],
];
const q = (value) => JSON.stringify(value); // a JSON string is a YAML string
/** The text of action.yml. `main` is the path from there to the bundle. */
function manifest(action, main) {
    const inputs = Object.entries(allInputs(action)).flatMap(([key, one]) => [
        `  ${kebab(key)}:`,
        `    description: ${q(one.description)}`,
        `    required: ${one.required}`,
        ...(one.default === undefined || one.default === '' ? [] : [`    default: ${q(one.default)}`]),
    ]);
    const outputs = allOutputs(action).flatMap(([name, description]) => [
        `  ${name}:`,
        `    description: ${q(description)}`,
    ]);
    const head = [
        '# Generated from action.ts: npm run generate',
        `name: ${q(action.name)}`,
        `description: ${q(action.description)}`,
    ];
    return [
        ...head,
        'inputs:',
        ...inputs,
        'outputs:',
        ...outputs,
        'runs:',
        '  using: node24',
        `  main: ${main}`,
        '',
    ].join('\n');
}
/** The generated part of an action's README. */
function tables(action) {
    const inputs = Object.entries(allInputs(action)).map(([key, one]) => [
        `\`${kebab(key)}\``,
        one.description,
        defaultCell(one),
    ]);
    const outputs = allOutputs(action).map(([name, description]) => [`\`${name}\``, description]);
    const isForApp = isBeyondJobs(action);
    const permissions = Object.entries(action.permissions ?? {}).map(([permission, why]) => `  ${isForApp ? 'permission-' : ''}${permission} # ${why}`);
    const head = isForApp ? ['uses: actions/create-github-app-token@v3', 'with:'] : ['permissions:'];
    return [
        '## Inputs',
        '',
        ...table(['Input', 'Meaning', 'Default'], inputs),
        '',
        '## Outputs',
        '',
        ...table(['Output', 'Meaning'], outputs),
        ...(permissions.length === 0 ? [] : ['', '## Permissions', '', '```yaml', ...head, ...permissions, '```']),
    ].join('\n');
}
const modeInput = (0,_input_js__WEBPACK_IMPORTED_MODULE_1__/* .choice */ .Yq)('apply: make the changes. local: make only the changes on the runner, and show the others. dry-run: only show the changes. check: fail if anything is left to do.', modes).or('apply');
const withJobToken = (description) => ({
    ...(0,_input_js__WEBPACK_IMPORTED_MODULE_1__/* .secret */ .rJ)(description),
    default: '${{ github.token }}',
});
function defaultCell(one) {
    if (one.required)
        return 'required';
    return one.default === undefined || one.default === ''
        ? ''
        : one.default
            .split('\n')
            .map((line) => `\`${line}\``)
            .join('<br>');
}
/** A table in Markdown. */
const table = (head, rows) => [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`);


/***/ }),

/***/ 26118:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ae: () => (/* binding */ path),
/* harmony export */   Bj: () => (/* binding */ verbatim),
/* harmony export */   Jt: () => (/* binding */ flag),
/* harmony export */   Ko: () => (/* binding */ readInputs),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   Yq: () => (/* binding */ choice),
/* harmony export */   hF: () => (/* binding */ input),
/* harmony export */   i9: () => (/* binding */ kebab),
/* harmony export */   nd: () => (/* binding */ integer),
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   rJ: () => (/* binding */ secret)
/* harmony export */ });
/* unused harmony export semver */
/* harmony import */ var _domain_error_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(12712);
/* harmony import */ var _domain_place_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(14773);
/* harmony import */ var _domain_text_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(31987);
/* harmony import */ var _domain_versions_version_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(28242);
/* harmony import */ var _domain_workspace_path_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(56511);





/**
 * An input of any type that has a parser. All other inputs are made with it. The message of an error of the parser can be
 * the end of a sentence, such as `is "x".`: then readInputs puts the name of the input before it.
 */
function input(description, parse, more = {}) {
    const base = { description, required: false, ...more };
    return {
        ...base,
        required: true,
        read(text) {
            if (text === undefined)
                throw new _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2('is required.', { fix: description });
            return parse(text);
        },
        optional: () => ({ ...base, read: (text) => (text === undefined ? undefined : parse(text)) }),
        or: (fallback) => ({ ...base, default: fallback, read: (text) => parse(text ?? fallback) }),
        list: () => input(description, (text) => (0,_domain_text_js__WEBPACK_IMPORTED_MODULE_2__/* .textLines */ .Fy)(text).map((line) => parse(line))),
    };
}
/** Text exactly as it was given, including white space. */
const verbatim = (description) => input(description, (value) => value);
const text = (description) => input(description, (value) => value.trim());
/** A SemVer version, with or without `v`. */
const semver = (description) => input(description, (value) => parseSemver(value.trim().replace(/^v/, '')));
/** A path relative to the workspace. It must stay inside the workspace. It has slashes, also on Windows. */
const path = (description) => input(description, (value) => (0,_domain_workspace_path_js__WEBPACK_IMPORTED_MODULE_4__/* .parseWorkspacePath */ .Q)(value));
const integer = (description) => input(description, wholeNumber);
/** Anything but true and false is refused: "yes" must not silently mean no. */
const flag = (description, fallback = 'false') => {
    const word = choice('', ['true', 'false']).or(fallback);
    return { ...word, description, isFlag: true, read: (value) => word.read(value) === 'true' };
};
/** A secret. It is masked in the log before anything else happens. In a terminal it comes from the environment or a file. */
const secret = (description) => ({
    ...input(description, (value) => value.replace(/\r?\n$/, '')).optional(), // editors end a file with a newline
    isSecret: true,
});
/** Seconds, from `90s`, `10m`, `4h`. */
const duration = (description) => input(description, (value) => {
    const [, count, unit = ''] = /^(\d{1,6})([smh])$/.exec(value.trim()) ?? [];
    if (count === undefined)
        throw new _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`is ${(0,_domain_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quoted */ .TL)(value)}, not a duration.`, {
            fix: 'Give a duration such as 90s, 10m or 4h.',
        });
    return Number(count) * ({ s: 1, m: 60, h: 3600 }[unit] ?? 1);
});
/** One of a few words, as a union of them. */
const choice = (description, words) => input(`${description} One of: ${words.join(', ')}.`, (value) => {
    const word = words.find((candidate) => candidate === value.trim());
    if (word === undefined)
        throw new _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`cannot be ${(0,_domain_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quoted */ .TL)(value)}.`, { fix: `Use ${(0,_domain_text_js__WEBPACK_IMPORTED_MODULE_2__/* .listed */ .KE)(words, 'or')}.` });
    return word;
}, { words });
/** Reads inputs, and refuses all bad ones at once. GitHub passes an empty text for an input that was not given. */
function readInputs(inputs, given) {
    const refusals = [];
    const read = Object.entries(inputs).map(([key, codec]) => {
        const raw = given.input(kebab(key));
        const isGiven = raw !== undefined && raw.trim() !== '';
        if (isGiven && codec.isSecret === true)
            given.mask(raw);
        const value = (0,_domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .attempt */ .CD)(() => codec.read(isGiven ? raw : undefined));
        if (value instanceof _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2)
            refusals.push(inputError(kebab(key), value));
        return [key, value];
    });
    (0,_domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .refuseIfAny */ .Yb)('Some inputs are wrong.', refusals);
    return Object.fromEntries(read); // what each codec of I has read, for none has refused
}
/** A message that begins with a verb continues the sentence: `Input next cannot be "x".` A place is a line of the input. */
function inputError(name, { message, fix, at, cause }) {
    const subject = `Input ${name}`;
    const isNamed = message.startsWith(`${subject} `);
    const said = isNamed ? message : `${subject}${/^[a-z]/.test(message) ? '' : ':'} ${message}`;
    return new _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2((0,_domain_place_js__WEBPACK_IMPORTED_MODULE_1__/* .placed */ .GS)(said, at), { fix, cause });
}
/** The name of an input or output in workflows: appVersion is app-version there. */
const kebab = (key) => key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
function wholeNumber(value) {
    if (!/^\d{1,15}$/.test(value.trim()))
        throw new _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`is ${(0,_domain_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quoted */ .TL)(value)}, not a whole number.`, {
            fix: 'Give a whole number, such as 0 or 12.',
        });
    return Number(value);
}


/***/ }),

/***/ 38933:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Pq: () => (/* binding */ json),
/* harmony export */   ai: () => (/* binding */ number),
/* harmony export */   p_: () => (/* binding */ list),
/* harmony export */   zM: () => (/* binding */ boolean)
/* harmony export */ });
const number = (description) => ({ description, render: String });
const boolean = (description) => ({ description, render: String });
const list = (description) => ({
    description: `${description} One per line.`,
    render: (items) => items.join('\n'),
});
const json = (description) => ({
    description: `${description} As JSON.`,
    render: (value) => JSON.stringify(value),
});


/***/ }),

/***/ 99306:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   WE: () => (/* binding */ explain),
/* harmony export */   Yz: () => (/* binding */ outputsOf),
/* harmony export */   jP: () => (/* binding */ withoutRepeats)
/* harmony export */ });
/* harmony import */ var _domain_error_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(12712);
/* harmony import */ var _domain_place_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(14773);
/* harmony import */ var _input_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(26118);



const issues = 'https://github.com/org/release-actions/issues';
/** The outputs of an action, and those that every action has. After a failure, too. */
function outputsOf({ outputs: declared }, outcome) {
    const unknown = Object.keys(outcome.outputs).filter((key) => !(key in declared));
    if (unknown.length > 0)
        throw new Error(`Outputs that were not declared: ${unknown.join()}`);
    const own = Object.entries(declared)
        .map(([key, output]) => ({ name: (0,_input_js__WEBPACK_IMPORTED_MODULE_2__/* .kebab */ .i9)(key), value: outcome.outputs[key], output }))
        .filter(({ value }) => value !== undefined)
        .map(({ name, value, output }) => ({
        name,
        value,
        text: typeof output === 'string' ? String(value) : output.render(value), // typed by OutputValues
    }));
    const changes = titles(outcome);
    const pending = outcome.pending.map(({ title }) => title);
    return [
        ...own,
        ...Object.entries({ changed: changes.length > 0, changes, pending }).map(([name, value]) => {
            return { name, value, text: JSON.stringify(value), isCommon: true };
        }),
    ];
}
/** Everything that is wrong, each with its own fix. */
function explain(failure) {
    if (!(failure instanceof _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2)) {
        const stack = failure instanceof Error ? (failure.stack ?? failure.message) : String(failure);
        return [
            {
                message: 'This is a bug in release-actions.',
                fix: `Please report it, with the text below: ${issues}`,
                at: undefined,
                cause: stack,
            },
        ];
    }
    if (failure.reasons.length > 0)
        return failure.reasons.flatMap(explain);
    const { message, fix, at, cause } = failure;
    return [{ message: (0,_domain_place_js__WEBPACK_IMPORTED_MODULE_1__/* .placed */ .GS)(message, at), fix, at, cause: cause === undefined ? undefined : oneLine(cause) }];
}
/** The titles of the changes: in `apply`, of those that this run began; otherwise of all planned ones. */
function titles({ mode, begun, changes }) {
    return withoutRepeats(mode === 'apply' ? [...begun] : changes).map(({ title }) => title);
}
/** A change that was planned again has the same keys: only its last version is kept. */
const withoutRepeats = (changes) => [
    ...new Map(changes.map((change) => [change.keys.join('\n'), change])).values(),
];
function oneLine(cause) {
    const text = cause instanceof Error ? cause.message : String(cause);
    return text
        .trim()
        .split(/\s*\n\s*/)
        .join(' · ')
        .slice(0, 500);
}


/***/ }),

/***/ 20661:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  e: () => (/* binding */ run)
});

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __nccwpck_require__(58500);
// EXTERNAL MODULE: ./build/src/domain/error.js
var domain_error = __nccwpck_require__(12712);
// EXTERNAL MODULE: ./build/src/world/change.js
var world_change = __nccwpck_require__(41740);
// EXTERNAL MODULE: ./build/src/world/credentials.js
var credentials = __nccwpck_require__(19992);
// EXTERNAL MODULE: ./build/src/world/ledger.js
var ledger = __nccwpck_require__(61245);
// EXTERNAL MODULE: ./build/src/world/retry.js
var retry = __nccwpck_require__(34104);
// EXTERNAL MODULE: ./build/src/domain/text.js
var domain_text = __nccwpck_require__(31987);
;// CONCATENATED MODULE: ./build/src/world/system-refusal.js


/** What the operating system refused, while what was done, and what to do about it. Undefined for every other error. */
function systemRefusal(error, during) {
    if (!isOfSystem(error))
        return undefined;
    const found = reasons[error.code.replace('ERR_FS_', '')];
    if (found === undefined)
        return undefined;
    const [reason, fix] = found;
    const { syscall, path } = error;
    const call = path === undefined ? syscall : `${syscall.split(' ')[0]} of ${(0,domain_text/* quoted */.TL)(path)}`;
    return new domain_error/* ReleaseError */.K2(`${during === undefined ? '' : `${during}: `}${call} failed: ${reason}.`, {
        fix: `${fix}, and run it again. What is already done is not repeated.`,
        cause: error,
    });
}
/** https://nodejs.org/api/errors.html#class-systemerror */
const isOfSystem = (error) => error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    'syscall' in error &&
    typeof error.syscall === 'string';
const permit = 'Let this user read and write there, also in the folder around it';
const reasons = {
    ENOSPC: ['there is no space left on the disk', 'Free space on the disk'],
    EDQUOT: ['the quota of this user is used up', 'Free space on the disk, or raise the quota'],
    EFBIG: ['the file would be longer than this system allows', 'Raise the limit (ulimit -f)'],
    EROFS: ['the disk is read-only', 'Use a workspace, and a temporary folder (RUNNER_TEMP, TMPDIR), on another disk'],
    EACCES: ['this user has no permission', permit],
    EPERM: ['this user has no permission', permit],
    EISDIR: ['it is a folder', 'Remove or rename the folder'],
    ENOTDIR: ['a part of the path is a file, not a folder', 'Remove or rename the file'],
    ENOENT: ['there is no such file or folder', 'Create it, or correct the path or the variable that names it'],
    ENAMETOOLONG: ['the name is too long', 'Use a shorter name'],
    ELOOP: ['its symbolic links lead to each other', 'Remove the links'],
    EBUSY: ['another program uses it', 'Wait until that program has ended'],
    ETXTBSY: ['another program uses it', 'Wait until that program has ended'],
    EIO: ['the disk does not work', 'Use another disk'],
    EMFILE: ['too many files are open', 'Raise the limit (ulimit -n)'],
    ENFILE: ['too many files are open', 'End other programs'],
    ENOMEM: ['there is no memory left', 'End other programs, or use a larger runner'],
    EAGAIN: ['there are too many processes', 'End other programs, or use a larger runner'],
    E2BIG: ['its arguments are too long', 'Name fewer files or tags'],
};

// EXTERNAL MODULE: ./build/src/world/world.js + 3 modules
var world_world = __nccwpck_require__(61259);
// EXTERNAL MODULE: ./build/src/runtime/contract.js
var contract = __nccwpck_require__(95322);
// EXTERNAL MODULE: ./build/src/runtime/input.js
var input = __nccwpck_require__(26118);
;// CONCATENATED MODULE: ./build/src/runtime/observation.js
/** Removes `undefined` and `false` from a plan. Asks for its uncertainties if nothing will be written, and for its proof in `check`. */
async function observationOf({ notes = [], uncertainties, waitsFor = [], products = [], changes, pending = [], proof, excerpts = [], outputs, facts = () => [], ...unknown }, mode) {
    if (Object.keys(unknown).length > 0)
        throw new Error(`A plan has no ${Object.keys(unknown).join()}.`);
    return {
        notes: mode === 'apply' || uncertainties === undefined ? notes : [...notes, ...(await uncertainties())],
        waitsFor: waitsFor.filter(isPresent),
        products: products.filter(isPresent),
        changes: changes.filter(isPresent),
        pending: [...pending.filter(isPresent), ...(mode === 'check' && proof !== undefined ? await proof() : [])],
        excerpts: excerpts.filter(isPresent),
        outputs,
        facts: (applied) => facts(applied).filter(isPresent),
    };
}
const isPresent = (one) => one !== undefined && one !== false;

;// CONCATENATED MODULE: ./build/src/runtime/outcome.js
/** The outcome of a run that has not begun. */
const emptyOutcome = () => ({
    mode: 'apply',
    notes: [],
    waitsFor: [],
    products: [],
    changes: [],
    begun: new Set(),
    made: new Map(),
    pending: [],
    excerpts: [],
    outputs: {},
    facts: [],
    failure: undefined,
});

// EXTERNAL MODULE: ./build/src/domain/place.js
var domain_place = __nccwpck_require__(14773);
;// CONCATENATED MODULE: ./build/src/runtime/unfinished.js


/** In `check`, throws everything that is left to do: each place that differs, with its file, its line and both values. */
function refuseUnfinished({ mode, waitsFor, changes, pending }) {
    if (mode !== 'check')
        return;
    (0,domain_error/* refuseIfAny */.Yb)('check failed: this is not done:', [
        ...waitsFor.map((one) => conditionError('Missing', one)),
        ...changes.flatMap(differences),
        ...pending.map((one) => conditionError('Pending', one)),
    ]);
}
const conditionError = (state, { title, fix }) => new domain_error/* ReleaseError */.K2(`${state}: ${title}.`, { fix });
function differences({ title, places = [], reach }) {
    const fix = reach === 'local'
        ? 'Run it with mode: apply and commit the result, or correct the inputs.'
        : 'Run it with mode: apply, or find out why it was not done.';
    if (places.length === 0)
        return [new domain_error/* ReleaseError */.K2(`Not done: ${title}.`, { fix })];
    return places.map((place) => {
        return new domain_error/* ReleaseError */.K2((0,domain_place/* placeSentence */.vr)(place), { fix, at: typeof place.at === 'string' ? undefined : place.at });
    });
}

;// CONCATENATED MODULE: ./build/src/runtime/run.js













/** Plans until there is nothing to wait for, and applies the changes that the mode allows. Plans again after a lost race. */
async function run(action, front) {
    const outcome = emptyOutcome();
    const { surroundings } = front;
    try {
        const { mode = 'apply', wait = 0, token, jobToken, ...values } = readAll(action, front);
        outcome.mode = mode;
        const host = {
            ...surroundings,
            credentials: credentials/* Credentials */.J.forGitHub(surroundings.env, token),
            isJobToken: isJobToken(token, jobToken, front),
            ledger: new ledger/* Ledger */.O(),
        };
        await using world = new world_world/* World */.H(host);
        await planAndApply({ plan: () => action.plan(values, world), wait, outcome, host, front }); // the other values are those that I declares
        refuseUnfinished(outcome);
    }
    catch (error) {
        outcome.failure = surroundings.signal.aborted ? cancelled(outcome, error) : failureOf(error, outcome);
    }
    return outcome;
}
const patience = 60_000;
const mostPlans = 200; // a run that waits for the uploads of another job makes one every four seconds
async function planAndApply(attempts) {
    const { outcome, host, front } = attempts;
    const shown = new Set();
    let deadline = Infinity; // counts from the first lost race without any progress
    for (let attempt = 1;; attempt++) {
        const { outputs, facts, ...plan } = await planUntilReady(attempts);
        for (const note of plan.notes)
            if (!outcome.notes.includes(note))
                front.say(note);
        Object.assign(outcome, plan);
        const made = (change) => (change ? outcome.made.get(change) : undefined); // the value that its own apply returned
        const moved = await applyChanges({ ...attempts, shown }, made);
        if (moved === undefined) {
            for (const { title, text } of plan.excerpts)
                front.say(title, text);
            outcome.outputs = typeof outputs === 'function' ? outputs(made) : outputs;
            outcome.facts = facts({ made, isMade: (change) => Boolean(change) && outcome.made.has(change) });
            return;
        }
        deadline = moved.hasProgressed ? Infinity : Math.min(deadline, Date.now() + patience * host.pace);
        const seconds = `${Math.round((patience * host.pace) / 1000)} seconds`;
        if (Date.now() >= deadline)
            throw gaveUp(seconds, 'something else kept changing the same thing', moved);
        if (attempt === mostPlans)
            throw gaveUp(`${mostPlans} plans`, 'each got further, but none got to the end', moved);
        front.say(`${capital(moved.message)}: looking again.`);
        if (!moved.hasProgressed)
            await (0,retry/* pause */.v7)(attempt, host);
    }
}
const gaveUp = (after, why, { message, cause }) => new domain_error/* ReleaseError */.K2(`Gave up after ${after}: ${why}. Last: ${message}.`, {
    fix: 'Run it again. What is already done is not repeated.',
    cause,
});
// Between two looks at what others have to do. It may take them seconds, or days.
const [shortestPause, longestPause] = [5000, 60_000];
async function planUntilReady({ plan, wait, outcome: { mode }, host, front, }) {
    const deadline = Date.now() + wait * 1000;
    for (let pauseTime = shortestPause;; pauseTime = Math.min(pauseTime * 1.5, longestPause)) {
        const seen = await observationOf(await plan(), mode);
        const open = {
            apply: seen.waitsFor,
            local: [],
            'dry-run': [],
            check: [...seen.waitsFor, ...seen.changes, ...seen.pending],
        }[mode];
        const isVain = seen.waitsFor.some(({ isFinal }) => isFinal === true);
        if (open.length === 0 || isVain || Date.now() >= deadline)
            return seen;
        front.say(`Waiting: ${open.map(({ title }) => title).join('; ')}`);
        await (0,promises_.setTimeout)(Math.min(pauseTime * host.pace, Math.max(deadline - Date.now(), 1)), undefined, {
            signal: host.signal,
        });
    }
}
/** Applies the changes that the mode allows, one after the other. Stops and returns the reason if a race was lost. */
async function applyChanges({ outcome, host, front, shown }, made) {
    const { mode, waitsFor, products, changes, begun } = outcome;
    if (mode === 'apply')
        (0,domain_error/* refuseIfAny */.Yb)('Nothing was written.', waitsFor.map((one) => conditionError('Missing', one)));
    for (const change of [...products, ...changes]) {
        const isLocal = mode === 'local' && change.reach === 'local';
        const isApplied = mode === 'apply' || isLocal || products.includes(change);
        const line = `${isApplied ? '→' : mode === 'check' ? 'not done:' : 'would:'} ${change.title}`;
        const text = [line, change.detail, ...change.keys].join('\n');
        if (!shown.has(text))
            front.say(line, change.detail);
        shown.add(text);
        if (!isApplied)
            continue;
        host.signal.throwIfAborted();
        begun.add(change);
        host.ledger.begin(change.keys);
        try {
            outcome.made.set(change, await change.apply(made));
        }
        catch (error) {
            if (!(error instanceof world_change/* Moved */.a))
                throw error;
            const { unmade } = error;
            host.ledger.retract(unmade);
            if (change.keys.every((key) => unmade.includes(key)))
                begun.delete(change);
            return error;
        }
    }
    return undefined;
}
// Why: docs/decisions.md D7
/** Whether the token is the job's own; undefined if that is unknown. An empty token in a job means that a secret is missing. */
function isJobToken(token, jobToken, { mask, surroundings }) {
    if (token !== undefined)
        mask(Buffer.from(`x-access-token:${token}`).toString('base64')); // the form in which git sends it
    if (jobToken === undefined)
        return surroundings.env['GITHUB_ACTIONS'] === 'true' ? undefined : false;
    if (token !== undefined)
        return token === jobToken;
    throw new domain_error/* ReleaseError */.K2('Input token is empty.', {
        fix: "Check that the secret exists and that this job may read it. To use the job's own token, leave the input out.",
    });
}
/** Reads the inputs of the action and the common ones. All bad ones are refused at once. */
const readAll = (action, front) => (0,input/* readInputs */.Ko)({ ...action.inputs, ...(0,contract/* commonInputs */.j$)(action) }, front); // read by these very codecs
/** The first thing that went wrong. If tidying up failed after it, that does not matter. */
function failureOf(error, { begun, made }) {
    const first = error instanceof SuppressedError ? error.suppressed : error;
    const last = [...begun].at(-1);
    return systemRefusal(first, last === undefined || made.has(last) ? undefined : last.title) ?? first;
}
function cancelled({ begun }, cause) {
    const last = [...begun].at(-1);
    const during = last === undefined ? 'before anything was written' : `during "${last.title}"`;
    return new domain_error/* ReleaseError */.K2(`The run was cancelled ${during}.`, {
        fix: 'Run it again. What is already done is not repeated.',
        cause,
    });
}
const capital = (sentence) => sentence.charAt(0).toUpperCase() + sentence.slice(1);


/***/ }),

/***/ 68371:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ surroundings)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(73024);

/** The part of Host that comes from the process: environment, workspace, signals and pace. */
function surroundings(workspace, say) {
    const cancel = new AbortController();
    for (const [signal, code] of [
        ['SIGINT', 130],
        ['SIGTERM', 143],
    ]) {
        process.once(signal, () => {
            process.exitCode = code;
            cancel.abort();
        });
    }
    return {
        env: process.env,
        workspace: node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync.native(workspace), // also the long form of a name such as RUNNER~1
        signal: cancel.signal,
        progress: atMostOnceASecond(say),
        print: say,
        pace: Number(process.env['RELEASE_ACTIONS_PACE'] ?? 1),
    };
}
function atMostOnceASecond(say) {
    let next = 0;
    return (line) => {
        if (Date.now() < next)
            return;
        next = Date.now() + 1000;
        say(line);
    };
}


/***/ }),

/***/ 72343:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ takeSecrets)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(73024);

// Why: docs/decisions.md D45
/**
 * Takes the inputs and all tokens and keys out of the environment of this process, and returns what was taken. Otherwise
 * every program of the same user could read them there, such as one that a child starts.
 */
function takeSecrets() {
    const names = Object.keys(process.env).filter((name) => secret.test(name) && !own.test(name));
    const taken = Object.fromEntries(names.map((name) => [name, process.env[name]]));
    for (const name of names)
        delete process.env[name];
    if (process.platform === 'linux')
        blank(new Set(names));
    return taken;
}
const secret = /^INPUT_|TOKEN|SECRET|PASSW|PASSPHRASE|CREDENTIAL|WEBHOOK|_KEY$/i;
/** What children read: the settings of programs, and the names of their settings. */
const own = /^(?:DOCKER|GIT|HELM|PIP|SSH)_/i;
/** Overwrites variables in the block of memory that `/proc/<pid>/environ` shows: removing them leaves it as it was. */
function blank(names) {
    try {
        const shown = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)('/proc/self/environ');
        const start = startOfEnvironment();
        const memory = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)('/proc/self/mem', 'r+');
        let offset = 0;
        for (const entry of shown.toString('latin1').split('\0')) {
            const isTaken = names.has(entry.slice(0, entry.indexOf('=')));
            if (isTaken)
                (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeSync)(memory, Buffer.alloc(entry.length), 0, entry.length, start + offset);
            offset += entry.length + 1;
        }
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(memory);
    }
    catch {
        // A kernel may not allow it. SECURITY.md says what that means.
    }
}
/** The 50th field of https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html; the second one may have spaces in it. */
function startOfEnvironment() {
    const stat = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)('/proc/self/stat', 'latin1');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[50 - 3]);
}


/***/ }),

/***/ 41740:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ Moved)
/* harmony export */ });
/**
 * Thrown by an `apply` that lost a race, or whose answer was lost: what the plan has seen may be out of date. `run`
 * plans again, and the next plan sees what happened.
 */
class Moved extends Error {
    name = 'Moved';
    /** Part of the work was done, so the time limit starts again. */
    hasProgressed;
    /** Keys of the Change for which the server has said that this `apply` made nothing: it was there, or was refused. */
    unmade;
    constructor(message, { hasProgressed = false, unmade = [], ...options } = {}) {
        super(message, options);
        this.hasProgressed = hasProgressed;
        this.unmade = unmade;
    }
}


/***/ }),

/***/ 22952:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Jq: () => (/* binding */ inherited),
/* harmony export */   Z5: () => (/* binding */ unstarted),
/* harmony export */   w$: () => (/* binding */ signalAll)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(31421);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(76760);
/* harmony import */ var _domain_error_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(12712);



/** Variables that every program gets, in any case. One expression for all would take a millisecond of every start. */
const commonVariables = new Set(('PATH HOME USER LOGNAME SHELL LANG TZ TMPDIR TEMP TMP HTTP_PROXY HTTPS_PROXY ALL_PROXY NO_PROXY CURL_CA_BUNDLE ' +
    'SYSTEMROOT SYSTEMDRIVE WINDIR COMSPEC PATHEXT APPDATA LOCALAPPDATA USERPROFILE').split(' '));
const commonBeginnings = ['LC_', 'XDG_', 'SSL_CERT_', 'PROGRAM'];
/** Variables that only one program gets. */
const programVariables = {
    cosign: /^(?:DOCKER_CONFIG|REGISTRY_AUTH_FILE|SIGSTORE_(?:ROOT_FILE|REKOR_PUBLIC_KEY|CT_LOG_PUBLIC_KEY_FILE)|TUF_ROOT)$/,
    docker: /^DOCKER_/,
    git: /^(?:GIT_SSL_.*|GIT_SSH.*|GIT_ASKPASS|GIT_CONFIG.*|GIT_(?:AUTHOR|COMMITTER)_.*|SSH_AUTH_SOCK|SSH_ASKPASS|GNUPGHOME)$/,
    gpg: /^GNUPGHOME$/,
    gpgconf: /^GNUPGHOME$/,
    helm: /^(?:HELM_.*|DOCKER_CONFIG|REGISTRY_AUTH_FILE)$/,
    pip: /^PIP_/,
    python3: /^PIP_/, // python3 -m pip
    'ssh-keygen': /^(?:SSH_AUTH_SOCK|SSH_ASKPASS)$/,
};
/** The environment of a child process: no inputs, no tokens, no variables for commands to the runner. */
function inherited(env, program) {
    const own = programVariables[(0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(program, '.exe')];
    return Object.fromEntries(Object.entries(env).filter(([name]) => isCommon(name) || own?.test(name) === true));
}
function isCommon(name) {
    const upper = name.toUpperCase();
    return commonVariables.has(upper) || commonBeginnings.some((beginning) => upper.startsWith(beginning));
}
/** What is said if a program could not be started. */
function unstarted(program, cause) {
    if (!('code' in cause) || cause.code !== 'ENOENT')
        return cause;
    return new _domain_error_js__WEBPACK_IMPORTED_MODULE_2__/* .ReleaseError */ .K2(`${program} is not installed, or not in PATH.`, {
        fix: `Install ${program} in an earlier step.`,
        cause,
    });
}
/** Sends a signal to a child, and to all of its process group if it leads one. */
function signalAll(child, signal, isGroup) {
    if (process.platform === 'win32' && child.pid !== undefined)
        return endTree(child, child.pid);
    if (child.pid === undefined || !isGroup)
        return void child.kill(signal);
    try {
        process.kill(-child.pid, signal);
    }
    catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH'))
            throw error; // all have ended
    }
}
/** Windows has no process groups. What git has started could still push if only git were ended. */
function endTree(child, pid) {
    if (child.exitCode !== null || child.signalCode !== null)
        return; // another process may have its number now
    const taskkill = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)('taskkill', ['/PID', String(pid), '/T', '/F'], { stdio: 'ignore', windowsHide: true });
    taskkill.on('error', () => child.kill());
}


/***/ }),

/***/ 19992:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ Credentials)
/* harmony export */ });
/* harmony import */ var _environment_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(48179);

/** Tokens by server. Each token is sent only to its own server. */
class Credentials {
    #tokens;
    constructor(tokens = new Map()) {
        this.#tokens = tokens;
    }
    /** The credentials for GitHub's pages and its API: the token of the step, if there is one. */
    static forGitHub(env, token) {
        if (token === undefined)
            return new Credentials();
        const origins = [(0,_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .serverUrl */ .V)(env), (0,_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .apiUrl */ .y)(env)].flatMap((address) => originOf(address) ?? []);
        return new Credentials(new Map(origins.map((origin) => [origin, token])));
    }
    /** The token for the server of an address. */
    tokenFor(address) {
        return this.#tokens.get(originOf(address) ?? '');
    }
}
function originOf(address) {
    return /^https?:/.test(address) && URL.canParse(address) ? new URL(address).origin : undefined;
}


/***/ }),

/***/ 48179:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ serverUrl),
/* harmony export */   y: () => (/* binding */ apiUrl)
/* harmony export */ });
/** The address of GitHub's pages, such as https://github.com. */
const serverUrl = (env) => env['GITHUB_SERVER_URL'] ?? 'https://github.com';
/** The address of GitHub's API. */
const apiUrl = (env) => env['GITHUB_API_URL'] ?? 'https://api.github.com';


/***/ }),

/***/ 60568:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ contentOf),
/* harmony export */   X: () => (/* binding */ piecesOf)
/* harmony export */ });
/* harmony import */ var _open_file_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(73711);

const longest = 256 * 1024;
const shortest = 4096; // some files have bytes although their size is 0
/** Reads a file in pieces, all into the same buffer: new buffers would pile up before they are garbage-collected. */
async function* piecesOf(path) {
    await using file = await (0,_open_file_js__WEBPACK_IMPORTED_MODULE_0__/* .openFile */ .Tq)(path, path);
    const { size } = await file.stat();
    const buffer = Buffer.allocUnsafeSlow(Math.min(Math.max(size, shortest), longest));
    for (;;) {
        const { bytesRead } = await file.read(buffer, 0, buffer.length);
        if (bytesRead === 0)
            return;
        yield buffer.subarray(0, bytesRead);
    }
}
/** The bytes of a file. `name` is what a person calls it. */
const contentOf = (place, size, name) => size > longest ? piecesOf(place) : lazily(() => (0,_open_file_js__WEBPACK_IMPORTED_MODULE_0__/* .readSmallFile */ .EW)(place, name));
function* lazily(read) {
    yield read();
}


/***/ }),

/***/ 64903:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  s: () => (/* binding */ Files)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(76760);
// EXTERNAL MODULE: ./build/src/domain/diff.js
var diff = __nccwpck_require__(88311);
// EXTERNAL MODULE: ./build/src/domain/edits/decode-text.js
var decode_text = __nccwpck_require__(49738);
// EXTERNAL MODULE: ./build/src/domain/error.js
var error = __nccwpck_require__(12712);
// EXTERNAL MODULE: ./build/src/domain/globs.js
var globs = __nccwpck_require__(30525);
// EXTERNAL MODULE: ./build/src/domain/place.js
var place = __nccwpck_require__(14773);
// EXTERNAL MODULE: ./build/src/domain/workspace-path.js
var workspace_path = __nccwpck_require__(56511);
// EXTERNAL MODULE: ./build/src/world/change.js
var change = __nccwpck_require__(41740);
// EXTERNAL MODULE: ./build/src/world/file-pieces.js
var file_pieces = __nccwpck_require__(60568);
// EXTERNAL MODULE: ./build/src/world/open-file.js
var open_file = __nccwpck_require__(73711);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(73024);
;// CONCATENATED MODULE: ./build/src/world/open-folder.js




// Why: docs/decisions.md D44
/**
 * A folder that stays the same, even if another program puts a link in its place or in the place of a folder above it. On
 * Linux it is reached through its handle. Elsewhere Node has no such way: there, its path is checked before something is
 * written.
 */
class OpenFolder {
    #path;
    #handle;
    constructor(path, handle) {
        this.#path = path;
        this.#handle = handle;
    }
    /** Opens a folder by its path from a root. No link on the way is followed. */
    static async open(root, parts, by = hasHandles) {
        const path = (0,external_node_path_.join)(root, ...parts);
        if (!by)
            return new OpenFolder(path, undefined);
        let folder = new OpenFolder(root, await (0,promises_.open)(root, asFolder));
        for (const part of parts) {
            await using above = folder;
            const below = await (0,promises_.open)(above.to(part), asFolder | external_node_fs_.constants.O_NOFOLLOW).catch(moved(path));
            folder = new OpenFolder((0,external_node_path_.join)(above.#path, part), below);
        }
        return folder;
    }
    /** The same for a folder that is made if it is missing. */
    static async make(root, parts) {
        let folder = await OpenFolder.open(root, []);
        for (const [index, part] of parts.entries()) {
            await using above = folder;
            await (0,promises_.mkdir)(above.to(part)).catch(isThere);
            folder = await OpenFolder.open(root, parts.slice(0, index + 1));
        }
        return folder;
    }
    /** A path to something in this folder. */
    to(name) {
        return this.#handle === undefined ? (0,external_node_path_.join)(this.#path, name) : `/proc/self/fd/${this.#handle.fd}/${name}`;
    }
    /** Puts a new file in the place of another one, at once, with exactly this mode. */
    async replace(name, content, mode) {
        await this.#replace(name, content, mode).catch((error) => {
            throw this.#named(error);
        });
    }
    async #replace(name, content, mode) {
        const part = this.to(`${name}.release-actions.part`); // always the same name, so that the next run replaces what a killed run left
        try {
            await (0,promises_.rm)(part, { force: true });
            await this.#write(`${name}.release-actions.part`, content, mode);
            await (0,promises_.rename)(part, this.to(name));
        }
        catch (error) {
            await (0,promises_.rm)(part, { force: true });
            throw error;
        }
    }
    async #write(name, content, mode) {
        await using file = await (0,promises_.open)(this.to(name), 'wx', 0o600);
        await this.#check(name);
        await (0,promises_.writeFile)(file, content);
        await file.chmod(mode); // the mode of `open` is narrowed by the umask
    }
    async #check(name) {
        const path = (0,external_node_path_.join)(this.#path, name);
        if (this.#handle === undefined && (await (0,promises_.realpath)(path)) !== path)
            throw replaced(this.#path);
    }
    /** The same error, for people: with the path of a file instead of the way to it through the handle. */
    #named(error) {
        if (!(error instanceof Error && 'path' in error && typeof error.path === 'string'))
            return error;
        return Object.assign(error, { path: error.path.replace(this.to(''), (0,external_node_path_.join)(this.#path, '/')) });
    }
    async [Symbol.asyncDispose]() {
        await this.#handle?.close();
    }
}
/** Whether a file that was opened is the one at a path without links. */
async function isAt(handle, path) {
    if (hasHandles)
        return (await (0,promises_.readlink)(`/proc/self/fd/${handle.fd}`)) === path;
    const [opened, there] = [await handle.stat({ bigint: true }), await (0,promises_.lstat)(path, { bigint: true })];
    return opened.ino === there.ino && opened.dev === there.dev && (await (0,promises_.realpath)(path)) === path;
}
const hasHandles = process.platform === 'linux' && (0,external_node_fs_.existsSync)('/proc/self/fd');
const asFolder = external_node_fs_.constants.O_RDONLY | (external_node_fs_.constants.O_DIRECTORY ?? 0);
const replaced = (path) => new change/* Moved */.a(`${path} was replaced by another program`);
function isThere(error) {
    if (error.code !== 'EEXIST')
        throw error;
}
function moved(path) {
    return (error) => {
        throw ['ELOOP', 'ENOTDIR', 'ENOENT'].includes(error.code ?? '') ? replaced(path) : error;
    };
}

;// CONCATENATED MODULE: ./build/src/world/files.js














const mostFiles = 10_000;
// Before Linux 6.13, all writes within a tick of the clock have the same time. A tick has at most 10 ms.
const clockTick = 10n;
/** The files of the workspace, and temporary folders outside it that are removed when the run ends. */
class Files {
    #workspace;
    #temporary;
    #scratch = [];
    #digests = new Map();
    constructor({ workspace, env }) {
        this.#workspace = workspace;
        this.#temporary = env['RUNNER_TEMP'] || (0,external_node_os_.tmpdir)(); // the runner empties its own, also after a kill
    }
    /** The files or folders that match a path or a glob, sorted. A path that exists is never read as a glob. */
    async find(pattern, kind) {
        if (!(0,external_node_path_.isAbsolute)(pattern) && isOutside((0,external_node_path_.normalize)(pattern)))
            throw outside(pattern);
        if (await this.has(pattern))
            return [(0,workspace_path/* withSlashes */.s)((0,external_node_path_.normalize)(pattern))];
        (0,globs/* refuseCostlyGlob */.h)(pattern);
        const found = [];
        const options = { cwd: this.#workspace, exclude: ['**/.git', '**/node_modules'], withFileTypes: true };
        for await (const entry of (0,promises_.glob)(pattern, options)) {
            if (kind === 'folder' ? !entry.isDirectory() : entry.isDirectory())
                continue;
            found.push((0,workspace_path/* withSlashes */.s)((0,external_node_path_.relative)(this.#workspace, (0,external_node_path_.join)(entry.parentPath, entry.name))));
            if (found.length > mostFiles) {
                throw new error/* ReleaseError */.K2(`${pattern} matches more than ${mostFiles} files, which is the limit.`, {
                    fix: 'Give a narrower pattern.',
                });
            }
        }
        if (found.length > 0)
            return found.toSorted();
        throw new error/* ReleaseError */.K2(`Nothing matches ${pattern}.`, {
            fix: `Correct the path or glob. It is relative to ${this.#workspace}.`,
        });
    }
    /** Whether there is a file, a folder or a link. */
    async has(path) {
        return (await (0,promises_.lstat)((0,external_node_path_.resolve)(this.#workspace, path)).catch(() => undefined)) !== undefined;
    }
    /** The text of a file. It must be in the workspace, also after all symbolic links are followed. */
    async text(path) {
        const real = await this.#inside(path);
        await using file = await (0,open_file/* openFile */.Tq)(real, path).catch(unreadable(path));
        if (!(await isAt(file, real)))
            throw new change/* Moved */.a(`${path} was replaced by another program`);
        return (0,decode_text/* decodeText */.g)(path, await file.readFile());
    }
    /** The real path and the size of a file of any kind. The file is not read. */
    async measure(path) {
        const file = await this.#inside(path);
        const found = await (0,promises_.stat)(file);
        if (found.isFile())
            return { file, size: found.size };
        if (!found.isDirectory())
            throw (0,open_file/* notAFile */.$y)(path);
        throw new error/* ReleaseError */.K2(`${path} is a folder, not a file.`, {
            fix: `Give the files in it: ${path}/*`,
            at: { file: path },
        });
    }
    /** The checksum of a file. Its size must not change meanwhile. A later plan reads only what was written to since then. */
    async digest({ file, size }) {
        const { dev, ino, size: now, mtimeNs, ctimeNs, ctimeMs } = await (0,promises_.stat)(file, { bigint: true });
        const isSettled = BigInt(Date.now()) - ctimeMs > clockTick;
        const state = [dev, ino, now, mtimeNs, ctimeNs].join();
        const known = this.#digests.get(file);
        if (known?.state === state && now === BigInt(size))
            return known.digest;
        const digest = await this.#read({ file, size });
        if (isSettled)
            this.#digests.set(file, { state, digest });
        return digest;
    }
    async #read({ file, size }) {
        const hash = (0,external_node_crypto_.createHash)('sha256');
        let read = 0;
        for await (const chunk of (0,file_pieces/* piecesOf */.X)(file)) {
            hash.update(chunk);
            read += chunk.length;
        }
        if (read === size)
            return `sha256:${hash.digest('hex')}`;
        throw new error/* ReleaseError */.K2(`${file} had ${size} bytes and has ${read} now: another program is writing to it.`, {
            fix: 'Run it again when the file is complete.',
        });
    }
    /** Reads a file that is to be edited. A path through a symbolic link is refused: the edit would change another file. */
    async look(path) {
        const [root, real] = [await (0,promises_.realpath)(this.#workspace), await this.#inside(path)];
        if (real === (0,external_node_path_.resolve)(root, path))
            return { path, text: await this.text(path) };
        throw new error/* ReleaseError */.K2(`${path} leads through a symbolic link to ${(0,external_node_path_.relative)(root, real)}.`, {
            fix: `Give the path of the file itself: ${(0,external_node_path_.relative)(root, real)}`,
            at: { file: path },
        });
    }
    /** Writes another text into a file, if the file still has the text that was seen. undefined if the texts are equal. */
    async edit({ path, text: before }, after, { title, places }) {
        if (before === after)
            return undefined;
        const apply = async () => {
            await this.#inside(path);
            const parts = (0,external_node_path_.normalize)(path).split(external_node_path_.sep);
            const name = parts.pop() ?? '';
            await using folder = await OpenFolder.open(await (0,promises_.realpath)(this.#workspace), parts);
            const mode = await modeOfUnchanged({ path, text: before }, folder.to(name));
            await folder.replace(name, after, mode);
        };
        const detail = await (0,diff/* unifiedDiff */.W)(path, before, after);
        return { keys: [`file ${path}`], title, detail, places: places ?? (0,place/* placesIn */.yN)(detail, path), reach: 'local', apply };
    }
    /** Writes a file that was built, also into folders that are missing. undefined if the same bytes are there. */
    async place({ size, digest, pieces }, path) {
        if ((await this.has(path)) && (await this.digest(await this.measure(path))) === digest)
            return undefined;
        const parts = (0,external_node_path_.normalize)(path).split(/[\\/]/);
        const name = parts.pop() ?? '';
        const apply = async () => {
            await using folder = await OpenFolder.make(await (0,promises_.realpath)(this.#workspace), parts);
            await folder.replace(name, pieces(), 0o644);
        };
        return {
            keys: [`file ${path}`],
            title: `Write ${path}`,
            detail: `${size} bytes, ${digest}`,
            reach: 'local',
            apply,
        };
    }
    /** The names of what is in a folder, sorted; none if there is no such folder. */
    async names(folder) {
        if (!(await this.has(folder)))
            return [];
        await this.refuseUnlessFolder(folder);
        return (await (0,promises_.readdir)((0,external_node_path_.resolve)(this.#workspace, folder))).toSorted();
    }
    /** Removes a file, or a link instead of what it leads to. */
    remove(path) {
        const apply = async () => {
            const parts = (0,external_node_path_.normalize)(path).split(external_node_path_.sep);
            const name = parts.pop() ?? '';
            await using folder = await OpenFolder.open(await (0,promises_.realpath)(this.#workspace), parts);
            await (0,promises_.rm)(folder.to(name), { force: true });
        };
        return { keys: [`file ${path}`], title: `Remove ${path}`, reach: 'local', apply };
    }
    /** Refuses everything but a folder of the workspace itself: a link could lead to another repository. */
    async refuseUnlessFolder(path) {
        const root = await (0,promises_.realpath)(this.#workspace);
        const real = await (0,promises_.realpath)((0,external_node_path_.resolve)(root, path)).catch((cause) => {
            throw new error/* ReleaseError */.K2(`There is no folder ${path}.`, {
                fix: `Correct the path. It is relative to ${this.#workspace}.`,
                cause,
            });
        });
        const inside = (0,external_node_path_.relative)(root, real);
        if (real !== (0,external_node_path_.resolve)(root, path))
            throw isOutside(inside)
                ? new error/* ReleaseError */.K2(`${path} leads through a symbolic link out of the workspace.`, {
                    fix: 'Give a folder of the workspace itself.',
                })
                : new error/* ReleaseError */.K2(`${path} leads through a symbolic link to ${inside}.`, {
                    fix: `Give the path of the folder itself: ${inside}`,
                });
        if (!(await (0,promises_.stat)(real)).isDirectory())
            throw new error/* ReleaseError */.K2(`${path} is not a folder.`, { fix: 'Give the path of a folder.' });
    }
    /** A new folder, outside the workspace. */
    async scratch() {
        const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)(this.#temporary, 'release-'));
        this.#scratch.push(folder);
        return folder;
    }
    /** A file that only this user can read, in a folder of its own. */
    async scratchFile(name, content, mode = 0o600) {
        const file = (0,external_node_path_.join)(await this.scratch(), name);
        await (0,promises_.writeFile)(file, content, { mode });
        return file;
    }
    async #inside(path) {
        const root = await (0,promises_.realpath)(this.#workspace);
        const real = await (0,promises_.realpath)((0,external_node_path_.resolve)(root, path)).catch((cause) => {
            if (cause.code !== 'ENOENT' && cause.code !== 'ENOTDIR')
                return unreadable(path)(cause);
            throw new error/* ReleaseError */.K2(`There is no file ${path}.`, {
                fix: `Correct the path. It is relative to ${this.#workspace}.`,
                at: { file: path },
            });
        });
        const realPath = (0,external_node_path_.relative)(root, real);
        if (/(^|[/\\])\.git($|[/\\])/i.test(realPath)) {
            throw new error/* ReleaseError */.K2(`${path} is inside the .git folder, which may hold credentials.`, {
                fix: 'Give a file outside .git.',
            });
        }
        if (!isOutside(realPath))
            return real;
        throw outside(path);
    }
    async [Symbol.asyncDispose]() {
        await Promise.all(this.#scratch.map((folder) => (0,promises_.rm)(folder, { recursive: true, force: true })));
    }
}
/** The mode of a file that still has the text that was seen. It is closed again: Windows does not replace an open file. */
async function modeOfUnchanged({ path, text }, at) {
    await using file = await (0,open_file/* openFile */.Tq)(at, path).catch(unreadable(path));
    if ((0,decode_text/* decodeText */.g)(path, await file.readFile()) !== text)
        throw new change/* Moved */.a(`${path} was changed by another program`);
    return (await file.stat()).mode & 0o7777;
}
/** Whether a path that is relative to the workspace leads out of it. */
const isOutside = (path) => /^\.\.($|[/\\])/.test(path) || (0,external_node_path_.isAbsolute)(path);
const outside = (path) => new error/* ReleaseError */.K2(`${path} is outside the workspace.`, {
    fix: 'Give a path inside the workspace. A symbolic link must not lead out of it.',
});
const reasons = {
    EACCES: 'this user may not read it',
    ELOOP: 'its symbolic links form a circle',
};
/** What cannot be opened: a socket, or what this user may not read. */
function unreadable(path) {
    return (cause) => {
        if (cause instanceof error/* ReleaseError */.K2)
            throw cause;
        const why = reasons[cause.code ?? ''];
        throw new error/* ReleaseError */.K2(`${path} cannot be read${why === undefined ? '' : `: ${why}`}.`, {
            fix: 'Give the path of a file that can be read.',
            at: { file: path },
            cause: why === undefined ? cause : undefined,
        });
    };
}


/***/ }),

/***/ 83016:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ux: () => (/* binding */ GitCommand),
/* harmony export */   qL: () => (/* binding */ runAgain),
/* harmony export */   uw: () => (/* binding */ repositoryAt)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(76760);
/* harmony import */ var _domain_error_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(12712);
/* harmony import */ var _parallel_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(45827);
/* harmony import */ var _place_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(60534);
/* harmony import */ var _refusal_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(81241);





// Why: docs/decisions.md D4
/**
 * The git program without the parts of the setup that change what it does: no hooks, prompts or translations, and no
 * programs and connections that only the checkout names.
 */
class GitCommand {
    #host;
    #tools;
    #checkout;
    constructor(host, tools) {
        this.#host = host;
        this.#tools = tools;
    }
    /** Runs git, whatever its exit code. */
    async run(args, { settings = [], env, ...rest } = {}) {
        const { instead, variables } = await (this.#checkout ??= this.#look());
        return this.#start(args, { ...rest, env: { ...variables, ...env }, settings: [...instead, ...settings] });
    }
    /** Returns what git prints. Throws if git fails: then something is wrong with the checkout or with this program. */
    async read(args, circumstances = {}) {
        const ran = await this.run(args, circumstances);
        const refused = ran.code === 0 ? undefined : (await this.#checkout)?.refusedFilter(ran.stderr);
        if (refused !== undefined)
            throw refused;
        return this.#printed(args, ran).trimEnd();
    }
    /** Returns every byte that git prints. Throws if git fails. */
    async bytes(args) {
        return Buffer.from(this.#printed(args, await this.run(args, { encoding: 'latin1' })), 'latin1');
    }
    /** Returns what git prints in an empty folder, where no repository has a say. */
    async readOutside(folder, args, circumstances = {}) {
        const env = { ...circumstances.env, GIT_CEILING_DIRECTORIES: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(folder) };
        return this.#printed(args, await this.#start(args, { ...circumstances, cwd: folder, env })).trimEnd();
    }
    /** Runs git against a remote. The token is sent only to its own server, and a stalled transfer is aborted. */
    async talk(url, args, circumstances = {}) {
        const seconds = String(Math.max(1, Math.round(30 * this.#host.pace)));
        const checkout = await (this.#checkout ??= this.#look());
        const settings = [
            ...checkout.connection(url, this.#host.env),
            // These keys are the most specific ones possible. After a redirect, git would send credentials to the new server.
            // Why: docs/decisions.md D5
            [`http.${url}.lowSpeedLimit`, '100'],
            [`http.${url}.lowSpeedTime`, seconds],
            [`http.${url}.followRedirects`, 'false'],
            ...this.#authorization(url),
            ...(circumstances.settings ?? []),
        ];
        return this.run(args, { megabytes: 2048, ...circumstances, settings });
    }
    /** The filters that only the checkout sets, so that no file goes through them. */
    async refusedFilters() {
        return (await (this.#checkout ??= this.#look())).refusedFilters;
    }
    /** The address that the user and the system want instead of one of an input. */
    async addressOf(address, direction) {
        return (await (this.#checkout ??= this.#look())).addressOf(address, direction);
    }
    /** The address that git says it would connect to. */
    async connectsTo(url) {
        const checkout = await (this.#checkout ??= this.#look());
        return this.read(['ls-remote', '--get-url', '--', url], { settings: checkout.connection(url, this.#host.env) });
    }
    /** Whether there is a token for the server of an address. */
    takesToken(url) {
        return this.#host.credentials.tokenFor(url) !== undefined;
    }
    /** Replaces the header that actions/checkout leaves behind: GitHub answers 400 to two of them. */
    #authorization(url) {
        const token = this.#host.credentials.tokenFor(url);
        if (token === undefined)
            return [];
        const basic = Buffer.from(`x-access-token:${token}`).toString('base64');
        const key = `http.${url}.extraheader`; // the most specific key possible; an empty value resets it
        return [
            [key, ''],
            [key, `AUTHORIZATION: basic ${basic}`],
            ['credential.helper', ''],
        ];
    }
    /** Reads what the checkout says, before git obeys any of it: none of these commands starts another program. */
    async #look() {
        const list = ['config', '--list', '--show-scope', '--show-origin', '--null'];
        const folders = ['rev-parse', '--path-format=absolute', '--show-toplevel', '--git-dir', '--git-common-dir'];
        const [listed, found, { CheckoutSettings }] = await (0,_parallel_js__WEBPACK_IMPORTED_MODULE_2__/* .together */ .bs)([
            this.#start(list),
            this.#start(folders),
            __nccwpck_require__.e(/* import() */ "checkout-settings").then(__nccwpck_require__.bind(__nccwpck_require__, 3319)), // while git runs
        ]);
        const said = (0,_refusal_js__WEBPACK_IMPORTED_MODULE_4__/* .localRefusal */ .Ok)(found.stderr, this.#host.workspace) ?? (0,_refusal_js__WEBPACK_IMPORTED_MODULE_4__/* .localRefusal */ .Ok)(listed.stderr, this.#host.workspace);
        if (said !== undefined)
            throw said;
        if (listed.code !== 0)
            this.#printed(list, listed);
        if (found.code === 0 && this.#host.trustsWorkspace)
            await (0,_place_js__WEBPACK_IMPORTED_MODULE_3__/* .refuseForeign */ .re)(this.#host, found.stdout);
        const settings = new CheckoutSettings(listed.stdout);
        if (settings.note !== undefined)
            this.#host.progress(settings.note);
        return settings;
    }
    #printed(args, { code, stdout, stderr }) {
        if (code === 0)
            return stdout;
        if (stderr.includes('not a git repository')) {
            throw new _domain_error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseError */ .K2(`${this.#host.workspace} is not a git checkout.`, {
                fix: 'Put actions/checkout before this step, or run the command in a folder of the repository.',
            });
        }
        const cause = new Error(`git ${args.join(' ')}\n${stderr.trimEnd()}`);
        throw ((0,_refusal_js__WEBPACK_IMPORTED_MODULE_4__/* .localRefusal */ .Ok)(stderr, this.#host.workspace) ??
            new _domain_error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseError */ .K2(`git ${args[0]} failed: ${(0,_refusal_js__WEBPACK_IMPORTED_MODULE_4__/* .gitErrorLine */ .PZ)(stderr)}`, { fix: runAgain, cause }));
    }
    #start(args, { settings = [], env, ...rest } = {}) {
        const folders = (0,_place_js__WEBPACK_IMPORTED_MODULE_3__/* .trustedFolders */ .hA)(this.#host);
        const all = [
            // In a job, the checkout may belong to another user. On a laptop, git has to refuse such a checkout.
            ...folders.map((folder) => ['safe.directory', folder]),
            ['safe.bareRepository', 'explicit'],
            ['core.fsmonitor', 'false'],
            ['core.hooksPath', '/dev/null'],
            ['log.showSignature', 'false'],
            ['gc.auto', '0'],
            ['maintenance.auto', 'false'],
            ['push.pushOption', ''],
            ['submodule.recurse', 'false'],
            ...settings,
        ];
        const top = folders.at(-1);
        const variables = {
            LC_ALL: 'C',
            GIT_TERMINAL_PROMPT: '0',
            GIT_OPTIONAL_LOCKS: '0',
            ...(top !== undefined && { GIT_CEILING_DIRECTORIES: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(top) }),
        };
        return this.#tools.run('git', args, { ...rest, env: { ...variables, ...env, ...this.#environment(all) } });
    }
    /** Adds settings to the environment, after existing ones. There, they are not visible in a list of processes. */
    #environment(settings) {
        const before = Number(this.#host.env['GIT_CONFIG_COUNT'] ?? 0);
        const pairs = settings.flatMap(([key, value], index) => [
            [`GIT_CONFIG_KEY_${before + index}`, key],
            [`GIT_CONFIG_VALUE_${before + index}`, value],
        ]);
        return { ...Object.fromEntries(pairs), GIT_CONFIG_COUNT: String(before + settings.length) };
    }
}
/** The arguments that let git work in another repository than the checkout. */
const repositoryAt = (folder) => folder === undefined ? [] : [`--git-dir=${folder}`];
/** The fix if git failed because of the machine. */
const runAgain = 'Fix what git reports, and run it again. What is already done is not repeated.';


/***/ }),

/***/ 95541:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  TU: () => (/* binding */ Git),
  Ux: () => (/* reexport */ command/* GitCommand */.Ux),
  W0: () => (/* reexport */ keys/* branchOf */.W),
  Rw: () => (/* reexport */ keys/* commitOn */.R),
  KD: () => (/* reexport */ git_objects/* contentsOf */.KD),
  _6: () => (/* reexport */ refs/* noRefs */._6),
  i$: () => (/* reexport */ signing_key/* signingKeyOf */.i),
  ce: () => (/* reexport */ tags/* tagOn */.ce)
});

// EXTERNAL MODULE: ./build/src/world/git/command.js
var command = __nccwpck_require__(83016);
// EXTERNAL MODULE: ./build/src/domain/edits/decode-text.js
var decode_text = __nccwpck_require__(49738);
// EXTERNAL MODULE: ./build/src/domain/error.js
var error = __nccwpck_require__(12712);
// EXTERNAL MODULE: ./build/src/domain/repositories/tree-entry.js
var tree_entry = __nccwpck_require__(99842);
// EXTERNAL MODULE: ./build/src/domain/text.js
var domain_text = __nccwpck_require__(31987);
// EXTERNAL MODULE: ./build/src/domain/workspace-path.js
var workspace_path = __nccwpck_require__(56511);
// EXTERNAL MODULE: ./build/src/world/git/objects.js
var git_objects = __nccwpck_require__(85673);
;// CONCATENATED MODULE: ./build/src/world/git/commits.js






/** Commits of the checkout and their content. */
class Commits {
    #git;
    constructor(git) {
        this.#git = git;
    }
    /** A commit by any name that git resolves to one. */
    async find(revision) {
        const sha = await (0,git_objects/* objectName */.Hd)(this.#git, `${revision}^{commit}`);
        if (sha === undefined) {
            await this.#git.read(['rev-parse', '--git-dir']); // throws if there is no repository
            throw new error/* ReleaseError */.K2(`There is no commit ${(0,domain_text/* quoted */.TL)(revision)} in this checkout.`, {
                fix: 'Give a commit that is in this checkout. To have all commits, set fetch-depth: 0 for actions/checkout.',
            });
        }
        if (!/^[0-9a-f]+$/.test(sha))
            throw new error/* ReleaseError */.K2(`${(0,domain_text/* quoted */.TL)(revision)} is not one commit.`, {
                fix: 'Give a single commit, branch or tag.',
            });
        const header = (await this.#git.read(['cat-file', 'commit', sha])).split('\n\n', 1)[0] ?? '';
        return { sha, epoch: Number(/^committer .* (\d+) [+-]\d{4}$/m.exec(header)?.[1] ?? 0) };
    }
    /** The name of the object at a path of a commit, such as the tree of a folder; undefined if there is none. */
    objectAt(commit, path) {
        return (0,git_objects/* objectName */.Hd)(this.#git, `${commit}:${path}`);
    }
    /** The text of a file in a commit; undefined if there is no such file. Refuses what is not a text file. */
    async text(commit, path) {
        const name = (0,workspace_path/* withSlashes */.s)(path);
        const env = { GIT_LITERAL_PATHSPECS: '1' };
        const listed = await this.#git.read(['ls-tree', '-z', commit, '--', name], { env });
        const [entry] = (0,tree_entry/* parseTree */.c)(listed);
        if (entry === undefined)
            return undefined;
        const file = `${(0,domain_text/* short */.h0)(commit)}:${name}`;
        if (entry.mode.startsWith('100'))
            return (0,decode_text/* decodeText */.g)(file, await this.#git.bytes(['cat-file', 'blob', entry.object]), unfit);
        throw new error/* ReleaseError */.K2(`${file} is ${kinds[entry.mode] ?? 'not a file'}.`, { fix: unfit });
    }
    /** Every file of a commit, from whatever folder of the checkout git runs in. */
    async files(commit) {
        return (0,tree_entry/* parseTree */.c)(await this.#git.read(['ls-tree', '-r', '-z', '--full-tree', commit]));
    }
    /** The contents of files, by the names of their objects. */
    contents(objects) {
        return (0,git_objects/* contentsOf */.KD)(this.#git, objects);
    }
    /** Writes a commit that no branch or tag points to. The same input gives the same SHA. */
    store(commit) {
        return (0,git_objects/* storeCommit */.Jv)(this.#git, commit);
    }
}
const kinds = {
    '040000': 'a folder, not a file',
    '120000': 'a symbolic link, not a file',
    '160000': 'a submodule, not a file',
};
const unfit = 'Give another commit, in which this is a text file, or leave the file out.';

// EXTERNAL MODULE: ./build/src/domain/repositories/repository.js
var repository = __nccwpck_require__(72979);
// EXTERNAL MODULE: ./build/src/world/environment.js
var environment = __nccwpck_require__(48179);
// EXTERNAL MODULE: ./build/src/world/git/refs.js
var refs = __nccwpck_require__(151);
// EXTERNAL MODULE: ./build/src/world/git/transport.js
var transport = __nccwpck_require__(95676);
;// CONCATENATED MODULE: ./build/src/world/git/remotes.js




/** The refs and addresses of remotes. Nothing here writes. */
class Remotes {
    #host;
    #git;
    #transport;
    constructor(host, { git, transport }) {
        this.#host = host;
        this.#git = git;
        this.#transport = transport;
    }
    /** Whether the checkout has a remote of this name. Always true for an address. */
    async has(remote) {
        return (0,transport/* isAddress */.PW)(remote) || (await this.#transport.names()).includes(remote);
    }
    /** The address behind a remote's name. */
    address(where) {
        return this.#transport.address(where);
    }
    /** The tags of a remote, and the tip of one of its branches, in one request. */
    async refs(where, branch) {
        const patterns = ['HEAD', 'refs/tags/*', ...(branch === undefined ? [] : [`refs/heads/${branch}`])];
        return (0,refs/* parseRefs */.Y4)(await this.#transport.refs(where, patterns));
    }
    /** The tips of some branches of a remote, and its default branch. */
    async branches(where, names) {
        const patterns = ['HEAD', ...names.map((name) => `refs/heads/${name}`)];
        return (0,refs/* parseBranches */.G)(await this.#transport.refs(where, patterns, ['--symref']));
    }
    /** Whether a push to this remote uses the token. */
    async takesToken(remote) {
        return this.#git.takesToken(await this.address({ remote, direction: 'push' }));
    }
    /** Whether a push to a remote starts workflows; undefined if that depends on other credentials or on another server. */
    async startsWorkflows(remote) {
        const { isJobToken, env } = this.#host;
        if (isJobToken === undefined)
            return undefined;
        if (await this.takesToken(remote))
            return !isJobToken;
        const address = await this.address({ remote, direction: 'push' });
        return isJobToken || (0,repository/* repositoryOn */.Y)((0,environment/* serverUrl */.V)(env), address) === undefined ? undefined : true;
    }
}

// EXTERNAL MODULE: ./build/src/world/git/tags.js
var tags = __nccwpck_require__(82128);
// EXTERNAL MODULE: ./build/src/world/git/keys.js
var keys = __nccwpck_require__(92225);
// EXTERNAL MODULE: ./build/src/world/git/signing-key.js
var signing_key = __nccwpck_require__(75864);
;// CONCATENATED MODULE: ./build/src/world/git/git.js











// Why: docs/decisions.md D36
/** The repository of the workspace, and its remotes. The parts that few actions need are loaded by the first call. */
class Git {
    #context;
    #ports;
    #checkout;
    #history;
    #signing;
    #tagSets;
    /** Commits and their content. */
    commits;
    /** The refs and addresses of remotes. */
    remotes;
    /** Single tags. */
    tags;
    constructor(host, ports) {
        const git = new command/* GitCommand */.Ux(host, ports.tools);
        this.#context = { git, transport: new transport/* Transport */.oK(host, git), files: ports.files };
        this.#ports = ports;
        this.commits = new Commits(git);
        this.remotes = new Remotes(host, this.#context);
        this.tags = new tags/* Tags */.YD(this.#context);
    }
    /** The working folder, what was edited in it, and commits of these edits. */
    checkout = () => (this.#checkout ??= this.#loadCheckout());
    /** Ancestors of commits. */
    history = () => (this.#history ??= this.#loadHistory());
    signing = () => (this.#signing ??= this.#loadSigning());
    /** Many tags at once. */
    tagSets = () => (this.#tagSets ??= this.#loadTagSets());
    async #loadCheckout() {
        const { Checkout } = await __nccwpck_require__.e(/* import() */ "checkout").then(__nccwpck_require__.bind(__nccwpck_require__, 91862));
        return new Checkout(this.#context);
    }
    async #loadHistory() {
        const { History } = await __nccwpck_require__.e(/* import() */ "history").then(__nccwpck_require__.bind(__nccwpck_require__, 95293));
        return new History(this.#context);
    }
    async #loadSigning() {
        const { Signing } = await __nccwpck_require__.e(/* import() */ "signing").then(__nccwpck_require__.bind(__nccwpck_require__, 18304));
        return new Signing(this.#context.git, this.#ports);
    }
    async #loadTagSets() {
        const { TagSets } = await __nccwpck_require__.e(/* import() */ "tag-sets").then(__nccwpck_require__.bind(__nccwpck_require__, 91294));
        return new TagSets(this.#context);
    }
    async [Symbol.asyncDispose]() {
        await (await this.#signing)?.[Symbol.asyncDispose]();
    }
}


/***/ }),

/***/ 92225:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ commitOn),
/* harmony export */   W: () => (/* binding */ branchOf)
/* harmony export */ });
/** The key of a commit that is pushed to a branch. */
const commitOn = (remote, branch, commit) => `commit ${commit} on ${branch} of ${remote}`;
/** The key of a branch that gets any commit. */
const branchOf = (remote, branch) => `branch ${branch} of ${remote}`;


/***/ }),

/***/ 85673:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Hd: () => (/* binding */ objectName),
/* harmony export */   Jv: () => (/* binding */ storeCommit),
/* harmony export */   KD: () => (/* binding */ contentsOf),
/* harmony export */   Qf: () => (/* binding */ hasObject),
/* harmony export */   Wx: () => (/* binding */ identityEnv)
/* harmony export */ });
/* harmony import */ var _command_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(83016);

/** The name of the object for an expression such as `commit:path`; undefined if there is none. */
async function objectName(git, expression) {
    const { code, stdout } = await git.run(['rev-parse', '--verify', '--quiet', '--end-of-options', expression]);
    return code === 0 ? stdout.trim() : undefined;
}
/** Whether the repository in a folder has an object. */
const hasObject = async (git, object, folder) => (await git.run([...(0,_command_js__WEBPACK_IMPORTED_MODULE_0__/* .repositoryAt */ .uw)(folder), 'cat-file', '-e', object])).code === 0;
/** Writes a commit that no ref points to. The same input gives the same SHA on every machine. */
function storeCommit(git, { tree, parent, message, author, committer = author, epoch }) {
    const date = `@${epoch} +0000`;
    const env = {
        ...identityEnv('AUTHOR', author),
        ...identityEnv('COMMITTER', committer),
        GIT_AUTHOR_DATE: date,
        GIT_COMMITTER_DATE: date,
    };
    return git.read(['commit-tree', tree, '-p', parent, '--no-gpg-sign', '-F', '-'], { env, input: message });
}
/** The environment variables that set the author or the committer for git. */
function identityEnv(role, identity) {
    const [, name = '', address = ''] = /^(.*) <(.*)>$/.exec(identity) ?? [];
    return { [`GIT_${role}_NAME`]: name, [`GIT_${role}_EMAIL`]: address };
}
/** The contents of objects by their names, read by one process. Missing objects are left out. */
async function contentsOf(git, objects) {
    if (objects.length === 0)
        return new Map();
    const input = `${[...new Set(objects)].join('\n')}\n`;
    const { stdout } = await git.run(['cat-file', '--batch'], { input, encoding: 'latin1' });
    const contents = new Map();
    const header = /([0-9a-f]+) (?:missing|\w+ (\d+))\n/y;
    for (let found = header.exec(stdout); found !== null; found = header.exec(stdout)) {
        const [, object = '', size] = found;
        if (size === undefined)
            continue;
        const end = header.lastIndex + Number(size);
        contents.set(object, Buffer.from(stdout.slice(header.lastIndex, end), 'latin1').toString('utf8'));
        header.lastIndex = end + 1;
    }
    return contents;
}


/***/ }),

/***/ 60534:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E6: () => (/* binding */ refuseLocalRemote),
/* harmony export */   hA: () => (/* binding */ trustedFolders),
/* harmony export */   re: () => (/* binding */ refuseForeign)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(76760);
/* harmony import */ var _domain_error_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(12712);
/* harmony import */ var _domain_workspace_path_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(56511);




/** The folders of a job in which git may trust files of another user, from the inner to the outer one. */
function trustedFolders({ workspace, outerWorkspace = workspace, trustsWorkspace }) {
    if (!trustsWorkspace)
        return [];
    const folders = [workspace];
    for (let folder = workspace; folder !== outerWorkspace && folder !== (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder);) {
        folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder);
        folders.push(folder);
    }
    return folders.map((one) => (0,_domain_workspace_path_js__WEBPACK_IMPORTED_MODULE_3__/* .withSlashes */ .s)(one));
}
/**
 * Refuses a repository that is not a part of the workspace: a `.git` file or link, which an artifact can bring, may lead to
 * any other one. `printed` has the working folder, the git folder and the common git folder, as git found them.
 */
async function refuseForeign(place, printed) {
    const { workspace, outerWorkspace = workspace } = place;
    const root = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(outerWorkspace);
    const [top = '', ...gitFolders] = await Promise.all(printed.trim().split('\n').map(actual));
    if (within(root, top) === undefined)
        throw new _domain_error_js__WEBPACK_IMPORTED_MODULE_2__/* .ReleaseError */ .K2(`The checkout of ${workspace} is ${top}, which is outside the workspace.`, {
            fix: checkOut,
        });
    const foreign = gitFolders.find((folder) => !(within(root, folder) ?? '').split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep).includes('.git'));
    if (foreign === undefined)
        return;
    throw new _domain_error_js__WEBPACK_IMPORTED_MODULE_2__/* .ReleaseError */ .K2(`The git folder of ${workspace} is ${foreign}, which does not belong to this workspace.`, {
        fix: checkOut,
    });
}
/** Refuses a remote that is a folder of the workspace: git would run the hooks there, whoever has put them there. */
async function refuseLocalRemote(place, remote, address) {
    const { workspace, outerWorkspace = workspace, trustsWorkspace } = place;
    const isElsewhere = /^[^/]*:/.test(address) && !/^(?:file:\/\/|[a-z]:[\\/])/i.test(address); // https://…, or host:path
    if (!trustsWorkspace || isElsewhere)
        return;
    const folder = await actual((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(workspace, address.replace(/^file:\/\/(?:\/(?=[a-z]:))?/i, '')));
    if (within(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(outerWorkspace), folder) === undefined)
        return;
    throw new _domain_error_js__WEBPACK_IMPORTED_MODULE_2__/* .ReleaseError */ .K2(`The remote ${remote} is ${folder}, a folder of this workspace.`, {
        fix: `Set it to the address of a server: git remote set-url ${remote} https://…`,
    });
}
const checkOut = 'Check out the repository there with actions/checkout. Remove a .git file or link that something else has put there.';
const actual = (path) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(path).catch(() => path);
/** The path from a folder to something in it; undefined if it is elsewhere. */
function within(root, path) {
    const found = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(root, path);
    return /^\.\.($|[/\\])/.test(found) || (0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(found) ? undefined : found;
}


/***/ }),

/***/ 21451:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ pushAnswers),
/* harmony export */   n: () => (/* binding */ isNothingToPush)
/* harmony export */ });
/**
 * The answers for refs that `git push --porcelain` or a remote helper printed. There is none for a ref of which the remote
 * reported nothing, so that nobody knows.
 */
function pushAnswers(stdout) {
    const answers = new Map();
    for (const line of stdout.split('\n')) {
        const [ref, answer] = pushed(line) ?? helped(line) ?? [];
        if (ref !== undefined && answer !== undefined)
            answers.set(ref, answer);
    }
    return answers;
}
/** https://git-scm.com/docs/git-push#_output */
function pushed(line) {
    const [, flag, ref, summary = ''] = /^([ +*=!-])\t[^\t]*:([^\t]+)\t(.*)$/.exec(line) ?? [];
    if (flag === undefined || ref === undefined)
        return undefined;
    if (flag !== '!')
        return [ref, flag === '=' ? 'there' : 'made'];
    return [ref, summary.startsWith('[remote failure]') ? undefined : 'refused'];
}
/** https://git-scm.com/docs/gitremote-helpers#Documentation/gitremote-helpers.txt-pushlocalltsrcgtltremotegt */
function helped(line) {
    const [, word, ref, reason = ''] = /^(ok|error) (\S+)(?: (.*))?$/.exec(line) ?? [];
    if (ref === undefined)
        return undefined;
    if (word === 'ok')
        return [ref, reason.includes('up to date') ? 'there' : 'made'];
    return [ref, reason.includes('expecting report') ? undefined : 'refused'];
}
/** Whether a remote helper has found every ref on the remote. */
const isNothingToPush = (stderr) => /^Everything up-to-date$/m.test(stderr);


/***/ }),

/***/ 151:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ parseBranches),
/* harmony export */   Y4: () => (/* binding */ parseRefs),
/* harmony export */   _6: () => (/* binding */ noRefs)
/* harmony export */ });
const noRefs = { tags: new Map(), branches: new Map() };
/** Reads what ls-remote and show-ref --dereference print: the target of a tag object follows it, marked with ^{}. */
function parseRefs(text) {
    const [tags, branches] = [new Map(), new Map()];
    for (const line of text.split('\n')) {
        const [, sha = '', kind, name = '', peeled] = /^([0-9a-f]+)\s+refs\/(heads|tags)\/(.+?)(\^\{\})?$/s.exec(line) ?? [];
        if (kind === 'heads')
            branches.set(name, sha);
        if (kind === 'tags')
            tags.set(name, { object: peeled === undefined ? sha : (tags.get(name)?.object ?? sha), commit: sha });
    }
    return { tags, branches };
}
/** Reads what ls-remote --symref prints: it names the default branch, and the commit of HEAD, which is that branch. */
function parseBranches(text) {
    const defaultBranch = /^ref: refs\/heads\/(.+)\tHEAD$/m.exec(text)?.[1];
    const tip = /^([0-9a-f]+)\tHEAD$/m.exec(text)?.[1];
    const tips = new Map(parseRefs(text).branches);
    if (defaultBranch !== undefined && tip !== undefined)
        tips.set(defaultBranch, tip);
    return { defaultBranch, tips };
}


/***/ }),

/***/ 81241:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ok: () => (/* binding */ localRefusal),
/* harmony export */   PZ: () => (/* binding */ gitErrorLine),
/* harmony export */   x5: () => (/* binding */ refusal)
/* harmony export */ });
/* harmony import */ var _domain_error_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(12712);

/** The refusal that git or a server has printed; undefined for all other failures, which may be temporary. */
function refusal(stderr, remote, need) {
    const lines = linesOf(stderr);
    const found = refusals.find(([pattern]) => lines.some((line) => pattern.test(line)));
    if (found === undefined)
        return undefined;
    const [, message, fix] = found;
    return new _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`${message.replace('REMOTE', remote).replace('NEED', need)} It says: ${gitErrorLine(stderr)}`, {
        fix: fix.replace('NEED', need),
        cause: new Error(withoutCredentials(stderr.trimEnd())),
    });
}
/** The refusal of git to work in a checkout at all; undefined for everything else. */
function localRefusal(stderr, folder) {
    const cause = new Error(gitErrorLine(stderr));
    const [, owned] = /detected dubious ownership in repository at '(.*)'/.exec(stderr) ?? [];
    if (owned !== undefined)
        return new _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`git does not use the repository ${owned}, because another user owns it.`, {
            fix: `If you trust it: git config --global --add safe.directory ${owned}`,
            cause,
        });
    const [, bare] = /cannot use bare repository '(.*)'/.exec(stderr) ?? [];
    if (bare !== undefined && /\.git(?:\/|$)/.test(folder))
        return new _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`${folder} is in a git repository itself, where no files are checked out.`, {
            fix: 'Go to the folder with the files of the project.',
            cause,
        });
    if (bare !== undefined)
        return new _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`${folder} has files that look like a bare repository, and git would use them.`, {
            fix: 'Remove these files (HEAD, objects, refs), or run it in a checkout that has a .git folder.',
            cause,
        });
    const [, broken] = /^fatal: (bad (?:config|numeric config|boolean config).*)/m.exec(stderr) ?? [];
    if (broken !== undefined)
        return new _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`git cannot read its configuration: ${broken}`, { fix: 'Correct that setting.', cause });
    return undefined;
}
/** The line of git's output that says what went wrong, without credentials that a URL may hold. */
function gitErrorLine(stderr) {
    const said = withoutCredentials(stderr)
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '');
    const reasons = said.filter((line) => /^(remote: )?(fatal|error|GH\d+|Permission|refusing)|\[(remote )?rejected\]|denied/i.test(line));
    return (reasons.find((line) => !/^(remote: )?error: failed to push/.test(line)) ?? said.at(-1) ?? 'nothing').replace(/^remote: /, '');
}
/** The lines to search: limited, because a remote wrote them, and without URLs, which can contain any word. */
const linesOf = (stderr) => stderr
    .split('\n')
    .slice(-200)
    .map((line) => line.slice(0, 1000).replaceAll(/[a-z+]+:\/\/[^\s']+/g, 'URL'));
const withoutCredentials = (text) => text.replaceAll(/(https?:\/\/)[^\s/@]+@/g, '$1***@');
const refusals = [
    [
        /refusing to allow .* (?:create or update|update) workflow/i,
        'This token may not push a commit to REMOTE with workflow files that no branch head has.',
        'Pass the token of a GitHub App with workflows: write as the input token. For a tag, you can tag the head of a branch instead.',
    ],
    [
        /GH008:|LFS objects/,
        'REMOTE does not have the Git LFS files of the commit.',
        'Run git lfs push in an earlier step.',
    ],
    [
        /GH001:|exceeds GitHub's file size limit/,
        'A file is too large for REMOTE.',
        'Leave the file out, or store it with Git LFS.',
    ],
    [
        /Push cannot contain secrets|secret scanning/i,
        'REMOTE has found a secret in the pushed commits.',
        'Remove the secret from the commits, and revoke it: it has left the runner.',
    ],
    [
        /cannot lock ref .*exists; cannot create/,
        'The name conflicts with a branch or tag of REMOTE: git cannot store both a and a/b.',
        'Choose another name, or delete the existing branch or tag.',
    ],
    [
        /GH(?:006|013):.* refs\/heads\//,
        'A rule of REMOTE protects this branch.',
        'Open a pull request instead (via: pull-request), or let the actor of this token bypass the rule (Settings → Rules).',
    ],
    [
        /GH006:|GH013:|protected (?:tag|branch|ref)|rule violations|hook declined|deny(?:ing|CurrentBranch)/i,
        'A rule of REMOTE protects this name.',
        'Let the actor of this token bypass the ruleset (Settings → Rules), or pass the token of an actor that may bypass it.',
    ],
    [
        /The requested URL returned error: 403|Permission to .* denied|Write access to repository not granted/i,
        'The token has no NEED access to REMOTE.',
        'Add to the job: permissions: { contents: NEED }',
    ],
    [
        /Authentication failed|could not read (?:Username|Password)|returned error: 401|Permission denied \(publickey|Host key verification failed/i,
        'REMOTE did not accept the credentials.',
        'Pass a valid token as the input token (in a job: github.token), or set up git credentials.',
    ],
    [
        /returned error: 30[1-8]|unable to update url base from redirection/i,
        'REMOTE has moved. A token is not sent to the target of a redirect.',
        'Set the remote to its new address: git remote set-url origin …',
    ],
    [
        /transport '.*' not allowed|is not a git command|Unsupported protocol|protocol '.*' is not supported/i,
        'The address of REMOTE has a protocol that git does not support or allow.',
        'Give the name of a remote, or an address that begins with https:// or ssh://.',
    ],
    [
        /returned error: 400/i,
        'REMOTE did not understand the request: it had more than one Authorization header.',
        'Remove http.extraheader from the git configuration, or set persist-credentials: false for actions/checkout.',
    ],
    [
        /Repository not found|repository '.*' not found|returned error: 404|does not appear to be a git repository|does not exist/i,
        'There is no repository at REMOTE, or the token has no access to it.',
        'Check the address (git remote -v). Check that the token has contents: NEED for that repository.',
    ],
];


/***/ }),

/***/ 75864:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ kindOf),
/* harmony export */   i: () => (/* binding */ signingKeyOf)
/* harmony export */ });
/* harmony import */ var _domain_error_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(12712);

/** The signing key of the inputs, if there is one. */
async function signingKeyOf(key, passphrase) {
    if (key !== undefined && kindOf(key) === undefined)
        throw notAKey();
    if (key !== undefined)
        return { key: `${key.replaceAll('\r\n', '\n').trim()}\n`, passphrase };
    if (passphrase === undefined)
        return undefined;
    throw new _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2('A signing-passphrase is given, but no signing-key.', {
        fix: 'Check that the secret with the key exists, and that this job may read it.',
    });
}
function kindOf(key) {
    if (key.trimStart().startsWith('-----BEGIN PGP PRIVATE KEY BLOCK-----'))
        return 'gpg';
    return /^\s*-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----/.test(key) ? 'ssh' : undefined;
}
const notAKey = () => new _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2('The input signing-key is neither an SSH nor a GPG private key.', {
    fix: 'Store the whole key in the secret, from its BEGIN line to its END line: a file such as id_ed25519, or the output of gpg --armor --export-secret-keys.',
});


/***/ }),

/***/ 82128:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Lg: () => (/* binding */ otherTag),
/* harmony export */   Xr: () => (/* binding */ tagHere),
/* harmony export */   YD: () => (/* binding */ Tags),
/* harmony export */   ce: () => (/* binding */ tagOn),
/* harmony export */   dw: () => (/* binding */ missingTag)
/* harmony export */ });
/* harmony import */ var _domain_error_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(12712);
/* harmony import */ var _domain_tags_tag_object_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(62032);
/* harmony import */ var _domain_text_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(31987);
/* harmony import */ var _change_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(41740);
/* harmony import */ var _command_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(83016);
/* harmony import */ var _objects_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(85673);
/* harmony import */ var _refusal_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(81241);
/* harmony import */ var _refs_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(151);
/* harmony import */ var _transport_js__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(95676);









/** Single tags, in the checkout and on remotes. */
class Tags {
    #context;
    constructor(context) {
        this.#context = context;
    }
    /** The tags of the checkout, including those that are not pushed. */
    async here() {
        const { code, stdout, stderr } = await this.#context.git.run(['show-ref', '--tags', '--dereference']);
        if (code > 1)
            throw new _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`The tags of the checkout cannot be read: ${(0,_refusal_js__WEBPACK_IMPORTED_MODULE_6__/* .gitErrorLine */ .PZ)(stderr)}`, {
                fix: _command_js__WEBPACK_IMPORTED_MODULE_4__/* .runAgain */ .qL,
                cause: new Error(stderr),
            });
        return (0,_refs_js__WEBPACK_IMPORTED_MODULE_7__/* .parseRefs */ .Y4)(stdout).tags; // it exits with 1 if there are none
    }
    /** The object of an annotated tag; undefined for a lightweight tag. It is fetched if the checkout does not have it. */
    async object(where, name, { object, commit }) {
        const { git, transport } = this.#context;
        if (object === commit)
            return undefined;
        if (!(await (0,_objects_js__WEBPACK_IMPORTED_MODULE_5__/* .hasObject */ .Qf)(git, object)))
            await transport.look(where, _transport_js__WEBPACK_IMPORTED_MODULE_8__/* .quietFetch */ .PF, [`refs/tags/${name}`]);
        return readTag(git, object);
    }
    /** Creates an annotated tag in the checkout. Reads it back, because a tag cannot be corrected after the push. */
    create(tag) {
        const { name, commit, message, tagger, signer } = tag;
        const { git, files } = this.#context;
        const how = signer === undefined ? 'annotated' : `annotated, signed with ${signer.key}`;
        return {
            keys: [tagHere(name)],
            title: `Create tag ${name} at ${(0,_domain_text_js__WEBPACK_IMPORTED_MODULE_2__/* .short */ .h0)(commit)}`,
            detail: `${how}, by ${tagger}\n\n${message}`,
            places: [missingTag('The checkout', [name], commit)],
            reach: 'local',
            apply: async () => this.#readBack(tag, await makeTag(git, tag, await files.scratchFile('message', message))),
        };
    }
    /** Sets a tag of the checkout to the tag of the remote, whose object was fetched. */
    matchRemote(name, here, there) {
        const update = ['update-ref', `refs/tags/${name}`, there.object, here.object];
        const apply = async () => {
            const { code, stderr } = await this.#context.git.run(update);
            if (code !== 0)
                throw new _change_js__WEBPACK_IMPORTED_MODULE_3__/* .Moved */ .a(`another program moved tag ${name} of the checkout: ${(0,_refusal_js__WEBPACK_IMPORTED_MODULE_6__/* .gitErrorLine */ .PZ)(stderr)}`);
        };
        const detail = `refs/tags/${name}: ${here.object} → ${there.object}`;
        return {
            keys: [tagHere(name)],
            title: `Set tag ${name} to the state on the remote`,
            detail,
            places: [otherTag('The checkout', name, here, there)],
            reach: 'local',
            apply,
        };
    }
    /** Pushes one tag of the checkout, and nothing else. */
    push(remote, name, commit) {
        const ref = `refs/tags/${name}`;
        const keys = [tagOn(remote, name)];
        const apply = async () => {
            const tag = (await this.here()).get(name);
            if (tag?.commit !== commit)
                throw new _change_js__WEBPACK_IMPORTED_MODULE_3__/* .Moved */ .a(`another program moved tag ${name} of the checkout`);
            await this.#context.transport.push(remote, new Map([[ref, tag.object]]), { keys });
            return tag;
        };
        return {
            keys,
            title: `Push tag ${name} to ${remote}`,
            detail: `${ref} → ${commit}`,
            places: [missingTag(remote, [name], commit)],
            reach: 'remote',
            apply,
        };
    }
    /** Sets a tag that is meant to move, such as v1, if nobody has moved it since it was read. */
    set(remote, name, seen, commit) {
        const ref = `refs/tags/${name}`;
        const options = { keys: [tagOn(remote, name)], seen: new Map([[ref, seen?.object ?? '']]) };
        return {
            keys: options.keys,
            title: `${seen === undefined ? 'Create' : 'Move'} tag ${name} on ${remote}`,
            detail: `${ref}: ${seen?.commit ?? 'none'} → ${commit}`,
            places: [
                { at: remote, name: `tag ${name}`, actual: seen && `at ${(0,_domain_text_js__WEBPACK_IMPORTED_MODULE_2__/* .short */ .h0)(seen.commit)}`, wanted: `at ${(0,_domain_text_js__WEBPACK_IMPORTED_MODULE_2__/* .short */ .h0)(commit)}` },
            ],
            reach: 'remote',
            apply: () => this.#context.transport.push(remote, new Map([[ref, commit]]), options),
        };
    }
    async #readBack({ name, message, signer }, failed) {
        const { git } = this.#context;
        const made = (await this.here()).get(name);
        if (failed !== undefined && made !== undefined)
            throw new _change_js__WEBPACK_IMPORTED_MODULE_3__/* .Moved */ .a(`another program created tag ${name}`);
        if (made === undefined)
            throw new _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`git could not create the tag ${name}: ${(0,_refusal_js__WEBPACK_IMPORTED_MODULE_6__/* .gitErrorLine */ .PZ)(failed ?? '')}`, { fix: _command_js__WEBPACK_IMPORTED_MODULE_4__/* .runAgain */ .qL });
        const { message: found, isSigned } = await readTag(git, made.object);
        if (found === message && isSigned === (signer !== undefined))
            return made;
        await git.read(['update-ref', '-d', `refs/tags/${name}`, made.object]);
        if (signer !== undefined && !isSigned)
            throw new _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`git created the tag ${name} without a signature, although it was told to sign it with ${signer.key}.`, {
                fix: 'Check that this git can sign with this kind of key: git tag --sign must work with it.',
            });
        throw new _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`git wrote another message into the tag ${name}: ${(0,_domain_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quoted */ .TL)(found)}.`, {
            fix: 'Change the message. git takes the lines after one such as -----BEGIN PGP SIGNATURE----- for a signature.',
        });
    }
}
async function readTag(git, object) {
    const { code, stdout } = await git.run(['cat-file', 'tag', object]);
    if (code === 0)
        return (0,_domain_tags_tag_object_js__WEBPACK_IMPORTED_MODULE_1__/* .parseTagObject */ .XS)(stdout);
    throw new _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`There is no tag object ${(0,_domain_text_js__WEBPACK_IMPORTED_MODULE_2__/* .short */ .h0)(object)} in the checkout or on the remote: the tag was moved while it was read.`, {
        fix: 'Find out who moved the tag, and run it again.',
    });
}
/** Creates an annotated tag with the message in a file. Returns what git printed if it failed. */
async function makeTag(git, { name, commit, tagger, signer }, messageFile) {
    const kind = [
        '--annotate',
        signer === undefined ? '--no-sign' : '--sign',
        // Why: docs/decisions.md D10
        '--cleanup=verbatim',
        `--file=${messageFile}`,
    ];
    const { code, stderr } = await git.run(['tag', ...kind, '--', name, commit], {
        settings: signer?.settings ?? [],
        env: { ...signer?.env, ...(0,_objects_js__WEBPACK_IMPORTED_MODULE_5__/* .identityEnv */ .Wx)('COMMITTER', tagger) },
    });
    return code === 0 ? undefined : stderr;
}
/** Tags that a checkout or a remote should have at a commit. */
const missingTag = (holder, names, commit) => ({
    at: holder,
    name: `${names.length === 1 ? 'tag' : 'tags'} ${(0,_domain_text_js__WEBPACK_IMPORTED_MODULE_2__/* .abridged */ .$y)(names, 3)}`,
    actual: undefined,
    wanted: `at ${(0,_domain_text_js__WEBPACK_IMPORTED_MODULE_2__/* .short */ .h0)(commit)}`,
});
/** A tag that should be another object. */
const otherTag = (holder, name, is, should) => ({
    at: holder,
    name: `tag ${name}`,
    actual: is && `at ${(0,_domain_text_js__WEBPACK_IMPORTED_MODULE_2__/* .short */ .h0)(is.object)}`,
    wanted: `at ${(0,_domain_text_js__WEBPACK_IMPORTED_MODULE_2__/* .short */ .h0)(should.object)}`,
});
/** The key of a tag of a remote. */
const tagOn = (remote, name) => `tag ${name} on ${remote}`;
/** The key of a tag of the checkout. */
const tagHere = (name) => `tag ${name} of the checkout`;


/***/ }),

/***/ 95676:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   PF: () => (/* binding */ quietFetch),
/* harmony export */   PW: () => (/* binding */ isAddress),
/* harmony export */   oK: () => (/* binding */ Transport),
/* harmony export */   oO: () => (/* binding */ sentOnce),
/* harmony export */   wj: () => (/* binding */ withoutExtras)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(76760);
/* harmony import */ var _domain_error_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(12712);
/* harmony import */ var _domain_repositories_remote_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(98337);
/* harmony import */ var _domain_text_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(31987);
/* harmony import */ var _change_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(41740);
/* harmony import */ var _retry_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(34104);
/* harmony import */ var _command_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(83016);
/* harmony import */ var _place_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(60534);
/* harmony import */ var _push_answers_js__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(21451);
/* harmony import */ var _refusal_js__WEBPACK_IMPORTED_MODULE_9__ = __nccwpck_require__(81241);










/** Talks to other repositories. A read is repeated if it gets no definite answer, a push is made once. */
class Transport {
    #host;
    #git;
    #addresses = new Map();
    constructor(host, git) {
        this.#host = host;
        this.#git = git;
    }
    /** Runs git to read from a remote, and returns what it prints. `before` and `after` are arguments around the address. */
    async look(where, before, after) {
        const url = await this.address(where);
        return (0,_retry_js__WEBPACK_IMPORTED_MODULE_5__/* .repeated */ .ZD)(() => this.#ask(where.remote, url, [...before, '--', url, ...after]), this.#host);
    }
    /** The refs of a remote. If there are none at all, a proxy or a login page has answered instead of a git server. */
    async refs(where, patterns, options = []) {
        const { remote } = where;
        const url = await this.address(where);
        return (0,_retry_js__WEBPACK_IMPORTED_MODULE_5__/* .repeated */ .ZD)(async () => {
            const refs = await this.#ask(remote, url, ['ls-remote', ...options, '--', url, ...patterns], onlyRefs);
            if (refs.trim() === '' && /^https?:/.test(url))
                throw new _retry_js__WEBPACK_IMPORTED_MODULE_5__/* .Unanswered */ .XX(`${remote} listed no refs, not even HEAD`);
            return refs;
        }, this.#host);
    }
    /** Creates refs without force. A ref in `seen` may move if it still has that object; '' means that it did not exist. */
    async push(remote, refs, { keys, seen = new Map(), folder }) {
        const url = await this.address({ remote, direction: 'push' });
        const leases = [...seen].map(([ref, object]) => `--force-with-lease=${ref}:${object}`);
        const refspecs = [...refs].map(([ref, object]) => `${object}:${ref}`);
        const push = [...(0,_command_js__WEBPACK_IMPORTED_MODULE_6__/* .repositoryAt */ .uw)(folder), 'push', ...withoutExtras, ...leases];
        const { code, stdout, stderr } = await this.#git.talk(url, [...push, '--', url, ...refspecs], sentOnce(url));
        const answers = [...refs.keys()].map((ref) => (0,_push_answers_js__WEBPACK_IMPORTED_MODULE_8__/* .pushAnswers */ .g)(stdout).get(ref));
        const named = [...refs.keys()].join(' ');
        if (code === 0) {
            if (!answers.every((answer) => answer === 'there'))
                return;
            throw new _change_js__WEBPACK_IMPORTED_MODULE_4__/* .Moved */ .a(`another run pushed ${named} to ${remote} at the same time`, { unmade: keys });
        }
        const said = `${stderr}\n${stdout}`;
        const unmade = answers.every((answer) => answer === 'refused') ? keys : [];
        throw ((0,_refusal_js__WEBPACK_IMPORTED_MODULE_9__/* .localRefusal */ .Ok)(stderr, this.#host.workspace) ??
            (0,_refusal_js__WEBPACK_IMPORTED_MODULE_9__/* .refusal */ .x5)(said, remote, 'write') ??
            new _change_js__WEBPACK_IMPORTED_MODULE_4__/* .Moved */ .a(`the push of ${named} to ${remote} was not confirmed: ${(0,_refusal_js__WEBPACK_IMPORTED_MODULE_9__/* .gitErrorLine */ .PZ)(said)}`, { unmade }));
    }
    /**
     * The address of a remote. Used instead of the name, it keeps the refspecs of the remote from being applied. It is
     * looked up once, so that a run uses the same repository from start to end.
     */
    address(where) {
        const { remote, direction } = where;
        const key = `${direction} ${remote}`;
        const known = this.#addresses.get(key) ?? (isAddress(remote) ? this.#rewritten(where) : this.#lookUp(where));
        this.#addresses.set(key, known);
        return known;
    }
    /** An address of an input. The user and the system may have another one for it, but not the checkout. */
    async #rewritten({ remote, direction }) {
        const given = (0,_domain_repositories_remote_js__WEBPACK_IMPORTED_MODULE_2__/* .canonicalAddress */ .Z5)(absolute(remote, this.#host.workspace), 'of the repository');
        return this.#agreed(await this.#git.addressOf(given, direction), 'of the repository');
    }
    /** The address, if git itself would connect to it and to no other one. */
    async #agreed(address, where) {
        const ours = (0,_domain_repositories_remote_js__WEBPACK_IMPORTED_MODULE_2__/* .canonicalAddress */ .Z5)(address, where);
        const theirs = await this.#git.connectsTo(ours);
        if (theirs === ours)
            return ours;
        throw new _domain_error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseError */ .K2(`git would connect to ${theirs} for the address ${ours}.`, {
            fix: 'Remove the setting url.….insteadOf of the git configuration that does this.',
        });
    }
    async #ask(remote, url, args, bounds = {}) {
        const { code, stdout, stderr } = await this.#git.talk(url, args, bounds);
        if (code === 0)
            return stdout;
        throw ((0,_refusal_js__WEBPACK_IMPORTED_MODULE_9__/* .localRefusal */ .Ok)(stderr, this.#host.workspace) ??
            (0,_refusal_js__WEBPACK_IMPORTED_MODULE_9__/* .refusal */ .x5)(stderr, remote, 'read') ??
            new _retry_js__WEBPACK_IMPORTED_MODULE_5__/* .Unanswered */ .XX(`${remote} did not answer: ${(0,_refusal_js__WEBPACK_IMPORTED_MODULE_9__/* .gitErrorLine */ .PZ)(stderr)}`));
    }
    async #lookUp({ remote, direction }) {
        const push = direction === 'push' ? ['--push', '--all'] : [];
        const { code, stdout } = await this.#git.run(['remote', 'get-url', ...push, '--', remote]);
        const [address = '', second] = stdout.trim().split('\n');
        if (code === 0 && second !== undefined)
            throw new _domain_error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseError */ .K2(`The remote ${remote} pushes to several addresses.`, {
                fix: 'Set the input remote to the one address to push to.',
            });
        if (code === 0) {
            await (0,_place_js__WEBPACK_IMPORTED_MODULE_7__/* .refuseLocalRemote */ .E6)(this.#host, remote, address);
            return this.#agreed(absolute(address, this.#host.workspace), `of the remote ${remote}`);
        }
        const names = await this.names();
        throw new _domain_error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseError */ .K2(`There is no remote ${(0,_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(remote)} in this checkout.`, {
            fix: names.length === 0 ? 'Give the address of a repository.' : `Give one of ${(0,_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .listed */ .KE)(names)}, or an address.`,
        });
    }
    /** The names of the remotes of the checkout. */
    async names() {
        return (await this.#git.read(['remote'])).split('\n').filter((name) => name !== '');
    }
}
/** A million refs take git about 300 MiB. */
const onlyRefs = { minutes: 5, megabytes: 1024 };
// Why: docs/decisions.md D48
/**
 * Lets a push be sent once. curl repeats a request by itself if a connection that it uses again was closed without an
 * answer. Then "it exists already" could be the answer to a repetition. A new connection for each request has none.
 */
const sentOnce = (url) => ({
    settings: /^https?:/.test(url)
        ? [
            [`http.${url}.version`, 'HTTP/1.1'],
            [`http.${url}.extraheader`, 'Connection: close'],
        ]
        : [],
});
/** Options that keep the user's settings from adding other tags, signatures, submodules or hooks to a push. */
const withoutExtras = [
    '--porcelain',
    '--no-verify',
    '--no-follow-tags',
    '--no-signed',
    '--recurse-submodules=no',
];
// git would resolve a relative path in the folder in which it runs.
const absolute = (address, folder) => /^\.\.?([/\\]|$)/.test(address) ? (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(folder, address) : address;
const isAddress = (remote) => /[:/\\]/.test(remote);
/** A fetch that moves no ref of the checkout, and not FETCH_HEAD. A shallow checkout only gets one more shallow commit. */
const quietFetch = [
    'fetch',
    '--quiet',
    '--no-tags',
    '--no-write-fetch-head',
    '--refmap=',
    '--recurse-submodules=no',
];


/***/ }),

/***/ 73016:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ timeLimit)
/* harmony export */ });
const shortest = 500; // also in tests, whose pace is fast
/** Limits how long a request may take, from its beginning to the end of the answer. */
function timeLimit(milliseconds, { pace, signal: run }, deadline = Infinity) {
    const left = Math.max(deadline - Date.now(), 1);
    const limit = AbortSignal.timeout(Math.ceil(Math.min(Math.max(milliseconds * pace, shortest), left)));
    return { signal: AbortSignal.any([run, limit]), isOver: () => limit.aborted && !run.aborted };
}


/***/ }),

/***/ 28397:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   e9: () => (/* binding */ wholeJson),
/* harmony export */   fq: () => (/* binding */ wholeBytes),
/* harmony export */   r0: () => (/* binding */ wholeText)
/* harmony export */ });
/* harmony import */ var _domain_error_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(12712);

/** A whole body as text. A body longer than `longest` bytes is refused, while it arrives. */
const wholeText = async (body, bounds) => (await wholeBytes(body, bounds)).toString('utf8');
/** The bytes of a whole body, with the same bound. */
async function wholeBytes(body, { url, longest }) {
    const chunks = [];
    let length = 0;
    for await (const chunk of body) {
        length += chunk.length;
        if (length > longest)
            throw new _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`${url} is longer than ${longest / 1024 / 1024} MiB, which is the limit here.`, {
                fix: whoAnswers(url),
            });
        chunks.push(chunk);
    }
    return Buffer.concat(chunks);
}
const mostValues = 1_000_000;
const few = 1024 * 1024;
/** A whole body as JSON; undefined if it is empty. Its values are limited too: an empty object takes many times its text. */
async function wholeJson(body, bounds) {
    const text = await wholeText(body, bounds);
    if (text.length > few && hasMoreValues(text, mostValues))
        throw new _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`${bounds.url} has more than a million values, which is the limit here.`, {
            fix: whoAnswers(bounds.url),
        });
    return text === '' ? undefined : JSON.parse(text);
}
/** Each value but the first follows a comma or an opening bracket. */
function hasMoreValues(json, most) {
    let count = 1;
    for (let at = 0; at < json.length; at++) {
        const code = json.charCodeAt(at);
        if (code === comma || code === bracket || code === brace)
            count++;
    }
    return count > most;
}
const [comma, bracket, brace] = [0x2c, 0x5b, 0x7b];
const whoAnswers = (url) => `Find out what answers at ${new URL(url).origin}.`;


/***/ }),

/***/ 61245:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ Ledger)
/* harmony export */ });
/**
 * What this run has done so far, including its earlier plans. A later plan asks the ledger what it cannot see itself:
 * whether this run made a push whose answer was lost.
 */
class Ledger {
    #begun = new Map();
    #facts = new Map();
    /** Notes that a change with these keys is about to be applied. */
    begin(keys) {
        for (const key of keys)
            this.#begun.set(key, this.#times(key) + 1);
    }
    /** Takes back the last beginning: the server has said that it made nothing. Earlier ones, without an answer, still count. */
    retract(keys) {
        for (const key of keys)
            this.#begun.set(key, this.#times(key) - 1);
    }
    /** Whether this run began to apply a change with this key, with whatever result. */
    isBegun(key) {
        return this.#begun.has(key);
    }
    /** Whether this run has made what the key stands for, as far as is known: an answer may have got lost. */
    isMade(key) {
        return this.#times(key) > 0;
    }
    remember({ name }, value) {
        this.#facts.set(name, value);
    }
    recall({ name }) {
        return this.#facts.get(name); // as it was remembered under the same Fact
    }
    #times(key) {
        return this.#begun.get(key) ?? 0;
    }
}


/***/ }),

/***/ 73711:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $y: () => (/* binding */ notAFile),
/* harmony export */   EW: () => (/* binding */ readSmallFile),
/* harmony export */   H6: () => (/* binding */ readStart),
/* harmony export */   Tq: () => (/* binding */ openFile)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(51455);
/* harmony import */ var _domain_error_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(12712);



/**
 * Opens a regular file to read it. Everything else is refused at once: a pipe would wait for somebody who writes, and a
 * device may never end. A link in the place of the file is not followed. `name` is the path that a person gave.
 */
async function openFile(path, name) {
    const handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | withoutWaiting);
    try {
        const found = await handle.stat();
        if (found.isFile())
            return handle;
        throw found.isDirectory() ? aFolder(name) : notAFile(name);
    }
    catch (error) {
        await handle.close();
        throw error;
    }
}
/** The bytes of a small file, with the same refusals. Many files are read ten times faster than with promises. */
const readSmallFile = (path, name) => inFile(path, name, node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync);
/** The first bytes of a file, with the same refusals. */
const readStart = (path, name, length) => inFile(path, name, (descriptor) => {
    const start = Buffer.alloc(length);
    return start.subarray(0, (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readSync)(descriptor, start));
});
function inFile(path, name, read) {
    const descriptor = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | withoutWaiting);
    try {
        if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(descriptor).isFile())
            return read(descriptor);
        throw notAFile(name);
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(descriptor);
    }
}
// Windows has neither of them.
const withoutWaiting = (node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK ?? 0) | (node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NOFOLLOW ?? 0);
const aFolder = (name) => new _domain_error_js__WEBPACK_IMPORTED_MODULE_2__/* .ReleaseError */ .K2(`${name} is a folder, not a file.`, { fix: 'Give the path of a file.', at: { file: name } });
/** The refusal of a pipe, a device or a socket. */
const notAFile = (name) => new _domain_error_js__WEBPACK_IMPORTED_MODULE_2__/* .ReleaseError */ .K2(`${name} is not a regular file.`, { fix: 'Give the path of a file.', at: { file: name } });


/***/ }),

/***/ 45827:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Xt: () => (/* binding */ boundedly),
/* harmony export */   bs: () => (/* binding */ together),
/* harmony export */   kr: () => (/* binding */ orRefusal)
/* harmony export */ });
/* harmony import */ var _domain_error_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(12712);

/** Awaits reads that run in parallel. When all have ended, throws what failed: all refusals at once, or the first bug. */
async function together(looks) {
    const settled = await Promise.allSettled(looks);
    const errors = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    const refusals = errors.filter((error) => error instanceof _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2);
    if (refusals.length < errors.length)
        throw errors.find((error) => !(error instanceof _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2));
    (0,_domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .refuseAll */ .cp)('Several things are wrong.', refusals);
    return settled.map((result) => (result.status === 'fulfilled' ? result.value : undefined)); // none was rejected
}
/** The result of a look, or the refusal that it ended with. */
async function orRefusal(look) {
    try {
        return await look;
    }
    catch (error) {
        if (error instanceof _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2)
            return error;
        throw error;
    }
}
/** Does the same work for many items, some at a time. If one fails, its error is thrown after those in progress ended. */
async function boundedly(items, work, atOnce = 20) {
    const made = [];
    const queue = items.entries();
    let isFailed = false;
    const worker = async () => {
        for (const [index, item] of queue) {
            if (isFailed)
                return;
            try {
                made[index] = await work(item);
            }
            catch (error) {
                isFailed = true;
                throw error;
            }
        }
    };
    await together(Array.from({ length: Math.min(atOnce, items.length) }, worker));
    return made;
}


/***/ }),

/***/ 34104:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Q1: () => (/* binding */ pauseFor),
/* harmony export */   WG: () => (/* binding */ isPassing),
/* harmony export */   XX: () => (/* binding */ Unanswered),
/* harmony export */   ZD: () => (/* binding */ repeated),
/* harmony export */   v7: () => (/* binding */ pause)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(58500);
/* harmony import */ var _domain_error_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(12712);


/** A read got no usable answer for a reason that may pass: a connection reset, a timeout, a 5xx status. */
class Unanswered extends Error {
    name = 'Unanswered';
    /** How many seconds the server wants to be left alone. */
    after;
    constructor(message, { after = 0, ...options } = {}) {
        super(message, options);
        this.after = after;
    }
}
/** Whether a status is no definite answer: it may pass. */
const isPassing = (status) => status === 408 || status === 429 || status >= 500;
const attempts = 4;
/**
 * Repeats a read while it gets no answer: at most four attempts, with growing and jittered pauses. After the deadline, the
 * caller gets the last `Unanswered`.
 */
async function repeated(look, host, deadline = Infinity) {
    for (let attempt = 1;; attempt++) {
        try {
            return await look();
        }
        catch (error) {
            if (!(error instanceof Unanswered) || Date.now() >= deadline)
                throw error;
            if (attempt === attempts) {
                throw new _domain_error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseError */ .K2(`${error.message} (tried ${attempts} times)`, {
                    fix: 'Run it again when the server answers again. What is already done is not repeated.',
                    cause: error.cause,
                });
            }
            host.progress(`${error.message}; trying again`);
            await rest(error.after, host, deadline);
            await pause(attempt, host, deadline);
        }
    }
}
/** Waits about 1, 2, 4, then at most 8 seconds. The time is random, so that two runs do not collide again. */
async function pause(attempt, host, deadline = Infinity) {
    await rest(Math.min(2 ** (attempt - 1), 8) * (0.5 + Math.random()), host, deadline);
}
/** Waits as long as a server wants. */
const pauseFor = (seconds, host) => rest(seconds, host, Infinity);
async function rest(seconds, { pace, signal }, deadline) {
    await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(Math.min(seconds * 1000 * pace, Math.max(deadline - Date.now(), 1)), undefined, { signal });
}


/***/ }),

/***/ 69633:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  S: () => (/* binding */ Tools)
});

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __nccwpck_require__(31421);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(76760);
;// CONCATENATED MODULE: external "node:tty"
const external_node_tty_namespaceObject = process.getBuiltinModule("node:tty");
// EXTERNAL MODULE: ./build/src/domain/error.js
var domain_error = __nccwpck_require__(12712);
// EXTERNAL MODULE: ./build/src/world/child.js
var world_child = __nccwpck_require__(22952);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __nccwpck_require__(58500);
;// CONCATENATED MODULE: ./build/src/world/memory-watch.js



/** Watches how much memory a process and everything that it started need. Calls `exceeded` if one needs more. */
function watchMemory(pid, bound, exceeded) {
    const end = new AbortController();
    void hasGrown(pid, bound, end.signal).then((isTooLarge) => (isTooLarge ? exceeded() : undefined));
    return { [Symbol.dispose]: () => end.abort() };
}
/** Waits until a process is too large, or until nobody wants to know. */
async function hasGrown(pid, bound, signal) {
    const isLinux = process.platform === 'linux';
    const [look, pause] = isLinux ? [largestInProc, 100] : [largestByPs, 1000];
    while (!signal.aborted) {
        await (0,external_node_timers_promises_.setTimeout)(pause, undefined, { signal, ref: false }).catch(() => { });
        const size = signal.aborted ? 0 : await look(pid).catch(() => 0); // it may have just ended
        if (size > bound)
            return true;
    }
    return false;
}
/** Without the pages of files, such as packs: the kernel can drop them. */
async function largestInProc(pid) {
    const [, kilobytes = '0'] = /^RssAnon:\s+(\d+) kB$/m.exec((0,external_node_fs_.readFileSync)(`/proc/${pid}/status`, 'latin1')) ?? [];
    const children = (0,external_node_fs_.readFileSync)(`/proc/${pid}/task/${pid}/children`, 'latin1').split(' ').filter(Boolean);
    const sizes = await Promise.all(children.map((child) => largestInProc(Number(child)).catch(() => 0)));
    return Math.max(Number(kilobytes) * 1024, ...sizes);
}
/** For macOS. Windows has no `ps`: there, only the time of a child is limited. */
async function largestByPs(pid) {
    const { promise, resolve, reject } = Promise.withResolvers();
    (0,external_node_child_process_.execFile)('ps', ['-A', '-o', 'pid=,ppid=,rss='], (error, stdout) => error === null ? resolve(stdout) : reject(error));
    const rows = (await promise).split('\n').map((line) => line.trim().split(/\s+/).map(Number));
    const sizeOf = (one) => {
        const own = rows.find(([found]) => found === one)?.[2] ?? 0;
        const started = rows.flatMap(([child, parent]) => (parent === one && child !== undefined ? [sizeOf(child)] : []));
        return Math.max(own * 1024, ...started);
    };
    return sizeOf(pid);
}

;// CONCATENATED MODULE: ./build/src/world/tools.js








const longest = 256 * 1024 * 1024;
// Why: docs/decisions.md D3
/** Runs other programs without a shell. They see no inputs or tokens, and are limited in time and output. */
class Tools {
    #host;
    constructor(host) {
        this.#host = host;
    }
    /** Whether a program is on PATH. */
    async has(program) {
        const name = process.platform === 'win32' ? `${program}.exe` : program;
        const folders = (this.#host.env['PATH'] ?? '').split(external_node_path_.delimiter).filter((folder) => folder !== '');
        const found = await Promise.all(folders.map((folder) => (0,promises_.access)((0,external_node_path_.join)(folder, name), external_node_fs_.constants.X_OK).then(() => true, () => false)));
        return found.includes(true);
    }
    async run(program, args, { cwd, env, input, encoding = 'utf8', minutes = 30, settingsOf = program, megabytes, isCleanUp = false, } = {}) {
        const limit = AbortSignal.timeout(minutes * 60_000);
        const stop = isCleanUp ? limit : AbortSignal.any([this.#host.signal, limit]);
        stop.throwIfAborted();
        const child = (0,external_node_child_process_.spawn)(program, args, {
            cwd: cwd ?? this.#host.workspace,
            env: { ...(0,world_child/* inherited */.Jq)(this.#host.env, settingsOf), ...env },
            detached: isGroup,
            stdio: ['pipe', 'pipe', 'pipe'],
            windowsHide: true,
        });
        const kill = () => end(child);
        stop.addEventListener('abort', kill, { once: true });
        let tooLarge;
        using watch = new DisposableStack();
        if (megabytes !== undefined && child.pid !== undefined)
            watch.use(watchMemory(child.pid, megabytes * 1024 * 1024, () => {
                tooLarge = needsTooMuch(program, megabytes);
                kill();
            }));
        try {
            const ran = await outcomeOf(child, program, { input, encoding });
            if (!stop.aborted && tooLarge === undefined)
                return ran;
            throw stop.reason;
        }
        catch (error) {
            kill();
            if (tooLarge !== undefined)
                throw tooLarge;
            if (!isCleanUp)
                this.#host.signal.throwIfAborted();
            if (limit.aborted)
                throw new domain_error/* ReleaseError */.K2(`${program} did not finish within ${minutes} minutes.`);
            throw error;
        }
        finally {
            stop.removeEventListener('abort', kill);
        }
    }
}
const needsTooMuch = (program, megabytes) => new domain_error/* ReleaseError */.K2(`${program} needed more than ${megabytes} MiB of memory, which is the limit here.`, {
    fix: 'Check the address of the server: one that is not what it should be may answer without end.',
});
// git starts other programs, which have to end with it: so it gets a process group. At a terminal they may ask a person
// for a passphrase, which works only in the process group of the terminal; there, Ctrl-C reaches all of them.
const isGroup = process.platform !== 'win32' && !(0,external_node_tty_namespaceObject.isatty)(0);
function end(child) {
    (0,world_child/* signalAll */.w$)(child, 'SIGTERM', isGroup);
    for (const stream of [child.stdout, child.stderr])
        stream.destroy(); // programs that it started may hold them open
    setTimeout(() => (0,world_child/* signalAll */.w$)(child, 'SIGKILL', isGroup), 2000).unref();
}
async function outcomeOf(child, program, { input, encoding }) {
    const { promise: ended, resolve, reject } = Promise.withResolvers();
    child.once('error', (cause) => reject((0,world_child/* unstarted */.Z5)(program, cause)));
    child.once('close', (code) => resolve(code ?? 128));
    child.stdin.on('error', () => { }); // a child may end without reading its input: then its exit code matters
    child.stdin.end(input);
    const [code, stdout, stderr] = await Promise.all([
        ended,
        collect(child.stdout, program, encoding),
        collect(child.stderr, program, 'utf8'),
    ]);
    return { code, stdout, stderr };
}
async function collect(stream, program, encoding) {
    const chunks = [];
    let length = 0;
    for await (const chunk of stream) {
        const bytes = Buffer.from(chunk);
        length += bytes.length;
        if (length > longest)
            throw new domain_error/* ReleaseError */.K2(`${program} printed more than ${longest / 1024 / 1024} MiB, which is the limit.`);
        chunks.push(bytes);
    }
    return Buffer.concat(chunks).toString(encoding);
}


/***/ }),

/***/ 61259:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  H: () => (/* binding */ World)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(76760);
// EXTERNAL MODULE: ./build/src/world/environment.js
var environment = __nccwpck_require__(48179);
;// CONCATENATED MODULE: ./build/src/world/event.js

/** What started the run, read from the variables that GitHub sets. On a laptop, everything is undefined. */
class Event {
    #env;
    /** Whether the token is the job's own, which starts no workflows; undefined if that is unknown. */
    isJobToken;
    constructor({ env, isJobToken }) {
        this.#env = env;
        this.isJobToken = isJobToken;
    }
    /** Whether this is a job of a workflow. If not, a person runs it, or another CI system. */
    get isJob() {
        return this.#env['GITHUB_ACTIONS'] === 'true';
    }
    get name() {
        return this.#env['GITHUB_EVENT_NAME'];
    }
    /** The full ref: of a tag push, a release, a dispatch at a tag or a branch. */
    get ref() {
        return this.#env['GITHUB_REF'];
    }
    /** The tag that triggered the run, if a tag did. */
    get tag() {
        return this.ref?.startsWith('refs/tags/') ? this.ref.slice('refs/tags/'.length) : undefined;
    }
    /** The branch that triggered the run, if one did. */
    get branch() {
        return this.ref?.startsWith('refs/heads/') ? this.ref.slice('refs/heads/'.length) : undefined;
    }
    /** The workflow and the job of this run. */
    get job() {
        const [workflow, job] = [this.#env['GITHUB_WORKFLOW'], this.#env['GITHUB_JOB']];
        return workflow === undefined || job === undefined ? undefined : `${workflow} ${job}`;
    }
    /** The commit that the ref was at when the event happened. */
    get sha() {
        return this.#env['GITHUB_SHA'];
    }
    /** The server that repositories are on. */
    get server() {
        return (0,environment/* serverUrl */.V)(this.#env);
    }
    /** The page of the repository. */
    get repositoryUrl() {
        const repository = this.#env['GITHUB_REPOSITORY'];
        return repository === undefined ? undefined : this.urlOf(repository);
    }
    /** The page of a repository, given as `owner/name`. git accepts it as an address. */
    urlOf(repository) {
        return `${this.server}/${repository}`;
    }
    /** The remote to use for a repository; origin if none is given. */
    remoteFor(repository) {
        return repository === undefined ? 'origin' : this.urlOf(repository);
    }
}

// EXTERNAL MODULE: ./build/src/world/files.js + 1 modules
var files = __nccwpck_require__(64903);
// EXTERNAL MODULE: ./build/src/world/git/git.js + 2 modules
var git = __nccwpck_require__(95541);
// EXTERNAL MODULE: ./build/src/domain/error.js
var error = __nccwpck_require__(12712);
// EXTERNAL MODULE: ./build/src/world/retry.js
var retry = __nccwpck_require__(34104);
;// CONCATENATED MODULE: ./build/src/world/http/proxy.js

/** The proxies of the runner. Without any, the half megabyte of code for proxies is not loaded. */
async function proxies(env) {
    const names = ['http_proxy', 'https_proxy'].flatMap((name) => [name, name.toUpperCase()]);
    const given = names.filter((name) => (env[name] ?? '') !== '');
    if (given.length === 0)
        return undefined;
    const wrong = given.find((name) => !isAddress(env[name] ?? ''));
    if (wrong !== undefined)
        throw notAnAddress(wrong);
    const [{ HttpClient }, node] = await Promise.all([__nccwpck_require__.e(/* import() */ "http-client").then(__nccwpck_require__.bind(__nccwpck_require__, 42545)), Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 37067, 19))]);
    return (url) => {
        const agent = new HttpClient().getAgent(url.href); // a client keeps its first agent, also for the other protocol
        return agent instanceof node.Agent ? undefined : agent; // those of Node lead to no proxy
    };
}
/** The toolkit takes an address without http:// as well. */
const isAddress = (value) => URL.canParse(value) || URL.canParse(`http://${value}`);
/** The value may have a password in it. */
const notAnAddress = (name) => new error/* ReleaseError */.K2(`The environment variable ${name} is not the address of a proxy.`, {
    fix: 'Set it to an address such as http://proxy.example.com:3128, or remove it.',
});

// EXTERNAL MODULE: ./build/src/world/http/time-limit.js
var time_limit = __nccwpck_require__(73016);
// EXTERNAL MODULE: ./build/src/world/http/whole-body.js
var whole_body = __nccwpck_require__(28397);
;// CONCATENATED MODULE: ./build/src/world/http/http.js





const patience = 60_000;
/** The one way to servers over HTTP. The first request loads what it needs. */
class Http {
    #host;
    #transport;
    constructor(host) {
        this.#host = host;
    }
    /** Loads what a request needs, so that its time limit does not include that. Refuses settings of proxies that are wrong. */
    load() {
        return (this.#transport ??= load(this.#host.env));
    }
    /** Sends one request, through a proxy if the runner has one. It has as much of `fetch` as Octokit uses. */
    async fetch(url, options) {
        const { request, agentFor } = await this.load();
        return request(new URL(url), options, agentFor);
    }
    /**
     * Asks once for a definite answer. Throws `Unanswered` for everything else: no answer, half of one, a timeout, too many
     * requests, or a server's 5xx. A body longer than `longest` bytes is refused.
     */
    get(url, { longest, deadline }) {
        return this.once(url, { deadline }, (body) => (0,whole_body/* wholeText */.r0)(body, { url, longest }));
    }
    /** The same, for a body that is read in another way. */
    async once(url, { headers, milliseconds = patience, deadline }, read) {
        await this.load();
        const limit = (0,time_limit/* timeLimit */.z)(milliseconds, this.#host, deadline);
        const unanswered = (what) => (cause) => {
            this.#host.signal.throwIfAborted();
            if (cause instanceof error/* ReleaseError */.K2)
                throw cause;
            const reason = cause instanceof Error ? cause.message : String(cause);
            throw new retry/* Unanswered */.XX(`${url} ${limit.isOver() ? 'took too long' : `${what}: ${reason}`}`, { cause });
        };
        const sent = { headers: { 'user-agent': 'release-actions', ...headers }, signal: limit.signal };
        const answer = await this.fetch(url, sent).catch(unanswered('did not answer'));
        const { status } = answer;
        const body = await read(answer.body).catch(unanswered('broke off'));
        if ((0,retry/* isPassing */.WG)(status))
            throw new retry/* Unanswered */.XX(`${url} answered ${status}`);
        return { status, body };
    }
}
async function load(env) {
    const [agentFor, { request }] = await Promise.all([proxies(env), __nccwpck_require__.e(/* import() */ "request").then(__nccwpck_require__.bind(__nccwpck_require__, 79798))]);
    return { request, agentFor };
}

// EXTERNAL MODULE: ./build/src/world/tools.js + 2 modules
var tools = __nccwpck_require__(69633);
;// CONCATENATED MODULE: ./build/src/world/world.js






// Why: docs/decisions.md D36
/** The ports. Each is created when it is first used. Those that most runs do without are loaded by the first call. */
class World {
    #host;
    #http;
    #archives;
    #builders;
    #files;
    #git;
    #github;
    #helm;
    #moduleProxy;
    #python;
    #registries = new Map();
    #slack;
    #tools;
    #others = [];
    constructor(host) {
        this.#host = host;
        this.#http = new Http(host);
    }
    get event() {
        return new Event(this.#host);
    }
    get files() {
        return (this.#files ??= new files/* Files */.s(this.#host));
    }
    get git() {
        return (this.#git ??= new git/* Git */.TU(this.#host, this));
    }
    archives = () => (this.#archives ??= this.#loadArchives());
    builders = () => (this.#builders ??= this.#loadBuilders());
    github = () => (this.#github ??= this.#loadGitHub());
    helm = () => (this.#helm ??= this.#loadHelm());
    moduleProxy = () => (this.#moduleProxy ??= this.#loadModuleProxy());
    python = () => (this.#python ??= this.#loadPython());
    /** Registries, with what the workflow declares about some of them. */
    registry = (declared = []) => {
        const key = JSON.stringify(declared);
        const known = this.#registries.get(key) ?? this.#loadRegistry(declared);
        this.#registries.set(key, known);
        return known;
    };
    slack = () => (this.#slack ??= this.#loadSlack());
    /** What this run has done so far. */
    get ledger() {
        return this.#host.ledger;
    }
    get tools() {
        return (this.#tools ??= new tools/* Tools */.S(this.#host));
    }
    /** The same ports for another checkout, in a folder of the workspace. */
    at(folder) {
        if ((0,external_node_path_.normalize)(folder) === '.')
            return this;
        const { workspace, outerWorkspace = workspace } = this.#host;
        const there = new World({ ...this.#host, outerWorkspace, workspace: (0,external_node_path_.join)(workspace, folder) });
        this.#others.push(there);
        return there;
    }
    async #loadArchives() {
        const { Archives } = await __nccwpck_require__.e(/* import() */ "archives").then(__nccwpck_require__.bind(__nccwpck_require__, 35295));
        return new Archives(this.#host, this.files);
    }
    async #loadBuilders() {
        const { Builders } = await __nccwpck_require__.e(/* import() */ "build").then(__nccwpck_require__.bind(__nccwpck_require__, 48715));
        return new Builders(this.#host);
    }
    async #loadGitHub() {
        const { GitHub } = await __nccwpck_require__.e(/* import() */ "github").then(__nccwpck_require__.bind(__nccwpck_require__, 89526));
        return new GitHub(this.#host, this.#http);
    }
    async #loadHelm() {
        const [{ Helm }, archives, builders] = await Promise.all([
            __nccwpck_require__.e(/* import() */ "helm").then(__nccwpck_require__.bind(__nccwpck_require__, 70770)),
            this.archives(),
            this.builders(),
        ]);
        return new Helm(this.#host, { archives, builders, files: this.files, http: this.#http, tools: this.tools });
    }
    async #loadModuleProxy() {
        const { ModuleProxy } = await __nccwpck_require__.e(/* import() */ "module-proxy").then(__nccwpck_require__.bind(__nccwpck_require__, 9277));
        return new ModuleProxy(this.#host, this.#http);
    }
    async #loadRegistry(declared) {
        const { Registry } = await __nccwpck_require__.e(/* import() */ "registry").then(__nccwpck_require__.bind(__nccwpck_require__, 64564));
        return new Registry(this.#host, { http: this.#http, tools: this.tools }, declared);
    }
    async #loadPython() {
        const [{ Python }, archives, builders] = await Promise.all([
            __nccwpck_require__.e(/* import() */ "python").then(__nccwpck_require__.bind(__nccwpck_require__, 16964)),
            this.archives(),
            this.builders(),
        ]);
        return new Python(this.#host, { archives, builders, files: this.files, tools: this.tools });
    }
    async #loadSlack() {
        const [{ Slack }] = await Promise.all([__nccwpck_require__.e(/* import() */ "slack").then(__nccwpck_require__.bind(__nccwpck_require__, 16046)), this.#http.load()]);
        return new Slack(this.#host, this.#http);
    }
    async [Symbol.asyncDispose]() {
        for (const other of this.#others)
            await other[Symbol.asyncDispose]();
        await this.#git?.[Symbol.asyncDispose]();
        await this.#files?.[Symbol.asyncDispose]();
    }
}


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return `${chunkId}.mjs`;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		8792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
var __webpack_exports__ = {};

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  xw: () => (/* binding */ cli),
  Xx: () => (/* binding */ githubScript),
  PM: () => (/* binding */ build_step)
});

// EXTERNAL MODULE: ./build/node_modules/@actions/core/lib/core.js + 3 modules
var core = __nccwpck_require__(6805);
// EXTERNAL MODULE: ./build/src/domain/error.js
var error = __nccwpck_require__(12712);
// EXTERNAL MODULE: ./build/src/runtime/report.js
var report = __nccwpck_require__(99306);
// EXTERNAL MODULE: ./build/src/runtime/run.js + 4 modules
var run = __nccwpck_require__(20661);
// EXTERNAL MODULE: ./build/src/runtime/surroundings.js
var surroundings = __nccwpck_require__(68371);
// EXTERNAL MODULE: ./build/src/runtime/take-secrets.js
var take_secrets = __nccwpck_require__(72343);
;// CONCATENATED MODULE: ./build/src/runtime/step.js






/** Runs an action as a step of a workflow: reads inputs from the environment, writes log, outputs and summary for GitHub. */
async function step(action) {
    const workspace = process.env['GITHUB_WORKSPACE'] ?? process.cwd();
    const around = { ...(0,surroundings/* surroundings */.i)(workspace, print), trustsWorkspace: true };
    const given = (0,take_secrets/* takeSecrets */.P)(); // a cancellation is heard from here on
    const outcome = await (0,run/* run */.e)(action, {
        input: (name) => given[`INPUT_${name.toUpperCase()}`],
        mask: core/* setSecret */.Pq,
        surroundings: around,
        say,
    });
    const outputs = (0,report/* outputsOf */.Yz)(action, outcome);
    try {
        for (const { name, text } of outputs)
            (0,core/* setOutput */.uH)(name, text);
        if (process.env['GITHUB_STEP_SUMMARY'])
            await (await __nccwpck_require__.e(/* import() */ "summary").then(__nccwpck_require__.bind(__nccwpck_require__, 10730))).writeSummary(action, outcome);
    }
    catch (cause) {
        outcome.failure ??= unreported(cause);
    }
    if (outcome.failure !== undefined)
        fail(action, outcome); // before everything else
    else
        for (const { title, fix } of outcome.pending)
            say(`pending: ${title}`, fix);
    say('Outputs', outputs.map(({ name, text }) => `${name}: ${text.replaceAll('\n', '\n  ')}`).join('\n'));
}
function fail({ name }, { failure }) {
    process.exitCode ??= 1;
    for (const { message, fix, at, cause } of (0,report/* explain */.WE)(failure)) {
        (0,core/* error */.z3)(fix === undefined ? message : `${message}\n${fix}`, { title: name, ...placeOf(at) });
        if (cause !== undefined)
            print(dim(cause));
    }
}
const unreported = (cause) => new error/* ReleaseError */.K2('The outputs and the summary of this run could not be written.', {
    fix: 'Check the disk of the runner, and run it again. What is already done is not repeated.',
    cause,
});
const placeOf = (at) => ({
    ...(at === undefined ? {} : { file: at.file }),
    ...(at?.line === undefined ? {} : { startLine: at.line }),
    ...(at?.column === undefined ? {} : { startColumn: at.column }),
});
function say(line, detail) {
    if (detail === undefined)
        return print(line);
    (0,core/* startGroup */.Oh)(line.replaceAll(/[\r\n]+/g, ' '));
    print(detail);
    (0,core/* endGroup */.N4)();
}
const dim = (text) => text
    .split('\n')
    .map((line) => `\u001B[2m${line}\u001B[0m`)
    .join('\n');
/** Text from others may look like a workflow command. Then the runner is told not to process commands in it. */
function print(text) {
    const mark = crypto.randomUUID();
    const isSuspicious = text.includes('::') || text.includes('##[');
    process.stdout.write(isSuspicious ? `::stop-commands::${mark}\n${text}\n::${mark}::\n` : `${text}\n`);
}

// EXTERNAL MODULE: ./build/src/domain/tags/tag-name.js
var tag_name = __nccwpck_require__(54356);
// EXTERNAL MODULE: ./build/src/runtime/action.js
var action = __nccwpck_require__(44502);
// EXTERNAL MODULE: ./build/src/runtime/output.js
var output = __nccwpck_require__(38933);
;// CONCATENATED MODULE: ./build/index.mjs




const actions = {
  "announce": () => __nccwpck_require__.e(/* import() */ "announce").then(__nccwpck_require__.bind(__nccwpck_require__, 87460)),
  "await-image": () => __nccwpck_require__.e(/* import() */ "await-image").then(__nccwpck_require__.bind(__nccwpck_require__, 64708)),
  "build-wheel": () => __nccwpck_require__.e(/* import() */ "build-wheel").then(__nccwpck_require__.bind(__nccwpck_require__, 81395)),
  "bump-chart": () => Promise.all(/* import() */[__nccwpck_require__.e("yaml"), __nccwpck_require__.e("bump-chart+set-values+plan+init"), __nccwpck_require__.e("bump-chart")]).then(__nccwpck_require__.bind(__nccwpck_require__, 24052)),
  "commit-changes": () => __nccwpck_require__.e(/* import() */ "commit-changes").then(__nccwpck_require__.bind(__nccwpck_require__, 37736)),
  "freeze-branch": () => __nccwpck_require__.e(/* import() */ "freeze-branch").then(__nccwpck_require__.bind(__nccwpck_require__, 71750)),
  "gh-release": () => __nccwpck_require__.e(/* import() */ "gh-release").then(__nccwpck_require__.bind(__nccwpck_require__, 87604)),
  "go-module-tags": () => __nccwpck_require__.e(/* import() */ "go-module-tags").then(__nccwpck_require__.bind(__nccwpck_require__, 9897)),
  "helm-package": () => __nccwpck_require__.e(/* import() */ "helm-package").then(__nccwpck_require__.bind(__nccwpck_require__, 51628)),
  "package-docs": () => __nccwpck_require__.e(/* import() */ "package-docs").then(__nccwpck_require__.bind(__nccwpck_require__, 68883)),
  "parse-tag": () => __nccwpck_require__.e(/* import() */ "parse-tag").then(__nccwpck_require__.bind(__nccwpck_require__, 86700)),
  "promote-image": () => __nccwpck_require__.e(/* import() */ "promote-image").then(__nccwpck_require__.bind(__nccwpck_require__, 37617)),
  "push-tag": () => __nccwpck_require__.e(/* import() */ "push-tag").then(__nccwpck_require__.bind(__nccwpck_require__, 55423)),
  "release-issue": () => __nccwpck_require__.e(/* import() */ "release-issue").then(__nccwpck_require__.bind(__nccwpck_require__, 79364)),
  "release-summary": () => __nccwpck_require__.e(/* import() */ "release-summary").then(__nccwpck_require__.bind(__nccwpck_require__, 84270)),
  "set-values": () => Promise.all(/* import() */[__nccwpck_require__.e("yaml"), __nccwpck_require__.e("bump-chart+set-values+plan+init"), __nccwpck_require__.e("set-values")]).then(__nccwpck_require__.bind(__nccwpck_require__, 95406)),
  "update-changelog": () => __nccwpck_require__.e(/* import() */ "update-changelog").then(__nccwpck_require__.bind(__nccwpck_require__, 4702)),
};
const commands = {
  rehearse: { described: () => __nccwpck_require__.e(/* import() */ "rehearse-arguments").then(__nccwpck_require__.bind(__nccwpck_require__, 70453)), loaded: () => Promise.all(/* import() */[__nccwpck_require__.e("yaml"), __nccwpck_require__.e("init+command+doctor+verify-command-packages"), __nccwpck_require__.e("graphql"), __nccwpck_require__.e("init+command+doctor+verify-command"), __nccwpck_require__.e("init+command+verify-command"), __nccwpck_require__.e("init+command"), __nccwpck_require__.e("command")]).then(__nccwpck_require__.bind(__nccwpck_require__, 54208)) },
  doctor: { described: () => __nccwpck_require__.e(/* import() */ "doctor-arguments").then(__nccwpck_require__.bind(__nccwpck_require__, 82035)), loaded: () => Promise.all(/* import() */[__nccwpck_require__.e("yaml"), __nccwpck_require__.e("init+command+doctor+verify-command-packages"), __nccwpck_require__.e("re2js"), __nccwpck_require__.e("init+command+doctor+verify-command"), __nccwpck_require__.e("doctor")]).then(__nccwpck_require__.bind(__nccwpck_require__, 75331)) },
  verify: { described: () => __nccwpck_require__.e(/* import() */ "verify-arguments").then(__nccwpck_require__.bind(__nccwpck_require__, 43929)), loaded: async () => ({ command: (await Promise.all(/* import() */[__nccwpck_require__.e("yaml"), __nccwpck_require__.e("init+command+doctor+verify-command-packages"), __nccwpck_require__.e("init+command+doctor+verify-command"), __nccwpck_require__.e("init+command+verify-command"), __nccwpck_require__.e("verify-command")]).then(__nccwpck_require__.bind(__nccwpck_require__, 54078))).commandWith(actions) }) },
  init: { described: () => __nccwpck_require__.e(/* import() */ "init-arguments").then(__nccwpck_require__.bind(__nccwpck_require__, 86197)), loaded: () => Promise.all(/* import() */[__nccwpck_require__.e("yaml"), __nccwpck_require__.e("init+command+doctor+verify-command-packages"), __nccwpck_require__.e("graphql"), __nccwpck_require__.e("init+command+doctor+verify-command"), __nccwpck_require__.e("changelog"), __nccwpck_require__.e("bump-chart+set-values+plan+init"), __nccwpck_require__.e("init+command+verify-command"), __nccwpck_require__.e("init+command"), __nccwpck_require__.e("init")]).then(__nccwpck_require__.bind(__nccwpck_require__, 81255)) },
};
const build_step = async (name) => step((await actions[name]()).default);
const githubScript = async () => (await Promise.all(/* import() */[__nccwpck_require__.e("octokit+github-script-packages"), __nccwpck_require__.e("github-script-packages"), __nccwpck_require__.e("github-script")]).then(__nccwpck_require__.bind(__nccwpck_require__, 11328))).githubScript();
const cli = async (args, releaseTree) => (await __nccwpck_require__.e(/* import() */ "cli").then(__nccwpck_require__.bind(__nccwpck_require__, 92382))).cli({ actions, commands, version: "1.0.0", releaseTree }, args);

var __webpack_exports__cli = __webpack_exports__.xw;
var __webpack_exports__githubScript = __webpack_exports__.Xx;
var __webpack_exports__step = __webpack_exports__.PM;
export { __webpack_exports__cli as cli, __webpack_exports__githubScript as githubScript, __webpack_exports__step as step };
