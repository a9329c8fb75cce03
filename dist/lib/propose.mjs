export const id = "propose";
export const ids = ["propose"];
export const modules = {

/***/ 53394:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  proposeImages: () => (/* binding */ proposeImages)
});

// EXTERNAL MODULE: ./build/src/domain/error.js
var error = __webpack_require__(12712);
// EXTERNAL MODULE: ./build/src/domain/edits/source.js
var edits_source = __webpack_require__(49931);
// EXTERNAL MODULE: ./build/src/domain/text.js
var domain_text = __webpack_require__(31987);
// EXTERNAL MODULE: ./build/src/domain/image-lists/odd-characters.js
var odd_characters = __webpack_require__(17730);
;// CONCATENATED MODULE: ./build/src/domain/image-lists/list-lines.js




const list_lines_name = String.raw `(?:"([^"\\]*)"|'([^']*)'|(\w[\w./-]*))`;
const digest = String.raw `(?:"(sha256:[^"\\]*)"|'(sha256:[^']*)'|(sha256:\w*))`;
const tail = '(?: +(#.*))? *$';
// What is in front, the text in double, single or no quotes, what is inside brackets, the comment.
const list_lines_forms = [
    ['flow', new RegExp(String.raw `^( *)${digest}: +\[([^\][{}#]*)\]${tail}`)],
    ['group', new RegExp(`^( *- +)name: +${list_lines_name}()${tail}`)],
    ['map', new RegExp(`^( *)dmap()()():()${tail}`)],
    ['block', new RegExp(`^( *)${digest}:()${tail}`)],
    ['item', new RegExp(`^( *)- +${list_lines_name}()${tail}`)],
    ['empty', new RegExp(String.raw `^( *)\[\]()()()()${tail}`)],
];
const nothing = /^(?: *| *#.*)$/;
/** The lines of a list that say something. Refuses a line of a form that such lists do not have. */
function listLines(source) {
    (0,odd_characters/* refuseOddCharacters */.K)(source, 'image lists');
    const lines = [];
    for (let [start, number] = [source.text.startsWith('\uFEFF') ? 1 : 0, 1]; start < source.text.length; number++) {
        const found = source.text.indexOf('\n', start);
        const end = found === -1 ? source.text.length : found + 1;
        const text = source.text.slice(start, end).replace(/\r?\n$/, '');
        const line = lineOf(text, { number, start, end });
        if (line !== undefined)
            lines.push(line);
        else if (!nothing.test(text) && !(number === 1 && text.trimEnd() === '---'))
            throw unreadLine(source, start);
        start = end;
    }
    return lines;
}
function lineOf(text, place) {
    for (const [kind, form] of list_lines_forms) {
        const found = form.exec(text);
        if (found === null)
            continue;
        const { 1: before = '', 2: double, 3: single, 4: plain, 5: inside, 6: comment } = found;
        const said = double ?? single ?? plain ?? '';
        return { ...place, kind, indent: before.length, text: said, inside: kind === 'flow' ? inside : undefined, comment };
    }
    return undefined;
}
/** The refusal of the line that begins at an offset. */
function unreadLine(source, start) {
    const [line = ''] = source.text.slice(start).split(/\r?\n/, 1);
    return new error/* ReleaseError */.K2(`A line of ${source.file} has no form that image lists have: ${(0,domain_text/* quoted */.TL)(line.slice(0, 100))}`, {
        fix: 'Write "- name: <image>", below it "dmap:", and below that lines such as "sha256:…": ["v1.0.0"], each indented further.',
        at: (0,edits_source/* positionAt */.t)(source, start),
    });
}

;// CONCATENATED MODULE: ./build/src/domain/image-lists/image-list.js



// Why: docs/decisions.md D57
/** Reads an image list. Its lines have few forms, which every YAML reader understands in the same way. */
function readImageList(source) {
    const lines = listLines(source);
    if (lines.length === 1 && lines[0]?.kind === 'empty')
        return { source, groups: [] };
    const heads = lines.flatMap(({ kind }, index) => (kind === 'group' ? [index] : []));
    const [first] = lines;
    if (first !== undefined && (first.kind !== 'group' || first.indent > 8))
        throw unreadLine(source, first.start);
    const groups = heads.map((head, index) => {
        const [line, ...others] = lines.slice(head, heads[index + 1]);
        if (line === undefined || line.indent !== first?.indent)
            throw unreadLine(source, line?.start ?? 0);
        return groupOf(source, line, others);
    });
    return { source, groups };
}
function groupOf(source, head, [map, ...lines]) {
    if (map?.kind !== 'map' || map.indent !== head.indent)
        throw unreadLine(source, map?.start ?? head.start);
    const indent = lines[0]?.indent ?? map.indent + 2;
    const starts = lines.flatMap(({ kind }, index) => (kind === 'item' ? [] : [index]));
    const entries = starts.map((start, index) => {
        const [line, ...items] = lines.slice(start, starts[index + 1]);
        if (line === undefined || line.indent !== indent || indent <= map.indent)
            throw unreadLine(source, line?.start ?? map.start);
        return entryOf(source, line, items);
    });
    if (lines[0]?.kind === 'item')
        throw unreadLine(source, lines[0].start);
    refuseRepeated(source, entries);
    const { text: name, start, number } = head;
    return { name, start, line: number, top: map.end, indent, entries, end: entries.at(-1)?.end ?? map.end };
}
function entryOf(source, line, items) {
    const [first] = items;
    const stray = items.find(({ indent }) => indent !== first?.indent || indent < line.indent);
    if (stray !== undefined)
        throw unreadLine(source, stray.start);
    if (line.kind !== 'block' && first !== undefined)
        throw unreadLine(source, first.start);
    const tags = line.inside === undefined ? items.map(({ text }) => text) : flowTags(source, line, line.inside);
    return { digest: line.text, tags, line, items, end: items.at(-1)?.end ?? line.end };
}
const flowTag = /^ *(?:"([^"\\]*)"|'([^']*)'|(\w[\w.-]*)) *$/;
function flowTags(source, line, inside) {
    const parts = inside.split(',');
    if (parts.at(-1)?.trim() === '')
        parts.pop();
    return parts.map((part) => {
        const [, double, single, plain] = flowTag.exec(part) ?? [];
        const tag = double ?? single ?? plain;
        if (tag === undefined)
            throw unreadLine(source, line.start);
        return tag;
    });
}
function refuseRepeated(source, entries) {
    const seen = new Map();
    for (const entry of entries) {
        const before = seen.get(entry.digest);
        if (before !== undefined)
            throw new error/* ReleaseError */.K2(`${entry.digest} is there twice below one name in ${source.file}, at lines ${before.line.number} and ${entry.line.number}.`, {
                fix: 'Put the tags of both lines on one of them, and remove the other.',
                at: (0,edits_source/* positionAt */.t)(source, entry.line.start),
            });
        seen.set(entry.digest, entry);
    }
}

// EXTERNAL MODULE: ./build/src/domain/image-lists/project.js
var project = __webpack_require__(82765);
// EXTERNAL MODULE: ./build/src/domain/images/reference.js
var images_reference = __webpack_require__(92556);
// EXTERNAL MODULE: ./build/src/world/parallel.js
var parallel = __webpack_require__(45827);
// EXTERNAL MODULE: ./build/src/domain/diff.js
var domain_diff = __webpack_require__(88311);
;// CONCATENATED MODULE: ./build/src/domain/image-lists/tag-order.js
/**
 * Orders tags as versions, whatever their scheme is: `v1.9` before `v1.10`, `v1.0.0-rc.1` before `v1.0.0`, and `v1.0.0`
 * before its revision `v1.0.0-1`.
 */
function compareVersions(one, other) {
    const [these, those] = [partsOf(one), partsOf(other)];
    for (let index = 0; index < these.length || index < those.length; index++) {
        const difference = compareParts(these[index] ?? end, those[index] ?? end);
        if (difference !== 0)
            return difference;
    }
    return 0;
}
const compareTexts = (one, other) => (one < other ? -1 : one > other ? 1 : 0);
// What may come at one place, in this order: `-rc`, the end of the tag, `-1`, another sign, letters, digits.
const ranks = { prerelease: 0, end: 1, revision: 2, sign: 3, letters: 4, digits: 5 };
const end = { rank: ranks.end, text: '' };
const partsOf = (tag) => Array.from(tag.replace(/^v(?=\d)/, '').matchAll(/\d+|[A-Za-z]+|-[A-Za-z]*|[^A-Za-z\d-]/g), ([text]) => ({
    rank: rankOf(text),
    text,
}));
function rankOf(text) {
    if (text.startsWith('-'))
        return text === '-' ? ranks.revision : ranks.prerelease;
    if (/\d/.test(text))
        return ranks.digits;
    return /[A-Za-z]/.test(text) ? ranks.letters : ranks.sign;
}
function compareParts(one, other) {
    if (one.rank !== other.rank)
        return one.rank - other.rank;
    if (one.rank !== ranks.digits)
        return compareTexts(one.text, other.text);
    const [these, those] = [withoutZeros(one.text), withoutZeros(other.text)];
    return these.length - those.length || compareTexts(these, those);
}
const withoutZeros = (digits) => digits.replace(/^0+(?=\d)/, '');

;// CONCATENATED MODULE: ./build/src/domain/image-lists/listed.js

/** The entries of an image, from all groups with its name. */
const entriesOf = ({ groups }, name) => groups.flatMap((group) => (group.name === name ? group.entries : []));
/** The digest that a list gives a tag. */
const listedDigest = (list, name, tag) => entriesOf(list, name).find(({ tags }) => tags.includes(tag))?.digest;
/** The digest and the tag of the version of an image that comes right before a tag. */
function versionBefore(list, name, tag) {
    return entriesOf(list, name)
        .flatMap(({ digest, tags }) => tags.map((one) => ({ digest, tag: one })))
        .filter((one) => compareVersions(one.tag, tag) < 0)
        .toSorted((one, other) => compareVersions(one.tag, other.tag))
        .at(-1);
}

;// CONCATENATED MODULE: ./build/src/domain/image-lists/order.js

