// The entrance on one machine: says plainly when this Node is too old, and else starts.
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `Node ${process.versions.node} は古すぎます。Node 22.18 以上が必要です（npm start で動かすと、正しい版が使われます）。`,
  );
  process.exit(1);
}
const { start } = await import("./node/start.ts");
await start(process.env, process.argv.slice(2));
