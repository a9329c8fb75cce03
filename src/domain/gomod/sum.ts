/** The line of a go.mod file in every go.sum: https://go.dev/ref/mod#go-sum-files */
export async function goModSum(text: string): Promise<string> {
  const hash = Buffer.from(await sha256(text)).toString('hex');
  return `h1:${Buffer.from(await sha256(`${hash}  go.mod\n`)).toString('base64')}`;
}

const sha256 = (text: string) => crypto.subtle.digest('SHA-256', Buffer.from(text));
