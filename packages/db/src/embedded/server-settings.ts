/** Settings of PostgreSQL by name, such as `{ fsync: 'off' }`. */
export type ServerSettings = Readonly<Record<string, string>>;

// Messages and statements in the server's log can hold what people wrote, so only the bare message is logged.
const ALWAYS: ServerSettings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: '256MB',
  logging_collector: 'on',
  log_directory: 'log',
  log_filename: 'postgresql-%a.log',
  log_rotation_age: '1d',
  log_truncate_on_rotation: 'on',
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  timezone: 'UTC',
};

/** The options for `pg_ctl start -o`: the port, our settings, then the caller's. */
export function startOptions(port: number, settings: ServerSettings): string {
  const merged = { ...ALWAYS, ...settings };
  const flags = Object.entries(merged).map(([name, value]) => `-c "${name}=${value}"`);
  return [`-p ${port}`, ...flags].join(' ');
}
