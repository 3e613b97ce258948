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

  /// The attribute with the words of a sample, for one whose text means nothing by itself.
  private static final String WORDS = "data-words";

  KeySample {
    swatch = List.copyOf(swatch);
  }

  /// The key of a drawing, in the order of the page.
  static List<KeySample> of(Document page, String drawing) {
    return page.select("[" + OF + "]").stream()
        .filter(key -> List.of(key.attr(OF).split(" ", -1)).contains(drawing))
        .flatMap(key -> key.select(".sample").stream())
        .map(sample -> new KeySample(swatch(sample), words(sample)))
        .toList();
  }

  private static String words(Element sample) {
    return sample.hasAttr(WORDS) ? sample.attr(WORDS) : CellReader.text(sample).replace('\n', ' ');
  }

  private static List<Element> swatch(Element sample) {
    Element svg = sample.selectFirst("svg");
    return svg == null ? List.of() : svg.children();
  }
}
