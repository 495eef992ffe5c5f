/** The domain's words and reckoning, for apps: types, states, calendar. Decisions are reached through the use cases alone. */
export * from '@bihuan/domain';