// If a list fits several of them, the first one counts.
const orders = [
    { compare: compareVersions, isDescending: false },
    { compare: compareTexts, isDescending: false },
    { compare: compareVersions, isDescending: true },
    { compare: compareTexts, isDescending: true },
];
/** The index of a new entry in a group: its place in the order that the group has, or that the other groups have. */
function placeIn(list, group, tag) {
    const { compare, isDescending } = orderOf(list, group);
    const tags = group.entries.map(primaryTag);
    if (isDescending) {
        const older = tags.findIndex((other) => compare(other, tag) < 0);
        return older === -1 ? tags.length : older;
    }
    return tags.findLastIndex((other) => compare(other, tag) <= 0) + 1;
}
/** The tag that says where in its group an entry belongs. */
const primaryTag = ({ tags }) => tags[0] ?? '';
function orderOf(list, group) {
    const inGroup = orders.map((order) => violations(order, group));
    const fewest = Math.min(...inGroup);
    const best = orders.filter((_, index) => inGroup[index] === fewest);
    const [first] = best;
    if (first === undefined)
        throw new Error('There is no order.');
    if (best.length === 1)
        return first;
    const inList = best.map((order) => list.groups.reduce((sum, one) => sum + violations(order, one), 0));
    return best[inList.indexOf(Math.min(...inList))] ?? first;
}
/** How many neighbours of a group an order would have the other way round. */
function violations({ compare, isDescending }, { entries }) {
    let count = 0;
    for (let index = 1; index < entries.length; index++) {
        const [one, other] = [entries[index - 1], entries[index]];
        if (one === undefined || other === undefined)
            continue;
        const difference = compare(primaryTag(one), primaryTag(other));
        if (isDescending ? difference < 0 : difference > 0)
            count++;
    }
    return count;
}

;// CONCATENATED MODULE: ./build/src/domain/image-lists/promotion.js


// https://github.com/kubernetes-sigs/promo-tools/blob/main/types/image/image.go
const digestForm = /^sha256:[0-9a-f]{64}$/;
const tagForm = /^\w[\w.-]{0,127}$/;
const nameForm = /^[a-z0-9]+(?:[._-]+[a-z0-9]+)*(?:\/[a-z0-9]+(?:[._-]+[a-z0-9]+)*)*$/;
/** Why a promotion can go into no list; empty if it can. */
function flawsOf({ name, digest, tags }) {
    const flaws = [];
    if (!nameForm.test(name))
        flaws.push(new error/* ReleaseError */.K2(`${(0,domain_text/* quoted */.TL)(name)} is not the name of an image.`, {
            fix: 'Use lower-case letters and digits, such as kpromo or charts/example.',
        }));
    if (!digestForm.test(digest))
        flaws.push(new error/* ReleaseError */.K2(`The digest of ${(0,domain_text/* quoted */.TL)(name)} is ${(0,domain_text/* quoted */.TL)(digest)}, which is none.`, {
            fix: 'A digest is sha256: and 64 digits, 0 to 9 and a to f.',
        }));
    else if (/^sha256:(.)\1*$/.test(digest))
        flaws.push(new error/* ReleaseError */.K2(`The digest of ${(0,domain_text/* quoted */.TL)(name)} is ${digest}, which is a placeholder.`, {
            fix: 'Use the digest that the staging registry has.',
        }));
    if (tags.length === 0)
        flaws.push(new error/* ReleaseError */.K2(`${(0,domain_text/* quoted */.TL)(name)} has no tag.`, { fix: 'Name the tag that is to be promoted.' }));
    return [...flaws, ...tags.flatMap((tag) => tagFlaw(name, tag))];
}
function tagFlaw(name, tag) {
    if (!tagForm.test(tag))
        return [
            new error/* ReleaseError */.K2(`The tag ${(0,domain_text/* quoted */.TL)(tag)} of ${(0,domain_text/* quoted */.TL)(name)} is not a tag of an image.`, {
                fix: 'Use at most 128 letters, digits, underscores, dots and hyphens. The first one is no dot and no hyphen.',
            }),
        ];
    if (!isMovingTag(tag))
        return [];
    return [
        new error/* ReleaseError */.K2(`The tag ${(0,domain_text/* quoted */.TL)(tag)} of ${(0,domain_text/* quoted */.TL)(name)} moves from release to release.`, {
            fix: 'Promote the tag of one release, such as v1.2.0: what is in production cannot be moved.',
        }),
    ];
}
/** Whether a tag has no digit, such as `main`, or speaks of the latest image. */
const isMovingTag = (tag) => !/\d/.test(tag) || /(?:^|[._-])latest(?:[._-]|$)/.test(tag);

