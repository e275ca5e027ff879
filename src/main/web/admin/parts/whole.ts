/** A whole number as it was typed. What is none goes as one that the service refuses by the field's name: never as 0, never as nothing. */
export function whole(text: string): number {
  return /^\d+$/.test(text) ? Number(text) : -1;
}
