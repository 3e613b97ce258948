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
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/// Encodes pixels as PNG (W3C 2003), 8 bits a channel; without transparency where every pixel is
/// opaque.
///
/// The encoder of Batik tries five filters on every row, which took longer than to draw. Drawings
/// are flat areas: a row like the one above is written as its difference, and others as they are.
final class PngEncoder {

  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final int BITS = 8;
  private static final int RED_GREEN_BLUE = 2;
  private static final int RED_GREEN_BLUE_ALPHA = 6;
  private static final int OPAQUE = 255;

  /// The difference to the row above.
  private static final byte UP = 2;

  /// Higher levels take twice as long for flat areas.
  private static final int LEVEL = 3;

  private static final int PIXELS_A_METRE = 3_780;
  private static final int METRE = 1;
  private static final int DATA_BYTES = 1 << 16;

  /// The channels of a pixel, in the order of PNG.
  private static final VarHandle PIXEL =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

  private PngEncoder() {}

  /// Writes an image of the type `TYPE_INT_ARGB`.
  static void write(BufferedImage image, OutputStream out) throws IOException {
    int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    boolean isOpaque = isOpaque(pixels);
    out.write(SIGNATURE);
    chunk(out, "IHDR", header(image, isOpaque));
    chunk(out, "sRGB", new byte[1]);
    chunk(out, "pHYs", resolution());
    writePixels(pixels, image.getWidth(), isOpaque, out);
    chunk(out, "IEND", new byte[0]);
    out.flush();
  }

  private static boolean isOpaque(int[] pixels) {
    int all = -1;
    for (int pixel : pixels) {
      all &= pixel;
    }
    return all >>> 24 == OPAQUE;
  }

  private static byte[] header(BufferedImage image, boolean isOpaque) {
    byte[] header = new byte[13];
    put(header, 0, image.getWidth());
    put(header, 4, image.getHeight());
    header[8] = BITS;
    header[9] = (byte) (isOpaque ? RED_GREEN_BLUE : RED_GREEN_BLUE_ALPHA);
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

  private static void writePixels(int[] pixels, int width, boolean isOpaque, OutputStream out)
      throws IOException {
    int channels = isOpaque ? 3 : 4;
    int length = 1 + channels * width;
    // a pixel is put as four bytes: the next one takes the place of the fourth
    byte[] row = new byte[length + 1];
    byte[] same = new byte[length];
    same[0] = UP;
    Deflater deflater = new Deflater(LEVEL);
    try (OutputStream data = new DeflaterOutputStream(new DataChunks(out), deflater)) {
      for (int at = 0; at < pixels.length; at += width) {
        if (at > 0 && Arrays.equals(pixels, at, at + width, pixels, at - width, at)) {
          data.write(same);
        } else {
          fill(row, pixels, at, width, channels);
          data.write(row, 0, length);
        }
      }
    } finally {
      deflater.end();
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
  private static void fill(byte[] row, int[] pixels, int from, int width, int channels) {
    for (int x = 0; x < width; x++) {
      PIXEL.set(row, 1 + channels * x, Integer.rotateLeft(pixels[from + x], BITS));
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
