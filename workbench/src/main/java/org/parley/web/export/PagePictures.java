package org.parley.web.export;

import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/// The drawings of a page that was made.
public final class PagePictures {

  /// The attribute that names a drawing of a page, for addresses.
  static final String NAME = "data-picture";

  private final Document page;

  private PagePictures(Document page) {
    this.page = page;
  }

  /// Reads a page.
  public static PagePictures of(String html) {
    return new PagePictures(Jsoup.parse(html));
  }

  /// The names of its drawings, in order.
  public List<String> names() {
    return drawn().stream().map(PagePictures::name).toList();
  }

  private Elements drawn() {
    return page.select("svg[" + NAME + "], [" + RowsDrawing.NAME + "]");
  }

  private static String name(Element drawn) {
    return drawn.hasAttr(NAME) ? drawn.attr(NAME) : drawn.attr(RowsDrawing.NAME);
  }

  /// The drawing with a name, as a document of its own: SVG in the light theme, with its colour
  /// key.
  ///
  /// @param source the lines below it: where it comes from
  public Optional<PageDrawing> find(String name, List<String> source) {
    return drawn().stream()
        .filter(each -> name(each).equals(name))
        .findFirst()
        .map(
            found ->
                DrawingWriter.write(
                    found.hasAttr(NAME) ? found : RowsDrawing.of(found),
                    title(found),
                    KeySample.of(page, name),
                    source));
  }

  /// The heading of its section, else its label, else the heading of the page.
  private String title(Element svg) {
    Element section = svg.closest("section[aria-labelledby]");
    Element above =
        section == null ? null : page.getElementById(section.attr("aria-labelledby").strip());
    if (above != null && above.hasText()) {
      return CellReader.text(above).replace('\n', ' ');
    }
    Element labelled = svg.closest("[aria-label]");
    if (labelled != null) {
      return labelled.attr("aria-label");
    }
    Element heading = page.selectFirst("h1");
    return heading == null ? page.title() : CellReader.text(heading).replace('\n', ' ');
  }
}