;// CONCATENATED MODULE: ./build/src/domain/image-lists/spelling.js
// Why: docs/decisions.md D57
/** The line of a new entry: always with double quotes, and otherwise spelled as its neighbour. */
function entryLine(list, { indent, neighbour }, { digest, tags }) {
    const all = list.groups.flatMap(({ entries }) => entries);
    const model = [neighbour, ...all].find((entry) => entry?.line.inside !== undefined);
    const space = /^ .* $/.test(model?.line.inside ?? '') ? ' ' : '';
    const text = tags.map((tag) => `"${tag}"`).join(separatorOf(list, neighbour));
    return `${' '.repeat(indent)}"${digest}": [${space}${text}${space}]`;
}
/** The lines of a new group with one entry. */
function groupLines(list, promotion) {
    const [model] = list.groups;
    const [, before = '- '] = /^( *- +)/.exec(list.source.text.slice(model?.start ?? 0)) ?? [];
    const indent = model?.indent ?? before.length + 2;
    return [
        `${before}name: ${promotion.name}`,
        `${' '.repeat(before.length)}dmap:`,
        entryLine(list, { indent, neighbour: model?.entries[0] }, promotion),
    ];
}
/** The lines of an entry with more tags. They become one line with double quotes, and its comments stay. */
function withTags(list, entry, tags) {
    const { line, items, end } = entry;
    const text = list.source.text.slice(line.start, end);
    const head = text.replace(/^( *)(?:"[^"]*"|'[^']*'|sha256:\w*)/, `$1"${entry.digest}"`);
    const separator = separatorOf(list, entry);
    const added = tags.map((tag) => `"${tag}"`).join(separator);
    if (line.inside !== undefined) {
        const [, before = '', after = ''] = /^(.*?),?( *)$/.exec(line.inside) ?? [];
        const inside = before.trim() === '' ? added + after : before + separator + added + after;
        return head.replace(/\[[^\]]*\]/, () => `[${inside}]`);
    }
    const comments = [line, ...items].flatMap(({ comment }) => (comment === undefined ? [] : [comment]));
    const [ending = ''] = /(?:\r?\n)?$/.exec(text) ?? [];
    const { digest } = entry;
    const whole = entryLine(list, { indent: line.indent, neighbour: entry }, { name: '', digest, tags: [...entry.tags, ...tags] });
    return [whole, ...comments].join(' ') + ending;
}
/** How tags are separated there, or else elsewhere in the list. */
function separatorOf(list, neighbour) {
    const all = list.groups.flatMap(({ entries }) => entries);
    for (const entry of [neighbour, ...all]) {
        const [, separator] = /["'](\s*,\s*)["']/.exec(entry?.line.inside ?? '') ?? [];
        if (separator !== undefined)
            return separator;
    }
    return ', ';
}
const newlineOf = ({ source }) => (source.text.includes('\r\n') ? '\r\n' : '\n');

;// CONCATENATED MODULE: ./build/src/domain/image-lists/blocks.js
/** The blocks of a list, each with the comments and blank lines above it. */
function blocksOf({ source, groups }) {
    const blocks = [];
    let end = 0;
    for (const group of groups) {
        const heading = source.text.slice(end, group.start);
        const last = blocks.at(-1);
        if (last === undefined || heading !== '')
            blocks.push({ groups: [group], heading });
        else
            last.groups.push(group);
        end = group.end;
    }
    return blocks;
}
/**
 * Whether each release has a block of its own, as in the list of kops: names repeat, and most groups of such names have one
 * entry.
 */
function hasBlockPerRelease({ groups }) {
    const repeated = [...Map.groupBy(groups, ({ name }) => name).values()].filter((same) => same.length > 1).flat();
    return repeated.filter(({ entries }) => entries.length === 1).length * 2 > repeated.length;
}

;// CONCATENATED MODULE: ./build/src/domain/image-lists/spot.js



/** Where a promotion goes, as the people who wrote the list would have it. */
function spotFor(list, promotion) {
    const { groups } = list;
    if (!hasBlockPerRelease(list))
        return spotIn(list, groups, promotion);
    const block = blocksOf(list).findLast((one) => hasTagOf(one, promotion));
    return block === undefined ? newBlock(list, promotion) : spotIn(list, block.groups, promotion);
}
const hasTagOf = ({ groups }, { tags }) => groups.some(({ entries }) => entries.some((entry) => entry.tags.some((tag) => tags.includes(tag))));
function spotIn(list, groups, { name, tags }) {
    const same = groups.filter((group) => group.name === name);
    const group = nearest(same, tags[0] ?? '');
    return group === undefined ? newGroup(list, groups, name) : { kind: 'group', group };
}
/** The group with the version just below. */
function nearest(groups, tag) {
    if (groups.length < 2)
        return groups[0];
    const older = groups
        .flatMap((group) => group.entries.map((entry) => ({ group, tag: primaryTag(entry) })))
        .filter((one) => compareVersions(one.tag, tag) < 0);
    const closest = older.toSorted((one, other) => compareVersions(one.tag, other.tag)).at(-1);
    return (closest ?? { group: groups.at(-1) }).group;
}
/** In the order of the names if there is one, and otherwise at the end. */
function newGroup(list, groups, name) {
    const isBlock = groups.length < list.groups.length;
    const isSorted = groups.every((group, index) => compareTexts(groups[index - 1]?.name ?? '', group.name) <= 0);
    const behind = isSorted ? groups.findLastIndex((group) => group.name < name) : groups.length - 1;
    const blank = areSeparated(list, groups) ? [''] : [];
    const [before, first] = [groups[behind], groups[0]];
    if (before !== undefined)
        return { kind: 'new group', place: before.end, above: blank, below: [] };
    // The comments above the first group of a block are the heading of the block.
    const place = first === undefined ? list.source.text.length : isBlock ? first.start : aboveComments(list, first);
    return { kind: 'new group', place, above: [], below: blank };
}
/** Where the comments begin that stand right above a group. */
function aboveComments({ source }, { start }) {
    const [comments = ''] = /(?:^ *#[^\n]*\n)*(?![^])/m.exec(source.text.slice(0, start)) ?? [];
    return start - comments.length;
}
/** Whether most groups have a blank line above them. */
function areSeparated({ source }, groups) {
    const gaps = groups.slice(1).map((group, index) => source.text.slice(groups[index]?.end, group.start));
    return gaps.filter(hasBlankLine).length * 2 > gaps.length;
}
const hasBlankLine = (text) => /^[ \r]*$/m.test(text.replace(/\n$/, '')) && text !== '';
/** Below all others, with a heading such as theirs. */
function newBlock(list, { tags }) {
    const blocks = blocksOf(list);
    const blanks = blocks
        .slice(1)
        .map(({ heading }) => heading.split('\n').filter((line) => line.trim() === '').length - 1);
    const [last] = blocks.slice(-1);
    const old = last?.groups.flatMap(({ entries }) => entries.flatMap((entry) => entry.tags)) ?? [];
    const comments = last?.heading.split(/\r?\n/).filter((line) => line.startsWith('#')) ?? [];
    const title = comments.findLast((line) => old.some((tag) => line.includes(tag)));
    const tag = old.find((one) => title?.includes(one) === true);
    const heading = title === undefined || tag === undefined ? [] : [title.replace(tag, () => tags[0] ?? '')];
    const above = [...Array(Math.max(1, mostCommon(blanks))).fill(''), ...heading];
    return { kind: 'new group', place: list.groups.at(-1)?.end ?? 0, above, below: [] };
}
const mostCommon = (counts) => counts.toSorted((one, other) => occurrences(counts, one) - occurrences(counts, other)).at(-1) ?? 1;
const occurrences = (counts, count) => counts.filter((one) => one === count).length;

;// CONCATENATED MODULE: ./build/src/domain/image-lists/add.js








// Why: docs/decisions.md D57
/** Adds promotions to a list. Every other byte stays. Refuses a tag that the list gives another digest. */
function addToImageList(source, promotions) {
    const before = readImageList(source);
    const wanted = joined(promotions);
    (0,error/* refuseIfAny */.Yb)(`${source.file} cannot promote this.`, [
        ...wanted.flatMap(flawsOf),
        ...wanted.flatMap((one) => conflictsOf(before, wanted, one)),
    ]);
    const added = wanted.flatMap((one) => missingFrom(before, one));
    const base = before.groups.length === 0 && added.length > 0 ? withoutPlaceholder(before) : before;
    const after = added.reduce(withPromotion, base);
    proveAdded(before, after, added);
    return { text: after.source.text, added };
}
/** What stands in a list that has no entries yet, to be replaced by the first one. */
const withoutPlaceholder = ({ source }) => readImageList({ ...source, text: source.text.replace(/^(?:# *no images yet\.?|\[\]) *\r?\n?/gim, '') });
/** One promotion for each digest of an image. */
function joined(promotions) {
    const same = Map.groupBy(promotions, ({ name, digest }) => `${name}@${digest}`);
    return [...same.values()].flatMap(([first, ...others]) => first === undefined ? [] : [{ ...first, tags: [...new Set([first, ...others].flatMap(({ tags }) => tags))] }]);
}
function conflictsOf(list, wanted, { name, digest, tags }) {
    const listed = entriesOf(list, name).flatMap((entry) => entry.digest === digest ? [] : entry.tags.filter((tag) => tags.includes(tag)).map((tag) => ({ entry, tag })));
    const twice = wanted.flatMap((other) => other.name === name && other.digest < digest
        ? tags.filter((tag) => other.tags.includes(tag)).map((tag) => ({ other, tag }))
        : []);
    return [
        ...listed.map(({ entry, tag }) => new error/* ReleaseError */.K2(`${name}:${tag} is ${entry.digest} in ${list.source.file}, not ${digest}.`, {
            fix: 'A tag in production is never moved. Release the new image with another tag.',
            at: (0,edits_source/* positionAt */.t)(list.source, entry.line.start),
        })),
        ...twice.map(({ other, tag }) => new error/* ReleaseError */.K2(`${name}:${tag} is to be ${other.digest} and also ${digest}.`, {
            fix: 'Name one of the two digests.',
        })),
    ];
}
function missingFrom(list, { name, digest, tags }) {
    const there = new Set(entriesOf(list, name).flatMap((entry) => (entry.digest === digest ? entry.tags : [])));
    const missing = tags.filter((tag) => !there.has(tag));
    return missing.length === 0 ? [] : [{ name, digest, tags: missing }];
}
/** The list with one more promotion. Its first tag decides where a new line goes. */
function withPromotion(list, promotion) {
    const { name, digest, tags } = promotion;
    const entry = entriesOf(list, name).findLast((one) => one.digest === digest);
    if (entry !== undefined)
        return spliced(list, entry.line, entry.end, withTags(list, entry, tags));
    const spot = spotFor(list, promotion);
    if (spot.kind === 'new group')
        return inserted(list, spot.place, [...spot.above, ...groupLines(list, promotion), ...spot.below]);
    const index = placeIn(list, spot.group, tags[0] ?? '');
    const neighbour = spot.group.entries[Math.max(0, index - 1)];
    const place = index === 0 ? spot.group.top : (neighbour?.end ?? spot.group.top);
    return inserted(list, place, [entryLine(list, { indent: spot.group.indent, neighbour }, promotion)]);
}
function spliced({ source }, { start }, end, text) {
    return readImageList({ ...source, text: source.text.slice(0, start) + text + source.text.slice(end) });
}
function inserted(list, place, lines) {
    const { text } = list.source;
    const newline = newlineOf(list);
    const added = lines.join(newline);
    const isUnended = place > 0 && text[place - 1] !== '\n';
    return spliced(list, { start: place }, place, isUnended ? newline + added : added + newline);
}
/** Proves that the list is what it was, and promotes what was added. */
function proveAdded(before, after, added) {
    const expected = [...promoted(before), ...added.flatMap(tagged)].toSorted();
    const found = promoted(after).toSorted();
    if (expected.length === found.length && expected.every((one, index) => one === found[index]))
        return;
    throw new Error(`Adding ${added.flatMap(tagged).join(', ')} to ${before.source.file} would change other entries.`);
}
const promoted = ({ groups }) => groups.flatMap(({ name, entries }) => entries.flatMap(({ digest, tags }) => tagged({ name, digest, tags })));
const tagged = ({ name, digest, tags }) => tags.map((tag) => `${name}:${tag}@${digest}`);

;// CONCATENATED MODULE: ./build/src/domain/image-lists/list-proposal.js

/** The branch of the proposal that begins with this tag. */
const promotionBranch = (project, tag) => `${project}-${tag}-image-promotion`;
/** As Kubernetes' own tool writes it. Only the release managers' own project has a prefix. */
const promotionTitle = (project, tags) => `${beginningOf(project)}${tags.join(' / ')}`;
const beginningOf = (project) => `${project === 'kubernetes' ? 'releng: ' : ''}Image promotion for ${project} `;
/** The tags in the title of a proposal of this project, the first one first. */
function tagsOfTitle(title, project) {
    const beginning = beginningOf(project);
    return title.startsWith(beginning) ? title.slice(beginning.length).split(' / ') : [];
}
/** What one text of a list promotes and another one does not. */
function additionsOf(before, after) {
    const there = new Set(promotionsIn(before).map(keyOf));
    return promotionsIn(after).filter((one) => !there.has(keyOf(one)));
}
/** One for each tag. */
const promotionsIn = (source) => readImageList(source).groups.flatMap(({ name, entries }) => entries.flatMap(({ digest, tags }) => tags.map((tag) => ({ name, digest, tags: [tag] }))));
const keyOf = ({ name, digest, tags }) => `${name}:${tags.join()}@${digest}`;
// https://github.com/kubernetes/k8s.io/blob/main/.github/pull_request_template.md has these headings and four statements.
/** The text of the pull request: what was read, what it shows, and how kpromo would be called for the same. */
function promotionBody(texts) {
    const { project, tags, evidence, reviewers, hold } = texts;
    return [
        '**What this PR does / why we need it**:',
        '',
        `${promotionTitle(project, tags)}. These digests were read from the staging registry, right before this was pushed:`,
        '',
        '```',
        ...evidence.flatMap(evidenceLines),
        '```',
        '',
        '**Special notes for your reviewer**:',
        '',
        '- [x] The digests were read from the registry and are above. `gcrane digest` prints the same for each tag.',
        multiArchStatement(evidence),
        ...evidence.map(platformLine),
        `- [x] No tag resolves to latest or moves: ${tags.join(', ')}.`,
        '- [x] registry.k8s.io is immutable: if a digest is wrong, a new release is cut.',
        '',
        'This PR was made by [release-actions](https://github.com/org/release-actions). The same with `kpromo`:',
        '',
        '```',
        kpromoCommand(texts),
        '```',
        '',
        ...(hold ? ['/hold'] : []),
        ...(reviewers.length > 0 ? [`cc: ${mentions(reviewers)}`] : []),
        '',
    ].join('\n');
}
/** The lines that say what was read: one for each tag. */
const evidenceLines = ({ source, tags, digest }) => tags.map((tag) => `${source}:${tag}@${digest}`);
function multiArchStatement(evidence) {
    const single = evidence.filter(({ isIndex, platforms }) => !isIndex && platforms !== undefined);
    return single.length === 0
        ? '- [x] Every image is multi-arch, for all platforms that the project supports:'
        : '- [ ] Not every image is multi-arch. These are the platforms:';
}
const platformLine = ({ name, tags, isIndex, platforms }) => `  - ${name} ${tags.join(', ')}: ${platforms === undefined ? 'no image' : `${platforms.join(', ')}${isIndex ? '' : ' (a single image)'}`}`;
const kpromoCommand = ({ project, tags, evidence, fork, reviewers }) => [
    `kpromo pr --fork ${fork} --project ${project}`,
    ...(reviewers.length > 0 ? [`--reviewers "${mentions(reviewers)}"`] : []),
    ...tags.map((tag) => `--tag ${tag}`),
    ...[...new Set(evidence.map(({ name }) => name))].map((name) => `--image ${name}`),
].join(' ');
const mentions = (reviewers) => reviewers.map((one) => `@${one}`).join(', ');

// EXTERNAL MODULE: ./build/src/domain/place.js
var domain_place = __webpack_require__(14773);
// EXTERNAL MODULE: ./build/src/plans/proposals/account.js
var proposals_account = __webpack_require__(52021);
// EXTERNAL MODULE: ./build/src/plans/proposals/pull-request.js
var pull_request = __webpack_require__(7255);
// EXTERNAL MODULE: ./build/src/plans/proposals/text.js
var proposals_text = __webpack_require__(90639);
// EXTERNAL MODULE: ./build/src/world/change.js
var change = __webpack_require__(41740);
// EXTERNAL MODULE: external "node:path/posix"
var posix_ = __webpack_require__(53916);
// EXTERNAL MODULE: ./build/src/plans/proposals/own-commit.js
var own_commit = __webpack_require__(96570);
;// CONCATENATED MODULE: ./build/actions/promote-image/proposal-branch.js





/** Reads the branch and its pull requests. Refuses commits of others, and a pull request that was closed. */
async function lookAtProposal(wanted, { place, account }, github) {
    const { route, branch, ref } = place;
    const { fork } = wanted;
    const tip = await github.refs.at(fork, ref);
    const [open, closed, ahead] = await (0,parallel/* together */.bs)([
        github.proposals.find(route),
        github.proposals.lastClosed(route),
        tip === undefined ? [] : github.commits.ahead(route, otherwise(wanted, branch)),
    ]);
    const own = account === undefined
        ? ahead.find(({ parents }) => parents.length < 2)
        : (0,own_commit/* ownCommit */.E)(ahead, { account, branch, fix: otherwise(wanted, branch) });
    if (tip !== undefined && open === undefined && closed?.isMerged === false)
        throw closedByOthers(wanted, closed, branch);
    const wasMerged = open === undefined && closed?.isMerged === true;
    // After a merge, another run may have begun the next pull request on the same branch.
    if (tip === undefined || own === undefined || (wasMerged && closed?.commit === tip))
        return { ...proposal_branch_nothing, tip, open, wasMerged };
    const [change, text] = await (0,parallel/* together */.bs)([
        changeOf(wanted, own, github),
        github.files.text(fork, tip, wanted.list.file),
    ]);
    return { tip, open, wasMerged, text, ...change };
}
const proposal_branch_nothing = { additions: [], title: undefined, tags: [], text: undefined };
/** What a commit adds to the list. The list may have had another path then. */
async function changeOf({ fork, repository, project, list }, own, github) {
    const { message, files } = await github.commits.find(fork, own.sha);
    const path = files.find((file) => file === list.file) ?? files.find((file) => (0,posix_.basename)(file) === (0,posix_.basename)(list.file));
    const [parent = ''] = own.parents;
    const [before = '', after = ''] = path === undefined
        ? []
        : await (0,parallel/* together */.bs)([github.files.text(repository, parent, path), github.files.text(fork, own.sha, path)]);
    const file = path ?? list.file;
    const [title = ''] = message.split('\n', 1);
    return {
        title,
        tags: tagsOfTitle(title, project),
        additions: additionsOf({ file, text: before }, { file, text: after }),
    };
}
const otherwise = ({ fork }, branch) => `Merge the pull request. Or delete the branch ${branch} of ${fork}, and run it again: then a new one is made.`;
const closedByOthers = ({ repository, fork }, { number, url }, branch) => new error/* ReleaseError */.K2(`Pull request #${number} of ${repository} was closed and not merged: ${url}`, {
    fix: `Open it again. Or delete the branch ${branch} of ${fork}, and run it again: then a new pull request is opened.`,
});

// EXTERNAL MODULE: ./build/src/plans/proposals/fork.js
var proposals_fork = __webpack_require__(6280);
;// CONCATENATED MODULE: ./build/actions/promote-image/proposal-fork.js




/** Looks at the fork, and at what the token may do there. */
async function lookAtFork({ fork, repository, base }, { github, event }) {
    (0,error/* refuseIfAny */.Yb)('The pull request cannot be opened.', (0,proposals_fork/* sameAccountRefusals */.v)(fork, repository, ''));
    const { repositories, files } = await github();
    const seen = await repositories.reach(fork);
    (0,proposals_fork/* refuseUnrelatedFork */.n)(fork, repository, seen.parent);
    const { scopes, name } = seen;
    const scope = seen.isPrivate ? 'repo' : 'public_repo';
    const page = `${event.server}/settings/tokens/new?scopes=${scope},workflow`;
    const token = `a classic token with the scopes ${scope} and workflow at ${page}, and pass it as the input token.`;
    const permissionFix = `Make ${token} Neither a fine-grained token nor the token of a job can contribute to a repository of another owner.`;
    const found = { repository: seen, permissionFix };
    if (scopes !== undefined && !scopes.includes('repo') && !scopes.includes(scope))
        return { ...found, waitsFor: [lackingScope(scope, scopes, `Make ${token}`)] };
    const lacksWorkflows = scopes !== undefined && !scopes.includes('workflow');
    const [here, there] = lacksWorkflows
        ? await (0,parallel/* together */.bs)([
            files.objectAt(name, seen.defaultBranch, workflows),
            files.objectAt(repository, base.sha, workflows),
        ])
        : [];
    return {
        ...found,
        waitsFor: [
            ...(seen.mayPush === false ? [lackingPush(name, scopes === undefined ? permissionFix : ownFork)] : []),
            ...(there === undefined || here === there
                ? []
                : [lackingWorkflow(name, repository, `Press "Sync fork" at ${event.urlOf(name)}. Or make ${token}`)]),
        ],
    };
}
const workflows = '.github/workflows';
const lackingScope = (scope, scopes, fix) => ({
    title: `the scope ${scope} of the token`,
    fix: `Now it has ${scopes.length === 0 ? 'no scope' : (0,domain_text/* listed */.KE)(scopes)}. ${fix}`,
});
const lackingPush = (fork, fix) => ({ title: `permission to push to ${fork}`, fix });
const ownFork = 'Set the input fork to a fork that belongs to the account of the token, or pass the token of an account that may push there.';
const lackingWorkflow = (fork, repository, fix) => ({
    title: 'the scope workflow of the token',
    fix: `${fork} has other workflow files than ${repository}, and the branch brings them along. ${fix}`,
});

// EXTERNAL MODULE: ./build/src/domain/commits/proposal.js
var proposal = __webpack_require__(27037);
;// CONCATENATED MODULE: ./build/actions/promote-image/proposal-place.js





// Why: docs/decisions.md D67
/** The first run for the tags of a commit names the branch. A ref of the fork tells the others which one it is. */
async function placeOfProposal({ project, promotions, repository, base }, fork, world) {
    const commit = await releasedCommit(world);
    const claim = commit === undefined ? undefined : `refs/image-promotions/${project}/${commit}`;
    const claimed = claim === undefined ? undefined : await claimedTag(claim, { project, fork, world });
    const branch = (0,proposal/* parseBranch */.Qd)(promotionBranch(project, claimed ?? promotions[0]?.tags[0] ?? ''));
    const [owner = ''] = fork.name.split('/', 1);
    return {
        branch,
        ref: `refs/heads/${branch}`,
        route: { repository, base: base.branch, head: `${owner}:${branch}` },
        claims: claim === undefined || claimed !== undefined ? [] : [{ ref: claim, seen: undefined }],
        notes: commit === undefined
            ? ['No tag says which commit is released, so other tags of this commit get pull requests of their own.']
            : [`The tags of ${(0,domain_text/* short */.h0)(commit)} go into one pull request, from the branch ${branch} of ${fork.name}.`],
    };
}
/** The commit of the tag that started this run, or the one that is checked out, if it has a tag. */
async function releasedCommit({ event, git }) {
    if (event.tag !== undefined)
        return event.sha;
    const head = await (0,parallel/* orRefusal */.kr)(git.commits.find('HEAD'));
    if (head instanceof error/* ReleaseError */.K2)
        return undefined; // there is no checkout
    const tags = await git.tags.here();
    return [...tags.values()].some(({ commit }) => commit === head.sha) ? head.sha : undefined;
}
/** The tag that the first run for this commit has begun with: its commit is the claim. */
async function claimedTag(claim, { project, fork, world }) {
    const github = await world.github();
    const sha = await github.refs.at(fork.name, claim);
    if (sha === undefined)
        return undefined;
    const { message } = await github.commits.find(fork.name, sha);
    const [tag] = tagsOfTitle(message.split('\n', 1)[0] ?? '', project);
    if (tag !== undefined)
        return tag;
    throw new error/* ReleaseError */.K2(`${claim} of ${fork.name} is at ${(0,domain_text/* short */.h0)(sha)}, which is no promotion of ${project}.`, {
        fix: `Delete this ref: git push ${world.event.urlOf(fork.name)} :${claim}`,
    });
}

;// CONCATENATED MODULE: ./build/actions/promote-image/list-proposal.js














// Why: docs/decisions.md D67
/** Proposes lines of a list by one pull request from a fork. The runs for the tags of one commit share it. */
async function proposeList(given, world) {
    const { list, promotions, repository } = given;
    if (addToImageList(list, promotions).added.length === 0)
        return nothingToPropose(given);
    const github = await world.github();
    const [fork, account] = await (0,parallel/* together */.bs)([lookAtFork(given, world), (0,proposals_account/* accountOfToken */.a)(world)]);
    const wanted = { ...given, fork: fork.repository.name }; // as GitHub writes it
    const place = await placeOfProposal(wanted, fork.repository, world);
    const mayWrite = fork.waitsFor.length === 0;
    const seen = await lookAtProposal(wanted, { place, account: mayWrite ? account : undefined }, github);
    const edit = await editOf(wanted, seen, account);
    const isThere = seen.text === edit.text && seen.title === edit.title;
    const pushing = isThere ? undefined : await push(wanted, edit, { place, fork, seen, world });
    const { title, body, lines } = edit;
    const steps = await (0,pull_request/* pullRequestSteps */.S)({
        route: place.route,
        found: seen.open,
        proposed: { ...nobody, title, body },
        pushing,
        lacksText: seen.open !== undefined && !lines.every((line) => seen.open?.body.includes(line)),
        permissionFix: fork.permissionFix,
    }, github, world);
    return {
        notes: [...place.notes, ...steps.notes],
        waitsFor: (pushing ?? steps.updating) === undefined ? [] : [...fork.waitsFor, ...steps.waitsFor],
        changes: [pushing, steps.updating],
        pending: steps.pending,
        facts: ({ made, isMade }) => [
            steps.fact(made),
            pushing === undefined || isMade(pushing)
                ? commitFact(made(pushing) ?? seen.tip ?? '', world.event.urlOf(wanted.fork))
                : { name: 'Commit', value: 'not made yet' },
            { name: 'Branch', value: `${place.route.head} → ${wanted.base.branch} of ${repository}` },
        ],
        pullRequest: steps.opened,
    };
}
const commitFact = (sha, page) => ({
    name: 'Commit',
    value: (0,domain_text/* short */.h0)(sha),
    url: `${page}/commit/${sha}`,
});
/** Adds the lines of this run, and those that are proposed already, to the list of the base. */
async function editOf(wanted, seen, account) {
    const edited = addToImageList(wanted.list, [...seen.additions, ...wanted.promotions]);
    const tags = tagsInOrder(seen.tags, edited.added);
    const evidence = inOrder(await wanted.evidenceOf(edited.added), tags);
    const title = promotionTitle(wanted.project, tags);
    const body = promotionBody({ ...wanted, tags, evidence });
    (0,error/* refuseIfAny */.Yb)('The text of the pull request cannot be used.', (0,proposals_text/* textRefusals */.j)({ title, body }, fewerImages));
    return { ...edited, account, title, body, lines: evidence.flatMap(evidenceLines) };
}
/** People are named in the text: nobody outside may ask for a review there. */
const nobody = {
    isDraft: false,
    labels: [],
    reviewers: [],
    teamReviewers: [],
    assignees: [],
    milestone: undefined,
};
const fewerImages = {
    title: 'Promote fewer tags in one pull request: merge this one first.',
    body: 'Promote fewer images in one run: name them in the input images.',
};
function nothingToPropose({ list, repository }) {
    return {
        notes: [`${list.file} of ${repository} has all of it.`],
        waitsFor: [],
        changes: [],
        pending: [],
        facts: () => [],
        pullRequest: () => undefined,
    };
}
/** The tags of what is added: those that are proposed already keep their places. */
function tagsInOrder(proposed, added) {
    const tags = added.flatMap((one) => one.tags);
    return [...new Set([...proposed.filter((tag) => tags.includes(tag)), ...tags])];
}
const inOrder = (evidence, order) => evidence.toSorted((one, other) => order.indexOf(one.tags[0] ?? '') - order.indexOf(other.tags[0] ?? ''));
/** Puts the commit on the branch. The images are read again right before that. */
async function push({ repository, base, list, evidenceOf }, { text, added, title, account }, { place, fork, seen, world }) {
    const { proposals, forkCommits, refs } = await world.github();
    const { open, wasMerged } = seen;
    const message = `${title}\n\nSigned-off-by: ${account}\n`;
    const commit = forkCommits.create({
        fork: fork.repository,
        parent: base.sha,
        file: { path: list.file, mode: '100644', content: Buffer.from(text) },
        message,
        account,
        refs: [{ ref: place.ref, seen: seen.tip }, ...place.claims],
    });
    const diff = await (0,domain_diff/* unifiedDiff */.W)(list.file, list.text, text);
    return {
        ...commit,
        title: `Push ${place.branch} to ${fork.repository.name}`,
        detail: `${message}\n${diff}`,
        places: (0,domain_place/* placesIn */.yN)(diff, list.file),
        apply: async (made) => {
            await evidenceOf(added);
            if (wasMerged && (await refs.at(repository, `refs/heads/${base.branch}`)) !== base.sha)
                throw new change/* Moved */.a(`${base.branch} of ${repository} has moved since it was read`);
            const sha = await commit.apply(made);
            if (open !== undefined && !(await proposals.isOpen(open)))
                throw new change/* Moved */.a(`somebody merged or closed pull request #${open.number} of ${repository}`);
            return sha;
        },
    };
}

// EXTERNAL MODULE: ./build/src/domain/image-lists/list-path.js
var list_path = __webpack_require__(73068);
// EXTERNAL MODULE: ./build/src/domain/suggestion.js
var suggestion = __webpack_require__(2680);
// EXTERNAL MODULE: ./build/src/domain/image-lists/promoter-manifest.js + 1 modules
var promoter_manifest = __webpack_require__(9716);
;// CONCATENATED MODULE: ./build/src/domain/image-lists/list-place.js






// Why: docs/decisions.md D62
/**
 * Finds the manifest with a source. Only manifests that have its name in them are read: nobody has to wait because the
 * manifest of another project is wrong.
 */
function placeOfList(manifests, { from, named, repository }) {
    const source = (0,images_reference/* referenceText */.n5)(from);
    const own = manifests.filter(({ file }) => named === undefined || file === (0,list_path/* manifestPath */.ji)(named));
    if (named !== undefined && own.length === 0)
        throw new error/* ReleaseError */.K2(`${repository} has no ${(0,list_path/* manifestPath */.ji)(named)}, so ${(0,list_path/* listPath */.Kx)(named)} promotes nothing.`, {
            fix: 'Correct the input list, or leave it out: then the list is found by its source.',
        });
    const places = own
        .filter(({ text }) => text.includes(from.repository))
        .map(promoter_manifest/* readPromoterManifest */.U)
        .filter((one) => (0,images_reference/* referenceText */.n5)(one.from) === source)
        .map((manifest) => ({ manifest, list: manifest.file.replace(...toList) }));
    const [place, other] = places;
    if (place === undefined)
        throw named === undefined ? unknownSource() : otherSource(named);
    if (other === undefined) {
        if (named === undefined && deprecated.test(place.list))
            throw deprecatedList(place.list, source);
        return place;
    }
    throw new error/* ReleaseError */.K2(`${places.length} promoter manifests of ${repository} have ${source} as their source: ${(0,domain_text/* listed */.KE)(places.map(({ manifest }) => manifest.file))}.`, {
        fix: `Name the list in the input list: ${(0,domain_text/* listed */.KE)(places.map(({ list }) => list), 'or')}.`,
    });
    function unknownSource() {
        return new error/* ReleaseError */.K2(`No promoter manifest of ${repository} has ${source} as its source. There are ${manifests.length}.`, { fix: `Correct the input from. ${(0,suggestion/* suggestion */.h)(source, manifests.flatMap(sourceIn)) ?? 'Add a manifest first.'}` });
    }
    function otherSource(wanted) {
        const [there] = own.flatMap(sourceIn);
        return new error/* ReleaseError */.K2(`${(0,list_path/* manifestPath */.ji)(wanted)} of ${repository} has ${there ?? 'something else'} as its source, not ${source}.`, { fix: 'Correct the input list or from.' });
    }
}
// https://github.com/kubernetes/k8s.io/blob/main/registry.k8s.io/images/charts/README.md
const deprecated = /(?:^|\/)images\/charts\/images\.yaml$/;
const deprecatedList = (list, source) => new error/* ReleaseError */.K2(`${source} belongs to ${list}, the deprecated list of all charts.`, {
    fix: 'Set from to the folder of the project, where its images are staged, and name the chart charts/<name> in the input images. To use this list all the same, name it in the input list.',
});
const toList = [/manifests\/([^/]+)\/promoter-manifest\.yaml$/, 'images/$1/images.yaml'];
/** What a manifest has as its source, without a close look. */
const sourceIn = ({ text }) => {
    const [, name] = /^[ -]*name: *["']?([^\s"'#]+)["']?[^\n]*\n *src: *true/m.exec(text) ?? [];
    return name === undefined ? [] : [name];
};

;// CONCATENATED MODULE: ./build/actions/promote-image/list.js



/** Finds the list into which images from a source belong. */
async function findList({ repository, from, list: named }, { files }) {
    const folder = `${named?.root ?? list_path/* usualRoot */.p2}manifests`;
    const seen = await files.inSubfolders({ repository, folder, name: 'promoter-manifest.yaml' });
    if (seen === undefined)
        throw new error/* ReleaseError */.K2(`GitHub shows no files of ${repository}.`, {
            fix: 'Check the input repository, and that the token may read it.',
        });
    const { base } = seen;
    const { manifest, list } = placeOfList(seen.files, { from, named, repository });
    const text = await files.text(repository, base.sha, list);
    if (text !== undefined)
        return { base, manifest, list: { file: list, text } };
    throw new error/* ReleaseError */.K2(`${repository} has no ${list}, which belongs to ${manifest.file}.`, {
        fix: 'Add this file in a pull request of your own first. It may be empty.',
    });
}

;// CONCATENATED MODULE: ./build/actions/promote-image/production.js




/** Which of these images a registry of production serves. Refuses a tag that has another digest there. */
async function servedAt(place, images, registry) {
    const { values, refusals } = (0,error/* divided */.k3)(await (0,parallel/* boundedly */.Xt)(images, async (image) => (0,parallel/* orRefusal */.kr)(isServed(image, place, registry))));
    (0,error/* refuseAll */.cp)('Production has other images.', refusals);
    return new Set(images.filter((_, index) => values[index]));
}
async function isServed({ name, tag, digest }, place, registry) {
    const reference = { ...(0,images_reference/* below */.Gz)(place, name), tag };
    const found = await registry.find(reference);
    if (found === undefined || found.digest === digest)
        return found !== undefined;
    throw new error/* ReleaseError */.K2(`${(0,images_reference/* referenceText */.n5)(reference)} is ${found.digest}, not ${digest}.`, {
        fix: 'A tag in production is never moved. Release the new image with another tag.',
    });
}
/** What a registry of production does not serve yet, although the list has it. */
const awaitedAt = (place, images) => images.map(({ name, tag }) => ({ title: (0,images_reference/* referenceText */.n5)({ ...(0,images_reference/* below */.Gz)(place, name), tag }), fix: promoterFix }));
// Why: docs/decisions.md D68
/** What each registry of production lacks, for `mode: check`. */
async function lackingInProduction(places, images, registry) {
    const asked = images.flatMap((image) => places.map((place) => ({ image, place })));
    const { values, refusals } = (0,error/* divided */.k3)(await (0,parallel/* boundedly */.Xt)(asked, async (one) => {
        const served = await (0,parallel/* orRefusal */.kr)(isServed(one.image, one.place, registry));
        return served instanceof error/* ReleaseError */.K2 ? served : { ...one, served };
    }));
    (0,error/* refuseAll */.cp)('Production has other images, or does not answer.', refusals);
    return images.flatMap((image) => {
        const [there, missing] = [true, false].map((served) => values.filter((one) => one.image === image && one.served === served).map(({ place }) => (0,images_reference/* referenceText */.n5)(place)));
        if (missing === undefined || missing.length === 0)
            return [];
        const has = there === undefined || there.length === 0 ? 'None of the others has it' : `It is at ${(0,domain_text/* abridged */.$y)(there)}`;
        return [{ title: `${image.name}:${image.tag} at ${(0,domain_text/* abridged */.$y)(missing)}`, fix: `${has}. ${promoterFix}` }];
    });
}
const promoterFix = 'The promoter copies what the list has. Wait for its next run, or find out why the last one has failed.';

// EXTERNAL MODULE: ./build/src/domain/images/digest.js
var images_digest = __webpack_require__(48053);
// EXTERNAL MODULE: ./build/src/domain/images/manifest.js
var images_manifest = __webpack_require__(39264);
// EXTERNAL MODULE: ./build/src/domain/images/platform.js
var platform = __webpack_require__(35610);
// EXTERNAL MODULE: ./build/src/plans/seen-image.js
var seen_image = __webpack_require__(14891);
;// CONCATENATED MODULE: ./build/actions/promote-image/staged-images.js








/** Looks at the images where they are staged. */
async function lookAtStaged(wanted, list, registry) {
    const named = wanted.images.length > 0 ? wanted.images : await imagesWithTag(wanted, registry);
    const look = (image) => (0,parallel/* orRefusal */.kr)(lookAt(image, { wanted, list, registry }));
    const { values, refusals } = (0,error/* divided */.k3)(await (0,parallel/* boundedly */.Xt)(named, look));
    (0,error/* refuseAll */.cp)('Some images are not what they should be.', refusals);
    return {
        images: values.flatMap((one) => ('digest' in one ? [one] : [])),
        waitsFor: values.flatMap((one) => ('digest' in one ? [] : [one])),
    };
}
async function lookAt({ name, digest, ...named }, { wanted, list, registry }) {
    const { from, platforms } = wanted;
    const tag = named.tag ?? wanted.tag;
    if (tag === undefined)
        throw withoutTag(name);
    const listed = listedDigest(list, name, tag);
    const image = { name, tag, isListed: listed !== undefined };
    if (listed !== undefined && listed === digest)
        return { ...image, digest: listed, seen: undefined };
    const reference = { ...(0,images_reference/* below */.Gz)(from, name), tag, ...(digest !== undefined && { digest }) };
    const seen = await (0,seen_image/* seeImage */.fB)(reference, platforms, registry);
    if (seen !== undefined)
        return { ...image, digest: seen.found.digest, seen };
    // Staging registries forget their images after some months.
    return listed === undefined ? (0,seen_image/* awaitedImage */.zp)(reference) : { ...image, digest: digest ?? listed, seen: undefined };
}
async function imagesWithTag({ from, tag }, registry) {
    if (tag === undefined)
        throw new error/* ReleaseError */.K2('The inputs say neither which images are promoted nor which tag.', {
            fix: 'Set the input tag, and images if not all images with this tag are promoted.',
        });
    const names = await registry.withTag(from, tag);
    // Images below mock/ are made to try the build: kpromo leaves them out, too.
    const found = names.filter((name) => name !== '' && !name.startsWith('mock/'));
    if (found.length > 0)
        return found.map((name) => ({ name }));
    throw new error/* ReleaseError */.K2(`No image below ${(0,images_reference/* referenceText */.n5)(from)} has the tag ${tag}.`, {
        fix: 'Find out whether the build has failed or is still running. To wait for an image, name it in the input images and set wait: 30m.',
    });
}
const withoutTag = (name) => new error/* ReleaseError */.K2(`${name} has no tag.`, {
    fix: `Set the input tag, or write ${name}=v1.2.3 in the input images.`,
});
/** Reads images again. Refuses what is not there any more, and what is another image now. */
async function evidenceOf(promotions, from, registry) {
    const { values, refusals } = (0,error/* divided */.k3)(await (0,parallel/* boundedly */.Xt)(promotions, (promotion) => (0,parallel/* orRefusal */.kr)(evidence(promotion, from, registry))));
    (0,error/* refuseAll */.cp)('Some images are not staged as they are to be promoted.', refusals);
    return values;
}
async function evidence(promotion, from, registry) {
    const { name, digest, tags } = promotion;
    const place = (0,images_reference/* below */.Gz)(from, name);
    const [first] = await (0,parallel/* boundedly */.Xt)(tags, (tag) => stillThere({ ...place, tag, digest: (0,images_digest/* parseDigest */.m)(digest) }, registry));
    if (first === undefined)
        throw new Error(`${name} has no tag`);
    return {
        ...promotion,
        source: (0,images_reference/* referenceText */.n5)(place),
        isIndex: (0,images_manifest/* isIndex */.nw)(first.found.mediaType),
        platforms: first.platforms?.map(platform/* platformText */.VQ),
    };
}
async function stillThere(reference, registry) {
    const seen = await (0,seen_image/* seeImage */.fB)(reference, [], registry);
    if (seen !== undefined)
        return seen;
    throw new error/* ReleaseError */.K2(`${(0,images_reference/* referenceText */.n5)(reference)} is not staged any more.`, {
        fix: 'Nothing was proposed. Find out who has deleted it. If it is built again, it gets another digest: use a new tag.',
    });
}

;// CONCATENATED MODULE: ./build/actions/promote-image/version-before.js









// Why: docs/decisions.md D68
/**
 * Refuses an image for fewer platforms than the version before it has. The first version of an image is compared with the
 * other images of the run. Gives notes about what could not be compared.
 */
async function compareWithBefore(images, context) {
    const isNew = ({ isListed, seen }) => !isListed && seen?.platforms !== undefined;
    const { values, refusals } = (0,error/* divided */.k3)(await (0,parallel/* boundedly */.Xt)(images.filter(isNew), (image) => (0,parallel/* orRefusal */.kr)(compare(image, images, context))));
    (0,error/* refuseAll */.cp)('Some images are not for all platforms.', refusals);
    return values.flat();
}
async function compare({ name, tag, seen }, all, { list, manifest, registry }) {
    if (seen === undefined)
        return [];
    const before = versionBefore(list, name, tag);
    if (before === undefined) {
        const sibling = all.find((one) => one.seen !== undefined && (0,images_manifest/* isIndex */.nw)(one.seen.found.mediaType));
        if (sibling !== undefined && !forOnePlatform.test(name))
            refuseSingle(seen, `${sibling.name}:${sibling.tag}`);
        return [];
    }
    const { digest } = before;
    const places = [manifest.from, ...manifest.to.slice(0, 1)].map((place) => (0,images_reference/* below */.Gz)(place, name));
    for (const place of places) {
        const old = (0,images_digest/* isDigest */.Bc)(digest) ? await (0,seen_image/* seeImage */.fB)({ ...place, digest }, [], registry) : undefined;
        if (old === undefined)
            continue;
        if ((0,images_manifest/* isIndex */.nw)(old.found.mediaType))
            refuseSingle(seen, `${name}:${before.tag}`);
        refuseMissing(seen, old, `${name}:${before.tag}`);
        return [];
    }
    return [`${name}:${before.tag} is not there any more, so the platforms of ${name}:${tag} are compared with nothing.`];
}
/** Some projects have an image for each platform, and name it so. */
const forOnePlatform = /-(?:amd64|arm|arm64|ppc64le|riscv64|s390x)$/;
function refuseSingle({ reference, found, platforms = [] }, other) {
    if ((0,images_manifest/* isIndex */.nw)(found.mediaType))
        return;
    throw new error/* ReleaseError */.K2(`${(0,images_reference/* referenceText */.n5)(reference)} is a single image for ${(0,domain_text/* listed */.KE)(platforms.map(platform/* platformText */.VQ))}, but ${other} is an index of several.`, { fix });
}
function refuseMissing({ reference, platforms = [] }, old, other) {
    const missing = (0,platform/* missingPlatforms */.z3)(old.platforms ?? [], platforms);
    if (missing.length === 0)
        return;
    throw new error/* ReleaseError */.K2(`${(0,images_reference/* referenceText */.n5)(reference)} has no image for ${(0,domain_text/* listed */.KE)(missing.map(platform/* platformText */.VQ))}, which ${other} has.`, { fix });
}
const fix = 'Build the image for all platforms, and push it with a new tag. If it is right as it is, name its platforms in the input platforms.';

;// CONCATENATED MODULE: ./build/actions/promote-image/propose.js









/** The plan of `via: pull-request`: images whose digests are in a list, or are proposed for it. */
async function proposeImages(wanted, world) {
    const [github, registry] = await (0,parallel/* together */.bs)([world.github(), world.registry(wanted.registries)]);
    const { base, list: source, manifest } = await findList(wanted, github);
    const list = readImageList(source);
    const { images, waitsFor } = await lookAtStaged(wanted, list, registry);
    if (waitsFor.length > 0)
        return waitingFor(waitsFor, images);
    // Why: docs/decisions.md D68
    const [first = manifest.from, ...others] = manifest.to;
    const [served, uncompared] = await (0,parallel/* together */.bs)([
        servedAt(first, images, registry),
        wanted.platforms.length > 0 ? [] : compareWithBefore(images, { list, manifest, registry }),
    ]);
    const proposal = await proposeList({
        ...wanted,
        base,
        list: source,
        project: wanted.project ?? (0,project/* projectOf */.v8)(wanted.from),
        promotions: images.map(({ name, tag, digest }) => ({ name, digest, tags: [tag] })),
        evidenceOf: (promotions) => evidenceOf(promotions, wanted.from, registry),
    }, world);
    const promoted = images.filter(({ isListed }) => isListed);
    const where = `${source.file} of ${wanted.repository}`;
    return {
        notes: [
            `${where} is the list of ${(0,images_reference/* referenceText */.n5)(wanted.from)}, for ${manifest.to.length} registries of production.`,
            ...promoted.map(({ name, tag }) => `${name}:${tag} is in the list`),
            ...uncompared,
            ...proposal.notes,
        ],
        waitsFor: proposal.waitsFor,
        changes: proposal.changes,
        pending: [
            ...proposal.pending,
            ...awaitedAt(first, promoted.filter((image) => !served.has(image))),
        ],
        proof: () => lackingInProduction(others, promoted, registry),
        outputs: (made) => {
            const opened = proposal.pullRequest(made);
            return {
                ...outputsOf(images),
                pullRequestNumber: opened?.number,
                pullRequestUrl: opened?.url,
            };
        },
        facts: (applied) => [
            ...proposal.facts(applied),
            ...images.map(({ name, tag, digest }) => ({ name: `${name}:${tag}`, value: digest })),
        ],
    };
}
/** Nothing is proposed before all images are there: they belong into one pull request. */
const waitingFor = (waitsFor, images) => ({
    waitsFor,
    changes: [],
    outputs: { ...outputsOf(images), pullRequestNumber: undefined, pullRequestUrl: undefined },
});
const outputsOf = (images) => ({
    images: images.map(({ name, tag, digest }) => ({ name, tag, digest })),
    copied: undefined,
    skipped: undefined,
});


/***/ }),

/***/ 27037:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qd: () => (/* binding */ parseBranch),
/* harmony export */   cE: () => (/* binding */ proposalOf),
/* harmony export */   hj: () => (/* binding */ proposalBranch)
/* harmony export */ });
/* harmony import */ var _tags_tag_name_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54356);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31987);


