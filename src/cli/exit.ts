/** The highest that applies to any document of a command is its exit status. */
export const EXIT = { clean: 0, errors: 1, notUnderstood: 2, ourBug: 3 } as const;
