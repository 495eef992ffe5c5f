import process from 'node:process';

/** Where the product under test answers; set by `npm test`. */
export const PORTAL_URL = process.env['PORTAL_URL'] ?? 'http://127.0.0.1:4321';
export const ADMIN_URL = process.env['ADMIN_URL'] ?? 'http://127.0.0.1:4322';
