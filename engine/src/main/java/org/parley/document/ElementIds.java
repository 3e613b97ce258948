package org.parley.document;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.provision.ProvisionNumber;

/// Ids of elements by the naming convention of Akoma Ntoso: `art_5__para_1`. Numbers count, not
/// their words, so that the same element has the same id in every language.
final class ElementIds {

  private static final String[] ITEMS = {"para", "point", "indent", "level"};

  private final Set<String> taken = new HashSet<>();

  /// The last number given to each id, so that the thousandth is not tried a thousand times.
  private final Map<String, Integer> last = new HashMap<>();

  /// @param in the id of the element around it; empty for none
  /// @param items how many items it stands in
  String next(
      String in, ElementKind kind, @Nullable ProvisionNumber number, String printed, int items) {
    String own = prefix(kind, items);
    String label = number == null ? folded(printed) : label(number);
    String name = label.isEmpty() ? own : own + "_" + label;
    boolean isNumberedThrough = kind == ElementKind.ARTICLE && !in.startsWith("annex");
    String id = in.isEmpty() || isNumberedThrough ? name : in + "__" + name;
    if (isNumberedThrough && taken.contains(id) && !in.isEmpty()) {
      id = in + "__" + name;
    }
    return free(id);
  }

  private String free(String id) {
    String free = id;
    while (!taken.add(free)) {
      free = id + "-" + last.merge(id, 2, (given, two) -> given + 1);
    }
    return free;
  }

  private static String prefix(ElementKind kind, int items) {
    return switch (kind) {
      case OPENING -> "preamble";
      case ANNEX -> "annex";
      case PART -> "part";
      case TITLE -> "title";
      case CHAPTER -> "chp";
      case SECTION -> "sec";
      case HEADING -> "hd";
      case ARTICLE -> "art";
      case ITEM -> ITEMS[Math.min(items, ITEMS.length - 1)];
      case CLOSING -> "conclusions";
    };
  }

  private static String label(ProvisionNumber number) {
    String inserted =
        number.suffix() == 0 ? "" : folded(number.label().replaceFirst("^[\\p{Nd}.]+|^[^ ]+ ", ""));
    return switch (number.numeral()) {
      case ARABIC, DECIMAL, OTHER -> path(number) + inserted;
      case LETTER, UPPER_LETTER ->
          (number.last() <= 26
                  ? Character.toString('a' + number.last() - 1)
                  : Integer.toString(number.last()))
              + inserted;
      case ROMAN, UPPER_ROMAN ->
          number.word() == null
              ? folded(number.label())
              : Integer.toString(number.last()) + inserted;
    };
  }

  private static String path(ProvisionNumber number) {
    return number.path().stream().map(String::valueOf).collect(Collectors.joining("-"));
  }

  private static String folded(String label) {
    return label.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{Nd}]", "");
  }
}
