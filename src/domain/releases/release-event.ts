/** Whether a workflow names `created` among the types of its event `release`. */
export function listensToCreated(workflow: string): boolean {
  const text = workflow.replaceAll('\r\n', '\n');
  const events = text.matchAll(/^([ \t]*)(?:["']?on["']?:[ \t]*\{[ \t]*)?release:(.*(?:\n(?:\1[ \t]+.*|[ \t]*$))*)/gm);
  return [...events].some(([, , said = '']) => /\btypes:[^:]*\bcreated\b/.test(said));
}
