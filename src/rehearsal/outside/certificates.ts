import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign, X509Certificate } from 'node:crypto';
import { createSecureContext, type SecureContext } from 'node:tls';
import { AsnConvert, OctetString } from '@peculiar/asn1-schema';
import * as x509 from '@peculiar/asn1-x509';

type Keys = { readonly privateKey: KeyObject; readonly publicKey: KeyObject };
type Issuer = { readonly name: string; readonly keys: Keys };

/** The authority of one rehearsal, whose certificates only its own programs trust. */
// Why: docs/decisions.md D86
export class Authority {
  /** Its certificate. */
  readonly pem: string;
  readonly #issuer: Issuer;
  readonly #contexts = new Map<string, SecureContext>();

  constructor() {
    const keys = newKeys();
    this.#issuer = { name: 'Rehearsal', keys };
    this.pem = certificate(this.#issuer, {
      name: 'Rehearsal',
      key: keys.publicKey,
      extensions: [
        extension(x509.id_ce_basicConstraints, new x509.BasicConstraints({ cA: true, pathLenConstraint: 0 }), true),
        extension(x509.id_ce_keyUsage, new x509.KeyUsage(x509.KeyUsageFlags.keyCertSign), true),
      ],
    });
  }

  /** What a server needs to be taken for this host. */
  contextFor(host: string): SecureContext {
    const known = this.#contexts.get(host);
    if (known !== undefined) return known;
    const keys = newKeys();
    const isAddress = /^[\d.]+$|:/.test(host);
    const name = new x509.GeneralName(isAddress ? { iPAddress: host } : { dNSName: host });
    const cert = certificate(this.#issuer, {
      name: host.slice(0, 64),
      key: keys.publicKey,
      extensions: [
        extension(x509.id_ce_basicConstraints, new x509.BasicConstraints({ cA: false }), true),
        extension(x509.id_ce_keyUsage, new x509.KeyUsage(x509.KeyUsageFlags.digitalSignature), true),
        extension(x509.id_ce_extKeyUsage, new x509.ExtendedKeyUsage([x509.id_kp_serverAuth])),
        extension(x509.id_ce_subjectAltName, new x509.SubjectAlternativeName([name])),
      ],
    });
    const context = createSecureContext({ cert, key: keys.privateKey.export({ type: 'pkcs8', format: 'pem' }) });
    this.#contexts.set(host, context);
    return context;
  }
}

const newKeys = (): Keys => generateKeyPairSync('ec', { namedCurve: 'P-256' });
const day = 24 * 60 * 60 * 1000;
const ecdsaWithSha256 = new x509.AlgorithmIdentifier({ algorithm: '1.2.840.10045.4.3.2' });

type Subject = { readonly name: string; readonly key: KeyObject; readonly extensions: readonly x509.Extension[] };

/** A certificate, with what Python and others demand of it: https://docs.openssl.org/master/man1/openssl-verification-options/ */
function certificate(issuer: Issuer, { name, key, extensions }: Subject): string {
  const body = new x509.TBSCertificate({
    version: x509.Version.v3,
    serialNumber: Uint8Array.from([1, ...randomBytes(15)]).buffer,
    signature: ecdsaWithSha256,
    issuer: named(issuer.name),
    subject: named(name),
    validity: new x509.Validity({ notBefore: new Date(Date.now() - day), notAfter: new Date(Date.now() + 7 * day) }),
    subjectPublicKeyInfo: AsnConvert.parse(spkiOf(key), x509.SubjectPublicKeyInfo),
    extensions: new x509.Extensions([
      ...extensions,
      extension(x509.id_ce_subjectKeyIdentifier, new x509.SubjectKeyIdentifier(identifierOf(key))),
      extension(
        x509.id_ce_authorityKeyIdentifier,
        new x509.AuthorityKeyIdentifier({ keyIdentifier: new x509.KeyIdentifier(identifierOf(issuer.keys.publicKey)) }),
      ),
    ]),
  });
  const signature = sign('sha256', Buffer.from(AsnConvert.serialize(body)), issuer.keys.privateKey);
  const whole = new x509.Certificate({
    tbsCertificate: body,
    signatureAlgorithm: ecdsaWithSha256,
    signatureValue: Uint8Array.from(signature).buffer,
  });
  return new X509Certificate(Buffer.from(AsnConvert.serialize(whole))).toString();
}

const spkiOf = (key: KeyObject) => key.export({ type: 'spki', format: 'der' });
const identifierOf = (key: KeyObject) => Uint8Array.from(createHash('sha1').update(spkiOf(key)).digest()).buffer;

const extension = (extnID: string, value: object, critical = false): x509.Extension =>
  new x509.Extension({ extnID, critical, extnValue: new OctetString(AsnConvert.serialize(value)) });

function named(name: string): x509.Name {
  const value = new x509.AttributeValue({ utf8String: name });
  return new x509.Name([
    new x509.RelativeDistinguishedName([new x509.AttributeTypeAndValue({ type: '2.5.4.3', value })]),
  ]);
}
