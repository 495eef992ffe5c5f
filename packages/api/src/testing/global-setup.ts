export { default } from '@bihuan/db/testing/global-setup';