/**
 * The branch of a pull request: the same for every run with the same title. If a title does not fit into the name of a
 * branch, a hash of it is added, so that two titles have two branches.
 */
function proposalBranch(base, words) {
    const plain = words.toLowerCase().replaceAll(/[^a-z0-9.]+/g, '-');
    const name = plain
        .replaceAll(/\.(?=[.-]|$)|^[-.]+/g, '')
        .slice(0, 80)
        .replace(/[-.]+$/, '')
        .replace(/\.lock$/, '-lock');
    const isWhole = plain.length <= 80 && (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .isAscii */ .ER)(words);
    return `release-actions/${base}/${isWhole ? name || 'changes' : `${name}-${fingerprint(words)}`.replace(/^-/, '')}`;
}
/** The key of the one open pull request from a branch to another; `head` is `owner:branch`. */
const proposalOf = ({ repository, head, base }) => `pull request from ${head} to ${base} of ${repository}`;
/** FNV-1a, which is good enough for titles: http://www.isthe.com/chongo/tech/comp/fnv/ */
function fingerprint(text) {
    let hash = 0x811c9dc5;
    for (const byte of new TextEncoder().encode(text))
        hash = Math.imul(hash ^ byte, 0x01000193);
    return (hash >>> 0).toString(16).padStart(8, '0');
}
/** The short name of a branch. */
function parseBranch(text) {
    const name = text.trim().replace(/^refs\/heads\//, '');
    (0,_tags_tag_name_js__WEBPACK_IMPORTED_MODULE_0__/* .refuseBadName */ .D)(name, 'branch');
    return name;
}


/***/ }),

