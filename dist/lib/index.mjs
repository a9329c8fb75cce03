import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 7163:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const debug = __nccwpck_require__(1159)
const { MAX_LENGTH, MAX_SAFE_INTEGER } = __nccwpck_require__(5101)
const { safeRe: re, t } = __nccwpck_require__(5471)

const parseOptions = __nccwpck_require__(356)
const { compareIdentifiers } = __nccwpck_require__(3348)

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

/***/ 8469:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)
const compare = (a, b, loose) =>
  new SemVer(a, loose).compare(new SemVer(b, loose))

module.exports = compare


/***/ }),

/***/ 6353:
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

/***/ 5101:
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

/***/ 3348:
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

/***/ 356:
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

/***/ 5471:
/***/ ((module, exports, __nccwpck_require__) => {



const {
  MAX_SAFE_COMPONENT_LENGTH,
  MAX_SAFE_BUILD_LENGTH,
  MAX_LENGTH,
} = __nccwpck_require__(5101)
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

/***/ 181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 8500:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 8898:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

const { valid, clean, explain, parse } = __nccwpck_require__(4818);

const { lt, le, eq, ne, ge, gt, compare, rcompare } = __nccwpck_require__(2124);

const {
  filter,
  maxSatisfying,
  minSatisfying,
  RANGE_PATTERN,
  satisfies,
  validRange,
} = __nccwpck_require__(790);

const { major, minor, patch, inc } = __nccwpck_require__(8940);

module.exports = {
  // version
  valid,
  clean,
  explain,
  parse,

  // operator
  lt,
  le,
  lte: le,
  eq,
  ne,
  neq: ne,
  ge,
  gte: ge,
  gt,
  compare,
  rcompare,

  // range
  filter,
  maxSatisfying,
  minSatisfying,
  RANGE_PATTERN,
  satisfies,
  validRange,

  // semantic
  major,
  minor,
  patch,
  inc,
};


/***/ }),

/***/ 2124:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

const { parse } = __nccwpck_require__(4818);

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

/***/ 8940:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

const { explain, parse, stringify } = __nccwpck_require__(4818);

// those notation are borrowed from semver
module.exports = {
  major,
  minor,
  patch,
  inc,
};

function major(input) {
  const version = explain(input);
  if (!version) {
    throw new TypeError('Invalid Version: ' + input);
  }
  return version.release[0];
}

function minor(input) {
  const version = explain(input);
  if (!version) {
    throw new TypeError('Invalid Version: ' + input);
  }
  if (version.release.length < 2) {
    return 0;
  }
  return version.release[1];
}

function patch(input) {
  const version = explain(input);
  if (!version) {
    throw new TypeError('Invalid Version: ' + input);
  }
  if (version.release.length < 3) {
    return 0;
  }
  return version.release[2];
}

function inc(input, release, preReleaseIdentifier) {
  let identifier = preReleaseIdentifier || `a`;
  const version = parse(input);

  if (!version) {
    return null;
  }

  if (
    !['a', 'b', 'c', 'rc', 'alpha', 'beta', 'pre', 'preview'].includes(
      identifier,
    )
  ) {
    return null;
  }

  switch (release) {
    case 'premajor':
      {
        const [majorVersion] = version.release;
        version.release.fill(0);
        version.release[0] = majorVersion + 1;
      }
      version.pre = [identifier, 0];
      delete version.post;
      delete version.dev;
      delete version.local;
      break;
    case 'preminor':
      {
        const [majorVersion, minorVersion = 0] = version.release;
        version.release.fill(0);
        version.release[0] = majorVersion;
        version.release[1] = minorVersion + 1;
      }
      version.pre = [identifier, 0];
      delete version.post;
      delete version.dev;
      delete version.local;
      break;
    case 'prepatch':
      {
        const [majorVersion, minorVersion = 0, patchVersion = 0] =
          version.release;
        version.release.fill(0);
        version.release[0] = majorVersion;
        version.release[1] = minorVersion;
        version.release[2] = patchVersion + 1;
      }
      version.pre = [identifier, 0];
      delete version.post;
      delete version.dev;
      delete version.local;
      break;
    case 'prerelease':
      if (version.pre === null) {
        const [majorVersion, minorVersion = 0, patchVersion = 0] =
          version.release;
        version.release.fill(0);
        version.release[0] = majorVersion;
        version.release[1] = minorVersion;
        version.release[2] = patchVersion + 1;
        version.pre = [identifier, 0];
      } else {
        if (preReleaseIdentifier === undefined && version.pre !== null) {
          [identifier] = version.pre;
        }

        const [letter, number] = version.pre;
        if (letter === identifier) {
          version.pre = [letter, number + 1];
        } else {
          version.pre = [identifier, 0];
        }
      }

      delete version.post;
      delete version.dev;
      delete version.local;
      break;
    case 'major':
      if (
        version.release.slice(1).some((value) => value !== 0) ||
        version.pre === null
      ) {
        const [majorVersion] = version.release;
        version.release.fill(0);
        version.release[0] = majorVersion + 1;
      }
      delete version.pre;
      delete version.post;
      delete version.dev;
      delete version.local;
      break;
    case 'minor':
      if (
        version.release.slice(2).some((value) => value !== 0) ||
        version.pre === null
      ) {
        const [majorVersion, minorVersion = 0] = version.release;
        version.release.fill(0);
        version.release[0] = majorVersion;
        version.release[1] = minorVersion + 1;
      }
      delete version.pre;
      delete version.post;
      delete version.dev;
      delete version.local;
      break;
    case 'patch':
      if (
        version.release.slice(3).some((value) => value !== 0) ||
        version.pre === null
      ) {
        const [majorVersion, minorVersion = 0, patchVersion = 0] =
          version.release;
        version.release.fill(0);
        version.release[0] = majorVersion;
        version.release[1] = minorVersion;
        version.release[2] = patchVersion + 1;
      }
      delete version.pre;
      delete version.post;
      delete version.dev;
      delete version.local;
      break;
    default:
      return null;
  }

  return stringify(version);
}


/***/ }),

/***/ 790:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

// This file is dual licensed under the terms of the Apache License, Version
// 2.0, and the BSD License. See the LICENSE file in the root of this repository
// for complete details.

const { VERSION_PATTERN, explain: explainVersion } = __nccwpck_require__(4818);

const Operator = __nccwpck_require__(2124);

const RANGE_PATTERN = [
  '(?<operator>(===|~=|==|!=|<=|>=|<|>))',
  '\\s*',
  '(',
  /*  */ '(?<version>(?:' + VERSION_PATTERN.replace(/\?<\w+>/g, '?:') + '))',
  /*  */ '(?<prefix>\\.\\*)?',
  /*  */ '|',
  /*  */ '(?<legacy>[^,;\\s)]+)',
  ')',
].join('');

module.exports = {
  RANGE_PATTERN,
  parse,
  satisfies,
  filter,
  validRange,
  maxSatisfying,
  minSatisfying,
};

const isEqualityOperator = (op) => ['==', '!=', '==='].includes(op);

const rangeRegex = new RegExp('^' + RANGE_PATTERN + '$', 'i');

function parse(ranges) {
  if (!ranges.trim()) {
    return [];
  }

  const specifiers = ranges
    .split(',')
    .map((range) => rangeRegex.exec(range.trim()) || {})
    .map(({ groups }) => {
      if (!groups) {
        return null;
      }

      let { ...spec } = groups;
      const { operator, version, prefix, legacy } = groups;

      if (version) {
        spec = { ...spec, ...explainVersion(version) };
        if (operator === '~=') {
          if (spec.release.length < 2) {
            return null;
          }
        }
        if (!isEqualityOperator(operator) && spec.local) {
          return null;
        }

        if (prefix) {
          if (!isEqualityOperator(operator) || spec.dev || spec.local) {
            return null;
          }
        }
      }
      if (legacy && operator !== '===') {
        return null;
      }

      return spec;
    });

  if (specifiers.filter(Boolean).length !== specifiers.length) {
    return null;
  }

  return specifiers;
}

function filter(versions, specifier, options = {}) {
  const filtered = pick(versions, specifier, options);
  if (filtered.length === 0 && options.prereleases === undefined) {
    return pick(versions, specifier, { prereleases: true });
  }
  return filtered;
}

function maxSatisfying(versions, range, options) {
  const found = filter(versions, range, options).sort(Operator.compare);
  return found.length === 0 ? null : found[found.length - 1];
}

function minSatisfying(versions, range, options) {
  const found = filter(versions, range, options).sort(Operator.compare);
  return found.length === 0 ? null : found[0];
}

function pick(versions, specifier, options) {
  const parsed = parse(specifier);

  if (!parsed) {
    return [];
  }

  return versions.filter((version) => {
    const explained = explainVersion(version);

    if (!parsed.length) {
      return explained && !(explained.is_prerelease && !options.prereleases);
    }

    return parsed.reduce((pass, spec) => {
      if (!pass) {
        return false;
      }
      return contains({ ...spec, ...options }, { version, explained });
    }, true);
  });
}

function satisfies(version, specifier, options = {}) {
  const filtered = pick([version], specifier, options);

  return filtered.length === 1;
}

function arrayStartsWith(array, prefix) {
  if (prefix.length > array.length) {
    return false;
  }

  for (let i = 0; i < prefix.length; i += 1) {
    if (prefix[i] !== array[i]) {
      return false;
    }
  }

  return true;
}

function contains(specifier, input) {
  const { explained } = input;
  let { version } = input;
  const { ...spec } = specifier;

  if (spec.prereleases === undefined) {
    spec.prereleases = spec.is_prerelease;
  }

  if (explained && explained.is_prerelease && !spec.prereleases) {
    return false;
  }

  if (spec.operator === '~=') {
    let compatiblePrefix = spec.release.slice(0, -1).concat('*').join('.');
    if (spec.epoch) {
      compatiblePrefix = spec.epoch + '!' + compatiblePrefix;
    }
    return satisfies(version, `>=${spec.version}, ==${compatiblePrefix}`, {
      prereleases: spec.prereleases,
    });
  }

  if (spec.prefix) {
    const isMatching =
      explained.epoch === spec.epoch &&
      arrayStartsWith(explained.release, spec.release);
    const isEquality = spec.operator !== '!=';
    return isEquality ? isMatching : !isMatching;
  }

  if (explained)
    if (explained.local && spec.version) {
      version = explained.public;
      spec.version = explainVersion(spec.version).public;
    }

  if (spec.operator === '<' || spec.operator === '>') {
    // simplified version of https://www.python.org/dev/peps/pep-0440/#exclusive-ordered-comparison
    if (Operator.eq(spec.release.join('.'), explained.release.join('.'))) {
      return false;
    }
  }

  const op = Operator[spec.operator];
  return op(version, spec.version || spec.legacy);
}

function validRange(specifier) {
  return Boolean(parse(specifier));
}


/***/ }),

/***/ 4818:
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

/***/ 6424:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ placeOf)
/* harmony export */ });
/** Line and column of a character, as editors count them. */
function placeOf({ file, text }, offset) {
    const before = text.slice(0, offset);
    const start = before.lastIndexOf('\n') + 1;
    const mark = start === 0 && text.startsWith('\uFEFF') ? 1 : 0;
    return { file, line: before.split('\n').length, column: Math.max(1, offset - start - mark + 1) };
}


/***/ }),

/***/ 2712:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   CD: () => (/* binding */ attempt),
/* harmony export */   K2: () => (/* binding */ ReleaseError),
/* harmony export */   Yb: () => (/* binding */ refuseIfAny),
/* harmony export */   k3: () => (/* binding */ divided)
/* harmony export */ });
/** A refusal: what is wrong with the actual values, how to fix it, and where. Anything else thrown is a bug. */
class ReleaseError extends Error {
    name = 'ReleaseError';
    fix;
    at;
    /** All that was wrong, where one look found several things. */
    reasons;
    constructor(message, { fix, at, cause } = {}, reasons = []) {
        super(message, cause === undefined ? {} : { cause });
        this.fix = fix;
        this.at = at;
        this.reasons = reasons;
    }
}
/** Throws all refusals as one, so that nobody has to fix them one run at a time. */
function refuseIfAny(message, reasons) {
    const [only] = reasons;
    if (only !== undefined && reasons.length === 1)
        throw only;
    if (only !== undefined)
        throw new ReleaseError(message, {}, reasons);
}
/** What `look` answers, or the refusal that it threw. */
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
/** What several looks answered, and what they refused. */
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

