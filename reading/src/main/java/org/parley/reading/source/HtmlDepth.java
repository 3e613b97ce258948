package org.parley.reading.source;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The nesting depth of an HTML page, bounded before it is parsed.
///
/// Counts open start tags by name, so that the end of one element does not hide other open ones.
/// Void elements are not counted. Linear in the page.
final class HtmlDepth {

  /// Elements without content, and those whose end tag may be left out: the next of their kind ends
  /// them.
  private static final Set<String> NOT_COUNTED =
      Set.of(
          "area",
          "base",
          "br",
          "col",
          "embed",
          "hr",
          "img",
          "input",
          "link",
          "meta",
          "param",
          "source",
          "track",
          "wbr",
          "p",
          "li",
          "dt",
          "dd",
          "option",
          "optgroup",
          "tr",
          "td",
          "th",
          "thead",
          "tbody",
          "tfoot",
          "colgroup",
          "rp",
          "rt",
          "html",
          "head",
          "body");

  /// Elements whose content is text, whatever it looks like.
  private static final Set<String> TEXT =
      Set.of("script", "style", "textarea", "title", "xmp", "noframes", "iframe");

  private HtmlDepth() {}

  static int of(String html) {
    Map<String, Integer> open = new HashMap<>();
    int depth = 0;
    int deepest = 0;
    boolean isForeign = false;
    int at = html.indexOf('<');
    while (at >= 0 && at + 1 < html.length()) {
      if (html.startsWith("!--", at + 1)) {
        at = html.indexOf("-->", at);
      } else {
        boolean ends = html.charAt(at + 1) == '/';
        String name = name(html, ends ? at + 2 : at + 1);
        if (!name.isEmpty() && !NOT_COUNTED.contains(name)) {
          if (!ends) {
            open.merge(name, 1, Integer::sum);
            deepest = Math.max(deepest, ++depth);
          } else if (open.getOrDefault(name, 0) > 0) {
            open.merge(name, -1, Integer::sum);
            depth--;
          }
          // inside drawings and formulas the same names hold elements
          isForeign |= name.equals("svg") || name.equals("math");
          int end = !ends && !isForeign && TEXT.contains(name) ? endOf(html, name, at) : -1;
          at = end >= 0 ? end - 1 : at;
        }
      }
      at = at < 0 ? -1 : html.indexOf('<', at + 1);
    }
    return deepest;
  }

  private static int endOf(String html, String name, int from) {
    for (int at = html.indexOf("</", from); at >= 0; at = html.indexOf("</", at + 2)) {
      if (html.regionMatches(true, at + 2, name, 0, name.length())) {
        return at;
      }
    }
    return -1;
  }

  private static String name(String html, int from) {
    int to = from;
    while (to < html.length() && to - from < 40 && Character.isLetterOrDigit(html.charAt(to))) {
      to++;
    }
    return from < to && Character.isLetter(html.charAt(from))
        ? html.substring(from, to).toLowerCase(Locale.ROOT)
        : "";
  }
}
