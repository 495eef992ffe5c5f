export type BackupRefusal =
  /** A backup goes into a folder of its own. */
  | 'folder_not_empty'
  /** There is no manifest, which is written last. */
  | 'not_a_backup'
  /** The manifest is not one of this product. */
  | 'foreign'
  /** It was made by a later version. */
  | 'newer'
  /** It was made by a version whose migrations went another way. */
  | 'other_line'
  /** It was made under another master key. */
  | 'other_key'
  /** The manifest is not what was written. */
  | 'manifest_changed'
  /** Something is missing or not what was written. `what` names it. */
  | 'damaged'
  | 'database_not_empty'
  /** Its tables or queues are not those that its migrations make here. */
  | 'tables_differ'
  /** What was loaded does not read back as it was. `what` names the table. */
  | 'not_as_it_was';

/** Why a backup is not made or not taken, thrown from wherever it shows. */
export class BackupRefused extends Error {
  override name = 'BackupRefused';
  readonly code: BackupRefusal;
  readonly what: string;
  constructor(code: BackupRefusal, what = '') {
    super(what === '' ? code : `${code}: ${what}`);
    this.code = code;
    this.what = what;
  }
}
