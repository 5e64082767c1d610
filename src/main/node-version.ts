/**
 * Refuses to run on a Node that cannot run our TypeScript as it is.
 * npm scripts find the right one by themselves: it is installed as an optional dependency.
 */
const [major = 0] = process.versions.node.split('.').map(Number)
if (major < 24) {
  console.error(
    `Cần Node 24 (đang là ${process.versions.node}). Xin chạy bằng npm: "npm start". / Node 24 is needed; run it through npm.`,
  )
  process.exit(1)
}
