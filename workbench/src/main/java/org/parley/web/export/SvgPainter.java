package org.parley.web.export;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Objects;
import org.apache.batik.ext.awt.image.GraphicsUtil;
import org.apache.batik.transcoder.SVGAbstractTranscoder;
import org.apache.batik.transcoder.TranscoderException;
import org.apache.batik.transcoder.TranscoderInput;
import org.apache.batik.transcoder.TranscoderOutput;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;

/// Paints SVG into an image of the type `TYPE_INT_ARGB`.
///
/// The image transcoder of Batik paints tiles and copies them; that took a third of the time.
final class SvgPainter extends SVGAbstractTranscoder {

  private @Nullable BufferedImage painted;

  /// The drawing as pixels.
  BufferedImage paint(TranscoderInput svg) throws TranscoderException {
    transcode(svg, new TranscoderOutput());
    return Objects.requireNonNull(painted);
  }

  @Override
  protected void transcode(Document document, String uri, TranscoderOutput output)
      throws TranscoderException {
    super.transcode(document, uri, output);
    BufferedImage image =
        new BufferedImage(Math.round(width), Math.round(height), BufferedImage.TYPE_INT_ARGB);
    Graphics2D canvas = GraphicsUtil.createGraphics(image);
    try {
      canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      canvas.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
      canvas.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
      canvas.transform(curTxf);
      root.paint(canvas);
    } finally {
      canvas.dispose();
    }
    painted = image;
  }
}
