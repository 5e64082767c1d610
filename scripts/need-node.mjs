/**
 * Read before the programs (`node --import`): says what to do on a Node that cannot run our TypeScript as it is. Plain
 * JavaScript, because that Node could not read anything else. npm finds the right one in node_modules where it fits.
 */
const [major = 0] = process.versions.node.split('.').map(Number)
if (major < 24) {
  console.error(
    `Cần Node 24 (đang là ${process.versions.node}): chạy "npm ci" rồi dùng lệnh npm, hoặc cài Node 24.\n` +
      `Node 24 is needed (this is ${process.versions.node}): run "npm ci" and use the npm commands, or install Node 24.`,
  )
  process.exit(1)
}
