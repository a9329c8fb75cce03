export const id = "products";
export const ids = ["products"];
export const modules = {

/***/ 48358:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  packageOf: () => (/* binding */ packageOf),
  refuseUnlessEqual: () => (/* binding */ refuseUnlessEqual)
});

// EXTERNAL MODULE: ./build/src/domain/error.js
var error = __webpack_require__(12712);
// EXTERNAL MODULE: ./build/src/domain/text.js
var domain_text = __webpack_require__(31987);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./build/src/domain/wheels/zip.js
var zip = __webpack_require__(61944);
;// CONCATENATED MODULE: ./build/src/domain/wheels/differences.js



/** In what two builds of a wheel differ, in words; undefined if they have the same bytes. */
function wheelDifference(name, one, other) {
    if (one.equals(other))
        return undefined;
    const [before, after] = [one, other].map((bytes) => contents(name, bytes));
    if (before === undefined || after === undefined)
        return undefined;
    for (const [path, content] of before) {
        const there = after.get(path);
        if (there === undefined)
            return `only the first one has ${(0,domain_text/* quoted */.TL)(path)}`;
        if (!content.equals(there) && !path.endsWith('.dist-info/RECORD'))
            return `${(0,domain_text/* quoted */.TL)(path)} has other bytes`;
    }
    const added = [...after.keys()].find((path) => !before.has(path));
    if (added !== undefined)
        return `only the second one has ${(0,domain_text/* quoted */.TL)(added)}`;
    return (0,external_node_util_.isDeepStrictEqual)([...before.keys()], [...after.keys()])
        ? 'the times, modes or compression of their files'
        : 'the order of their files';
}
const contents = (name, bytes) => new Map((0,zip/* readZip */.u)(name, bytes).map(({ path, content }) => [path, content()]));

// EXTERNAL MODULE: ./build/src/domain/wheels/wheel.js + 1 modules
var wheels_wheel = __webpack_require__(70181);
;// CONCATENATED MODULE: ./build/src/domain/wheels/products.js




/** The one wheel, and the one source archive, that a build made. */
function packageOf(products, isWithSdist) {
    const wheel = onlyOne('wheel', products, '.whl');
    const sdist = isWithSdist ? onlyOne('source archive', products, '.tar.gz') : undefined;
    return { wheel, metadata: (0,wheels_wheel/* readWheel */.a)(wheel.name, wheel.bytes), sdist };
}
function onlyOne(kind, products, ending) {
    const found = products.filter(({ name }) => name.endsWith(ending));
    const [only] = found;
    if (only !== undefined && found.length === 1)
        return only;
    const names = found.length === 0 ? '' : `: ${(0,domain_text/* listed */.KE)(found.map(({ name }) => (0,domain_text/* quoted */.TL)(name)))}`;
    throw new error/* ReleaseError */.K2(`The build made ${found.length} ${kind}s, not one${names}.`, {
        fix: 'Let the build make exactly one. The input path names the folder of one project.',
    });
}
/** Refuses a package that a second build did not make with the same bytes. */
function refuseUnlessEqual({ wheel }, again) {
    const fix = 'Find out what of the build depends on the time, on chance or on its folder. Without verify: true nobody can build the same wheel either.';
    if (wheel.name !== again.wheel.name)
        throw new error/* ReleaseError */.K2(`The first build made ${(0,domain_text/* quoted */.TL)(wheel.name)}, and the second ${(0,domain_text/* quoted */.TL)(again.wheel.name)}.`, {
            fix,
        });
    const difference = wheelDifference(wheel.name, wheel.bytes, again.wheel.bytes);
    if (difference !== undefined)
        throw new error/* ReleaseError */.K2(`Two builds of ${wheel.name} differ: ${difference}.`, { fix });
}


/***/ })

};
