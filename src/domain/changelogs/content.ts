/** Whether a section contains more than headings, comments and empty bullets. */
export function hasContent(body: string): boolean {
  const [begin = '', ...comments] = body.split('<!--');
  const visible = begin + comments.map((comment) => comment.slice(comment.indexOf('-->') + '-->'.length)).join('');
  return visible.replaceAll(/^[ \t]*(?:#.*|[-*+][ \t]*)$/gm, '').trim() !== '';
}
