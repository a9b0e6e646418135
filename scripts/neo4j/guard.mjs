// guard.mjs PID [FOLDER]: waits until the process that started it is gone, then ends the server PID and removes its temporary folder.
import { rmSync } from 'node:fs';

const [pid, folder] = process.argv.slice(2);
const alive = () => {
  try {
    return process.kill(Number(pid), 0);
  } catch {
    return false;
  }
};
const end = () => {
  if (alive()) {
    process.kill(Number(pid), 'SIGTERM');
    setTimeout(end, 500);
    return;
  }
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  process.exit(0);
};
process.stdin.resume();
process.stdin.once('end', end);
process.stdin.once('error', end);
