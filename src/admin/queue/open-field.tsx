// The field that opens a record by its 受付番号.

/** Longer than any way to write a number; what is much longer no server takes in an address. */
export const LONGEST = 40;

/** The field, above the list and where nothing was found. */
export function Open({ typed }: { typed: string }) {
  return (
    <search>
      <form class="open" method="get" action="/admin/open">
        <label for="no">受付番号でひらく</label>
        <input
          id="no"
          name="no"
          value={typed}
          autocomplete="off"
          placeholder="2026-7KQ4MN"
          size={14}
          maxlength={LONGEST}
        />
        <button class="second">ひらく</button>
      </form>
    </search>
  );
}
