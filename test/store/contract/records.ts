// Records: the queue's order and filters, acts, the export, the talk behind a record.
import { describe, expect, test } from "vitest";
import type { Urgency } from "../../../src/flow/codes.ts";
import type { Intake } from "../../../src/intake/intake.ts";
import type { QueueFilter, Store } from "../../../src/ports.ts";
import { COUNTED_TO } from "../../../src/intake/acts.ts";
import type { Fresh } from "../contract.ts";
import { entry, facts, filing, gathered, intake, move } from "../samples.ts";

const fileAll = (store: Store, intakes: Intake[]) =>
  store.talks.file(filing({ intakes: intakes.map((row) => ({ intake: row, raise: null, talkRevision: 1 })) }));

const seen = async (store: Store, filter: Partial<QueueFilter> = {}) => {
  const { rows, total } = await store.records.queue({ office: "aoba", show: "open", limit: 50, offset: 0, ...filter });
  return { ids: rows.map((row) => row.id), total };
};

/** What a page says of the lines that it does not show. */
const toldOf = async (store: Store, filter: Partial<QueueFilter>) => {
  const page = await store.records.queue({ office: "aoba", show: "open", limit: 2, offset: 0, ...filter });
  const { total, more, older } = page;
  return { ids: page.rows.map(({ id }) => id).join(" "), total, more, older };
};

