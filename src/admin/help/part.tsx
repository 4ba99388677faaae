// A part of the manual: a heading and what stands under it.
import type { Child } from "hono/jsx";

export function Part({ id, title, children }: { id: string; title: string; children: Child }) {
  return (
    <section class="sheet" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}