/***/ 17730:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ refuseOddCharacters)
/* harmony export */ });
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12712);
/* harmony import */ var _edits_source_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49931);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(31987);



// Go's YAML reader ends a line, and so a comment, at each of these. A tab may not indent.
const oddCharacter = /[\x00-\x08\t\x0b-\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\uFFFE\uFFFF]|\r(?!\n)|(?!^)\uFEFF/u;
/** Refuses characters that not every YAML reader understands in the same way. */
function refuseOddCharacters(source, kind) {
    const found = oddCharacter.exec(source.text);
    if (found === null)
        return;
    throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`${source.file} has the character ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quoted */ .TL)(found[0])}, which ${kind} do not have.`, {
        fix: 'Remove the character. Indent with spaces, and end lines with a line feed.',
        at: (0,_edits_source_js__WEBPACK_IMPORTED_MODULE_1__/* .positionAt */ .t)(source, found.index),
    });
}


/***/ }),

/***/ 9716:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  U: () => (/* binding */ readPromoterManifest)
});

// EXTERNAL MODULE: ./build/src/domain/error.js
var error = __webpack_require__(12712);
// EXTERNAL MODULE: ./build/src/domain/edits/source.js
var edits_source = __webpack_require__(49931);
// EXTERNAL MODULE: ./build/src/domain/images/reference.js
var reference = __webpack_require__(92556);
// EXTERNAL MODULE: ./build/src/domain/text.js
var domain_text = __webpack_require__(31987);
// EXTERNAL MODULE: ./build/src/domain/image-lists/odd-characters.js
var odd_characters = __webpack_require__(17730);
;// CONCATENATED MODULE: ./build/src/domain/image-lists/manifest-lines.js