export function recordContract(fresh: Fresh): void {
  describe("the queue", () => {
    const town = async () => {
      const store = await fresh();
      await fileAll(store, [
        intake("read-old", { unread: false, receivedAt: 1, owner: "s1" }),
        intake("unread-new", { receivedAt: 9, facts: { ...facts(), primaryCategory: "DEBT" } }),
        intake("unread-old", { receivedAt: 3, status: "SCREENING", facts: { ...facts(), district: null } }),
        intake("urgent-read", { urgency: "E0", unread: false, receivedAt: 8, owner: "s1" }),
        intake("urgent-unread", {
          urgency: "E1",
          receivedAt: 20,
          reporter: { role: "MINSEI", anonymous: false, name: "" },
        }),
        intake("soon", { urgency: "E2", receivedAt: 3 }),
        intake("ended", { status: "CLOSED", closeReason: "死亡", receivedAt: 2 }),
        intake("elsewhere", { office: "midori" }),
      ]);
      await store.talks.commit([
        move("k8", 0, { intake: "draft", receivedAt: 5 }),
        move("k6", 0, { intake: "hinted", receivedAt: 6, urgency: "E2", role: null }),
        move("k9", 0, { intake: "filed-already", draft: false }),
        move("k7", 0, { intake: null, draft: true }),
      ]);
      return store;
    };

    test("緊急 first, then 至急, then the oldest unread, then the oldest, 入力中 among them", async () => {
      const urgent = ["urgent-read", "urgent-unread"];
      const rest = ["soon", "unread-old", "unread-new", "read-old", "draft", "hinted"];
      expect(await seen(await town())).toEqual({ ids: [...urgent, ...rest], total: 8 });
    });

    test("nothing stands above 緊急 and nothing but 緊急 above 至急; what is less urgent stands by arrival", async () => {
      const store = await fresh();
      const read = { unread: false };
      const inOrder = [
        intake("E0-old", { urgency: "E0", receivedAt: 60 }),
        intake("E0-new", { urgency: "E0", receivedAt: 70 }),
        intake("E0-read", { urgency: "E0", receivedAt: 50, ...read }),
        intake("E1-old", { urgency: "E1", receivedAt: 40 }),
        intake("E1-new", { urgency: "E1", receivedAt: 80 }),
        intake("E1-read", { urgency: "E1", receivedAt: 30, ...read }),
        intake("E3", { urgency: "E3", receivedAt: 20 }),
        intake("E2", { urgency: "E2", receivedAt: 21 }),
        intake("E9", { urgency: "E9", receivedAt: 22 }),
        intake("E3-read", { urgency: "E3", receivedAt: 10, ...read }),
        intake("E2-read", { urgency: "E2", receivedAt: 11, ...read }),
      ];
      await fileAll(store, inOrder.toReversed());
      await store.talks.commit([move("k1", 0, { intake: "E0-draft", receivedAt: 51, urgency: "E0" })]);
      const ids = inOrder.map(({ id }) => id);
      expect((await seen(store)).ids).toEqual(ids.toSpliced(3, 0, "E0-draft"));
    });

    test.each<[string, Partial<QueueFilter>, string[]]>([
      ["入力中", { show: "draft" }, ["draft", "hinted"]],
      ["ended", { show: "ended" }, ["ended"]],
      ["a status", { status: "SCREENING" }, ["unread-old"]],
      ["the status 入力中", { status: "DRAFT" }, ["draft", "hinted"]],
      ["an urgency", { urgency: "E0" }, ["urgent-read"]],
      ["a role", { role: "MINSEI" }, ["urgent-unread"]],
      ["the role a draft has", { role: "SELF" }, ["draft"]],
      ["a category", { category: "DEBT" }, ["unread-new"]],
      ["a district", { district: "north", urgency: "E2" }, ["soon"]],
      ["an owner", { owner: "s1" }, ["urgent-read", "read-old"]],
      ["nobody's", { owner: "none", show: "all", urgency: "E9" }, ["unread-old", "unread-new", "draft", "ended"]],
      ["what no draft has", { show: "draft", urgency: "E0" }, []],
      ["a hint of danger in what is still being written", { show: "draft", urgency: "E2" }, ["hinted"]],
      ["another town", { office: "midori" }, ["elsewhere"]],
      ["words that look like SQL", { role: `' OR 1=1 --` }, []],
    ])("shows %s", async (_, filter, ids) => {
      expect(await seen(await town(), filter)).toEqual({ ids, total: ids.length });
    });

    const past = async () => {
      const store = await fresh();
      const ended = { status: "CLOSED", closeReason: "死亡" } as const;
      await fileAll(store, [
        intake("oldest", { ...ended, receivedAt: 1, urgency: "E0", owner: "s1" }),
        intake("old", { ...ended, receivedAt: 2, owner: "s1" }),
        intake("recent-b", { ...ended, receivedAt: 3 }),
        intake("recent-a", { ...ended, receivedAt: 3, unread: false }),
        intake("newest", { ...ended, receivedAt: 9, unread: false }),
        intake("open", { receivedAt: 5, owner: "s1" }),
        intake("elsewhere", { ...ended, office: "midori", receivedAt: 8 }),
      ]);
      return store;
    };

    test("what has ended stands below all that is open, the newest first, however urgent it was", async () => {
      const ended = ["newest", "recent-a", "recent-b", "old", "oldest"];
      expect((await seen(await past(), { show: "ended" })).ids).toEqual(ended);
      expect((await seen(await past(), { show: "all" })).ids).toEqual(["open", ...ended]);
    });

    test.each<[string, Partial<QueueFilter>, ids: string, total: number, more: boolean, older: boolean]>([
      ["all of the ended", { endedLookedAt: 5 }, "newest recent-a", 5, false, false],
      ["only the newest of the ended", { endedLookedAt: 4 }, "newest recent-a", 4, false, true],
      ["those of the same moment together", { endedLookedAt: 2 }, "newest recent-a", 3, false, true],
      ["none of the older by a filter", { endedLookedAt: 3, owner: "s1" }, "", 0, false, true],
      ["the open, however few of the ended", { show: "all", endedLookedAt: 1, owner: "s1" }, "open", 1, false, true],
      ["the open, where nothing ended is asked for", { show: "open", endedLookedAt: 1 }, "open", 1, false, false],
      ["the same by a status", { show: "all", status: "RECEIVED", endedLookedAt: 1 }, "open", 1, false, false],
      ["a count up to its limit", { countedTo: 5 }, "newest recent-a", 5, false, false],
      ["that there are more than are counted", { countedTo: 4 }, "newest recent-a", 4, true, false],
      ["the same over open and ended", { show: "all", countedTo: 4 }, "open newest", 4, true, false],
      ["a page beyond the limit, and all before it", { countedTo: 1, offset: 2 }, "recent-b old", 4, true, false],
      ["the last page, counted to its end", { countedTo: 1, offset: 4 }, "oldest", 5, false, false],
    ])("of a long past it shows %s", async (_, filter, ids, total, more, older) => {
      expect(await toldOf(await past(), { show: "ended", ...filter })).toEqual({ ids, total, more, older });
    });

    test("page after page shows each line once", async () => {
      const store = await town();
      const pages = await Promise.all([0, 3, 6, 9].map((offset) => seen(store, { show: "all", limit: 3, offset })));
      expect(pages.map((page) => page.total)).toEqual([9, 9, 9, 9]);
      expect(pages.flatMap((page) => page.ids)).toEqual((await seen(store, { show: "all" })).ids);
    });

    test("a line says what the record says", async () => {
      const store = await town();
      const { rows } = await store.records.queue({ office: "aoba", show: "open", role: "MINSEI", limit: 1, offset: 0 });
      expect(rows).toEqual([
        {
          id: "urgent-unread",
          receiptNo: null,
          receivedAt: 20,
          lastAt: 1_000,
          status: "RECEIVED",
          completeness: "PARTIAL",
          urgency: "E1",
          role: "MINSEI",
          category: "CARE",
          district: "north",
          lang: "ja",
          owner: null,
          unread: true,
          channel: "LINE",
          waits: true,
          linkedFrom: null,
        },
      ]);
      const draft = await store.records.queue({ office: "aoba", show: "draft", limit: 1, offset: 0 });
      expect(draft.rows[0]).toMatchObject({
        status: "DRAFT",
        receiptNo: null,
        unread: false,
        owner: null,
        receivedAt: 5,
        waits: false,
        linkedFrom: null,
      });
    });

    test("who waits for a first answer before whom: the urgent, then whoever came earlier", async () => {
      const store = await fresh();
      await fileAll(store, [
        intake("early", { receivedAt: 10 }),
        intake("looked-at", { receivedAt: 20, unread: false, status: "SCREENING", owner: "s1" }),
        intake("same-moment", { receivedAt: 30 }),
        intake("late", { receivedAt: 40 }),
        intake("urgent-early", { receivedAt: 15, urgency: "E0" }),
        intake("urgent-late", { receivedAt: 50, urgency: "E1" }),
        intake("answered", { receivedAt: 5, firstHumanReplyAt: 6 }),
        intake("helped", { receivedAt: 5, status: "SUPPORTING" }),
        intake("ended", { receivedAt: 5, status: "CLOSED", closeReason: "死亡" }),
        intake("elsewhere", { receivedAt: 5, office: "midori" }),
      ]);
      await store.talks.commit([move("k9", 0, { intake: "writing", receivedAt: 5 })]);
      // Asked alone, and together with the talk that stands there.
      const before = async (id: string, receivedAt: number, urgent = false) => {
        await store.talks.commit([move(id, 0, { intake: id, receivedAt, urgency: urgent ? "E1" : "E9" })]);
        const loaded = await store.talks.load([id], [], [id]);
        expect([loaded.before.get(id), loaded.talks.size]).toEqual([
          await store.records.waiting("aoba", { id, receivedAt, urgent }),
          1,
        ]);
        return loaded.before.get(id);
      };
      expect(await before("same-moment", 30)).toBe(4);
      expect(await before("not-filed-yet", 35)).toBe(5);
      expect(await before("early", 10)).toBe(2);
      expect(await before("urgent-late", 50, true)).toBe(1);
      expect(await before("urgent-early", 15, true)).toBe(0);
      expect(await store.records.waiting("kawabe", { id: "x", receivedAt: 99, urgent: false })).toBe(0);
    });

    test("who wait before somebody are counted to two hundred, and no further", async () => {
      const store = await fresh();
      const waits = (n: number) => ({ intake: intake(`w${n}`, { receivedAt: n }), raise: null, talkRevision: 1 });
      await store.talks.file(filing({ intakes: Array.from({ length: 260 }, (_, n) => waits(n)) }));
      await store.talks.commit([
        move("k1", 0, { intake: "mine", receivedAt: 200 }),
        move("k2", 0, { intake: "i2", receivedAt: 250 }),
      ]);
      const { before } = await store.talks.load(["k1", "k2"], [], ["k1", "k2"]);
      expect([before.get("k1"), before.get("k2")]).toEqual([COUNTED_TO, COUNTED_TO + 1]);
      expect(await store.records.waiting("aoba", { id: "x", receivedAt: 999, urgent: false })).toBe(COUNTED_TO + 1);
    });

    test("who waits longest for a first answer, urgent or not; nobody where all have one", async () => {
      const store = await fresh();
      expect(await store.records.longest("aoba")).toBeNull();
      await fileAll(store, [
        intake("urgent", { receivedAt: 30, urgency: "E0" }),
        intake("looked-at", { receivedAt: 20, unread: false, status: "SCREENING", owner: "s1" }),
        intake("answered", { receivedAt: 5, firstHumanReplyAt: 6 }),
        intake("helped", { receivedAt: 5, status: "SUPPORTING" }),
        intake("ended", { receivedAt: 5, status: "CLOSED", closeReason: "死亡" }),
        intake("elsewhere", { receivedAt: 5, office: "midori" }),
      ]);
      await store.talks.commit([move("k9", 0, { intake: "writing", receivedAt: 5 })]);
      expect(await store.records.longest("aoba")).toMatchObject({ id: "looked-at", waits: true });
      const { rows } = await store.records.queue({ office: "aoba", show: "all", limit: 9, offset: 0 });
      expect(rows.filter(({ waits }) => waits).map(({ id }) => id)).toEqual(["urgent", "looked-at"]);
    });

    test("a record moves in it with what is done: read, told anew, taken, raised, ended, reopened", async () => {
      const store = await fresh();
      const town = ["a", "b", "c"].map((id, n) => intake(id, { receivedAt: n + 1 }));
      await fileAll(store, town);
      const act = (id: string, base: number, set: Parameters<Store["records"]["act"]>[0]["set"]) =>
        store.records.act({ id, base, set, entry: entry(`${id}${base}`, { intake: id }) });
      const tell = (id: string, raise: Urgency | null, talkRevision: number) =>
        store.talks.file(filing({ intakes: [{ intake: intake(id, { receivedAt: 1 }), raise, talkRevision }] }));
      const steps: [what: () => Promise<unknown>, then: string[]][] = [
        [() => act("a", 1, { unread: false }), ["b", "c", "a"]],
        [() => tell("a", null, 2), ["a", "b", "c"]],
        [() => act("a", 2, { owner: "s1" }), ["a", "b", "c"]],
        [() => act("c", 1, { urgency: "E0" }), ["c", "a", "b"]],
        [() => act("c", 2, { status: "INFO_DONE" }), ["a", "b"]],
        [() => act("a", 3, { unread: false }), ["b", "a"]],
        [() => tell("a", "E1", 3), ["a", "b"]],
        [() => act("c", 3, { status: "REOPENED" }), ["c", "a", "b"]],
      ];
      for (const [step, then] of steps) {
        await step();
        expect((await seen(store)).ids).toEqual(then);
      }
    });
  });

  describe("an act", () => {
    test("changes what it sets and nothing else, and says so in an entry", async () => {
      const store = await fresh();
      await fileAll(store, [intake("i1", { owner: "s1" })]);
      expect(
        await store.records.act({ id: "i1", base: 1, set: { owner: null, unread: false }, entry: entry("x") }),
      ).toBe(true);
      expect(await store.records.find("aoba", "i1")).toEqual(intake("i1", { owner: null, unread: false, revision: 2 }));
      expect(await store.records.act({ id: "i1", base: 2, set: {}, entry: entry("y") })).toBe(true);
      expect((await store.records.entries("i1")).map((row) => row.id)).toEqual(["x", "y"]);
    });

    test.each([
      ["the page was drawn before somebody else saved", "i1", 1],
      ["the page knows of a change nobody made", "i1", 9],
      ["there is no such record", "nothing", 1],
    ])("is refused whole when %s", async (_, id, base) => {
      const store = await fresh();
      await fileAll(store, [intake("i1")]);
      await store.records.act({ id: "i1", base: 1, set: { owner: "s1" }, entry: entry("x") });
      expect(await store.records.act({ id, base, set: { owner: "s2" }, entry: entry("y", { intake: id }) })).toBe(
        false,
      );
      expect((await store.records.find("aoba", "i1"))?.owner).toBe("s1");
      expect([...(await store.records.entries("i1")), ...(await store.records.entries("nothing"))].length).toBe(1);
    });

    test("of two at once one is done", async () => {
      const store = await fresh();
      await fileAll(store, [intake("i1")]);
      const both = ["s1", "s2"].map((owner) =>
        store.records.act({ id: "i1", base: 1, set: { owner }, entry: entry(owner) }),
      );
      expect((await Promise.all(both)).filter(Boolean).length).toBe(1);
      expect((await store.records.entries("i1")).length).toBe(1);
    });
  });

  describe("finding", () => {
    test("a record is found by its number, within its own town", async () => {
      const store = await fresh();
      const same = { receiptNo: "2026-7KQ4MN" };
      await fileAll(store, [
        intake("b", { ...same, receivedAt: 2 }),
        intake("a", same),
        intake("c", { ...same, office: "midori" }),
      ]);
      expect((await store.records.findByReceipt("aoba", "2026-7KQ4MN")).map((row) => row.id)).toEqual(["b", "a"]);
      expect(await store.records.findByReceipt("aoba", "2026-XXXXXX")).toEqual([]);
      expect(await store.records.find("midori", "a")).toBeNull();
    });

    test("the talk behind a record: the one that fills it, or the one its resident holds now", async () => {
      const store = await fresh();
      await store.talks.commit([move("k1", 0, { intake: "i2" })]);
      await fileAll(store, [intake("i1", { talk: "k1" }), intake("by-hand", { talk: null })]);
      expect((await store.records.talkOf("i2"))?.key).toBe("k1");
      expect((await store.records.talkOf("i1"))?.key).toBe("k1");
      expect(await store.records.talkOf("by-hand")).toBeNull();
      expect(await store.records.talkOf("nothing")).toBeNull();
    });
  });

  describe("the export", () => {
    test("gives every record of a town once, in the order of arrival, over any number of pages", async () => {
      const store = await fresh();
      const many = Array.from({ length: 450 }, (_, n) => intake(`i${1000 + n}`, { receivedAt: Math.floor(n / 7) }));
      await fileAll(store, many.toReversed());
      await fileAll(store, [intake("elsewhere", { office: "midori" })]);
      const ids = (await gathered(store.records.all("aoba", {}))).map((row) => row.id);
      expect(ids).toEqual(many.map((row) => row.id));
    });

    test.each([
      ["from, inclusive", { from: 20 }, ["b", "c"]],
      ["to, exclusive", { to: 20 }, ["a"]],
      ["both", { from: 10, to: 30 }, ["a", "b"]],
      ["nothing", { from: 31 }, []],
    ])("narrows by %s", async (_, range, ids) => {
      const store = await fresh();
      await fileAll(
        store,
        [10, 20, 30].map((receivedAt, n) => intake("abc".charAt(n), { receivedAt })),
      );
      expect((await gathered(store.records.all("aoba", range))).map((row) => row.id)).toEqual(ids);
    });

    test("orders what came in one moment by its id, letter by letter, whatever language the machine is set to", async () => {
      const store = await fresh();
      const ids = ["10", "9", "B", "Z-1", "Za", "_", "a", "z"];
      await fileAll(
        store,
        ids.toReversed().map((id) => intake(id, { receivedAt: 5 })),
      );
      expect((await gathered(store.records.all("aoba", {}))).map(({ id }) => id)).toEqual(ids);
      expect((await seen(store)).ids).toEqual(ids);
    });

    test("gives the talks that are not records yet, in the order of arrival", async () => {
      const store = await fresh();
      await store.talks.commit([
        move("k1", 0, { receivedAt: 3 }),
        move("k2", 0, { receivedAt: 1 }),
        move("k3", 0, { draft: false }),
      ]);
      expect((await gathered(store.records.drafts("aoba"))).map((talk) => talk.key)).toEqual(["k2", "k1"]);
      expect(await gathered(store.records.drafts("midori"))).toEqual([]);
    });
  });
}
