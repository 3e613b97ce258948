package org.parley.web.export;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.apache.batik.transcoder.SVGAbstractTranscoder;
import org.apache.batik.transcoder.TranscoderException;
import org.apache.batik.transcoder.TranscoderInput;

/// The formats of a drawing that leaves a page.
public enum PictureFormat {
  SVG("image/svg+xml; charset=utf-8"),
  PNG("image/png");

  /// For screens and print of twice the resolution.
  private static final int SCALE = 2;

  /// A raster takes up to 250 MB: one is painted while another is encoded.
  private static final Semaphore RASTERS = new Semaphore(2);

  private static final Semaphore PAINTING = new Semaphore(1);

  private final String type;

  PictureFormat(String type) {
    this.type = type;
  }

  /// The media type.
  public String type() {
    return type;
  }

  /// The ending of a file, and the word for it in addresses: `png`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Every word.
  public static List<String> words() {
    return Arrays.stream(values()).map(PictureFormat::word).toList();
  }

  /// The format with a word.
  public static Optional<PictureFormat> find(String word) {
    return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
  }

  /// The drawing as a file.
  public byte[] write(PageDrawing drawing) {
    return switch (this) {
      case SVG -> drawing.svg().getBytes(StandardCharsets.UTF_8);
      case PNG -> png(drawing);
    };
  }

  private static byte[] png(PageDrawing drawing) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RASTERS.acquireUninterruptibly();
    try {
      PngEncoder.write(painted(drawing), out);
    } catch (TranscoderException | IOException e) {
      throw new IllegalStateException("drawing a picture of a page", e);
    } finally {
      RASTERS.release();
    }
    return out.toByteArray();
  }

  private static BufferedImage painted(PageDrawing drawing) throws TranscoderException {
    Fonts.register();
    SvgPainter painter = new SvgPainter();
    painter.addTranscodingHint(SVGAbstractTranscoder.KEY_WIDTH, (float) drawing.width() * SCALE);
    painter.addTranscodingHint(SVGAbstractTranscoder.KEY_ALLOW_EXTERNAL_RESOURCES, false);
    painter.addTranscodingHint(SVGAbstractTranscoder.KEY_ALLOWED_SCRIPT_TYPES, "");
    PAINTING.acquireUninterruptibly();
    try {
      return painter.paint(new TranscoderInput(new StringReader(drawing.svg())));
    } finally {
      PAINTING.release();
    }
  }

  /// The fonts of the program, so that pictures are alike on every machine.
  private static final class Fonts {

    private static final List<String> FILES =
        List.of("SourceSerif4-Regular", "SourceSerif4-Italic", "SourceSerif4-SemiBold");

    private static final boolean REGISTERED = registered();

    static void register() {
      if (!REGISTERED) {
        throw new IllegalStateException("the fonts are missing from the program");
      }
    }

    private static boolean registered() {
      System.setProperty("java.awt.headless", "true");
      for (String file : FILES) {
        try (InputStream in =
            PictureFormat.class.getResourceAsStream("/org/parley/web/fonts/" + file + ".ttf")) {
          if (in == null) {
            return false;
          }
          java.awt.GraphicsEnvironment.getLocalGraphicsEnvironment()
              .registerFont(java.awt.Font.createFont(java.awt.Font.TRUETYPE_FONT, in));
        } catch (IOException | java.awt.FontFormatException e) {
          throw new IllegalStateException("the font " + file + " cannot be read", e);
        }
      }
      return true;
    }
  }
}
