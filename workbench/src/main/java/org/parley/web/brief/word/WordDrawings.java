package org.parley.web.brief.word;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.parley.exchange.tree.XmlWriter;
import org.parley.web.export.PageDrawing;
import org.parley.web.export.PictureFormat;

/// The drawings of a document, each with its words for those who cannot see it.
final class WordDrawings {

  private static final String DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/";
  private static final long EMU_PER_PIXEL = 9_525;

  /// The widest drawing that fits between the margins of the page, in pixels.
  private static final int WIDEST = 620;

  private final List<byte[]> rasters = new ArrayList<>();

  /// The number of drawings.
  int count() {
    return rasters.size();
  }

  List<byte[]> rasters() {
    return List.copyOf(rasters);
  }

  static String part(int number) {
    return "word/media/drawing" + number + ".png";
  }

  static String relation(int number) {
    return "rIdDrawing" + number;
  }

  /// Writes a drawing as a run.
  void run(XmlWriter xml, Element svg) {
    int width = Math.max(1, (int) Double.parseDouble(svg.attr("width")));
    int height = Math.max(1, (int) Double.parseDouble(svg.attr("height")));
    String words = svg.attr("aria-label");
    rasters.add(PictureFormat.PNG.write(new PageDrawing(words, svg.outerHtml(), width, height)));
    int shown = Math.min(width, WIDEST);
    picture(xml, words, shown * EMU_PER_PIXEL, height * EMU_PER_PIXEL * shown / width);
  }

  private void picture(XmlWriter xml, String words, long width, long height) {
    String number = Integer.toString(count());
    xml.open("w:r").open("w:drawing").open("wp:inline");
    size(xml, "wp:extent", width, height);
    named(xml, "wp:docPr", number).with("descr", words).close();
    xml.open("a:graphic").with("xmlns:a", DRAWING + "main");
    xml.open("a:graphicData").with("uri", DRAWING + "picture");
    xml.open("pic:pic").with("xmlns:pic", DRAWING + "picture");
    xml.open("pic:nvPicPr");
    named(xml, "pic:cNvPr", number).close();
    xml.empty("pic:cNvPicPr").close();
    xml.open("pic:blipFill").empty("a:blip", "r:embed", relation(count()));
    xml.open("a:stretch").empty("a:fillRect").close().close();
    xml.open("pic:spPr").open("a:xfrm");
    xml.open("a:off").with("x", "0").with("y", "0").close();
    size(xml, "a:ext", width, height);
    xml.close().open("a:prstGeom").with("prst", "rect").empty("a:avLst").close().close();
    xml.close().close().close().close().close().close();
  }

  private static XmlWriter named(XmlWriter xml, String element, String number) {
    return xml.open(element).with("id", number).with("name", "Drawing " + number);
  }

  private static void size(XmlWriter xml, String element, long width, long height) {
    xml.open(element).with("cx", Long.toString(width)).with("cy", Long.toString(height)).close();
  }
}
