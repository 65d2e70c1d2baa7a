/** Takes what a writer writes. */
import { Writable } from "node:stream";

export async function collect(write: (out: Writable) => Promise<void>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const out = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      chunks.push(chunk);
      done();
    },
  });
  await write(out);
  return Buffer.concat(chunks);
}

/** Takes nothing until it is opened. */
export class Gate extends Writable {
  bytes = 0;
  private isOpen = false;
  private waiting: (() => void) | null = null;

  open(): void {
    this.isOpen = true;
    this.waiting?.();
  }

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.bytes += chunk.length;
    if (this.isOpen) done();
    else this.waiting = done;
  }
}
