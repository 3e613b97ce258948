package org.parley.reading.source;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/// The numbers before paragraphs of an OpenDocument text, which stand in its list styles. They are
/// counted in the order of the text.
final class OdtNumbers {

  private static final int LEVELS = 10;
  private static final int MOST_STYLES = 10;
  private static final String OUTLINE = "outline";

  /// How one level of a list is numbered.
  ///
  /// @param format the first number of its series; empty for none
  /// @param shown how many levels its number shows
  /// @param isDoubled whether "bb" comes after "aa"
  /// @param isLegal whether the levels above are shown in digits
  /// @param pattern the whole number, with `%1%` for the first level; null to join levels by points
  private record Level(
      String format,
      String prefix,
      String suffix,
      int shown,
      int start,
      boolean isDoubled,
      boolean isLegal,
      @Nullable String pattern) {

    static Level of(Element style) {
      return new Level(
          value(style, "num-format"),
          value(style, "num-prefix"),
          value(style, "num-suffix"),
          OdtParts.count(style, "display-levels", 1),
          OdtParts.count(style, "start-value", 1),
          value(style, "num-letter-sync").equals("true"),
          value(style, "is-legal").equals("true"),
          OdtParts.attribute(style, "num-list-format"));
    }

    /// A number of this level, as the number of a level shows it.
    String numeral(int number, Level shownIn) {
      return shownIn.isLegal && !equals(shownIn) && !format.isEmpty()
          ? Integer.toString(number)
          : numeral(number);
    }

    private String numeral(int number) {
      String first = format.isEmpty() ? "" : format.substring(0, 1);
      return switch (first) {
        case "" -> "";
        case "a", "A" -> {
          String letters = isDoubled ? ListNumbers.numeral(number, "a") : letters(number);
          yield first.equals("a") ? letters : letters.toUpperCase(Locale.ROOT);
        }
        case "i", "I" -> ListNumbers.numeral(number, first);
        case "а" -> ListNumbers.numeral(number, "russianLower");
        case "А" -> ListNumbers.numeral(number, "russianUpper");
        case "أ" -> ListNumbers.numeral(number, "arabicAbjad");
        default -> Integer.toString(number);
      };
    }

    /// After "z" comes "aa", then "ab".
    private static String letters(int number) {
      StringBuilder letters = new StringBuilder();
      for (int left = number; left > 0; left = (left - 1) / 26) {
        letters.insert(0, (char) ('a' + (left - 1) % 26));
      }
      return letters.toString();
    }
  }

  /// A list that is open.
  private static final class OpenList {
    final @Nullable String style;
    final int level;

    /// The numbers of its levels; 0 before the first.
    final int[] counts;

    OpenList(@Nullable String style, int level, int[] counts) {
      this.style = style;
      this.level = level;
      this.counts = counts;
    }
  }

  /// The levels of each list style, by its name.
  private final Map<String, Level[]> styles = new HashMap<>();

  private final Map<String, Element> paragraphStyles = new HashMap<>();
  private final Map<String, int[]> countsById = new HashMap<>();
  private final Map<String, int[]> countsByStyle = new HashMap<>();
  private final int[] outline = new int[LEVELS];
  private final Deque<OpenList> open = new ArrayDeque<>();

  OdtNumbers(OdtParts parts) {
    for (Document part :
        Stream.of(parts.styles(), parts.content()).flatMap(Stream::ofNullable).toList()) {
      elements(part, "list-style").forEach(each -> styles.put(value(each, "name"), levels(each)));
      elements(part, "outline-style").forEach(each -> styles.put(OUTLINE, levels(each)));
      elements(part, "style").stream()
          .filter(each -> value(each, "family").equals("paragraph"))
          .forEach(each -> paragraphStyles.put(value(each, "name"), each));
    }
  }

