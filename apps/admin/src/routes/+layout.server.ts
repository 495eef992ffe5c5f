import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals: { look, scheme, locale } }) => ({ look, scheme, locale });
