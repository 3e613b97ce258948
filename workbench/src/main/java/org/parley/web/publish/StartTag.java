package org.parley.web.publish;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A start tag in the text of a page, as templates write it: lower case, values in double quotes.
///
/// @param name of the element
/// @param attributes in order
/// @param isClosed whether it ends with `/>`
/// @param end the place after it
record StartTag(String name, List<Attribute> attributes, boolean isClosed, int end) {

  /// An attribute.
  ///
  /// @param value as it stands there; null if it has none
  record Attribute(String name, @Nullable String value) {}

  /// The tag that begins at a place.
  ///
  /// @return null if it is written otherwise
  static @Nullable StartTag at(String html, int begin) {
    int at = endOfName(html, begin + 1);
    String name = html.substring(begin + 1, at);
    if (name.isEmpty() || !Character.isLetter(name.charAt(0))) {
      return null;
    }
    List<Attribute> attributes = new ArrayList<>();
    while (true) {
      int next = afterSpaces(html, at);
      if (html.startsWith("/>", next)) {
        return new StartTag(name, attributes, true, next + 2);
      }
      if (html.startsWith(">", next)) {
        return new StartTag(name, attributes, false, next + 1);
      }
      int end = endOfName(html, next);
      if (next == at || end == next) {
        return null;
      }
      at = addAttribute(html, next, end, attributes);
      if (at < 0) {
        return null;
      }
    }
  }

  /// Adds the attribute whose name is between two places; returns the place after it, or -1.
  private static int addAttribute(String html, int from, int to, List<Attribute> attributes) {
    if (!html.startsWith("=", to)) {
      attributes.add(new Attribute(html.substring(from, to), null));
      return to;
    }
    int close = html.startsWith("=\"", to) ? html.indexOf('"', to + 2) : -1;
    if (close < 0) {
      return -1;
    }
    attributes.add(new Attribute(html.substring(from, to), html.substring(to + 2, close)));
    return close + 1;
  }

  private static int endOfName(String html, int from) {
    int at = from;
    while (at < html.length() && isOfName(html.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isOfName(char each) {
    return Character.isLetterOrDigit(each) || each == '-' || each == ':' || each == '_';
  }

  private static int afterSpaces(String html, int from) {
    int at = from;
    while (at < html.length() && html.charAt(at) <= ' ') {
      at++;
    }
    return at;
  }

  /// The value of an attribute; null if there is none.
  @Nullable String find(String attribute) {
    for (Attribute each : attributes) {
      if (each.name.equals(attribute)) {
        return each.value;
      }
    }
    return null;
  }

  /// Whether it has a class.
  boolean hasClass(String word) {
    String classes = find("class");
    return classes != null
        && classes.contains(word)
        && Arrays.asList(classes.split("\\s+", -1)).contains(word);
  }
}
