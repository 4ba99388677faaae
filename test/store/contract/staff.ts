// Staff: accounts, sessions, one-time links, failed tries.
import { describe, expect, test } from "vitest";
import { LoginTaken } from "../../../src/store/staff.ts";
import type { Fresh } from "../contract.ts";
import { staff } from "../samples.ts";

export function staffContract(fresh: Fresh): void {
  const desk = async (more = {}) => {
    const { staff: store } = await fresh();
    await store.save(staff("s1", more));
    return store;
  };

  describe("a staff account", () => {
    test("is found by id, by login within its town, and in the list", async () => {
      const store = await desk();
      const other = staff("s0", { login: "taro", rights: ["desk", "reporter"], password: "scrypt$…" });
      await store.save(other);
      expect(await store.byId("s1")).toEqual(staff("s1"));
      expect(await store.byLogin("aoba", staff("s1").login)).toEqual(staff("s1"));
      expect(await store.byLogin("midori", staff("s1").login)).toBeNull();
      expect(await store.byId("nobody")).toBeNull();
      expect(await store.list("aoba")).toEqual([other, staff("s1")]);
      expect(await store.list("midori")).toEqual([]);
    });

    test("is replaced by one with the same id", async () => {
      const store = await desk();
      await store.save(staff("s1", { password: "scrypt$…", name: "新" }));
      expect(await store.byId("s1")).toEqual(staff("s1", { password: "scrypt$…", name: "新" }));
    });

    test("shares its login with nobody, until it is removed", async () => {
      const store = await desk();
      await expect(store.save(staff("s2"))).rejects.toThrow(LoginTaken);
      expect(await store.byId("s2")).toBeNull();
      await store.save(staff("s2", { office: "midori" }));
      await store.save(staff("s1", { removedAt: 5 }));
      expect(await store.byLogin("aoba", staff("s1").login)).toBeNull();
      await store.save(staff("s3"));
      expect((await store.byLogin("aoba", staff("s1").login))?.id).toBe("s3");
    });
  });

  describe("a session", () => {
    test("holds until it runs out, is closed, or its account is removed", async () => {
      const store = await desk();
      const open = (tokenHash: string) => store.openSession({ tokenHash, staff: "s1", createdAt: 0, expiresAt: 100 });
      await Promise.all(["a", "b", "c"].map(open));
      expect((await store.session("a", 99))?.id).toBe("s1");
      expect(await store.session("a", 100)).toBeNull();
      expect(await store.session("unknown", 1)).toBeNull();
      await store.closeSession("a");
      expect([await store.session("a", 1), (await store.session("b", 1))?.id]).toEqual([null, "s1"]);
      await store.save(staff("s1", { removedAt: 5 }));
      expect(await store.session("b", 1)).toBeNull();
      await store.save(staff("s1"));
      await store.closeSessionsOf("s1");
      expect([await store.session("b", 1), await store.session("c", 1)]).toEqual([null, null]);
    });
  });

  describe("an invitation", () => {
    test("is used up by exactly one, however many come at once", async () => {
      const store = await desk();
      await store.invite({ tokenHash: "t", staff: "s1", expiresAt: 100 });
      expect((await store.invited("t", 99))?.id).toBe("s1");
      const won = await Promise.all(Array.from({ length: 8 }, () => store.redeem("t", 99)));
      expect(won.filter(Boolean).length).toBe(1);
      expect(await store.invited("t", 99)).toBeNull();
    });

    test("is good no more once a newer one was made, or another one used; those of others stay", async () => {
      const store = await desk();
      await store.save(staff("s2", { login: "taro" }));
      const make = (tokenHash: string, holder = "s1") => store.invite({ tokenHash, staff: holder, expiresAt: 100 });
      await make("other", "s2");
      await make("old");
      await make("new");
      expect([await store.invited("old", 1), await store.redeem("old", 1)]).toEqual([null, false]);
      expect(await store.redeem("new", 1)).toBe(true);
      expect((await store.invited("other", 1))?.id).toBe("s2");
    });

    test.each([
      ["is over", "t", 100, null],
      ["is unknown", "u", 1, null],
      ["is for somebody removed", "t", 1, 5],
    ])("opens nothing when it %s", async (_, token, now, removedAt) => {
      const store = await desk({ removedAt });
      await store.invite({ tokenHash: "t", staff: "s1", expiresAt: 100 });
      expect([await store.invited(token, now), await store.redeem(token, now)]).toEqual([null, false]);
    });
  });

  test("failed sign-ins are counted for a login since a time", async () => {
    const store = await desk();
    for (const at of [10, 20, 30]) await store.noteFailure("hanako", at);
    await store.noteFailure("taro", 30);
    expect(await store.failures("hanako", 20)).toBe(2);
    expect(await store.failures("nobody", 0)).toBe(0);
  });
}
