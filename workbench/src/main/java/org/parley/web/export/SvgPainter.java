package org.parley.web.export;

import java.awt.image.BufferedImage;
import java.util.Objects;
import org.apache.batik.transcoder.TranscoderException;
import org.apache.batik.transcoder.TranscoderInput;
import org.apache.batik.transcoder.TranscoderOutput;
import org.apache.batik.transcoder.image.ImageTranscoder;
import org.jspecify.annotations.Nullable;

/// Paints SVG into an image of the type `TYPE_INT_ARGB`.
final class SvgPainter extends ImageTranscoder {

  private @Nullable BufferedImage painted;

  /// The drawing as pixels.
  BufferedImage paint(TranscoderInput svg) throws TranscoderException {
    transcode(svg, new TranscoderOutput());
    return Objects.requireNonNull(painted);
  }

  @Override
  public BufferedImage createImage(int width, int height) {
    return new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
  }

  @Override
  public void writeImage(BufferedImage image, TranscoderOutput output) {
    painted = image;
  }
}
