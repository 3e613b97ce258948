package org.parley.web.export;

import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// One sample of the colour key of a drawing.
///
/// @param swatch the drawn sample; an element of the page, so that its rules hold
/// @param words what it stands for
record KeySample(List<Element> swatch, String words) {

  /// The attribute that names the drawings a key belongs to.
  private static final String OF = "data-key-of";

  KeySample {
    swatch = List.copyOf(swatch);
  }

  /// The key of a drawing, in the order of the page.
  static List<KeySample> of(Document page, String drawing) {
    return page.select("[" + OF + "]").stream()
        .filter(key -> List.of(key.attr(OF).split(" ", -1)).contains(drawing))
        .flatMap(key -> key.select(".sample").stream())
        .map(sample -> new KeySample(swatch(sample), CellReader.text(sample).replace('\n', ' ')))
        .toList();
  }

  private static List<Element> swatch(Element sample) {
    Element svg = sample.selectFirst("svg");
    return svg == null ? List.of() : svg.children();
  }
}
