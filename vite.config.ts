/** Builds the pages into `dist/web`, which the API serves; `vite` alone serves them with the API behind it. */
import react from '@vitejs/plugin-react';
import { defineConfig, type UserConfig } from 'vite';

const API = 'http://127.0.0.1:8080';

const settings: UserConfig = {
  root: 'web',
  plugins: [react()],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    // The content security policy lets no data: script or style in.
    assetsInlineLimit: 0,
    target: ['chrome123', 'firefox121', 'safari17.5'],
    modulePreload: { polyfill: false },
  },
  server: { proxy: { '/v1': API, '/sign-in': API, '/sign-out': API } },
};

export default defineConfig(({ command }) => {
  // Tests run the build with a NODE_ENV of their own, which would make it React for development.
  if (command === 'build') process.env['NODE_ENV'] = 'production';
  return settings;
});
