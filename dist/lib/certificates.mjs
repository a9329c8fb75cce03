export const id = "certificates";
export const ids = ["certificates"];
export const modules = {

/***/ 42893:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Authority: () => (/* binding */ Authority)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_tls__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41692);
/* harmony import */ var _peculiar_asn1_schema__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(47261);
/* harmony import */ var _peculiar_asn1_x509__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(33594);




/** The authority of one rehearsal, whose certificates only its own programs trust. */
// Why: docs/decisions.md D86
class Authority {
    /** Its certificate. */
    pem;
    #issuer;
    #contexts = new Map();
    constructor() {
        const keys = newKeys();
        this.#issuer = { name: 'Rehearsal', keys };
        this.pem = certificate(this.#issuer, {
            name: 'Rehearsal',
            key: keys.publicKey,
            extensions: [
                extension(_peculiar_asn1_x509__WEBPACK_IMPORTED_MODULE_3__.id_ce_basicConstraints, new _peculiar_asn1_x509__WEBPACK_IMPORTED_MODULE_3__.BasicConstraints({ cA: true, pathLenConstraint: 0 }), true),
                extension(_peculiar_asn1_x509__WEBPACK_IMPORTED_MODULE_3__.id_ce_keyUsage, new _peculiar_asn1_x509__WEBPACK_IMPORTED_MODULE_3__.KeyUsage(_peculiar_asn1_x509__WEBPACK_IMPORTED_MODULE_3__.KeyUsageFlags.keyCertSign), true),
            ],
        });
    }
    /** What a server needs to be taken for this host. */
    contextFor(host) {
        const known = this.#contexts.get(host);
        if (known !== undefined)
            return known;
        const keys = newKeys();
        const isAddress = /^[\d.]+$|:/.test(host);
        const name = new _peculiar_asn1_x509__WEBPACK_IMPORTED_MODULE_3__.GeneralName(isAddress ? { iPAddress: host } : { dNSName: host });
        const cert = certificate(this.#issuer, {
            name: host.slice(0, 64),
            key: keys.publicKey,
            extensions: [
                extension(_peculiar_asn1_x509__WEBPACK_IMPORTED_MODULE_3__.id_ce_basicConstraints, new _peculiar_asn1_x509__WEBPACK_IMPORTED_MODULE_3__.BasicConstraints({ cA: false }), true),
                extension(_peculiar_asn1_x509__WEBPACK_IMPORTED_MODULE_3__.id_ce_keyUsage, new _peculiar_asn1_x509__WEBPACK_IMPORTED_MODULE_3__.KeyUsage(_peculiar_asn1_x509__WEBPACK_IMPORTED_MODULE_3__.KeyUsageFlags.digitalSignature), true),
                extension(_peculiar_asn1_x509__WEBPACK_IMPORTED_MODULE_3__.id_ce_extKeyUsage, new _peculiar_asn1_x509__WEBPACK_IMPORTED_MODULE_3__.ExtendedKeyUsage([_peculiar_asn1_x509__WEBPACK_IMPORTED_MODULE_3__.id_kp_serverAuth])),
                extension(_peculiar_asn1_x509__WEBPACK_IMPORTED_MODULE_3__.id_ce_subjectAltName, new _peculiar_asn1_x509__WEBPACK_IMPORTED_MODULE_3__.SubjectAlternativeName([name])),
            ],
        });
        const context = (0,node_tls__WEBPACK_IMPORTED_MODULE_1__.createSecureContext)({ cert, key: keys.privateKey.export({ type: 'pkcs8', format: 'pem' }) });
        this.#contexts.set(host, context);
        return context;
    }
}
const newKeys = () => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.generateKeyPairSync)('ec', { namedCurve: 'P-256' });
const day = 24 * 60 * 60 * 1000;
const ecdsaWithSha256 = new _peculiar_asn1_x509__WEBPACK_IMPORTED_MODULE_3__.AlgorithmIdentifier({ algorithm: '1.2.840.10045.4.3.2' });
/** A certificate, with what Python and others demand of it: https://docs.openssl.org/master/man1/openssl-verification-options/ */
function certificate(issuer, { name, key, extensions }) {
    const body = new _peculiar_asn1_x509__WEBPACK_IMPORTED_MODULE_3__.TBSCertificate({
        version: _peculiar_asn1_x509__WEBPACK_IMPORTED_MODULE_3__.Version.v3,
        serialNumber: Uint8Array.from([1, ...(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(15)]).buffer,
        signature: ecdsaWithSha256,
        issuer: named(issuer.name),
        subject: named(name),
        validity: new _peculiar_asn1_x509__WEBPACK_IMPORTED_MODULE_3__.Validity({ notBefore: new Date(Date.now() - day), notAfter: new Date(Date.now() + 7 * day) }),
        subjectPublicKeyInfo: _peculiar_asn1_schema__WEBPACK_IMPORTED_MODULE_2__.AsnConvert.parse(spkiOf(key), _peculiar_asn1_x509__WEBPACK_IMPORTED_MODULE_3__.SubjectPublicKeyInfo),
        extensions: new _peculiar_asn1_x509__WEBPACK_IMPORTED_MODULE_3__.Extensions([
            ...extensions,
            extension(_peculiar_asn1_x509__WEBPACK_IMPORTED_MODULE_3__.id_ce_subjectKeyIdentifier, new _peculiar_asn1_x509__WEBPACK_IMPORTED_MODULE_3__.SubjectKeyIdentifier(identifierOf(key))),
            extension(_peculiar_asn1_x509__WEBPACK_IMPORTED_MODULE_3__.id_ce_authorityKeyIdentifier, new _peculiar_asn1_x509__WEBPACK_IMPORTED_MODULE_3__.AuthorityKeyIdentifier({ keyIdentifier: new _peculiar_asn1_x509__WEBPACK_IMPORTED_MODULE_3__.KeyIdentifier(identifierOf(issuer.keys.publicKey)) })),
        ]),
    });
    const signature = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.sign)('sha256', Buffer.from(_peculiar_asn1_schema__WEBPACK_IMPORTED_MODULE_2__.AsnConvert.serialize(body)), issuer.keys.privateKey);
    const whole = new _peculiar_asn1_x509__WEBPACK_IMPORTED_MODULE_3__.Certificate({
        tbsCertificate: body,
        signatureAlgorithm: ecdsaWithSha256,
        signatureValue: Uint8Array.from(signature).buffer,
    });
    return new node_crypto__WEBPACK_IMPORTED_MODULE_0__.X509Certificate(Buffer.from(_peculiar_asn1_schema__WEBPACK_IMPORTED_MODULE_2__.AsnConvert.serialize(whole))).toString();
}
const spkiOf = (key) => key.export({ type: 'spki', format: 'der' });
const identifierOf = (key) => Uint8Array.from((0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha1').update(spkiOf(key)).digest()).buffer;
const extension = (extnID, value, critical = false) => new _peculiar_asn1_x509__WEBPACK_IMPORTED_MODULE_3__.Extension({ extnID, critical, extnValue: new _peculiar_asn1_schema__WEBPACK_IMPORTED_MODULE_2__.OctetString(_peculiar_asn1_schema__WEBPACK_IMPORTED_MODULE_2__.AsnConvert.serialize(value)) });
function named(name) {
    const value = new _peculiar_asn1_x509__WEBPACK_IMPORTED_MODULE_3__.AttributeValue({ utf8String: name });
    return new _peculiar_asn1_x509__WEBPACK_IMPORTED_MODULE_3__.Name([
        new _peculiar_asn1_x509__WEBPACK_IMPORTED_MODULE_3__.RelativeDistinguishedName([new _peculiar_asn1_x509__WEBPACK_IMPORTED_MODULE_3__.AttributeTypeAndValue({ type: '2.5.4.3', value })]),
    ]);
}


/***/ })

};
