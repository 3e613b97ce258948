package org.parley.web.export;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/// Encodes pixels as PNG (W3C 2003), 8 bits a channel with transparency.
///
/// The encoder of Batik tries five filters on every row, which took longer than to draw. Drawings
/// are flat areas, which compress well without a filter.
final class PngEncoder {

  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final int BITS = 8;
  private static final int RED_GREEN_BLUE_ALPHA = 6;
  private static final int CHANNELS = 4;
  private static final int PIXELS_A_METRE = 3_780;
  private static final int METRE = 1;
  private static final int DATA_BYTES = 1 << 16;

  /// Red, green, blue and transparency of a pixel, in the order of PNG.
  private static final VarHandle PIXEL =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

  private PngEncoder() {}

  /// Writes an image of the type `TYPE_INT_ARGB`.
  static void write(BufferedImage image, OutputStream out) throws IOException {
    out.write(SIGNATURE);
    chunk(out, "IHDR", header(image));
    chunk(out, "sRGB", new byte[1]);
    chunk(out, "pHYs", resolution());
    writePixels(image, out);
    chunk(out, "IEND", new byte[0]);
    out.flush();
  }

  private static byte[] header(BufferedImage image) {
    byte[] header = new byte[13];
    put(header, 0, image.getWidth());
    put(header, 4, image.getHeight());
    header[8] = BITS;
    header[9] = RED_GREEN_BLUE_ALPHA;
    return header;
  }

  private static byte[] resolution() {
    byte[] resolution = new byte[9];
    put(resolution, 0, PIXELS_A_METRE);
    put(resolution, 4, PIXELS_A_METRE);
    resolution[8] = METRE;
    return resolution;
  }

  private static void put(byte[] into, int at, int number) {
    for (int i = 0; i < Integer.BYTES; i++) {
      into[at + i] = (byte) (number >>> (24 - 8 * i));
    }
  }

  private static void writePixels(BufferedImage image, OutputStream out) throws IOException {
    int width = image.getWidth();
    int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    byte[] row = new byte[1 + CHANNELS * width];
    try (OutputStream data = new DeflaterOutputStream(new DataChunks(out))) {
      for (int y = 0; y < image.getHeight(); y++) {
        fill(row, pixels, y * width, width);
        data.write(row);
      }
    }
  }

  /// Writes what it receives as chunks of data; closing it leaves the file open.
  private static final class DataChunks extends BufferedOutputStream {

    DataChunks(OutputStream out) {
      super(
          new OutputStream() {
            @Override
            public void write(int one) throws IOException {
              chunk(out, "IDAT", new byte[] {(byte) one}, 0, 1);
            }

            @Override
            public void write(byte[] data, int from, int length) throws IOException {
              chunk(out, "IDAT", data, from, length);
            }
          },
          DATA_BYTES);
    }
  }

  /// A row, of which the first byte says that it is not filtered.
  private static void fill(byte[] row, int[] pixels, int from, int width) {
    for (int x = 0; x < width; x++) {
      PIXEL.set(row, 1 + CHANNELS * x, Integer.rotateLeft(pixels[from + x], BITS));
    }
  }

  private static void chunk(OutputStream out, String type, byte[] data) throws IOException {
    chunk(out, type, data, 0, data.length);
  }

  private static void chunk(OutputStream out, String type, byte[] data, int from, int length)
      throws IOException {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 sum = new CRC32();
    sum.update(name);
    sum.update(data, from, length);
    byte[] number = new byte[Integer.BYTES];
    put(number, 0, length);
    out.write(number);
    out.write(name);
    out.write(data, from, length);
    put(number, 0, (int) sum.getValue());
    out.write(number);
  }
}
