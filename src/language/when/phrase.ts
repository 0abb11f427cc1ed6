import type { Phrase, Piece } from "./types.ts";

/** Time wherever it stands. */
export const sure = (...pieces: Piece[]): Phrase => ({ pieces, strength: 2 });
/** Time beside other words of time, or at an end of the sentence. */
export const likely = (...pieces: Piece[]): Phrase => ({ pieces, strength: 1 });
/** Time only beside other words of time, or when nothing else was said. */
export const alone = (...pieces: Piece[]): Phrase => ({ pieces, strength: 0 });
