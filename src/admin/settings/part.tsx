// One sheet of the settings: a heading, the file it is mended in, and lines of what and how it stands.
import type { Child } from "hono/jsx";

export function Part({ id, title, file, children }: { id: string; title: string; file: string; children: Child }) {
  return (
    <section class="sheet" aria-labelledby={`${id}-title`} id={id}>
      <h2 id={`${id}-title`}>{title}</h2>
      <p class="hint">
        ファイル <code>{file}</code>
      </p>
      {children}
    </section>
  );
}

/** Something to see to; said in words, not by its colour. */
export const Mark = ({ children }: { children: Child }) => <span class="tag draft">{children}</span>;
