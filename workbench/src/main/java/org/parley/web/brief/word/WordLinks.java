package org.parley.web.brief.word;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// The places that links within the document lead to: bookmarks, with their numbers.
///
/// @param numbers the number of each target, by its id
record WordLinks(Map<String, Integer> numbers) {

  /// The names of bookmarks that Word takes.
  private static final String NAME = "\\p{L}[\\p{L}\\p{Nd}_-]{0,39}";

  WordLinks {
    numbers = Map.copyOf(numbers);
  }

  static WordLinks of(Document document) {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    for (Element link : document.select("a[href^=#]")) {
      String id = link.attr("href").substring(1);
      if (id.matches(NAME) && document.getElementById(id) != null) {
        numbers.putIfAbsent(id, numbers.size() + 1);
      }
    }
    return new WordLinks(numbers);
  }

  /// The bookmark that a link leads to; empty if it leads out of the document.
  String target(Element link) {
    String href = link.attr("href");
    String id = href.startsWith("#") ? href.substring(1) : "";
    return numbers.containsKey(id) ? name(id) : "";
  }

  /// The name of the bookmark of an id.
  static String name(String id) {
    return id.replace('-', '_');
  }
}