  private static List<Element> elements(Document part, String name) {
    NodeList found = part.getElementsByTagNameNS("*", name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  private static Level[] levels(Element style) {
    Level[] levels = new Level[LEVELS];
    for (Node each = style.getFirstChild(); each != null; each = each.getNextSibling()) {
      int level = each instanceof Element ? OdtParts.count(each, "level", 0) : 0;
      boolean isNumbered =
          "list-level-style-number".equals(each.getLocalName())
              || "outline-level-style".equals(each.getLocalName());
      if (isNumbered && level >= 1 && level <= LEVELS) {
        levels[level - 1] = Level.of((Element) each);
      }
    }
    return levels;
  }

  private static String value(Node element, String name) {
    String found = OdtParts.attribute(element, name);
    return found == null ? "" : found;
  }

  /// Begins a list. One within another is a level of it.
  void begin(Element list) {
    OpenList above = open.peek();
    String named = OdtParts.attribute(list, "style-name");
    String style = named != null ? named : above == null ? null : above.style;
    boolean goesOn = value(list, "continue-numbering").equals("true");
    int level = above == null ? 0 : Math.min(above.level + 1, LEVELS - 1);
    int[] before =
        above != null
            ? above.counts
            : OdtParts.attribute(list, "continue-list") != null
                ? countsById.get(value(list, "continue-list"))
                : goesOn ? countsByStyle.get(String.valueOf(style)) : null;
    int[] counts = before == null ? new int[LEVELS] : before;
    if (above != null && !goesOn) {
      clear(counts, level);
    }
    String id = OdtParts.attribute(list, "id");
    if (id != null) {
      countsById.put(id, counts);
    }
    countsByStyle.put(String.valueOf(style), counts);
    open.push(new OpenList(style, level, counts));
  }

  void end() {
    open.pop();
  }

  /// The list style of the open list; null for none.
  @Nullable String style() {
    return open.isEmpty() ? null : open.element().style;
  }

  private static void clear(int[] counts, int from) {
    for (int i = from; i < LEVELS; i++) {
      counts[i] = 0;
    }
  }

  /// The number of the first paragraph of an item, with a space after it; empty for none.
  ///
  /// @param start the number it begins anew with; 0 if it goes on
  String next(Element paragraph, @Nullable String override, int start) {
    OpenList list = open.element();
    String named = override != null ? override : list.style;
    if (named == null) {
      named = ofParagraph(value(paragraph, "style-name"));
    }
    return next(styles.get(String.valueOf(named)), list.counts, list.level, start);
  }

  /// The number of a heading outside lists.
  String heading(Element heading) {
    String style = ofParagraph(value(heading, "style-name"));
    boolean isLeftOut = value(heading, "is-list-header").equals("true") || "".equals(style);
    int level = OdtParts.count(heading, "outline-level", 1) - 1;
    if (isLeftOut || level < 0 || level >= LEVELS) {
      return "";
    }
    boolean isBegun = value(heading, "restart-numbering").equals("true");
    int start = isBegun ? OdtParts.count(heading, "start-value", 1) : 0;
    return next(styles.get(OUTLINE), outline, level, start);
  }

  /// The number of a paragraph that names its list and level itself.
  String ofNumbered(Element numbered) {
    int level = Math.clamp(OdtParts.count(numbered, "level", 1), 1, LEVELS) - 1;
    String style = value(numbered, "style-name");
    String list = value(numbered, "list-id");
    int[] counts =
        countsById.computeIfAbsent(
            list.isEmpty() ? "numbered " + style : list, _ -> new int[LEVELS]);
    return next(styles.get(style), counts, level, OdtParts.count(numbered, "start-value", 0));
  }

  /// The list style of a paragraph style, or of one that it is based on. Empty says that there is
  /// none, null says nothing.
  private @Nullable String ofParagraph(String name) {
    Element style = paragraphStyles.get(name);
    for (int i = 0; i < MOST_STYLES && style != null; i++) {
      String found = OdtParts.attribute(style, "list-style-name");
      if (found != null) {
        return found;
      }
      style = paragraphStyles.get(value(style, "parent-style-name"));
    }
    return null;
  }

  private static String next(Level @Nullable [] levels, int[] counts, int level, int start) {
    for (int i = 0; i < level; i++) {
      counts[i] = counts[i] == 0 ? first(levels, i) : counts[i];
    }
    counts[level] =
        start > 0
            ? start
            : counts[level] == 0 ? first(levels, level) : Math.addExact(counts[level], 1);
    clear(counts, level + 1);
    Level own = levels == null ? null : levels[level];
    if (levels == null || own == null || own.format.isEmpty()) {
      return "";
    }
    String label = label(levels, own, counts, level).strip();
    return label.isEmpty() ? "" : label + " ";
  }

  private static int first(Level @Nullable [] levels, int level) {
    return levels == null || levels[level] == null ? 1 : levels[level].start;
  }

  private static String label(Level[] levels, Level own, int[] counts, int level) {
    if (own.pattern != null) {
      String label = own.pattern;
      for (int i = 0; i < LEVELS; i++) {
        Level each = levels[i];
        label =
            label.replace("%" + (i + 1) + "%", each == null ? "" : each.numeral(counts[i], own));
      }
      return label;
    }
    List<String> numerals = new ArrayList<>();
    for (int i = Math.max(0, level + 1 - own.shown); i <= level; i++) {
      Level each = levels[i];
      if (each != null && !each.format.isEmpty()) {
        numerals.add(each.numeral(counts[i], own));
      }
    }
    return own.prefix + String.join(".", numerals) + own.suffix;
  }
}
