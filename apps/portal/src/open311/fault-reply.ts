import { m } from '@bihuan/ui/messages';
import { errorReply } from './reply.ts';
import { formatOf } from './resource.ts';

/** A fault of ours, in the words of the specification: a neutral sentence with the id under which it is in the log. */
export function faultReply(request: Request, path: string, requestId: string): Response {
  const format = formatOf(path, request.headers.get('accept') ?? '');
  return errorReply(format, 500, [m.interface_error_fault({ reference: requestId.slice(0, 8) })]);
}
