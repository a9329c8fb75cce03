export type RefUpdate = { readonly ref: string; readonly from: string; readonly to: string };

/** A push in the format of the wire protocol: https://git-scm.com/docs/gitprotocol-pack#_reference_update_request_and_packfile_transfer */
export type Push = {
  readonly updates: readonly RefUpdate[];
  readonly isAtomic: boolean;
  readonly capabilities: string;
  readonly shallow: readonly string[];
  readonly pack: Buffer;
};

/** Why one ref is not updated. git shows `reason` in its table of refs, and prints `remark` above the table. */
export type Refusal = { readonly ref: string; readonly reason: string; readonly remark?: string };

export function parsePush(body: Buffer): Push {
  const { packets, rest } = untilFlush(body);
  const lines = packets.map((bytes) => bytes.toString('utf8').trimEnd());
  const capabilities = lines.find((line) => line.includes('\0'))?.split('\0')[1] ?? '';
  return {
    updates: lines.flatMap((line) => parseUpdate(line.split('\0')[0] ?? '')),
    isAtomic: capabilities.split(' ').includes('atomic'),
    capabilities,
    shallow: lines.filter((line) => line.startsWith('shallow ')),
    pack: rest,
  };
}

/** Whether an object name consists of zeros, which stand for "no such ref". */
export function isAbsent(sha: string): boolean {
  return /^0+$/.test(sha);
}

/** The body of the same push without some of its updates. */
export function pushBody({ capabilities, shallow, pack }: Push, updates: readonly RefUpdate[]): Buffer {
  const commands = updates.map(({ ref, from, to }, index) =>
    packet(index === 0 ? `${from} ${to} ${ref}\0${capabilities}` : `${from} ${to} ${ref}`),
  );
  return Buffer.concat([...shallow.map(packet), ...commands, flush, pack]);
}

/** The answer to a push: the answer of git, if git was asked, with the refusals added. */
export function pushReport(refusals: readonly Refusal[], answer?: Buffer): Buffer {
  const { report, remarks } =
    answer === undefined ? { report: [packet('unpack ok\n')], remarks: [] } : withoutSideBand(answer);
  const texts = refusals.flatMap(({ remark }) => (remark === undefined ? [] : [Buffer.from(remark)]));
  const refused = refusals.map(({ ref, reason }) => packet(`ng ${ref} ${reason}\n`));
  const result = Buffer.concat([...report, ...refused, flush]);
  return Buffer.concat([...[...remarks, ...texts].flatMap(onBand(2)), ...onBand(1)(result), flush]);
}

export const flush = Buffer.from('0000');

/** A line in the format of git's protocol: https://git-scm.com/docs/gitprotocol-common#_pkt_line_format */
export function packet(content: string | Buffer): Buffer {
  const bytes = Buffer.from(content);
  return Buffer.concat([Buffer.from((bytes.length + 4).toString(16).padStart(4, '0')), bytes]);
}

function untilFlush(body: Buffer): { packets: Buffer[]; rest: Buffer } {
  const packets: Buffer[] = [];
  let at = 0;
  let length = lengthAt(body, at);
  while (length > 0) {
    packets.push(body.subarray(at + 4, at + length));
    at += length;
    length = lengthAt(body, at);
  }
  return { packets, rest: body.subarray(at + 4) };
}

/** The length of a packet, including its own four digits; 0 for a flush packet. */
function lengthAt(body: Buffer, at: number): number {
  const digits = body.toString('latin1', at, at + 4);
  const length = Number.parseInt(digits, 16);
  if (/^(?:0000|[0-9a-f]{4}(?<!000[1-3]))$/.test(digits) && at + length <= body.length) return length;
  throw new Error(
    `At byte ${at} of ${body.length}, ${JSON.stringify(digits)} is not the beginning of a packet of git's protocol.`,
  );
}

function parseUpdate(line: string): RefUpdate[] {
  const [, from, to, ref] = /^([0-9a-f]{40,64}) ([0-9a-f]{40,64}) (.+)$/.exec(line) ?? [];
  return from === undefined || to === undefined || ref === undefined ? [] : [{ ref, from, to }];
}

/** The report and the remarks in the answer of git, without the side band that carries them. */
function withoutSideBand(answer: Buffer): { report: Buffer[]; remarks: Buffer[] } {
  const { packets } = untilFlush(answer);
  const band = (number: number) => packets.filter((bytes) => bytes[0] === number).map((bytes) => bytes.subarray(1));
  return { report: untilFlush(Buffer.concat(band(1))).packets.map(packet), remarks: band(2) };
}

const longestBand = 65_515;

function onBand(number: number): (content: Buffer) => Buffer[] {
  return (content) =>
    Array.from({ length: Math.ceil(content.length / longestBand) }, (_, index) => {
      const part = content.subarray(index * longestBand, (index + 1) * longestBand);
      return packet(Buffer.concat([Buffer.of(number), part]));
    });
}
