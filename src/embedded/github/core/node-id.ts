/** The global ID of GraphQL, which REST shows as `node_id`. */
export function nodeId(kind: string, id: number | string): string {
  return Buffer.from(`${kind}:${id}`).toString('base64url');
}