const value = String.raw `(?:"([^"\\]*)"|'([^']*)'|([\w/][^\s"'#:]*(?::[^\s"'#:]+)*))`;
const tail = '(?: +#.*)? *$';
const keyed = new RegExp(`^( *)(- +)?([\\w-]+): +${value}${tail}`);
const manifest_lines_top = new RegExp(`^([\\w-]+):${tail}`);
const nothing = /^ *(?:#.*)?$/;
const keys = new Set(['registries', 'imagesPath', 'provenance']);
/** The registries of a manifest, line by line. Refuses what is no manifest. What it says about provenance is not read. */
function manifestLines(source) {
    (0,odd_characters/* refuseOddCharacters */.K)(source, 'promoter manifests');
    const seen = new Set();
    const lines = [];
    let [section, indent] = ['', undefined];
    let start = source.text.startsWith('\uFEFF') ? 1 : 0;
    for (const text of source.text.slice(start).split('\n')) {
        const line = lineOf(text.replace(/\r$/, ''), start);
        if (line?.kind === 'top') {
            section = line.key;
            refuseOtherKey(source, section, { start, isThere: seen.has(section) });
            seen.add(section);
        }
        else if (section === 'provenance' && (line === undefined || text.startsWith(' '))) {
            // belongs to the promoter
        }
        else if (line !== undefined && line.kind !== 'nothing') {
            indent ??= line.indent;
            if (section !== 'registries' || line.indent !== indent || (line.kind === 'next' && lines.length === 0))
                throw unreadLine(source, start);
            lines.push(line);
        }
        else if (line === undefined)
            throw unreadLine(source, start);
        start += text.length + 1;
    }
    if (seen.has('registries'))
        return lines;
    throw new error/* ReleaseError */.K2(`${source.file} has no registries.`, {
        fix: 'Write "registries:", and below it the registries from which and to which images are promoted.',
        at: (0,edits_source/* positionAt */.t)(source, 0),
    });
}
function lineOf(text, start) {
    if (nothing.test(text) || (start === 0 && text.trimEnd() === '---'))
        return { kind: 'nothing' };
    const [, head] = manifest_lines_top.exec(text) ?? [];
    if (head !== undefined)
        return { kind: 'top', key: head };
    const found = keyed.exec(text);
    if (found === null)
        return undefined;
    const { 1: before = '', 2: dash, 3: key = '', 4: double, 5: single, 6: plain } = found;
    const said = double ?? single ?? plain ?? '';
    if (dash === undefined && before === '')
        return key === 'registries' ? undefined : { kind: 'top', key };
    const kind = dash === undefined ? 'next' : 'first';
    const indent = before.length + (dash?.length ?? 0);
    return { kind, key, value: said, isPlain: plain !== undefined, indent, start };
}
function refuseOtherKey(source, key, { start, isThere }) {
    if (!keys.has(key))
        throw new error/* ReleaseError */.K2(`${source.file} has the key ${(0,domain_text/* quoted */.TL)(key)}, which promoter manifests do not have.`, {
            fix: 'Use registries. The images stand in the list that belongs to the manifest.',
            at: (0,edits_source/* positionAt */.t)(source, start),
        });
    if (!isThere)
        return;
    throw new error/* ReleaseError */.K2(`${source.file} has the key ${key} twice.`, {
        fix: 'Put what is below both of them below one, and remove the other.',
        at: (0,edits_source/* positionAt */.t)(source, start),
    });
}
function unreadLine(source, start) {
    const [line = ''] = source.text.slice(start).split(/\r?\n/, 1);
    return new error/* ReleaseError */.K2(`A line of ${source.file} has no form that promoter manifests have: ${(0,domain_text/* quoted */.TL)(line.slice(0, 100))}`, {
        fix: 'Write "registries:", and below it "- name: <registry>", with "src: true" or "service-account: <account>" below the name.',
        at: (0,edits_source/* positionAt */.t)(source, start),
    });
}

;// CONCATENATED MODULE: ./build/src/domain/image-lists/promoter-manifest.js





// Why: docs/decisions.md D62
/** Reads a promoter manifest as strictly as the promoter does. */
function readPromoterManifest(source) {
    const lines = manifestLines(source);
    const heads = lines.flatMap(({ kind }, index) => (kind === 'first' ? [index] : []));
    const entries = heads.map((head, index) => entryOf(source, lines.slice(head, heads[index + 1])));
    const [from, second] = entries.filter(({ isSource }) => isSource);
    if (from === undefined)
        throw new error/* ReleaseError */.K2(`${source.file} has no registry with src: true.`, {
            fix: 'Add src: true below the registry in which the images are staged.',
            at: (0,edits_source/* positionAt */.t)(source, 0),
        });
    if (second !== undefined)
        throw new error/* ReleaseError */.K2(`${source.file} has two registries with src: true.`, {
            fix: 'Images are staged in one registry. Remove src: true from the others.',
            at: (0,edits_source/* positionAt */.t)(source, second.start),
        });
    const to = entries.filter(({ isSource }) => !isSource);
    if (to.length === 0)
        throw new error/* ReleaseError */.K2(`${source.file} promotes to no registry.`, {
            fix: 'Add the registries that serve the images.',
            at: (0,edits_source/* positionAt */.t)(source, from.start),
        });
    return { file: source.file, from: from.place, to: to.map(({ place }) => place) };
}
/** What a registry says about itself. */
const known = new Set(['name', 'src', 'service-account']);
function entryOf(source, lines) {
    const values = new Map();
    for (const line of lines) {
        if (!known.has(line.key))
            throw new error/* ReleaseError */.K2(`A registry of ${source.file} has the key ${(0,domain_text/* quoted */.TL)(line.key)}, which is none.`, {
                fix: 'Use name, src and service-account.',
                at: (0,edits_source/* positionAt */.t)(source, line.start),
            });
        if (values.has(line.key))
            throw new error/* ReleaseError */.K2(`A registry of ${source.file} has the key ${line.key} twice.`, {
                fix: 'Remove one of the two.',
                at: (0,edits_source/* positionAt */.t)(source, line.start),
            });
        values.set(line.key, line);
    }
    const start = lines[0]?.start ?? 0;
    refuseOtherAccount(source, values.get('service-account'));
    return { place: placeOf(source, values.get('name'), start), isSource: flagOf(source, values.get('src')), start };
}
function placeOf(source, name, start) {
    if (name === undefined)
        throw new error/* ReleaseError */.K2(`A registry of ${source.file} has no name.`, {
            fix: 'Write its name, such as "name: us-central1-docker.pkg.dev/project/images/example".',
            at: (0,edits_source/* positionAt */.t)(source, start),
        });
    const place = (0,error/* attempt */.CD)(() => (0,reference/* parseImageRepository */.fb)(name.value.replace(/\/+$/, '')));
    if (!(place instanceof error/* ReleaseError */.K2))
        return place;
    throw new error/* ReleaseError */.K2(place.message, { fix: place.fix, at: (0,edits_source/* positionAt */.t)(source, name.start) });
}
function flagOf(source, line) {
    if (line === undefined)
        return false;
    if (line.isPlain && (line.value === 'true' || line.value === 'false'))
        return line.value === 'true';
    throw new error/* ReleaseError */.K2(`src is ${(0,domain_text/* quoted */.TL)(line.value)} in ${source.file}.`, {
        fix: 'Write true or false, without quotes.',
        at: (0,edits_source/* positionAt */.t)(source, line.start),
    });
}
const account = /^[\w.+-]+@[\w.-]+$/;
function refuseOtherAccount(source, line) {
    if (line === undefined || account.test(line.value))
        return;
    throw new error/* ReleaseError */.K2(`The service account ${(0,domain_text/* quoted */.TL)(line.value)} in ${source.file} is no address.`, {
        fix: 'Write the address of the account that may push there.',
        at: (0,edits_source/* positionAt */.t)(source, line.start),
    });
}


/***/ }),

