/** A count with its noun: "1 error", "3 errors", "2 entities". */
export const several = (count: number, one: string, many: string = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;
