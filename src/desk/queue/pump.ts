// Batch first: what comes in while one batch is being written waits, and is the next batch. What many people do at once
// costs one durable write, one person alone costs one, and no two batches touch the same talk at once.
interface Waiting<In, Out> {
  item: In;
  resolve: (out: Out) => void;
  reject: (error: unknown) => void;
}

/**
 * `work` is given everything that waited, in order, and gives one result for each.
 * Where it throws, everybody of that batch is told, and the next batch goes on. `gather` waits before each batch;
 * of so many that wait, `share` go into it.
 */
export function pump<In, Out>(
  work: (items: In[]) => Promise<Out[]>,
  gather?: () => Promise<void>,
  share: (waiting: number) => number = (waiting) => waiting,
): (item: In) => Promise<Out> {
  const waiting: Waiting<In, Out>[] = [];
  let busy = false;
  async function drain(): Promise<void> {
    busy = true;
    while (waiting.length > 0) {
      if (gather) await gather();
      await settle(waiting.splice(0, share(waiting.length)));
    }
    busy = false;
  }
  async function settle(batch: Waiting<In, Out>[]): Promise<void> {
    try {
      const results = await work(batch.map(({ item }) => item));
      batch.forEach(({ resolve }, index) => resolve(results[index] as Out));
    } catch (error) {
      batch.forEach(({ reject }) => reject(error));
    }
  }
  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (!busy) void drain();
    });
}
