/** A line of a stream without its line break; `cut` where it was longer than asked for and its rest was passed over. */
export interface Line {
  readonly bytes: Buffer;
  readonly cut: boolean;
}

/** Reads a stream of bytes by lines and by lengths, holding no more than was asked for and one chunk. */
export class ByteReader {
  private readonly source: AsyncIterator<Uint8Array>;
  private chunk: Buffer = Buffer.alloc(0);
  /** Place in `chunk` of the next byte. */
  private at = 0;

  constructor(source: AsyncIterable<Uint8Array>) {
    this.source = source[Symbol.asyncIterator]();
  }

  /** The next line, of at most `most` bytes; null at the end of the stream. */
  async line(most: number): Promise<Line | null> {
    const parts: Buffer[] = [];
    let kept = 0;
    let cut = false;
    let some = false;
    while (await this.fill()) {
      some = true;
      const end = this.chunk.indexOf(10, this.at);
      const part = this.chunk.subarray(this.at, end === -1 ? this.chunk.length : end);
      const room = part.subarray(0, most - kept);
      if (room.length < part.length) cut = true;
      if (room.length > 0) parts.push(room);
      kept += room.length;
      this.at = end === -1 ? this.chunk.length : end + 1;
      if (end !== -1) break;
    }
    if (!some) return null;
    const bytes = Buffer.concat(parts);
    return { bytes: bytes.at(-1) === 13 ? bytes.subarray(0, -1) : bytes, cut };
  }

  /** The next `length` bytes; fewer at the end of the stream. */
  async take(length: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    for await (const part of this.parts(length)) parts.push(part);
    return Buffer.concat(parts);
  }

  /** Passes over `length` bytes. @returns how many there were. */
  async skip(length: number): Promise<number> {
    let passed = 0;
    for await (const part of this.parts(length)) passed += part.length;
    return passed;
  }

  /** Ends reading and gives the source back. */
  async close(): Promise<void> {
    await this.source.return?.();
  }

  private async *parts(length: number): AsyncGenerator<Buffer> {
    let left = length;
    while (left > 0 && (await this.fill())) {
      const part = this.chunk.subarray(this.at, this.at + left);
      this.at += part.length;
      left -= part.length;
      yield part;
    }
  }

  /** Makes sure that a byte is at hand. @returns false at the end. */
  private async fill(): Promise<boolean> {
    while (this.at >= this.chunk.length) {
      const next = await this.source.next();
      if (next.done === true) return false;
      const { buffer, byteOffset, byteLength } = next.value;
      this.chunk = Buffer.from(buffer, byteOffset, byteLength);
      this.at = 0;
    }
    return true;
  }
}
