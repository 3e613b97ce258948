package org.parley.exchange.parquet;

import io.airlift.compress.Decompressor;
import io.airlift.compress.lz4.Lz4Decompressor;
import io.airlift.compress.snappy.SnappyDecompressor;
import io.airlift.compress.zstd.ZstdDecompressor;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/// Unpacks pages in Java alone: no native library is loaded, and no page unpacks beyond a budget.
final class PureCodecs implements CompressionCodecFactory {

  /// Unpacks one page.
  @FunctionalInterface
  private interface Unpacking {
    /// Returns how many bytes were unpacked.
    int unpack(byte[] packed, byte[] into) throws IOException;
  }

  private long left;

  /// @param budget the most bytes of all pages together, unpacked
  PureCodecs(long budget) {
    this.left = budget;
  }

  @Override
  public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
    return switch (codec) {
      case UNCOMPRESSED -> new Pages(PureCodecs::copied);
      case SNAPPY -> new Pages(with(new SnappyDecompressor()));
      case LZ4_RAW -> new Pages(with(new Lz4Decompressor()));
      case ZSTD -> new Pages(with(new ZstdDecompressor()));
      case GZIP -> new Pages(PureCodecs::gunzipped);
      case LZO, BROTLI, LZ4 -> throw new IllegalArgumentException("compressed by " + codec);
    };
  }

  private static int copied(byte[] packed, byte[] into) {
    System.arraycopy(packed, 0, into, 0, Math.min(packed.length, into.length));
    return packed.length;
  }

  private static int gunzipped(byte[] packed, byte[] into) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return in.readNBytes(into, 0, into.length);
    }
  }

  private static Unpacking with(Decompressor codec) {
    return (packed, into) -> codec.decompress(packed, 0, packed.length, into, 0, into.length);
  }

  @Override
  public BytesInputCompressor getCompressor(CompressionCodecName codec) {
    throw new UnsupportedOperationException("only for reading");
  }

  @Override
  public void release() {
    // Holds nothing.
  }

  private final class Pages implements BytesInputDecompressor {

    private final Unpacking unpacking;

    Pages(Unpacking unpacking) {
      this.unpacking = unpacking;
    }

    @Override
    public BytesInput decompress(BytesInput packed, int size) throws IOException {
      return BytesInput.from(unpacked(all(packed), size));
    }

    @Override
    public void decompress(ByteBuffer packed, int packedSize, ByteBuffer into, int size)
        throws IOException {
      byte[] bytes = new byte[packedSize];
      packed.get(bytes);
      into.put(unpacked(bytes, size));
    }

    private static byte[] all(BytesInput packed) throws IOException {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      packed.writeAllTo(bytes);
      return bytes.toByteArray();
    }

    private byte[] unpacked(byte[] packed, int size) throws IOException {
      left -= size;
      if (size < 0 || left < 0) {
        throw new IOException("unpacks beyond the limit");
      }
      byte[] into = new byte[size];
      if (unpacking.unpack(packed, into) != size) {
        throw new IOException("a page is not as long as it says");
      }
      return into;
    }

    @Override
    public void release() {
      // Holds nothing.
    }
  }
}
