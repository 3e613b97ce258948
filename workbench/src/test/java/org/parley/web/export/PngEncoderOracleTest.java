package org.parley.web.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import javax.imageio.ImageIO;
import org.apache.batik.transcoder.SVGAbstractTranscoder;
import org.apache.batik.transcoder.TranscoderInput;
import org.apache.batik.transcoder.TranscoderOutput;
import org.apache.batik.transcoder.image.ImageTranscoder;
import org.apache.batik.transcoder.image.PNGTranscoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Pictures have the pixels that Batik paints and encodes.
class PngEncoderOracleTest {

  private static final String DRAWING =
      """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 120">
        <defs><linearGradient id="g"><stop offset="0" stop-color="red"/>
          <stop offset="1" stop-color="blue" stop-opacity="0.2"/></linearGradient></defs>
        <rect x="10" y="10" width="90" height="60" fill="url(#g)"/>
        <circle cx="140" cy="60" r="41" fill="#1d4a7a" fill-opacity="0.5"/>
        <text x="20" y="100">Words</text>
      </svg>
      """;

  private static byte[] drawn(ImageTranscoder transcoder, int width) throws Exception {
    transcoder.addTranscodingHint(SVGAbstractTranscoder.KEY_WIDTH, (float) width);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    transcoder.transcode(new TranscoderInput(new StringReader(DRAWING)), new TranscoderOutput(out));
    return out.toByteArray();
  }

  private static byte[] own(int width) throws Exception {
    SvgPainter painter = new SvgPainter();
    painter.addTranscodingHint(SVGAbstractTranscoder.KEY_WIDTH, (float) width);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PngEncoder.write(painter.paint(new TranscoderInput(new StringReader(DRAWING))), out);
    return out.toByteArray();
  }

  private static int[] pixels(BufferedImage image) {
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }

  private static BufferedImage onWhite(BufferedImage image) {
    BufferedImage shown =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = shown.createGraphics();
    canvas.drawImage(image, 0, 0, Color.WHITE, null);
    canvas.dispose();
    return shown;
  }

  /// Of one chunk of data and of many; a width that fills no whole number of words. Tiles of Batik
  /// round what is translucent, so channels as they are shown may differ by two of 255.
  @ParameterizedTest
  @ValueSource(ints = {1, 7, 401, 3_000})
  void thePixelsAreThoseOfBatik(int width) throws Exception {
    BufferedImage own = ImageIO.read(new ByteArrayInputStream(own(width)));
    BufferedImage other = ImageIO.read(new ByteArrayInputStream(drawn(new PNGTranscoder(), width)));
    assertEquals(other.getWidth(), own.getWidth());
    int[] expected = pixels(onWhite(other));
    int[] found = pixels(onWhite(own));
    for (int i = 0; i < expected.length; i++) {
      for (int channel = 0; channel < Integer.SIZE; channel += Byte.SIZE) {
        int difference = (expected[i] >>> channel & 255) - (found[i] >>> channel & 255);
        assertTrue(Math.abs(difference) <= 2, "pixel " + i + " of " + expected.length);
      }
    }
  }

  @Test
  void theSamePictureIsTheSameFile() throws Exception {
    assertArrayEquals(own(401), own(401));
  }

  /// Rows like the one above, and others; opaque, and with one pixel that is not.
  @Test
  void transparencyIsWrittenWhereThereIsAny() throws Exception {
    BufferedImage image = new BufferedImage(5, 40, BufferedImage.TYPE_INT_ARGB);
    for (int y = 0; y < 40; y++) {
      for (int x = 0; x < 5; x++) {
        image.setRGB(x, y, 0xff000000 | y / 4 * 0x123457 + x * 0x010203);
      }
    }
    assertFalse(again(image).getColorModel().hasAlpha());
    assertArrayEquals(pixels(image), pixels(again(image)));
    image.setRGB(4, 39, 0x7f112233);
    assertTrue(again(image).getColorModel().hasAlpha());
    assertArrayEquals(pixels(image), pixels(again(image)));
  }

  private static BufferedImage again(BufferedImage image) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PngEncoder.write(image, out);
    return ImageIO.read(new ByteArrayInputStream(out.toByteArray()));
  }
}