/***/ 39264:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CI: () => (/* binding */ partsOf),
/* harmony export */   FJ: () => (/* binding */ cosignTags),
/* harmony export */   Ib: () => (/* binding */ mediaTypes),
/* harmony export */   Pr: () => (/* binding */ isSchema1),
/* harmony export */   Yh: () => (/* binding */ isManifest),
/* harmony export */   fH: () => (/* binding */ fallbackTag),
/* harmony export */   nw: () => (/* binding */ isIndex),
/* harmony export */   sJ: () => (/* binding */ isForeignLayer)
/* harmony export */ });
/** Everything that a manifest consists of. */
const partsOf = (manifest) => manifest.kind === 'index' ? manifest.manifests : [manifest.config, ...manifest.layers];
const mediaTypes = {
    image: ['application/vnd.oci.image.manifest.v1+json', 'application/vnd.docker.distribution.manifest.v2+json'],
    index: ['application/vnd.oci.image.index.v1+json', 'application/vnd.docker.distribution.manifest.list.v2+json'],
};
/** The first manifests of Docker have signatures in them, and their digests are not those of their bytes. */
const isSchema1 = (mediaType) => /^application\/vnd\.docker\.distribution\.manifest\.v1\+(?:json|prettyjws)$/.test(mediaType);
const isIndex = (mediaType) => mediaTypes.index.some((known) => known === mediaType);
const isManifest = (mediaType) => isIndex(mediaType) || mediaTypes.image.some((known) => known === mediaType);
/** Layers that registries may not redistribute. They stay where their `urls` say. */
const isForeignLayer = (mediaType) => /^application\/vnd\.(?:docker\.image\.rootfs\.foreign\.|oci\.image\.layer\.nondistributable\.)/.test(mediaType);
/** The tag below which a registry without the API of referrers has them: the tag schema of the specification. */
const fallbackTag = (digest) => digest.replace(/^(\w+):(\w{64}).*$/, '$1-$2');
/** cosign's own tags for what belongs to an image: signatures, attestations, SBOMs. */
const cosignTags = (digest) => ['sig', 'att', 'sbom'].map((kind) => `${digest.replace(':', '-')}.${kind}`);


