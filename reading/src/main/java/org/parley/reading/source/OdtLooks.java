package org.parley.reading.source;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/// How far paragraphs of an OpenDocument text are moved in, and which of its signs are raised.
final class OdtLooks {

  private static final int MOST_STYLES = 10;

  /// Twentieths of a point that an item is moved in, if its list does not say.
  private static final int STEP = 720;

  private static final Pattern LENGTH =
      Pattern.compile("(?<length>-?\\d{1,4}(?:\\.\\d{1,9})?)(?<unit>cm|mm|in|pt|px|pc)");

  /// The styles of paragraphs and of spans, by family and name.
  private final Map<String, Element> styles = new HashMap<>();

  private final Map<String, Boolean> raised = new HashMap<>();

  /// How far each level of a list style is moved in.
  private final Map<String, Map<Integer, Integer>> lists = new HashMap<>();

  OdtLooks(OdtParts parts) {
    for (Document part :
        Stream.of(parts.styles(), parts.content()).flatMap(Stream::ofNullable).toList()) {
      NodeList found = part.getElementsByTagNameNS("*", "style");
      for (int i = 0; i < found.getLength(); i++) {
        Element each = (Element) found.item(i);
        styles.put(value(each, "family") + " " + value(each, "name"), each);
      }
      NodeList listed = part.getElementsByTagNameNS("*", "list-style");
      for (int i = 0; i < listed.getLength(); i++) {
        lists.put(value(listed.item(i), "name"), levels(listed.item(i)));
      }
    }
  }

  private static String value(Node element, String name) {
    return Objects.requireNonNullElse(OdtParts.attribute(element, name), "");
  }

  private static Map<Integer, Integer> levels(Node style) {
    Map<Integer, Integer> levels = new HashMap<>();
    for (Node each = style.getFirstChild(); each != null; each = each.getNextSibling()) {
      if (each instanceof Element) {
        Element aligned = inside((Element) each, "list-level-label-alignment");
        Element properties = inside((Element) each, "list-level-properties");
        Integer margin = aligned == null ? null : length(aligned, "margin-left");
        Integer before = properties == null ? null : length(properties, "space-before");
        Integer label = properties == null ? null : length(properties, "min-label-width");
        if (margin != null) {
          levels.put(OdtParts.count(each, "level", 0), margin);
        } else if (before != null || label != null) {
          int sum = Objects.requireNonNullElse(before, 0) + Objects.requireNonNullElse(label, 0);
          levels.put(OdtParts.count(each, "level", 0), sum);
        }
      }
    }
    return levels;
  }

  private static @Nullable Element inside(Element element, String name) {
    return (Element) element.getElementsByTagNameNS("*", name).item(0);
  }

  private static @Nullable Integer length(Element element, String name) {
    Matcher length = LENGTH.matcher(value(element, name));
    return length.matches()
        ? (int)
            Math.round(
                Double.parseDouble(length.group("length")) * TextIndent.twips(length.group("unit")))
        : null;
  }

  /// Twentieths of a point that a paragraph is moved in.
  ///
  /// @param list the style of the list that it stands in; null for none
  /// @param depth how many lists it stands in
  int margin(Element paragraph, @Nullable String list, int depth) {
    Integer own = ofStyle("paragraph " + value(paragraph, "style-name"));
    if (depth == 0) {
      return own == null ? 0 : own;
    }
    Integer listed = list == null ? null : lists.getOrDefault(list, Map.of()).get(depth);
    return listed == null || listed == 0 ? depth * STEP : listed;
  }

  private @Nullable Integer ofStyle(String name) {
    Element style = styles.get(name);
    for (int i = 0; i < MOST_STYLES && style != null; i++) {
      Element properties = inside(style, "paragraph-properties");
      Integer margin = properties == null ? null : length(properties, "margin-left");
      if (margin != null) {
        return margin;
      }
      style = styles.get("paragraph " + value(style, "parent-style-name"));
    }
    return null;
  }

  /// Whether the signs of a span are raised.
  boolean isRaised(Node span) {
    return raised.computeIfAbsent("text " + value(span, "style-name"), this::isRaisedIn);
  }

  private boolean isRaisedIn(String name) {
    Element style = styles.get(name);
    for (int i = 0; i < MOST_STYLES && style != null; i++) {
      Element properties = inside(style, "text-properties");
      String position = properties == null ? "" : value(properties, "text-position");
      if (!position.isEmpty()) {
        return position.matches("super\\b.*|[1-9]\\d?%.*");
      }
      style = styles.get("text " + value(style, "parent-style-name"));
    }
    return false;
  }
}
