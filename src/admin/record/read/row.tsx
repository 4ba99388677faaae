// A line of what is known: only where there is something to say.
import type { Child } from "hono/jsx";

export function Row({ head, children }: { head: string; children?: Child }) {
  return children === "" || children === null || children === undefined || children === false ? null : (
    <div>
      <dt>{head}</dt>
      <dd>{children}</dd>
    </div>
  );
}