/***/ 8488:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ looksSigned),
/* harmony export */   o: () => (/* binding */ parseTagObject)
/* harmony export */ });
const signatureStart = /(?<![^\n])-----BEGIN (?:PGP SIGNATURE|PGP MESSAGE|SSH SIGNATURE|SIGNED MESSAGE)-----/g;
/** Reads the text that `git cat-file tag` prints: headers, an empty line, the message, perhaps a signature. */
function parseTagObject(text) {
    const end = text.indexOf('\n\n');
    const headers = end < 0 ? text : text.slice(0, end);
    const body = end < 0 ? '' : text.slice(end + 2);
    const signature = startOfSignature(body);
    const message = signature === undefined ? body : body.slice(0, signature);
    return {
        tagger: /^tagger (.*?) \d+ [+-]\d{4}$/m.exec(headers)?.[1],
        message,
        subject: (message.trimStart().split(/\r?\n[ \t\r]*\n/)[0] ?? '').trim().split(/\r?\n/).join(' '),
        isSigned: signature !== undefined,
    };
}
/** Whether git would take a line of this message for the beginning of a signature. */
const looksSigned = (message) => startOfSignature(message) !== undefined;
// As git does: the last such line, so that a message may quote one before.
const startOfSignature = (body) => [...body.matchAll(signatureStart)].at(-1)?.index;


/***/ }),

