// The adapter would listen as soon as it is imported; src/server.ts starts it when everything else is ready.
process.env['ASTRO_NODE_AUTOSTART'] = 'disabled';
process.env['ASTRO_NODE_LOGGING'] = 'disabled';
