// One at a time for each key: the next waits until the one before has ended, however it ended.
export function exclusive(): <T>(key: string, work: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<unknown>>();
  return (key, work) => {
    const before = last.get(key) ?? Promise.resolve();
    const mine = before.then(work, work);
    last.set(key, mine);
    const tidy = (): void => void (last.get(key) === mine && last.delete(key));
    mine.then(tidy, tidy);
    return mine;
  };
}
