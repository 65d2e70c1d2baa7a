/** Bodies being received take memory before anybody has judged them: together, and for each sender, they have only so much room. */
import type { Request } from "express";
import { Problem } from "../problem.ts";

const MEGABYTE = 1024 * 1024;
const ALL_BYTES = 256 * MEGABYTE;
/** Two of the largest files at once. */
const SENDER_BYTES = 48 * MEGABYTE;

let taken = 0;
const takenBy = new Map<string, number>();

/**
 * Runs `receive` with room for a body. Small bodies need none.
 * @param most how large it may be; what the request says of itself counts when it is less
 * @throws Problem busy
 */
export async function withRoom<T>(
  request: Request,
  { sender, most }: { sender: string; most: number },
  receive: () => Promise<T>,
): Promise<T> {
  if (most <= MEGABYTE) return receive();
  const stated = Number(request.get("content-length") ?? most);
  const bytes = Number.isFinite(stated) ? Math.min(Math.max(stated, 0), most) : most;
  const own = takenBy.get(sender) ?? 0;
  if (taken + bytes > ALL_BYTES || own + bytes > SENDER_BYTES) throw new Problem("busy");
  taken += bytes;
  takenBy.set(sender, own + bytes);
  try {
    return await receive();
  } finally {
    taken -= bytes;
    const left = (takenBy.get(sender) ?? 0) - bytes;
    if (left > 0) takenBy.set(sender, left);
    else takenBy.delete(sender);
  }
}
