package org.parley.exchange.parquet;

import java.io.EOFException;
import java.nio.ByteBuffer;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;

/// A file that is in memory.
record MemoryInput(ByteBuffer bytes) implements InputFile {

  @Override
  public long getLength() {
    return bytes.remaining();
  }

  @Override
  public SeekableInputStream newStream() {
    return new Stream(bytes.slice());
  }

  private static final class Stream extends SeekableInputStream {

    private final ByteBuffer bytes;

    Stream(ByteBuffer bytes) {
      this.bytes = bytes;
    }

    @Override
    public long getPos() {
      return bytes.position();
    }

    @Override
    public void seek(long to) throws EOFException {
      if (to < 0 || to > bytes.limit()) {
        throw new EOFException("beyond the file");
      }
      bytes.position((int) to);
    }

    @Override
    public int read() {
      return bytes.hasRemaining() ? bytes.get() & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int from, int length) {
      if (length == 0) {
        return 0;
      }
      int n = Math.min(length, bytes.remaining());
      bytes.get(into, from, n);
      return n == 0 ? -1 : n;
    }

    @Override
    public void readFully(byte[] into) throws EOFException {
      readFully(into, 0, into.length);
    }

    @Override
    public void readFully(byte[] into, int from, int length) throws EOFException {
      refuseBeyond(length);
      bytes.get(into, from, length);
    }

    @Override
    public int read(ByteBuffer into) {
      int n = Math.min(into.remaining(), bytes.remaining());
      into.put(bytes.slice(bytes.position(), n));
      bytes.position(bytes.position() + n);
      return n == 0 ? -1 : n;
    }

    @Override
    public void readFully(ByteBuffer into) throws EOFException {
      refuseBeyond(into.remaining());
      var _ = read(into);
    }

    private void refuseBeyond(int length) throws EOFException {
      if (length > bytes.remaining()) {
        throw new EOFException("beyond the file");
      }
    }
  }
}