/***/ }),

/***/ 78309:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ parseIdentity),
/* harmony export */   l: () => (/* binding */ githubBot)
/* harmony export */ });
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12712);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31987);


/** The account that GitHub Actions commits as. */
const githubBot = 'github-actions[bot] <41898282+github-actions[bot]@users.noreply.github.com>';
/** Reads `Name <address>`, the form in which git writes people. */
function parseIdentity(text) {
    if (/^[^<>\n]+ <[^<>\s]+>$/.test(text.trim()))
        return text.trim();
    throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`is ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(text)}, not a name and an address.`, { fix: 'Write Name <address>.' });
}


/***/ }),

/***/ 2680:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ didYouMean),
/* harmony export */   h: () => (/* binding */ suggestion)
/* harmony export */ });
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31987);

/** What somebody could have meant: the most similar known names, or the first of all. */
function suggestion(given, known) {
    const meant = didYouMean(given, known);
    if (meant !== undefined || known.length === 0)
        return meant;
    return `It has ${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .listed */ .KE)(known.slice(0, 12))}${known.length > 12 ? ' …' : ''}.`;
}
/** The question for the most similar known names. Undefined if none is similar. */
function didYouMean(given, known) {
    const near = nearest(given, known);
    return near.length === 0 ? undefined : `Did you mean ${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .listed */ .KE)(near, 'or')}?`;
}
// Both are keys of a Chart.yaml, so that one is never a slip for the other.
const different = 'appVersion apiVersion';
function nearest(given, known) {
    return [...new Set(known)]
        .filter((name) => `${given} ${name}` !== different)
        .map((name) => ({ name, far: distance(given.toLowerCase(), name.toLowerCase()) }))
        .filter(({ name, far }) => far <= Math.max(2, Math.min(given.length, name.length) / 3))
        .toSorted((one, other) => one.far - other.far)
        .slice(0, 3)
        .map(({ name }) => name);
}
/** How many characters have to be typed, deleted or replaced: https://en.wikipedia.org/wiki/Levenshtein_distance */
function distance(one, other) {
    if (Math.abs(one.length - other.length) > 20)
        return Infinity;
    let row = Array.from({ length: other.length + 1 }, (_, index) => index);
    for (let index = 0; index < one.length; index++) {
        const next = [index + 1];
        for (let at = 0; at < other.length; at++) {
            const replaced = (row[at] ?? 0) + (one[index] === other[at] ? 0 : 1);
            next.push(Math.min(replaced, (row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1));
        }
        row = next;
    }
    return row.at(-1) ?? 0;
}


/***/ }),

/***/ 52021:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ accountOfToken)
/* harmony export */ });
/* harmony import */ var _domain_repositories_identity_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78309);

/** The account of the token as it makes commits, with the address by which GitHub knows it. */
async function accountOfToken({ event, github }) {
    if (event.isJobToken === true)
        return _domain_repositories_identity_js__WEBPACK_IMPORTED_MODULE_0__/* .githubBot */ .l;
    const { login, id } = await (await github()).accounts.ofToken();
    return `${login} <${id}+${login}@users.noreply.${new URL(event.server).hostname}>`;
}


/***/ }),

/***/ 6280:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ refuseUnrelatedFork),
/* harmony export */   v: () => (/* binding */ sameAccountRefusals)
/* harmony export */ });
/* harmony import */ var _domain_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12712);

/** GitHub opens a pull request only between forks of one repository. */
function refuseUnrelatedFork(fork, repository, parent) {
    if (parent?.toLowerCase() === repository.toLowerCase())
        return;
    throw new _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`${fork} is ${parent === undefined ? 'not a fork' : `a fork of ${parent}, not`} of ${repository}.`, { fix: `Fork ${repository}, and set the input fork to that fork.` });
}
/** Why a fork cannot be told apart from its repository. `instead` is another way than a fork in another account. */
const sameAccountRefusals = (fork, repository, instead) => ownerOf(fork) === ownerOf(repository)
    ? [
        new _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`${fork} and ${repository} belong to the same account. GitHub cannot tell forks of one account apart.`, { fix: `Use a fork in another account.${instead}` }),
    ]
    : [];
const ownerOf = (repository) => repository.split('/', 1)[0]?.toLowerCase();


/***/ }),

/***/ 96570:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ ownCommit)
/* harmony export */ });
/* harmony import */ var _domain_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12712);
/* harmony import */ var _domain_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31987);


// Why: docs/decisions.md D21
/**
 * The commit of this account among those that a branch has and its base has not; undefined if there is none. Commits of
 * others are refused; a merge of the base by GitHub's button is not.
 */
function ownCommit(ahead, { account, branch, fix }) {
    const [first, ...others] = ahead.filter((one) => !(one.parents.length > 1 && one.committer === webFlow));
    const foreign = [...(first === undefined || isOwn(first, account) ? [] : [first]), ...others];
    (0,_domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .refuseIfAny */ .Yb)(`The branch ${branch} has commits that do not belong to this pull request.`, foreign.map((one) => foreignCommit(one, branch, fix)));
    return first;
}
// The committer of commits that GitHub creates for people and apps.
const webFlow = 'noreply@github.com';
/** Whether this account made the commit, or GitHub for this account. */
function isOwn({ committer, author, authorLogin }, account) {
    const [, login, address] = /^(.*) <(.*)>$/.exec(account) ?? [];
    return committer === address || (committer === webFlow && (author === address || authorLogin === login));
}
const foreignCommit = ({ sha, subject, committer, author }, branch, fix) => new _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`Commit ${(0,_domain_text_js__WEBPACK_IMPORTED_MODULE_1__/* .short */ .h0)(sha)} on ${branch} is by ${author === committer ? author : `${author}, ${committer}`}: ${(0,_domain_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(subject)}.`, { fix });


/***/ }),

/***/ 7255:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ pullRequestSteps)
/* harmony export */ });
/* harmony import */ var _domain_commits_proposal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27037);

/** Opens the pull request or updates it. Its text is set with a new commit, or if it lacks something: a person may have edited it. */
async function pullRequestSteps({ route, found, proposed, pushing, lacksText = false, permissionFix }, github, { ledger }) {
    const text = pushing !== undefined || lacksText ? proposed : undefined;
    const updating = found === undefined
        ? github.proposals.open(route, proposed)
        : github.proposals.update(found, { metadata: proposed, text });
    const refusal = updating && (await github.proposals.refusalToOpen(route));
    const opened = (made) => found ?? made(updating);
    return {
        notes: found === undefined ? [] : [`Pull request #${found.number} is open: ${found.url}`],
        waitsFor: [
            refusal && {
                title: `permission to open pull requests in ${route.repository}`,
                fix: permissionFix ?? refusal.fix ?? refusal.message,
            },
        ],
        updating,
        pending: [
            found === undefined
                ? { title: 'the pull request is merged', fix: 'Review it and merge it.' }
                : { title: `pull request #${found.number} is merged`, fix: `Review it and merge it: ${found.url}` },
        ],
        opened,
        isOpened: () => found === undefined || ledger.isMade((0,_domain_commits_proposal_js__WEBPACK_IMPORTED_MODULE_0__/* .proposalOf */ .cE)(route)),
        fact: (made) => {
            const pull = opened(made);
            return { name: 'Pull request', value: pull === undefined ? 'not open yet' : `#${pull.number}`, url: pull?.url };
        },
    };
}


/***/ }),

/***/ 90639:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ textRefusals)
/* harmony export */ });
/* harmony import */ var _domain_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12712);

const longestTitle = 256;
const longestBody = 65_536;
/** Why a pull request cannot have this title and text. The fixes say how to get a shorter one. */
const textRefusals = ({ title, body }, fixes) => [
    ...(body.length > longestBody ? [tooLong('text', body.length, longestBody, fixes.body)] : []),
    ...(title.length > longestTitle ? [tooLong('title', title.length, longestTitle, fixes.title)] : []),
];
const tooLong = (what, length, most, fix) => new _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`The ${what} of the pull request has ${length} characters. GitHub allows ${most}.`, { fix });


/***/ })

};