/***/ 1987:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   KE: () => (/* binding */ listed),
/* harmony export */   Mn: () => (/* binding */ lines),
/* harmony export */   TL: () => (/* binding */ quoted),
/* harmony export */   h0: () => (/* binding */ short)
/* harmony export */ });
/** Foreign text for a message: in quotes, with everything that a terminal would hide or reorder made visible. */
function quoted(text) {
    const visible = text.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{DI}]/gu, (character) => {
        const code = character.codePointAt(0) ?? 0;
        return code > 0xffff ? `\\u{${code.toString(16)}}` : `\\u${code.toString(16).padStart(4, '0')}`;
    });
    return visible === text && !text.includes('"') ? `"${text}"` : `'${visible}'`;
}
/** The lines of a text that say something, trimmed. */
const lines = (text) => text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
/** `a`, `a and b`, `a, b and c`. */
const listed = (items, word = 'and') => items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${word} ${items.at(-1)}`;
/** The beginning of a commit's id, as people write it. */
const short = (sha) => sha.slice(0, 12);


/***/ }),

/***/ 2566:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   FB: () => (/* binding */ parsePep440),
/* harmony export */   X$: () => (/* binding */ nextDevelopment),
/* harmony export */   Zy: () => (/* binding */ compareVersions),
/* harmony export */   cs: () => (/* binding */ isLower),
/* harmony export */   kf: () => (/* binding */ parseSemver),
/* harmony export */   ot: () => (/* binding */ parseVersion)
/* harmony export */ });
/* harmony import */ var _renovatebot_pep440__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8898);
/* harmony import */ var semver_functions_compare_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8469);
/* harmony import */ var semver_functions_parse_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6353);
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(2712);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(1987);





const parseVersion = (scheme, text) => scheme === 'semver' ? parseSemver(text) : parsePep440(text);
/** Strict SemVer 2: no `v`, no spaces, three numbers. */
function parseSemver(text) {
    const parsed = semver_functions_parse_js__WEBPACK_IMPORTED_MODULE_2__(text);
    const build = parsed?.build.length ? parsed.build.join('.') : undefined;
    // The parser trims and takes a leading v or =: only what it would write itself is SemVer.
    if (parsed === null || `${parsed.version}${build === undefined ? '' : `+${build}`}` !== text) {
        throw new _error_js__WEBPACK_IMPORTED_MODULE_3__/* .ReleaseError */ .K2(`${(0,_text_js__WEBPACK_IMPORTED_MODULE_4__/* .quoted */ .TL)(text)} is not a SemVer 2 version: ${semverRule(text)}`);
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
/** PEP 440 in any spelling that Python accepts, but for a leading `v` and local versions. */
function parsePep440(text) {
    const parsed = /^[0-9]/.test(text) ? (0,_renovatebot_pep440__WEBPACK_IMPORTED_MODULE_0__.parse)(text) : null;
    if (parsed === null || text.includes('+')) {
        throw new _error_js__WEBPACK_IMPORTED_MODULE_3__/* .ReleaseError */ .K2(`${(0,_text_js__WEBPACK_IMPORTED_MODULE_4__/* .quoted */ .TL)(text)} is not a public PEP 440 version: ${pep440Rule(text)}`);
    }
    const { epoch, release, pre, post, dev } = parsed;
    // What is not a safe integer would be written back as another number.
    if ([epoch, release, pre ?? [], post ?? [], dev ?? []].flat().some(isUnsafe)) {
        throw new _error_js__WEBPACK_IMPORTED_MODULE_3__/* .ReleaseError */ .K2(`${(0,_text_js__WEBPACK_IMPORTED_MODULE_4__/* .quoted */ .TL)(text)} has a number above ${Number.MAX_SAFE_INTEGER}, which is the bound here.`);
    }
    const suffix = pre ?? dev;
    const isExpressible = epoch === 0 && release.length <= 3 && !post && !(pre && dev);
    const numbers = [...release, 0, 0].slice(0, 3).join('.');
    const prerelease = isExpressible && suffix ? `${wordOfLetter(suffix[0])}.${suffix[1]}` : undefined;
    return {
        scheme: 'pep440',
        semver: isExpressible ? numbers + (prerelease === undefined ? '' : `-${prerelease}`) : undefined,
        pep440: (0,_renovatebot_pep440__WEBPACK_IMPORTED_MODULE_0__.clean)(text) ?? undefined,
        release,
        prerelease: prerelease ?? ([pre, dev].flatMap((part) => part?.join('') ?? []).join('.') || undefined),
        build: undefined,
        isPrerelease: Boolean(pre ?? dev),
    };
}
/** Precedence of two versions of one scheme: PEP 440 sorts dev before alpha, SemVer after beta. */
function compareVersions(one, other) {
    if (one.scheme === 'pep440')
        return (0,_renovatebot_pep440__WEBPACK_IMPORTED_MODULE_0__.compare)(one.pep440 ?? '', other.pep440 ?? '');
    return semver_functions_compare_js__WEBPACK_IMPORTED_MODULE_1__(one.semver ?? '', other.semver ?? '') || compareLongNumbers(one.prerelease, other.prerelease);
}
// semver compares numbers as floats, and so takes two times in milliseconds (rc.20260131123456789) for equal.
function compareLongNumbers(one = '', other = '') {
    const others = other.split('.').values();
    for (const here of one.split('.')) {
        const there = others.next().value ?? here;
        if (here !== there)
            return BigInt(here) < BigInt(there) ? -1 : 1;
    }
    return 0;
}
/** Whether both texts are versions of one scheme, with or without v, and the one comes before the other. */
function isLower(one, other) {
    const bare = [one, other].map((text) => text.replace(/^v/, ''));
    return ['semver', 'pep440'].some((scheme) => {
        const [first, second] = bare.map((text) => (0,_error_js__WEBPACK_IMPORTED_MODULE_3__/* .attempt */ .CD)(() => parseVersion(scheme, text)));
        if (first === undefined || second === undefined || first instanceof _error_js__WEBPACK_IMPORTED_MODULE_3__/* .ReleaseError */ .K2 || second instanceof _error_js__WEBPACK_IMPORTED_MODULE_3__/* .ReleaseError */ .K2)
            return false;
        return compareVersions(first, second) < 0;
    });
}
/** The first development version on the way to the next release. */
function nextDevelopment({ release, pep440 }, step) {
    const [major = 0, minor = 0, patch = 0] = release;
    const next = { major: [major + 1, 0, 0], minor: [major, minor + 1, 0], patch: [major, minor, patch + 1] }[step];
    // Without its epoch it would come before all that has one; SemVer has none.
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
    [(text) => text.length > 256, 'it is longer than 256 characters, which is the bound here.'],
    [(text) => /^[v=\s]/.test(text), 'it must begin with a number.'],
    [
        (text) => /[^0-9A-Za-z.+-]/.test(text),
        'only ASCII letters, digits, dots, hyphens and one plus may be in it (§2, §9, §10).',
    ],
    [(text) => /^[0-9]+(\.[0-9]+)?(?=$|[-+])/.test(text), 'it needs three numbers, major.minor.patch (§2).'],
    [(text) => /^[0-9]+(\.[0-9]+){3,}/.test(text), 'it has more than three numbers (§2).'],
    [(text) => /^([0-9]+\.){0,2}0[0-9]/.test(text), 'a number has a leading zero (§2).'],
    [(text) => /^[0-9.]+-([^+]*\.)?0[0-9]+(\.|\+|$)/.test(text), 'a number of the prerelease has a leading zero (§9).'],
    [(text) => /^[0-9.]+-(\+|\.|$|[^+]*\.\.|[^+]*\.(\+|$))/.test(text), 'a part of the prerelease is empty (§9).'],
    [
        (text) => (/^[0-9.]+/.exec(text)?.[0] ?? '').split('.').some((digits) => isUnsafe(Number(digits))),
        `a number is above ${Number.MAX_SAFE_INTEGER}, which is the bound here.`,
    ],
];
const semverRule = (text) => semverRules.find(([breaks]) => breaks(text))?.[1] ?? 'it is not like 1.2.3, 1.2.3-rc.1 or 1.2.3+build.5.';
function pep440Rule(text) {
    if (/^[^+]+\+[^+]+$/.test(text))
        return 'what follows the + makes it a local version, which no index takes.';
    if (!/^[0-9]/.test(text))
        return 'it must begin with a number.';
    return 'it is not like 1.2.3, 1.2.3rc1 or 1.2.3.dev0.';
}


/***/ }),

/***/ 5322:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   j$: () => (/* binding */ commonInputs),
/* harmony export */   j3: () => (/* binding */ allInputs),
/* harmony export */   ww: () => (/* binding */ allOutputs)
/* harmony export */ });
/* unused harmony exports modes, manifest, tables */
/* harmony import */ var _input_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6118);

const modes = ['apply', 'local', 'dry-run', 'check'];
/** The inputs that an action has because of what it says of itself. */
function commonInputs({ permissions, waits, onlyLooks, starts }) {
    const needs = Object.entries(permissions ?? {}).map(([permission, why]) => `${permission} ${why}`);
    return {
        ...(onlyLooks === true ? {} : { mode: modeInput }),
        ...(waits === undefined ? {} : { wait: (0,_input_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)(`How long to wait ${waits}, such as 10m.`).or('0s') }),
        ...(permissions === undefined ? {} : { token: withJobToken(`Needs ${needs.join(', and ')}.`) }),
        ...(starts === undefined
            ? {}
            : {
                jobToken: withJobToken("Leave it as it is: it tells whether token is the job's own, which starts no workflow."),
            }),
    };
}
const allInputs = (action) => ({ ...action.inputs, ...commonInputs(action) });
/** Name and description of every output. */
const allOutputs = ({ outputs }) => [
    ...Object.entries(outputs).map(([key, output]) => [(0,_input_js__WEBPACK_IMPORTED_MODULE_0__/* .kebab */ .i9)(key), typeof output === 'string' ? output : output.description]),
    ['changed', 'Whether anything was changed, or would be.'],
    ['changes', 'The titles of the changes, as a JSON array.'],
    ['pending', 'What somebody else has to do afterwards, as a JSON array.'],
];
const q = (value) => JSON.stringify(value); // a JSON string is a YAML string
/** The text of action.yml; `main` is where the bundle is from there. */
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
        written(one),
    ]);
    const outputs = allOutputs(action).map(([name, description]) => [`\`${name}\``, description]);
    const permissions = Object.entries(action.permissions ?? {}).map(([permission, why]) => `  ${permission} # ${why}`);
    return [
        '## Inputs',
        '',
        ...table(['Input', 'Meaning', 'Default'], inputs),
        '',
        '## Outputs',
        '',
        ...table(['Output', 'Meaning'], outputs),
        ...(permissions.length === 0 ? [] : ['', '## Permissions', '', '```yaml', 'permissions:', ...permissions, '```']),
    ].join('\n');
}
const modeInput = (0,_input_js__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)('apply: do it. local: do what stays on the runner, show the rest. dry-run: show everything. check: fail unless nothing is left to do.', modes).or('apply');
const withJobToken = (description) => ({
    ...(0,_input_js__WEBPACK_IMPORTED_MODULE_0__/* .secret */ .rJ)(description),
    default: '${{ github.token }}',
});
function written(one) {
    if (one.required)
        return 'required';
    return one.default === undefined || one.default === ''
        ? ''
        : one.default
            .split('\n')
            .map((line) => `\`${line}\``)
            .join('<br>');
}
const table = (head, rows) => [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`);


/***/ }),

/***/ 6118:
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
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6760);
/* harmony import */ var _domain_error_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2712);
/* harmony import */ var _domain_text_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(1987);
/* harmony import */ var _domain_version_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2566);




/** An input of any type that has a parser; every other one is made with it. */
function input(description, parse) {
    const base = { description, required: false };
    return {
        ...base,
        required: true,
        read(text) {
            if (text === undefined)
                throw new _domain_error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseError */ .K2('is required.');
            return parse(text);
        },
        optional: () => ({ ...base, read: (text) => (text === undefined ? undefined : parse(text)) }),
        or: (fallback) => ({ ...base, default: fallback, read: (text) => parse(text ?? fallback) }),
        list: () => input(description, (text) => (0,_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .lines */ .Mn)(text).map((line) => parse(line))),
    };
}
/** Text exactly as it was given, white space and all. */
const verbatim = (description) => input(description, (value) => value);
const text = (description) => input(description, (value) => value.trim());
/** A SemVer version, with or without `v`. */
const semver = (description) => input(description, (value) => parseSemver(value.trim().replace(/^v/, '')));
/** A path relative to the workspace, which it may not leave. */
const path = (description) => input(description, insideWorkspace);
const integer = (description) => input(description, wholeNumber);
/** Anything but true and false is refused: "yes" must not silently mean no. */
const flag = (description) => {
    const word = choice('', ['true', 'false']).or('false');
    return { ...word, description, isFlag: true, read: (value) => word.read(value) === 'true' };
};
/** Masked in the log before anything else happens; from a terminal it comes from the environment or a file. */
const secret = (description) => ({
    ...input(description, (value) => value.replace(/\r?\n$/, '')).optional(), // as editors end a file
    isSecret: true,
});
/** Seconds, from `90s`, `10m`, `4h`. */
const duration = (description) => input(description, (value) => {
    const [, count, unit = ''] = /^(\d{1,6})([smh])$/.exec(value.trim()) ?? [];
    if (count === undefined)
        throw new _domain_error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseError */ .K2(`is ${(0,_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(value)}.`, { fix: 'Give a duration such as 90s, 10m or 4h.' });
    return Number(count) * ({ s: 1, m: 60, h: 3600 }[unit] ?? 1);
});
/** One of a few words, as a union of them. */
const choice = (description, words) => input(`${description} One of: ${words.join(', ')}.`, (value) => {
    const word = words.find((candidate) => candidate === value.trim());
    if (word === undefined)
        throw new _domain_error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseError */ .K2(`is ${(0,_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(value)}.`, { fix: `Use ${(0,_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .listed */ .KE)(words, 'or')}.` });
    return word;
});
/** Reads inputs, and refuses all bad ones at once. GitHub passes an empty text for what was not given. */
function readInputs(inputs, given) {
    const refusals = [];
    const read = Object.entries(inputs).map(([key, codec]) => {
        const raw = given.input(kebab(key));
        const isGiven = raw !== undefined && raw.trim() !== '';
        if (isGiven && codec.isSecret === true)
            given.mask(raw);
        const value = (0,_domain_error_js__WEBPACK_IMPORTED_MODULE_1__/* .attempt */ .CD)(() => codec.read(isGiven ? raw : undefined));
        if (value instanceof _domain_error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseError */ .K2)
            refusals.push(new _domain_error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseError */ .K2(`Input ${kebab(key)}: ${value.message}`, value));
        return [key, value];
    });
    (0,_domain_error_js__WEBPACK_IMPORTED_MODULE_1__/* .refuseIfAny */ .Yb)('Some inputs are wrong.', refusals);
    return Object.fromEntries(read); // what each codec of I has read, for none has refused
}
/** How a name of the code is written in workflows. */
const kebab = (key) => key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
function wholeNumber(value) {
    if (!/^\d{1,15}$/.test(value.trim()))
        throw new _domain_error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseError */ .K2(`is ${(0,_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(value)}.`, { fix: 'Give a whole number, such as 0 or 12.' });
    return Number(value);
}
function insideWorkspace(value) {
    const clean = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.normalize)(value.trim());
    if (!(0,node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute)(clean) && !/^\.\.($|[/\\])/.test(clean))
        return clean;
    throw new _domain_error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseError */ .K2(`is ${(0,_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(value)}, which is outside the workspace.`, {
        fix: 'Give a path relative to the workspace, inside it.',
    });
}


/***/ }),

/***/ 9306:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   WE: () => (/* binding */ explain),
/* harmony export */   YG: () => (/* binding */ summaryOf),
/* harmony export */   Yz: () => (/* binding */ outputsOf)
/* harmony export */ });
/* harmony import */ var _domain_error_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2712);
/* harmony import */ var _input_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6118);


const issues = 'https://github.com/org/release-actions/issues';
/** The outputs of an action, and those that every action has: also after a failure. */
function outputsOf({ outputs: declared }, outcome) {
    const unknown = Object.keys(outcome.outputs).filter((key) => !(key in declared));
    if (unknown.length > 0)
        throw new Error(`Outputs that were not declared: ${unknown.join()}`);
    const own = Object.entries(declared)
        .map(([key, output]) => ({ name: (0,_input_js__WEBPACK_IMPORTED_MODULE_1__/* .kebab */ .i9)(key), value: outcome.outputs[key], output }))
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
        { name: 'changed', value: changes.length > 0, text: String(changes.length > 0) },
        ...Object.entries({ changes, pending }).map(([name, value]) => ({ name, value, text: JSON.stringify(value) })),
    ];
}
/** All that is wrong, each with its own way out. */
function explain(failure) {
    if (!(failure instanceof _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2)) {
        const stack = failure instanceof Error ? (failure.stack ?? failure.message) : String(failure);
        return [
            {
                message: 'This is a bug in release-actions.',
                fix: `Please report it with what stands below: ${issues}`,
                at: undefined,
                cause: stack,
            },
        ];
    }
    if (failure.reasons.length > 0)
        return failure.reasons.flatMap(explain);
    const { message, fix, at, cause } = failure;
    return [{ message, fix, at, cause: cause === undefined ? undefined : oneLine(cause) }];
}
/** The job summary, in Markdown: what was found, the changes, what is pending, the failure. */
function summaryOf({ name }, outcome) {
    const { failure, notes, waitsFor, pending, mode } = outcome;
    const failed = failure === undefined
        ? []
        : explain(failure).map(({ message, fix }) => `❌ ${safe(message)}${fix === undefined ? '' : `<br>${safe(fix)}`}`);
    const open = [...(failure === undefined ? waitsFor : []), ...pending].map(({ title, fix }) => `- ⏳ ${safe(title)}: ${safe(fix)}`);
    const sections = [
        `### ${safe(name)}${mode === 'apply' ? '' : ` (${mode})`}`,
        failed.join('\n\n'),
        notes.map((note) => `- ${safe(note)}`).join('\n'),
        changesTable(rowsOf(outcome)),
        open.join('\n'),
    ];
    return `${bounded(sections.filter((section) => section !== '').join('\n\n'))}\n`;
}
/** What was changed, or would be: in `apply`, only what this run began. */
function titles({ mode, begun, changes }) {
    return [...new Set((mode === 'apply' ? [...begun] : changes).map(({ title }) => title))];
}
/** One row per title: a change that was planned again is still the same one. */
function rowsOf({ mode, begun, made, changes, failure }) {
    const rows = new Map();
    for (const change of [...begun, ...changes]) {
        const undone = {
            apply: failure === undefined ? 'left' : 'not reached',
            local: 'rehearsed',
            'dry-run': 'would be made',
            check: 'missing',
        }[mode];
        const state = made.has(change) ? 'made' : begun.has(change) ? 'not confirmed' : undone;
        const { title, detail } = change;
        rows.set(title, { title, detail, state });
    }
    return [...rows.values()];
}
function changesTable(rows) {
    if (rows.length === 0)
        return '';
    const line = ({ title, detail, state }) => `<tr><td>${safe(title)}${folded(detail)}</td><td>${state}</td></tr>`;
    return `<table>\n<tr><th>Change</th><th></th></tr>\n${rows.map(line).join('\n')}\n</table>`;
}
const folded = (detail) => detail === undefined
    ? ''
    : `<details><summary>details</summary><pre>${safe(detail).replaceAll('<br>', '&#10;')}</pre></details>`;
/** Foreign text stays text: nothing in it is Markdown, HTML, a mention or the address of a page. */
const safe = (text) => text.replaceAll(/[&<>"'`*_[\]()#@|~\\:!]/g, (character) => `&#${character.charCodeAt(0)};`).replaceAll('\n', '<br>');
// GitHub drops a summary of more than 1 MiB, whole.
const longest = 1_000_000;
function bounded(text) {
    const bytes = Buffer.from(text);
    if (bytes.length <= longest)
        return text;
    return `${new TextDecoder().decode(bytes.subarray(0, longest), { stream: true })}\n\n… (shortened)`;
}
function oneLine(cause) {
    const text = cause instanceof Error ? cause.message : String(cause);
    return text
        .trim()
        .split(/\s*\n\s*/)
        .join(' · ')
        .slice(0, 500);
}


/***/ }),

/***/ 2435:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  e: () => (/* binding */ run)
});

// UNUSED EXPORTS: emptyOutcome

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __nccwpck_require__(8500);
// EXTERNAL MODULE: ./build/src/domain/error.js
var domain_error = __nccwpck_require__(2712);
// EXTERNAL MODULE: ./build/src/world/change.js
var world_change = __nccwpck_require__(1740);
// EXTERNAL MODULE: ./build/src/world/retry.js
var retry = __nccwpck_require__(4104);
// EXTERNAL MODULE: ./build/src/world/event.js
var world_event = __nccwpck_require__(1226);
// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __nccwpck_require__(1455);
;// CONCATENATED MODULE: external "node:os"
const external_node_os_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
;// CONCATENATED MODULE: ./build/src/domain/diff.js
/** What changed between two versions of a file, as a unified diff without context. Empty where nothing did. */
function unifiedDiff(file, before, after) {
    if (before === after)
        return '';
    const [old, now] = [linesOf(before), linesOf(after)];
    const hunks = old.length === now.length ? pairwise(old, now) : [middle(old, now)];
    return [`--- a/${file}`, `+++ b/${file}`, ...hunks.flatMap(written)].join('\n');
}
const linesOf = (text) => (text === '' ? [] : text.replace(/\n$/, '').split('\n'));
/** Where no line was added or taken away, each one is compared with its own other self. */
function pairwise(old, now) {
    return old.flatMap((line, index) => {
        const other = now[index];
        return other === undefined || other === line ? [] : [{ start: index, old: [line], now: [other] }];
    });
}
/** All between the first and the last line that differ. */
function middle(old, now) {
    const shorter = Math.min(old.length, now.length);
    let start = 0;
    while (start < shorter && old[start] === now[start])
        start++;
    let end = 0;
    while (end < shorter - start && old.at(-1 - end) === now.at(-1 - end))
        end++;
    return { start, old: old.slice(start, old.length - end), now: now.slice(start, now.length - end) };
}
const written = ({ start, old, now }) => [
    `@@ -${range(start, old.length)} +${range(start, now.length)} @@`,
    ...old.map((line) => `-${line}`),
    ...now.map((line) => `+${line}`),
];
// An empty range stands behind the line before it: https://www.gnu.org/software/diffutils/manual/html_node/Detailed-Unified.html
const range = (start, length) => length === 1 ? `${start + 1}` : `${length === 0 ? start : start + 1},${length}`;

// EXTERNAL MODULE: ./build/src/domain/edit/place.js
var place = __nccwpck_require__(6424);
;// CONCATENATED MODULE: ./build/src/domain/edit/text.js


const bound = 10 * 1024 * 1024;
/** Text of a file that can be edited: UTF-8, and not too large. */
function decode(file, bytes) {
    if (bytes.length > bound)
        throw new domain_error/* ReleaseError */.K2(`${file} has ${bytes.length} bytes; ${bound} is the bound here.`, { at: { file } });
    try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    }
    catch (cause) {
        const at = (0,place/* placeOf */.$)(...firstWrong(file, bytes));
        throw new domain_error/* ReleaseError */.K2(`${file} is not UTF-8.`, { fix: 'Save it as UTF-8.', at, cause });
    }
}
/** The text with replacement characters, and where the first of them stands that is not in the file. */
function firstWrong(file, bytes) {
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

;// CONCATENATED MODULE: ./build/src/world/files.js







const mostFiles = 10_000;
/** The files of the workspace, and a scratch folder beside it that is gone when the run ends. */
class Files {
    #workspace;
    #temporary;
    #scratch = [];
    constructor({ workspace, env }) {
        this.#workspace = workspace;
        this.#temporary = env['RUNNER_TEMP'] || (0,external_node_os_namespaceObject.tmpdir)(); // the runner empties its own, also after a kill
    }
    /** The files or folders that a path or a glob means, sorted. What exists is literal before it is a glob. */
    async find(pattern, kind) {
        if (await this.has(pattern))
            return [(0,external_node_path_.normalize)(pattern)];
        const found = [];
        const options = { cwd: this.#workspace, exclude: ['**/.git', '**/node_modules'], withFileTypes: true };
        for await (const entry of (0,external_node_fs_promises_.glob)(pattern, options)) {
            if (kind === 'folder' ? !entry.isDirectory() : entry.isDirectory())
                continue;
            found.push((0,external_node_path_.relative)(this.#workspace, (0,external_node_path_.join)(entry.parentPath, entry.name)));
            if (found.length > mostFiles) {
                throw new domain_error/* ReleaseError */.K2(`${pattern} matches more than ${mostFiles} files, which is the bound here.`);
            }
        }
        if (found.length > 0)
            return found.toSorted();
        throw new domain_error/* ReleaseError */.K2(`Nothing matches ${pattern}.`, {
            fix: `Correct it; it is looked for in ${this.#workspace}.`,
        });
    }
    /** Whether there is a file or a folder, or a link to one. */
    async has(path) {
        return (await (0,external_node_fs_promises_.lstat)((0,external_node_path_.resolve)(this.#workspace, path)).catch(() => undefined)) !== undefined;
    }
    /** The text of a file, which must be in the workspace, also after all links are followed. */
    async text(path) {
        const bytes = await (0,external_node_fs_promises_.readFile)(await this.#inside(path)).catch((cause) => {
            throw new domain_error/* ReleaseError */.K2(`${path} cannot be read.`, { fix: 'Give the path of a file.', at: { file: path }, cause });
        });
        return decode(path, bytes);
    }
    /** A file that is to be edited: it must not be behind a link, which would change another file. */
    async look(path) {
        const [root, real] = [await (0,external_node_fs_promises_.realpath)(this.#workspace), await this.#inside(path)];
        if (real === (0,external_node_path_.resolve)(root, path))
            return { path, text: await this.text(path) };
        throw new domain_error/* ReleaseError */.K2(`${path} is behind a link: the file is ${(0,external_node_path_.relative)(root, real)}.`, {
            fix: 'Give the path of the file itself.',
            at: { file: path },
        });
    }
    /** Gives a file another text, if it still has the one that was seen. Nothing to do where they are equal. */
    edit({ path, text: before }, after, title) {
        if (before === after)
            return undefined;
        const apply = async () => {
            if ((await this.text(path)) !== before)
                throw new world_change/* Moved */.a(`${path} was changed meanwhile`);
            const file = await this.#inside(path);
            const part = `${file}.${crypto.randomUUID()}.part`;
            try {
                await (0,external_node_fs_promises_.writeFile)(part, after, { mode: (await (0,external_node_fs_promises_.stat)(file)).mode });
                await (0,external_node_fs_promises_.rename)(part, file);
            }
            catch (error) {
                await (0,external_node_fs_promises_.rm)(part, { force: true });
                throw error;
            }
        };
        return { title, detail: unifiedDiff(path, before, after), reach: 'local', apply };
    }
    /** A new folder, outside the workspace. */
    async scratch() {
        const folder = await (0,external_node_fs_promises_.mkdtemp)((0,external_node_path_.join)(this.#temporary, 'release-'));
        this.#scratch.push(folder);
        return folder;
    }
    /** A file that only this user can read, in a folder of its own. */
    async scratchFile(name, content, mode = 0o600) {
        const file = (0,external_node_path_.join)(await this.scratch(), name);
        await (0,external_node_fs_promises_.writeFile)(file, content, { mode });
        return file;
    }
    async #inside(path) {
        const root = await (0,external_node_fs_promises_.realpath)(this.#workspace);
        const real = await (0,external_node_fs_promises_.realpath)((0,external_node_path_.resolve)(root, path)).catch((cause) => {
            throw new domain_error/* ReleaseError */.K2(`There is no file ${path}.`, {
                fix: `It is looked for in ${this.#workspace}.`,
                at: { file: path },
                cause,
            });
        });
        const way = (0,external_node_path_.relative)(root, real);
        if (/(^|[/\\])\.git($|[/\\])/i.test(way)) {
            throw new domain_error/* ReleaseError */.K2(`${path} leads into the folder of git, where credentials may stand.`, {
                fix: 'Give a file of the checkout.',
            });
        }
        if (!/^\.\.($|[/\\])/.test(way) && !(0,external_node_path_.isAbsolute)(way))
            return real;
        throw new domain_error/* ReleaseError */.K2(`${path} leads out of the workspace.`, {
            fix: 'Give a path inside the checkout, without links that leave it.',
        });
    }
    async [Symbol.asyncDispose]() {
        await Promise.all(this.#scratch.map((folder) => (0,external_node_fs_promises_.rm)(folder, { recursive: true, force: true })));
    }
}

// EXTERNAL MODULE: ./build/src/world/git.js + 5 modules
var git = __nccwpck_require__(2856);
;// CONCATENATED MODULE: external "node:child_process"
const external_node_child_process_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");
;// CONCATENATED MODULE: external "node:tty"
const external_node_tty_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tty");
;// CONCATENATED MODULE: ./build/src/world/tools.js



const longest = 256 * 1024 * 1024;
/** Runs other programs: no shell, no inputs or tokens but what a port passes, bounded in time and output, ended with the run. */
class Tools {
    #host;
    constructor(host) {
        this.#host = host;
    }
    async run(program, args, { cwd, env, input, minutes = 30, isCleanUp = false } = {}) {
        const limit = AbortSignal.timeout(minutes * 60_000);
        const stop = isCleanUp ? limit : AbortSignal.any([this.#host.signal, limit]);
        stop.throwIfAborted();
        const child = (0,external_node_child_process_namespaceObject.spawn)(program, args, {
            cwd: cwd ?? this.#host.workspace,
            env: { ...inherited(this.#host.env), ...env },
            detached: isGroup,
            stdio: ['pipe', 'pipe', 'pipe'],
            windowsHide: true,
        });
        const kill = () => end(child);
        stop.addEventListener('abort', kill, { once: true });
        try {
            const ran = await outcomeOf(child, program, input);
            if (!stop.aborted)
                return ran;
            throw stop.reason;
        }
        catch (error) {
            kill();
            if (!isCleanUp)
                this.#host.signal.throwIfAborted();
            if (limit.aborted)
                throw new domain_error/* ReleaseError */.K2(`${program} did not end within ${minutes} minutes.`);
            throw error;
        }
        finally {
            stop.removeEventListener('abort', kill);
        }
    }
}
// Git starts programs of its own, which have to end with it. A person at a terminal may be asked by them for a
// passphrase, which only works in the group of the terminal; there, Ctrl-C reaches them all.
const isGroup = process.platform !== 'win32' && !(0,external_node_tty_namespaceObject.isatty)(0);
function end(child) {
    signalAll(child, 'SIGTERM');
    for (const stream of [child.stdout, child.stderr])
        stream.destroy(); // what it started may hold them open
    setTimeout(() => signalAll(child, 'SIGKILL'), 2000).unref();
}
function signalAll(child, signal) {
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
async function outcomeOf(child, program, input) {
    const { promise: ended, resolve, reject } = Promise.withResolvers();
    child.once('error', (cause) => reject(unstarted(program, cause)));
    child.once('close', (code) => resolve(code ?? 128));
    child.stdin.on('error', () => { }); // a child may end without having read its input: its exit code tells
    child.stdin.end(input);
    const [code, stdout, stderr] = await Promise.all([
        ended,
        collect(child.stdout, program),
        collect(child.stderr, program),
    ]);
    return { code, stdout, stderr };
}
async function collect(stream, program) {
    const chunks = [];
    let length = 0;
    for await (const chunk of stream) {
        const bytes = Buffer.from(chunk);
        length += bytes.length;
        if (length > longest)
            throw new domain_error/* ReleaseError */.K2(`${program} printed more than ${longest / 1024 / 1024} MiB, which is the bound here.`);
        chunks.push(bytes);
    }
    return Buffer.concat(chunks).toString('utf8');
}
function unstarted(program, cause) {
    if (!('code' in cause) || cause.code !== 'ENOENT')
        return cause;
    return new domain_error/* ReleaseError */.K2(`${program} is not installed, or not in PATH.`, {
        fix: `Install ${program} in a step before.`,
        cause,
    });
}
const inheritedNames = /^(?:PATH|HOME|USER|LOGNAME|SHELL|LANG|LC_.*|TZ|TMPDIR|TEMP|TMP|XDG_.*|SSH_AUTH_SOCK|SSH_ASKPASS|GNUPGHOME|(?:HTTPS?|ALL|NO)_PROXY|SSL_CERT_.*|CURL_CA_BUNDLE|GIT_SSL_.*|GIT_SSH.*|GIT_ASKPASS|GIT_CONFIG.*|GIT_(?:AUTHOR|COMMITTER)_.*|SYSTEMROOT|SYSTEMDRIVE|WINDIR|COMSPEC|PATHEXT|APPDATA|LOCALAPPDATA|USERPROFILE|PROGRAM.*)$/i;
/** What a child may see: no inputs, no tokens, nothing by which it could speak to the runner. */
function inherited(env) {
    return Object.fromEntries(Object.entries(env).filter(([name]) => inheritedNames.test(name)));
}

;// CONCATENATED MODULE: ./build/src/world/world.js




/** The ports. Each is made when it is first named, and loads a heavy library only at its first request. */
class World {
    #host;
    #files;
    #git;
    #tools;
    constructor(host) {
        this.#host = host;
    }
    get event() {
        return new world_event/* Event */.J(this.#host);
    }
    get files() {
        return (this.#files ??= new Files(this.#host));
    }
    get git() {
        return (this.#git ??= new git/* Git */.T(this.#host, this));
    }
    get tools() {
        return (this.#tools ??= new Tools(this.#host));
    }
    async [Symbol.asyncDispose]() {
        await this.#git?.[Symbol.asyncDispose]();
        await this.#files?.[Symbol.asyncDispose]();
    }
}

// EXTERNAL MODULE: ./build/src/runtime/contract.js
var contract = __nccwpck_require__(5322);
// EXTERNAL MODULE: ./build/src/runtime/input.js
var input = __nccwpck_require__(6118);
;// CONCATENATED MODULE: ./build/src/runtime/run.js







/** Looks, then leaps: plans until nothing has to be waited for, acts by mode, and plans again when the world moved. */
async function run(action, front) {
    const outcome = emptyOutcome();
    const { surroundings } = front;
    try {
        const { mode = 'apply', wait = 0, token, jobToken, ...values } = readAll(action, front);
        outcome.mode = mode;
        const host = { ...surroundings, token, isJobToken: isJobToken(token, jobToken, front) };
        await using world = new World(host);
        await converge({ plan: () => action.plan(values, world), wait, outcome, host, front }); // the rest is what I declares
        verify(outcome);
    }
    catch (error) {
        outcome.failure = surroundings.signal.aborted ? cancelled(outcome, error) : error;
    }
    return outcome;
}
const patience = 60_000;
async function converge(course) {
    const { outcome, host, front } = course;
    let deadline = Infinity; // counted from the first time that the world moved
    for (let attempt = 1;; attempt++) {
        const { outputs, ...plan } = await lookUntilReady(course);
        for (const note of plan.notes)
            if (!outcome.notes.includes(note))
                front.say(note);
        Object.assign(outcome, plan);
        const made = (change) => (change ? outcome.made.get(change) : undefined); // what its own apply returned
        const isBegun = (title) => [...outcome.begun].some((change) => change.title === title);
        const moved = await act(course);
        if (moved === undefined)
            outcome.outputs = typeof outputs === 'function' ? outputs(made, isBegun) : outputs;
        if (moved === undefined)
            return;
        deadline = Math.min(deadline, Date.now() + patience * host.pace);
        if (Date.now() >= deadline) {
            throw new domain_error/* ReleaseError */.K2(`${capital(moved.message)}, and so it went for ${Math.round((patience * host.pace) / 1000)} seconds.`, { fix: 'Run it again: what is done is left alone.', cause: moved.cause });
        }
        front.say(`${capital(moved.message)}: looking again.`);
        await (0,retry/* pause */.v7)(attempt, host);
    }
}
async function lookUntilReady({ plan, wait, outcome: { mode }, host, front, }) {
    const deadline = Date.now() + wait * 1000;
    for (;;) {
        const seen = whole(await plan());
        const open = {
            apply: seen.waitsFor,
            local: [],
            'dry-run': [],
            check: [...seen.waitsFor, ...seen.changes, ...seen.pending],
        }[mode];
        if (open.length === 0 || Date.now() >= deadline)
            return seen;
        front.say(`Waiting: ${open.map(({ title }) => title).join('; ')}`);
        await (0,promises_.setTimeout)(Math.min(15_000 * host.pace, Math.max(deadline - Date.now(), 1)), undefined, { signal: host.signal });
    }
}
/** Makes the changes that the mode allows, one after the other, and stops where the world turns out to have moved. */
async function act({ outcome, host, front, }) {
    const { mode, waitsFor, changes, begun, made } = outcome;
    if (mode === 'apply')
        (0,domain_error/* refuseIfAny */.Yb)('Nothing was written.', waitsFor.map(({ title, fix }) => new domain_error/* ReleaseError */.K2(`Not yet: ${title}.`, { fix })));
    for (const change of changes) {
        const isActed = mode === 'apply' || (mode === 'local' && change.reach === 'local');
        front.say(`${isActed ? '→' : mode === 'check' ? 'missing:' : 'would:'} ${change.title}`, change.detail);
        if (!isActed)
            continue;
        host.signal.throwIfAborted();
        begun.add(change);
        try {
            made.set(change, await change.apply());
        }
        catch (error) {
            if (!(error instanceof world_change/* Moved */.a))
                throw error;
            return error;
        }
    }
    return undefined;
}
function verify({ mode, waitsFor, changes, pending }) {
    if (mode !== 'check')
        return;
    const left = [
        ...waitsFor.map(({ title, fix }) => new domain_error/* ReleaseError */.K2(`Missing: ${title}.`, { fix })),
        ...changes.map(({ title }) => new domain_error/* ReleaseError */.K2(`Not done: ${title}.`, { fix: 'Run it with mode: apply, or find out who should have.' })),
        ...pending.map(({ title, fix }) => new domain_error/* ReleaseError */.K2(`Pending: ${title}.`, { fix })),
    ];
    (0,domain_error/* refuseIfAny */.Yb)('The world is not as it should be.', left);
}
/** Undefined: nobody can tell. An empty token beside a job's own one is a secret that is missing. */
function isJobToken(token, jobToken, { mask, surroundings }) {
    if (token !== undefined)
        mask(Buffer.from(`x-access-token:${token}`).toString('base64')); // as it travels
    if (jobToken === undefined)
        return surroundings.env['GITHUB_ACTIONS'] === 'true' ? undefined : false;
    if (token !== undefined)
        return token === jobToken;
    throw new domain_error/* ReleaseError */.K2('Input token: is empty.', {
        fix: 'Check that the secret exists and that this job may read it, or leave the input out for the token of the job.',
    });
}
/** The inputs of the action and those that come with it: every bad one is refused at once. */
const readAll = (action, front) => (0,input/* readInputs */.Ko)({ ...action.inputs, ...(0,contract/* commonInputs */.j$)(action) }, front); // read by these very codecs
function whole({ notes = [], waitsFor = [], changes, pending = [], outputs, ...unknown }) {
    if (Object.keys(unknown).length > 0)
        throw new Error(`A plan has no ${Object.keys(unknown).join()}.`);
    const isThere = (one) => one !== undefined && one !== false;
    return {
        notes,
        waitsFor: waitsFor.filter(isThere),
        changes: changes.filter(isThere),
        pending: pending.filter(isThere),
        outputs,
    };
}
function cancelled({ begun }, cause) {
    const last = [...begun].at(-1);
    const during = last === undefined ? 'before anything was written' : `during "${last.title}"`;
    return new domain_error/* ReleaseError */.K2(`The run was cancelled ${during}.`, {
        fix: 'Run it again: what is done is left alone, what is missing is done.',
        cause,
    });
}
/** What has become of a run that has not begun. */
const emptyOutcome = () => ({
    mode: 'apply',
    notes: [],
    waitsFor: [],
    changes: [],
    begun: new Set(),
    made: new Map(),
    pending: [],
    outputs: {},
    failure: undefined,
});
const capital = (sentence) => sentence.charAt(0).toUpperCase() + sentence.slice(1);


/***/ }),

/***/ 8371:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ surroundings)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);

/** The part of Host that comes from the process: its environment, its signals, its patience. */
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
        workspace: (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(workspace),
        signal: cancel.signal,
        progress: atMostOnceASecond(say),
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

/***/ 1740:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ Moved)
/* harmony export */ });
/**
 * Thrown by an `apply` that lost a race, or whose answer got lost: the world is not, or not surely, as the plan saw
 * it. `run` plans again, and what happened in between is then an observation like any other.
 */
class Moved extends Error {
    name = 'Moved';
}


/***/ }),

/***/ 1226:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ Event),
/* harmony export */   V: () => (/* binding */ serverUrl)
/* harmony export */ });
/** What started the run, as GitHub tells it; everything is undefined on a laptop. */
class Event {
    #env;
    /** Whether the token is the job's own, which starts no workflow; undefined where nobody can tell. */
    isJobToken;
    constructor({ env, isJobToken }) {
        this.#env = env;
        this.isJobToken = isJobToken;
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
    /** The commit that the ref was at when the event happened. */
    get sha() {
        return this.#env['GITHUB_SHA'];
    }
    /** The page of the repository. */
    get repositoryUrl() {
        const repository = this.#env['GITHUB_REPOSITORY'];
        return repository === undefined ? undefined : `${serverUrl(this.#env)}/${repository}`;
    }
}
const serverUrl = (env) => env['GITHUB_SERVER_URL'] ?? 'https://github.com';


/***/ }),

/***/ 2856:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  T: () => (/* binding */ Git),
  O: () => (/* binding */ titleOfPush)
});

// EXTERNAL MODULE: ./build/src/domain/error.js
var error = __nccwpck_require__(2712);
// EXTERNAL MODULE: ./build/src/domain/text.js
var domain_text = __nccwpck_require__(1987);
// EXTERNAL MODULE: ./build/src/domain/tag-object.js
var tag_object = __nccwpck_require__(8488);
// EXTERNAL MODULE: ./build/src/world/change.js
var change = __nccwpck_require__(1740);
// EXTERNAL MODULE: ./build/src/world/event.js
var world_event = __nccwpck_require__(1226);
;// CONCATENATED MODULE: ./build/src/world/git/refusal.js

/** The sentences of git's answers that mean "no", by what a user has to do. Everything else may pass: look again. */
function refusal(stderr, remote, need) {
    const lines = linesOf(stderr);
    const found = refusals.find(([pattern]) => lines.some((line) => pattern.test(line)));
    if (found === undefined)
        return undefined;
    const [, message, fix] = found;
    return new error/* ReleaseError */.K2(`${message.replace('REMOTE', remote).replace('NEED', need)} It says: ${lastWords(stderr)}`, {
        fix: fix.replace('NEED', need),
        cause: new Error(withoutCredentials(stderr.trimEnd())),
    });
}
/** The line of git's output that says what went wrong, without credentials that a URL may hold. */
function lastWords(stderr) {
    const said = withoutCredentials(stderr)
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '');
    const reasons = said.filter((line) => /^(remote: )?(fatal|error|GH\d+|Permission|refusing)|\[(remote )?rejected\]|denied/i.test(line));
    return (reasons.find((line) => !/^(remote: )?error: failed to push/.test(line)) ?? said.at(-1) ?? 'nothing').replace(/^remote: /, '');
}
/** What is looked at: bounded, because a remote says it, and without addresses, which may hold any word. */
const linesOf = (stderr) => stderr
    .split('\n')
    .slice(-200)
    .map((line) => line.slice(0, 1000).replaceAll(/[a-z+]+:\/\/[^\s']+/g, 'URL'));
const withoutCredentials = (text) => text.replaceAll(/(https?:\/\/)[^\s/@]+@/g, '$1***@');
const refusals = [
    [
        /refusing to allow .* (?:create or update|update) workflow/i,
        'REMOTE does not let this token put a tag on a commit whose workflow files no branch head has.',
        "Tag the head of a branch, or pass a GitHub App's token that has workflows: write as the input token.",
    ],
    [
        /GH006:|GH013:|protected (?:tag|branch|ref)|rule violations|hook declined|deny(?:ing|CurrentBranch)/i,
        'A rule of REMOTE protects this name.',
        'Let the actor of this token bypass the ruleset of these tags (Settings → Rules), or pass a token of somebody who may.',
    ],
    [
        /The requested URL returned error: 403|Permission to .* denied|Write access to repository not granted/i,
        'The token may not NEED REMOTE.',
        'Add to the job: permissions: { contents: NEED }',
    ],
    [
        /Authentication failed|could not read (?:Username|Password)|returned error: 401|Permission denied \(publickey|Host key verification failed/i,
        'REMOTE does not know who is asking.',
        'Pass a valid token as the input token (the job has one: github.token), or set up git credentials.',
    ],
    [
        /returned error: 30[1-8]|unable to update url base from redirection/i,
        'REMOTE has moved, and a token is not sent to where a redirect leads.',
        'Set the remote to its new address: git remote set-url origin …',
    ],
    [
        /transport '.*' not allowed|is not a git command|Unsupported protocol|protocol '.*' is not supported/i,
        'REMOTE is not an address that git may speak to.',
        'Give the name of a remote, or an address that begins with https:// or ssh://.',
    ],
    [
        /returned error: 400/i,
        'REMOTE could not make sense of the request: more than one Authorization header was sent.',
        'Remove http.extraheader from the git configuration, or set persist-credentials: false at actions/checkout.',
    ],
    [
        /Repository not found|repository '.*' not found|returned error: 404|does not appear to be a git repository|does not exist/i,
        'There is no repository at REMOTE, or this token may not see it.',
        'Check the address (git remote -v), and that the token has contents: NEED there.',
    ],
];

;// CONCATENATED MODULE: ./build/src/world/git/command.js



/** The git program, with nothing of the user's setup that could surprise: no hooks, no prompts, no translations. */
class GitCommand {
    #host;
    #tools;
    constructor(host, tools) {
        this.#host = host;
        this.#tools = tools;
    }
    /** Runs git, whatever its exit code. */
    run(args, { settings = [], env, ...rest } = {}) {
        const all = [
            // A checkout may belong to another user of the runner. On a laptop, git is right to be careful.
            ...(this.#host.trustsWorkspace ? [['safe.directory', this.#host.workspace]] : []),
            ['core.hooksPath', '/dev/null'],
            ['gc.auto', '0'],
            ['maintenance.auto', 'false'],
            ['push.pushOption', ''],
            ...settings,
        ];
        const quiet = { LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0' };
        return this.#tools.run('git', args, { ...rest, env: { ...env, ...quiet, ...this.#environment(all) } });
    }
    /** What git prints; where it fails, that is an error of this program or of the checkout. */
    async read(args, circumstances = {}) {
        const { code, stdout, stderr } = await this.run(args, circumstances);
        if (code === 0)
            return stdout.trimEnd();
        if (stderr.includes('not a git repository')) {
            throw new error/* ReleaseError */.K2(`${this.#host.workspace} is not a git checkout.`, {
                fix: 'Put actions/checkout before this step, or run the command inside the repository.',
            });
        }
        throw new error/* ReleaseError */.K2(`git ${args[0]} failed: ${lastWords(stderr)}`, {
            cause: new Error(`git ${args.join(' ')}\n${stderr.trimEnd()}`),
        });
    }
    /** Runs git against a remote, with the token where it belongs to that server, and with patience that ends. */
    talk(url, args, circumstances = {}) {
        const seconds = String(Math.max(1, Math.round(30 * this.#host.pace)));
        const settings = [
            // The most specific keys there can be. Behind a redirect, git would send credentials to wherever it leads.
            [`http.${url}.lowSpeedLimit`, '100'],
            [`http.${url}.lowSpeedTime`, seconds],
            [`http.${url}.followRedirects`, 'false'],
            ...this.#authorization(url),
            ...(circumstances.settings ?? []),
        ];
        return this.run(args, { ...circumstances, settings });
    }
    /** Whether the token belongs to the server of an address. */
    takesToken(url) {
        return this.#host.token !== undefined && originOf(url) === originOf((0,world_event/* serverUrl */.V)(this.#host.env));
    }
    /** Checkout leaves its own header behind, for the server: with two of them GitHub answers 400. */
    #authorization(url) {
        const { token } = this.#host;
        if (token === undefined || !this.takesToken(url))
            return [];
        const basic = Buffer.from(`x-access-token:${token}`).toString('base64');
        const key = `http.${url}.extraheader`; // the most specific one there can be; an empty value resets
        return [
            [key, ''],
            [key, `AUTHORIZATION: basic ${basic}`],
            ['credential.helper', ''],
        ];
    }
    /** Settings in the environment, behind those that are there: nothing shows in a list of processes. */
    #environment(settings) {
        const before = Number(this.#host.env['GIT_CONFIG_COUNT'] ?? 0);
        const pairs = settings.flatMap(([key, value], index) => [
            [`GIT_CONFIG_KEY_${before + index}`, key],
            [`GIT_CONFIG_VALUE_${before + index}`, value],
        ]);
        return { ...Object.fromEntries(pairs), GIT_CONFIG_COUNT: String(before + settings.length) };
    }
}
function originOf(url) {
    return URL.canParse(url) && /^https?:/.test(url) ? new URL(url).origin : undefined;
}

// EXTERNAL MODULE: ./build/src/world/git/refs.js
var refs = __nccwpck_require__(151);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./build/src/world/retry.js
var retry = __nccwpck_require__(4104);
;// CONCATENATED MODULE: ./build/src/world/git/remotes.js






/** Conversations with other repositories: a look is repeated while nothing definite was said, a push is not. */
class Remotes {
    #host;
    #git;
    constructor(host, git) {
        this.#host = host;
        this.#git = git;
    }
    async has(remote) {
        return isAddress(remote) || (await this.#names()).includes(remote);
    }
    /** What git prints when it asks a remote; `before` and `after` stand around the address. */
    async look({ remote, direction }, before, after) {
        const url = await this.#address(remote, direction);
        return (0,retry/* repeated */.ZD)(() => this.#ask(remote, url, [...before, '--', url, ...after]), this.#host);
    }
    /** The refs of a remote. A server that names none at all has not answered: a proxy or a login page did. */
    async refs({ remote, direction }, patterns) {
        const url = await this.#address(remote, direction);
        return (0,retry/* repeated */.ZD)(async () => {
            const refs = await this.#ask(remote, url, ['ls-remote', '--', url, ...patterns]);
            if (refs.trim() === '' && /^https?:/.test(url))
                throw new retry/* Unanswered */.XX(`${remote} names no refs at all, not even HEAD`);
            return refs;
        }, this.#host);
    }
    async takesToken(remote) {
        return this.#git.takesToken(await this.#address(remote, 'push'));
    }
    /** Creates refs, without force. Those that are `seen` may move, if they still are there; '' stands for nowhere. */
    async push(remote, refs, seen = new Map()) {
        const url = await this.#address(remote, 'push');
        const leases = [...seen].map(([ref, object]) => `--force-with-lease=${ref}:${object}`);
        const refspecs = [...refs].map(([ref, object]) => `${object}:${ref}`);
        const { code, stdout, stderr } = await this.#git.talk(url, ['push', ...alone, ...leases, '--', url, ...refspecs]);
        if (code === 0)
            return;
        const said = `${stderr}\n${stdout}`;
        const named = [...refs.keys()].join(' ');
        throw (refusal(said, remote, 'write') ??
            new change/* Moved */.a(`the push of ${named} to ${remote} was not confirmed: ${lastWords(said)}`));
    }
    async #ask(remote, url, args) {
        const { code, stdout, stderr } = await this.#git.talk(url, args);
        if (code === 0)
            return stdout;
        throw refusal(stderr, remote, 'read') ?? new retry/* Unanswered */.XX(`${remote} did not answer: ${lastWords(stderr)}`);
    }
    async #names() {
        return (await this.#git.read(['remote'])).split('\n').filter((name) => name !== '');
    }
    /** The address behind a name. Used in its place, it keeps every refspec of the remote out of the way. */
    async #address(remote, direction) {
        if (isAddress(remote))
            return absolute(remote, this.#host.workspace);
        const push = direction === 'push' ? ['--push', '--all'] : [];
        const { code, stdout } = await this.#git.run(['remote', 'get-url', ...push, '--', remote]);
        const [address = '', second] = stdout.trim().split('\n');
        if (code === 0 && second !== undefined)
            throw new error/* ReleaseError */.K2(`The remote ${remote} pushes to several addresses.`, {
                fix: 'Give the one address to push to.',
            });
        if (code === 0)
            return absolute(address, this.#host.workspace);
        const names = await this.#names();
        throw new error/* ReleaseError */.K2(`There is no remote ${(0,domain_text/* quoted */.TL)(remote)} in this checkout.`, {
            fix: names.length === 0 ? 'Give the address of a repository.' : `Give one of ${(0,domain_text/* listed */.KE)(names)}, or an address.`,
        });
    }
}
// What the user's settings would add to a push: other tags, signatures, submodules, hooks.
const alone = ['--porcelain', '--no-verify', '--no-follow-tags', '--no-signed', '--recurse-submodules=no'];
// Git would read it from whatever folder it runs in.
const absolute = (address, folder) => /^\.\.?([/\\]|$)/.test(address) ? (0,external_node_path_.resolve)(folder, address) : address;
const isAddress = (remote) => /[:/\\]/.test(remote);

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(1455);
;// CONCATENATED MODULE: ./build/src/world/git/signing.js



/** Puts a key where git can use it, and signs something with it, so that a bad key is known before a tag is made. */
async function openSigner(secret, desk) {
    const key = `${secret.key.replaceAll('\r\n', '\n').trim()}\n`;
    if (key.startsWith('-----BEGIN PGP PRIVATE KEY BLOCK-----'))
        return gpgSigner({ ...secret, key }, desk);
    if (/^-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----/.test(key))
        return sshSigner({ ...secret, key }, desk);
    throw new error/* ReleaseError */.K2('The signing key is neither an ssh nor a gpg private key.', {
        fix: 'Store the whole file in the secret, from its BEGIN line to its END line: a file such as id_ed25519, or what gpg --armor --export-secret-keys prints.',
    });
}
async function sshSigner({ key, passphrase = '' }, { files, tools }) {
    const file = await files.scratchFile('key', key);
    const env = { SSH_ASKPASS: await askpass(passphrase, files), SSH_ASKPASS_REQUIRE: 'force', DISPLAY: ':0' };
    const { stdout: publicKey } = await tools.run('ssh-keygen', ['-y', '-f', file], { env });
    await (0,promises_.writeFile)(`${file}.pub`, publicKey); // of keys in PEM, ssh-keygen cannot find it by itself
    const trial = await tools.run('ssh-keygen', ['-Y', 'sign', '-q', '-n', 'git', '-f', file], { env, input: 'trial' });
    if (trial.code !== 0)
        throw unusable('ssh', trial.stderr, passphrase);
    const { stdout } = await tools.run('ssh-keygen', ['-l', '-f', file], { env });
    const settings = [
        ['gpg.format', 'ssh'],
        ['gpg.ssh.program', 'ssh-keygen'],
        ['user.signingKey', file],
    ];
    return {
        key: /SHA256:\S+/.exec(stdout)?.[0] ?? 'an ssh key',
        identity: undefined,
        settings,
        env,
        end: async () => { },
    };
}
/** A program that answers ssh-keygen's question, because a passphrase in an argument could be read by anybody. */
async function askpass(passphrase, files) {
    const program = await files.scratchFile('askpass', '#!/bin/sh\nexec cat "${0%/*}/passphrase"\n', 0o700);
    await (0,promises_.writeFile)((0,external_node_path_.join)((0,external_node_path_.dirname)(program), 'passphrase'), `${passphrase}\n`, { mode: 0o600 });
    return program;
}
async function gpgSigner({ key, passphrase = '' }, { files, tools }) {
    const secret = await files.scratchFile('passphrase', `${passphrase}\n`);
    const home = (0,external_node_path_.dirname)(await files.scratchFile('gpg.conf', `batch\nno-tty\npinentry-mode loopback\npassphrase-file ${secret}\n`));
    const env = { GNUPGHOME: home };
    const imported = await tools.run('gpg', ['--import'], { env, input: key });
    const listing = await tools.run('gpg', ['--with-colons', '--list-secret-keys'], { env });
    const fields = listing.stdout.split('\n').map((line) => line.split(':'));
    const fingerprint = fields.find(([kind]) => kind === 'fpr')?.[9];
    if (fingerprint === undefined)
        throw unusable('gpg', imported.stderr, passphrase);
    const end = async () => void (await tools.run('gpgconf', ['--kill', 'all'], { env, isCleanUp: true }));
    const trial = await tools.run('gpg', ['--local-user', fingerprint, '--output', (0,external_node_path_.join)(home, 'trial'), '--detach-sign'], { env, input: 'trial' });
    if (trial.code !== 0)
        await end();
    if (trial.code !== 0)
        throw unusable('gpg', trial.stderr, passphrase);
    const settings = [
        ['gpg.format', 'openpgp'],
        ['gpg.program', 'gpg'],
        ['gpg.openpgp.program', 'gpg'],
        ['user.signingKey', fingerprint],
    ];
    return { key: fingerprint, identity: identityOf(fields.find(([kind]) => kind === 'uid')?.[9]), settings, env, end };
}
/** `Name <address>` of a key; undefined where it is not written like that, because git could not use it. */
function identityOf(field) {
    const written = field?.replaceAll(/\\x([0-9a-f]{2})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
    return written !== undefined && /^[^<>\n]+ <[^<>\s]+>$/.test(written) ? written : undefined;
}
function unusable(kind, stderr, passphrase) {
    const said = stderr.trim().split('\n').at(-1) ?? '';
    return new error/* ReleaseError */.K2(`The ${kind} signing key cannot sign: ${said}`, {
        fix: passphrase === ''
            ? 'If it has a passphrase, give the input signing-passphrase; check that the key has not expired.'
            : 'Check the input signing-passphrase, and that the key has not expired.',
        cause: new Error(stderr),
    });
}

;// CONCATENATED MODULE: ./build/src/world/git/objects.js
/** Writes a commit without any ref; the same facts give the same name, whoever's machine this is. */
function storeCommit(git, { tree, parent, message, author, epoch }) {
    const date = `@${epoch} +0000`;
    const env = {
        ...identity('AUTHOR', author),
        ...identity('COMMITTER', author),
        GIT_AUTHOR_DATE: date,
        GIT_COMMITTER_DATE: date,
    };
    return git.read(['commit-tree', tree, '-p', parent, '--no-gpg-sign', '-F', '-'], { env, input: message });
}
/** Makes an annotated tag with the message of a file; says what git said where it failed. */
async function makeTag(git, { name, commit, tagger, signer }, messageFile) {
    const kind = [
        '--annotate',
        signer === undefined ? '--no-sign' : '--sign',
        '--cleanup=verbatim',
        `--file=${messageFile}`,
    ];
    const { code, stderr } = await git.run(['tag', ...kind, '--', name, commit], {
        settings: signer?.settings ?? [],
        env: { ...signer?.env, ...identity('COMMITTER', tagger) },
    });
    return code === 0 ? undefined : stderr;
}
function identity(role, written) {
    const [, name = '', address = ''] = /^(.*) <(.*)>$/.exec(written) ?? [];
    return { [`GIT_${role}_NAME`]: name, [`GIT_${role}_EMAIL`]: address };
}

;// CONCATENATED MODULE: ./build/src/world/git.js










/** The repository of the workspace, and its remotes. */
class Git {
    #git;
    #remotes;
    #desk;
    #signers = [];
    constructor(host, desk) {
        this.#git = new GitCommand(host, desk.tools);
        this.#remotes = new Remotes(host, this.#git);
        this.#desk = desk;
    }
    /** A commit by any name that git understands. */
    async commit(revision) {
        await this.#git.read(['rev-parse', '--git-dir']); // where there is no repository, that is what is wrong
        const parse = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`];
        const { code, stdout } = await this.#git.run(parse);
        if (code !== 0) {
            throw new error/* ReleaseError */.K2(`There is no commit ${(0,domain_text/* quoted */.TL)(revision)} in this checkout.`, {
                fix: 'Give a commit that is fetched here; fetch-depth: 0 at actions/checkout brings all of them.',
            });
        }
        const sha = stdout.trim();
        if (!/^[0-9a-f]+$/.test(sha))
            throw new error/* ReleaseError */.K2(`${(0,domain_text/* quoted */.TL)(revision)} is not one commit.`, { fix: 'Give a commit, a branch or a tag.' });
        const header = (await this.#git.read(['cat-file', 'commit', sha])).split('\n\n', 1)[0] ?? '';
        return { sha, epoch: Number(/^committer .* (\d+) [+-]\d{4}$/m.exec(header)?.[1] ?? 0) };
    }
    /** The name of what stands at a path of a commit, such as a folder's tree; undefined where nothing does. */
    async objectAt(commit, path) {
        const { code, stdout } = await this.#git.run([
            'rev-parse',
            '--verify',
            '--quiet',
            '--end-of-options',
            `${commit}:${path}`,
        ]);
        return code === 0 ? stdout.trim() : undefined;
    }
    /** The text of a file in a commit; undefined where there is none. */
    async textAt(commit, path) {
        const { code, stdout } = await this.#git.run(['cat-file', 'blob', `${commit}:./${path}`]);
        return code === 0 ? stdout : undefined;
    }
    /** Puts a commit into the object store, where no branch or tag leads to it; the same facts give the same name. */
    storeCommit(commit) {
        return storeCommit(this.#git, commit);
    }
    /** `Name <address>` that git would write, if somebody has told it. */
    async identity() {
        const settings = [['user.useConfigOnly', 'true']];
        const { code, stdout } = await this.#git.run(['var', 'GIT_COMMITTER_IDENT'], { settings });
        return code === 0 ? /^(.*>) \d+ [+-]\d{4}$/.exec(stdout.trim())?.[1] : undefined;
    }
    hasRemote(remote) {
        return this.#remotes.has(remote);
    }
    /** The tags of a remote, and where one of its branches is, in one advertisement. */
    async remoteRefs(where, branch) {
        const wanted = ['HEAD', 'refs/tags/*', ...(branch === undefined ? [] : [`refs/heads/${branch}`])];
        return (0,refs/* parseRefs */.Y)(await this.#remotes.refs(where, wanted));
    }
    /** Whether the token is what a push to this remote is made with. */
    takesToken(remote) {
        return this.#remotes.takesToken(remote);
    }
    /** The tags of the checkout itself, some of which nobody else may have yet. */
    async localTags() {
        const { code, stdout, stderr } = await this.#git.run(['show-ref', '--tags', '--dereference']);
        if (code > 1)
            throw new error/* ReleaseError */.K2(`The tags of the checkout cannot be read: ${lastWords(stderr)}`, {
                cause: new Error(stderr),
            });
        return (0,refs/* parseRefs */.Y)(stdout).tags; // it ends with 1 where there are none
    }
    /** What an annotated tag says; undefined for a lightweight one. Fetched where the checkout does not have it. */
    async tagObject(where, name, { object, commit }) {
        if (object === commit)
            return undefined;
        if (!(await this.#has(object)))
            await this.#remotes.look(where, quietFetch, [`refs/tags/${name}`]);
        return this.#tagObject(object);
    }
    /** Whether a commit is part of a branch of the remote. Its history comes without files where it is not here. */
    async isOnBranch(commit, remote, tip, branch) {
        if (commit === tip)
            return true;
        const isComplete = (await this.#git.read(['rev-parse', '--is-shallow-repository'])) === 'false';
        if (isComplete && (await this.#has(tip)))
            return this.#isAncestor(commit, tip);
        const folder = await this.#desk.files.scratch();
        await this.#git.read(['init', '--quiet', '--bare', folder]);
        const refspec = `refs/heads/${branch}:refs/heads/${branch}`;
        await this.#remotes.look({ remote, direction: 'fetch' }, ['-C', folder, ...quietFetch, '--filter=tree:0'], [refspec]);
        return this.#isAncestor(commit, tip, folder);
    }
    /** A key that has proven that it can sign. It is gone when the run ends. */
    async signer(secret) {
        const signer = await openSigner(secret, this.#desk);
        this.#signers.push(signer);
        return signer;
    }
    /** An annotated tag in the checkout; read back, because a tag cannot be mended later. */
    createTag(tag) {
        const { name, commit, message, tagger, signer } = tag;
        const how = signer === undefined ? 'annotated' : `annotated, signed with ${signer.key}`;
        return {
            title: `Create tag ${name} at ${(0,domain_text/* short */.h0)(commit)}`,
            detail: `${how}, by ${tagger}\n\n${message}`,
            reach: 'local',
            apply: async () => this.#readBack(tag, await makeTag(this.#git, tag, await this.#desk.files.scratchFile('message', message))),
        };
    }
    /** Sets a tag of the checkout to what the remote has, whose object was fetched. */
    adoptTag(name, here, there) {
        const apply = async () => {
            const { code, stderr } = await this.#git.run(['update-ref', `refs/tags/${name}`, there.object, here.object]);
            if (code !== 0)
                throw new change/* Moved */.a(`tag ${name} of the checkout was moved meanwhile: ${lastWords(stderr)}`);
        };
        const detail = `refs/tags/${name}: ${here.object} → ${there.object}`;
        return { title: `Take tag ${name} as the remote has it`, detail, reach: 'local', apply };
    }
    /** Pushes one tag of the checkout, and nothing with it. */
    pushTag(remote, name, commit) {
        const ref = `refs/tags/${name}`;
        const apply = async () => {
            const tag = (await this.localTags()).get(name);
            if (tag?.commit !== commit)
                throw new change/* Moved */.a(`tag ${name} of the checkout was moved meanwhile`);
            await this.#remotes.push(remote, new Map([[ref, tag.object]]));
            return tag;
        };
        return { title: titleOfPush(name, remote), detail: `${ref} → ${commit}`, reach: 'remote', apply };
    }
    /** Sets a tag that is meant to move, such as v1, if it still is where it was seen. */
    setTag(remote, name, seen, commit) {
        const ref = `refs/tags/${name}`;
        return {
            title: `${seen === undefined ? 'Create' : 'Move'} tag ${name} on ${remote}`,
            detail: `${ref}: ${seen?.commit ?? 'none'} → ${commit}`,
            reach: 'remote',
            apply: () => this.#remotes.push(remote, new Map([[ref, commit]]), new Map([[ref, seen?.object ?? '']])),
        };
    }
    async #readBack({ name, message }, failed) {
        const made = (await this.localTags()).get(name);
        if (failed !== undefined && made !== undefined)
            throw new change/* Moved */.a(`tag ${name} was made meanwhile`);
        if (made === undefined)
            throw new error/* ReleaseError */.K2(`git could not make the tag ${name}: ${lastWords(failed ?? '')}`);
        const written = (await this.#tagObject(made.object)).message;
        if (written === message)
            return made;
        throw new error/* ReleaseError */.K2(`git wrote another message into tag ${name}: ${(0,domain_text/* quoted */.TL)(written)}.`, {
            fix: `Delete the tag of the checkout: git tag -d ${name}`,
        });
    }
    async #tagObject(object) {
        const { code, stdout } = await this.#git.run(['cat-file', 'tag', object]);
        if (code === 0)
            return (0,tag_object/* parseTagObject */.o)(stdout);
        throw new error/* ReleaseError */.K2(`Tag object ${(0,domain_text/* short */.h0)(object)} is gone: the tag was moved while it was read.`, {
            fix: 'Run it again, and find out who moved it.',
        });
    }
    async #has(object) {
        return (await this.#git.run(['cat-file', '-e', object])).code === 0;
    }
    async #isAncestor(commit, tip, folder = '.') {
        return (await this.#git.run(['-C', folder, 'merge-base', '--is-ancestor', commit, tip])).code === 0;
    }
    async [Symbol.asyncDispose]() {
        await Promise.allSettled(this.#signers.map((signer) => signer.end()));
    }
}
/** By which a run knows its own push again. */
const titleOfPush = (tag, remote) => `Push tag ${tag} to ${remote}`;
// Nothing of the checkout moves: no refs, no FETCH_HEAD, no depth.
const quietFetch = ['fetch', '--quiet', '--no-tags', '--no-write-fetch-head', '--refmap=', '--recurse-submodules=no'];


/***/ }),

/***/ 151:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ parseRefs),
/* harmony export */   _: () => (/* binding */ noRefs)
/* harmony export */ });
const noRefs = { tags: new Map(), branches: new Map() };
/** Reads what ls-remote and show-ref --dereference print: what a tag object leads to follows it, marked with ^{}. */
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


/***/ }),

/***/ 4104:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   XX: () => (/* binding */ Unanswered),
/* harmony export */   ZD: () => (/* binding */ repeated),
/* harmony export */   v7: () => (/* binding */ pause)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8500);
/* harmony import */ var _domain_error_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2712);


/** A look failed in a way that may pass: a reset, a time-out, a server's 5xx. */
class Unanswered extends Error {
    name = 'Unanswered';
}
const attempts = 4;
/** For what is safe to repeat: four attempts, with growing and jittered pauses, as long as there was no answer. */
async function repeated(look, host) {
    for (let attempt = 1;; attempt++) {
        try {
            return await look();
        }
        catch (error) {
            if (!(error instanceof Unanswered))
                throw error;
            if (attempt === attempts) {
                throw new _domain_error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseError */ .K2(`${error.message} (asked ${attempts} times)`, {
                    fix: 'Run it again when the server is back: what is done is left alone.',
                    cause: error.cause,
                });
            }
            host.progress(`${error.message}; trying again`);
            await pause(attempt, host);
        }
    }
}
/** About one second, two, four … eight at most, never the same twice: runs that collided must not collide again. */
async function pause(attempt, { pace, signal }) {
    const seconds = Math.min(2 ** (attempt - 1), 8) * (0.5 + Math.random());
    await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(seconds * 1000 * pace, undefined, { signal });
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
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
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
/******/ 		return "" + chunkId + ".index.mjs";
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
/******/ 		792: 0
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
  x: () => (/* binding */ cli),
  P: () => (/* binding */ build_step)
});

;// CONCATENATED MODULE: external "os"
const external_os_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");
;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/utils.js
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */
/**
 * Sanitizes an input into a string so it can be passed into issueCommand safely
 * @param input input to sanitize into a string
 */
function utils_toCommandValue(input) {
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
function utils_toCommandProperties(annotationProperties) {
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
function command_issueCommand(command, properties, message) {
    const cmd = new Command(command, properties, message);
    process.stdout.write(cmd.toString() + external_os_namespaceObject.EOL);
}
function command_issue(name, message = '') {
    command_issueCommand(name, {}, message);
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
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A');
}
function escapeProperty(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A')
        .replace(/:/g, '%3A')
        .replace(/,/g, '%2C');
}
//# sourceMappingURL=command.js.map
;// CONCATENATED MODULE: external "fs"
const external_fs_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");
;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/file-command.js
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */



function file_command_issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!external_fs_namespaceObject.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    external_fs_namespaceObject.appendFileSync(filePath, `${utils_toCommandValue(message)}${external_os_namespaceObject.EOL}`, {
        encoding: 'utf8'
    });
}
function file_command_prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${crypto.randomUUID()}`;
    const convertedValue = utils_toCommandValue(value);
    // These should realistically never happen, but just in case someone finds a
    // way to exploit uuid generation let's not allow keys or values that contain
    // the delimiter.
    if (key.includes(delimiter)) {
        throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
    }
    if (convertedValue.includes(delimiter)) {
        throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
    }
    return `${key}<<${delimiter}${external_os_namespaceObject.EOL}${convertedValue}${external_os_namespaceObject.EOL}${delimiter}`;
}
//# sourceMappingURL=file-command.js.map
;// CONCATENATED MODULE: external "path"
const external_path_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");
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
    command_issueCommand('add-mask', {}, secret);
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
    process.env['PATH'] = `${inputPath}${path.delimiter}${process.env['PATH']}`;
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
        return file_command_issueFileCommand('OUTPUT', file_command_prepareKeyValueMessage(name, value));
    }
    process.stdout.write(external_os_namespaceObject.EOL);
    command_issueCommand('set-output', { name }, utils_toCommandValue(value));
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
    command_issueCommand('error', utils_toCommandProperties(properties), message instanceof Error ? message.toString() : message);
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
    process.stdout.write(message + os.EOL);
}
/**
 * Begin an output group.
 *
 * Output until the next `groupEnd` will be foldable in this group
 *
 * @param name The name of the output group
 */
function startGroup(name) {
    command_issue('group', name);
}
/**
 * End an output group.
 */
function endGroup() {
    command_issue('endgroup');
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
;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/summary.js
var summary_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const { access, appendFile, writeFile } = external_fs_namespaceObject.promises;
const SUMMARY_ENV_VAR = 'GITHUB_STEP_SUMMARY';
const SUMMARY_DOCS_URL = 'https://docs.github.com/actions/using-workflows/workflow-commands-for-github-actions#adding-a-job-summary';
class Summary {
    constructor() {
        this._buffer = '';
    }
    /**
     * Finds the summary file path from the environment, rejects if env var is not found or file does not exist
     * Also checks r/w permissions.
     *
     * @returns step summary file path
     */
    filePath() {
        return summary_awaiter(this, void 0, void 0, function* () {
            if (this._filePath) {
                return this._filePath;
            }
            const pathFromEnv = process.env[SUMMARY_ENV_VAR];
            if (!pathFromEnv) {
                throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
            }
            try {
                yield access(pathFromEnv, external_fs_namespaceObject.constants.R_OK | external_fs_namespaceObject.constants.W_OK);
            }
            catch (_a) {
                throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
            }
            this._filePath = pathFromEnv;
            return this._filePath;
        });
    }
    /**
     * Wraps content in an HTML tag, adding any HTML attributes
     *
     * @param {string} tag HTML tag to wrap
     * @param {string | null} content content within the tag
     * @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
     *
     * @returns {string} content wrapped in HTML element
     */
    wrap(tag, content, attrs = {}) {
        const htmlAttrs = Object.entries(attrs)
            .map(([key, value]) => ` ${key}="${value}"`)
            .join('');
        if (!content) {
            return `<${tag}${htmlAttrs}>`;
        }
        return `<${tag}${htmlAttrs}>${content}</${tag}>`;
    }
    /**
     * Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
     *
     * @param {SummaryWriteOptions} [options] (optional) options for write operation
     *
     * @returns {Promise<Summary>} summary instance
     */
    write(options) {
        return summary_awaiter(this, void 0, void 0, function* () {
            const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
            const filePath = yield this.filePath();
            const writeFunc = overwrite ? writeFile : appendFile;
            yield writeFunc(filePath, this._buffer, { encoding: 'utf8' });
            return this.emptyBuffer();
        });
    }
    /**
     * Clears the summary buffer and wipes the summary file
     *
     * @returns {Summary} summary instance
     */
    clear() {
        return summary_awaiter(this, void 0, void 0, function* () {
            return this.emptyBuffer().write({ overwrite: true });
        });
    }
    /**
     * Returns the current summary buffer as a string
     *
     * @returns {string} string of summary buffer
     */
    stringify() {
        return this._buffer;
    }
    /**
     * If the summary buffer is empty
     *
     * @returns {boolen} true if the buffer is empty
     */
    isEmptyBuffer() {
        return this._buffer.length === 0;
    }
    /**
     * Resets the summary buffer without writing to summary file
     *
     * @returns {Summary} summary instance
     */
    emptyBuffer() {
        this._buffer = '';
        return this;
    }
    /**
     * Adds raw text to the summary buffer
     *
     * @param {string} text content to add
     * @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
     *
     * @returns {Summary} summary instance
     */
    addRaw(text, addEOL = false) {
        this._buffer += text;
        return addEOL ? this.addEOL() : this;
    }
    /**
     * Adds the operating system-specific end-of-line marker to the buffer
     *
     * @returns {Summary} summary instance
     */
    addEOL() {
        return this.addRaw(external_os_namespaceObject.EOL);
    }
    /**
     * Adds an HTML codeblock to the summary buffer
     *
     * @param {string} code content to render within fenced code block
     * @param {string} lang (optional) language to syntax highlight code
     *
     * @returns {Summary} summary instance
     */
    addCodeBlock(code, lang) {
        const attrs = Object.assign({}, (lang && { lang }));
        const element = this.wrap('pre', this.wrap('code', code), attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML list to the summary buffer
     *
     * @param {string[]} items list of items to render
     * @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
     *
     * @returns {Summary} summary instance
     */
    addList(items, ordered = false) {
        const tag = ordered ? 'ol' : 'ul';
        const listItems = items.map(item => this.wrap('li', item)).join('');
        const element = this.wrap(tag, listItems);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML table to the summary buffer
     *
     * @param {SummaryTableCell[]} rows table rows
     *
     * @returns {Summary} summary instance
     */
    addTable(rows) {
        const tableBody = rows
            .map(row => {
            const cells = row
                .map(cell => {
                if (typeof cell === 'string') {
                    return this.wrap('td', cell);
                }
                const { header, data, colspan, rowspan } = cell;
                const tag = header ? 'th' : 'td';
                const attrs = Object.assign(Object.assign({}, (colspan && { colspan })), (rowspan && { rowspan }));
                return this.wrap(tag, data, attrs);
            })
                .join('');
            return this.wrap('tr', cells);
        })
            .join('');
        const element = this.wrap('table', tableBody);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds a collapsable HTML details element to the summary buffer
     *
     * @param {string} label text for the closed state
     * @param {string} content collapsable content
     *
     * @returns {Summary} summary instance
     */
    addDetails(label, content) {
        const element = this.wrap('details', this.wrap('summary', label) + content);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML image tag to the summary buffer
     *
     * @param {string} src path to the image you to embed
     * @param {string} alt text description of the image
     * @param {SummaryImageOptions} options (optional) addition image attributes
     *
     * @returns {Summary} summary instance
     */
    addImage(src, alt, options) {
        const { width, height } = options || {};
        const attrs = Object.assign(Object.assign({}, (width && { width })), (height && { height }));
        const element = this.wrap('img', null, Object.assign({ src, alt }, attrs));
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML section heading element
     *
     * @param {string} text heading text
     * @param {number | string} [level=1] (optional) the heading level, default: 1
     *
     * @returns {Summary} summary instance
     */
    addHeading(text, level) {
        const tag = `h${level}`;
        const allowedTag = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].includes(tag)
            ? tag
            : 'h1';
        const element = this.wrap(allowedTag, text);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML thematic break (<hr>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addSeparator() {
        const element = this.wrap('hr', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML line break (<br>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addBreak() {
        const element = this.wrap('br', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML blockquote to the summary buffer
     *
     * @param {string} text quote text
     * @param {string} cite (optional) citation url
     *
     * @returns {Summary} summary instance
     */
    addQuote(text, cite) {
        const attrs = Object.assign({}, (cite && { cite }));
        const element = this.wrap('blockquote', text, attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML anchor tag to the summary buffer
     *
     * @param {string} text link text/content
     * @param {string} href hyperlink
     *
     * @returns {Summary} summary instance
     */
    addLink(text, href) {
        const element = this.wrap('a', text, { href });
        return this.addRaw(element).addEOL();
    }
}
const _summary = new Summary();
/**
 * @deprecated use `core.summary`
 */
const markdownSummary = (/* unused pure expression or super */ null && (_summary));
const summary = _summary;
//# sourceMappingURL=summary.js.map
// EXTERNAL MODULE: ./build/src/runtime/report.js
var report = __nccwpck_require__(9306);
// EXTERNAL MODULE: ./build/src/runtime/run.js + 8 modules
var run = __nccwpck_require__(2435);
// EXTERNAL MODULE: ./build/src/runtime/surroundings.js
var surroundings = __nccwpck_require__(8371);
;// CONCATENATED MODULE: ./build/src/runtime/step.js




/** An action as a step of a workflow: inputs from the environment; log, outputs, annotations and summary to GitHub. */
async function step(action) {
    const outcome = await (0,run/* run */.e)(action, {
        input: (name) => process.env[`INPUT_${name.toUpperCase()}`],
        mask: setSecret,
        surroundings: { ...(0,surroundings/* surroundings */.i)(process.env['GITHUB_WORKSPACE'] ?? process.cwd(), print), trustsWorkspace: true },
        say,
    });
    for (const { title, fix } of outcome.pending)
        say(`pending: ${title}`, fix);
    const outputs = (0,report/* outputsOf */.Yz)(action, outcome);
    say('Outputs', outputs.map(({ name, text }) => `${name}: ${text.replaceAll('\n', '\n  ')}`).join('\n'));
    for (const { name, text } of outputs)
        setOutput(name, text);
    if (process.env['GITHUB_STEP_SUMMARY'])
        await summary.addRaw((0,report/* summaryOf */.YG)(action, outcome)).write();
    if (outcome.failure !== undefined)
        fail(action, outcome);
}
function fail({ name }, { failure }) {
    process.exitCode ??= 1;
    for (const { message, fix, at, cause } of (0,report/* explain */.WE)(failure)) {
        error(fix === undefined ? message : `${message}\n${fix}`, { title: name, ...placeOf(at) });
        if (cause !== undefined)
            print(dim(cause));
    }
}
const placeOf = (at) => ({
    ...(at === undefined ? {} : { file: at.file }),
    ...(at?.line === undefined ? {} : { startLine: at.line }),
    ...(at?.column === undefined ? {} : { startColumn: at.column }),
});
function say(line, detail) {
    if (detail === undefined)
        return print(line);
    startGroup(line.replaceAll(/[\r\n]+/g, ' '));
    print(detail);
    endGroup();
}
const dim = (text) => text
    .split('\n')
    .map((line) => `\u001B[2m${line}\u001B[0m`)
    .join('\n');
/** What others wrote may look like a command to the runner: then the runner is told to stop listening. */
function print(text) {
    const mark = crypto.randomUUID();
    const isSuspicious = text.includes('::') || text.includes('##[');
    process.stdout.write(isSuspicious ? `::stop-commands::${mark}\n${text}\n::${mark}::\n` : `${text}\n`);
}

;// CONCATENATED MODULE: ./build/index.mjs

const actions = {
  "bump-chart": () => Promise.all(/* import() */[__nccwpck_require__.e(815), __nccwpck_require__.e(863), __nccwpck_require__.e(783)]).then(__nccwpck_require__.bind(__nccwpck_require__, 783)),
  "parse-tag": () => __nccwpck_require__.e(/* import() */ 936).then(__nccwpck_require__.bind(__nccwpck_require__, 8936)),
  "push-tag": () => __nccwpck_require__.e(/* import() */ 258).then(__nccwpck_require__.bind(__nccwpck_require__, 3258)),
  "set-values": () => Promise.all(/* import() */[__nccwpck_require__.e(815), __nccwpck_require__.e(863), __nccwpck_require__.e(313)]).then(__nccwpck_require__.bind(__nccwpck_require__, 1313)),
};
const build_step = async (name) => step((await actions[name]()).default);
const cli = async (args) => (await __nccwpck_require__.e(/* import() */ 400).then(__nccwpck_require__.bind(__nccwpck_require__, 9400))).cli(actions, args);

var __webpack_exports__cli = __webpack_exports__.x;
var __webpack_exports__step = __webpack_exports__.P;
export { __webpack_exports__cli as cli, __webpack_exports__step as step };
