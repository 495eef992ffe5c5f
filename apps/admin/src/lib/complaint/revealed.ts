/** Contact data opened for one person with a reason. */
export type Revealed = {
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly representative?: {
    readonly name: string;
    readonly phone: string;
    readonly relation: string;
  } | null;
};
