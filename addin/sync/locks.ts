/** One window at a time. */

/** Older webviews, and pages without HTTPS, have no locks: the service itself then keeps order (see session.ts, sender.ts). */
export function withLock<T>(name: string, work: () => Promise<T>): Promise<T> {
  const { locks } = navigator as { readonly locks?: LockManager };
  return locks ? (locks.request(name, work) as Promise<T>) : work();
}
