import type { EvidenceView } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';

const KINDS = {
  image: m.files_kind_image,
  pdf: m.files_kind_pdf,
  office: m.files_kind_office,
  audio: m.files_kind_audio,
};

/** The name of a file, or what it is and its place where the name is not to be told. */
export function evidenceName({ name, kind, ordinal }: EvidenceView): string {
  return name ?? m.files_department_name({ kind: KINDS[kind](), ordinal: String(ordinal) });
}
