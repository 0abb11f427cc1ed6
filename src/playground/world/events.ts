/** What the page hears, in the order it happened. Messages are in the Bot API's shape. */
export type PlaygroundEvent =
  | { type: "message" | "edited"; message: Record<string, unknown>; chat: number; id: number }
  | { type: "deleted"; chat: number; ids: number[] }
  | { type: "typing"; chat: number; thread?: number; action: string }
  | { type: "answered"; query: string; person: number; text?: string; alert: boolean }
  | { type: "changed" };

/** One listener's way out. */
export type Unsubscribe = () => void;

/** Tells every listener of every event, in the order they subscribed. */
export interface Events {
  emit(event: PlaygroundEvent): void;
  subscribe(listener: (event: PlaygroundEvent) => void): Unsubscribe;
}

/** A fresh bus without listeners. */
export function createEvents(): Events {
  const listeners = new Set<(event: PlaygroundEvent) => void>();
  return {
    emit(event) {
      for (const listener of [...listeners]) listener(event);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
