/** One thing that happens while a rehearsal runs: for the terminal, for plain lines, for the report's timeline. */
export type ProgressEvent =
  | { readonly kind: 'stage'; readonly at: number; readonly title: string }
  | { readonly kind: 'note'; readonly at: number; readonly text: string }
  /** A wait begins, looks again, or ends. `id` is the same over its life. */
  | {
      readonly kind: 'wait';
      readonly at: number;
      readonly id: number;
      readonly awaited: string;
      readonly state: 'begun' | 'looking' | 'met' | 'timed out' | 'given up';
      readonly lastSeen?: string;
    }
  | {
      readonly kind: 'claim';
      readonly at: number;
      readonly claim: string;
      readonly state: 'begun' | 'ended';
      readonly outcome?: string;
    };

export interface Progress {
  tell(event: ProgressEvent): void;
}
