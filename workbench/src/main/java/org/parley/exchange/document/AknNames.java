package org.parley.exchange.document;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.document.DocumentElement;
import org.parley.document.ElementKind;

/// The names that Akoma Ntoso 3.0 has for elements, languages and references.
final class AknNames {

  static final String NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";
  static final String OWN = "https://parley.invalid/akn";
  static final String BRACKET = "bracket";
  static final String ALTERNATIVE = "alternative";
  static final String NO_TEXT = "noText";
  static final String PARTY = "party_";
  static final String POINT = "point_of_";

  /// Elements for items by depth.
  private static final String[] ITEMS = {"paragraph", "point", "indent", "level"};

  /// Languages by their three letters.
  private static final Map<String, String> LANGUAGES =
      Arrays.stream(Locale.getISOLanguages())
          .collect(
              Collectors.toMap(
                  each -> Locale.of(each).getISO3Language(), Function.identity(), (a, _) -> a));

  private AknNames() {}

  /// The element for a kind.
  ///
  /// @param items how many items it stands in
  static String element(ElementKind kind, int items) {
    return switch (kind) {
      case PART -> "part";
      case TITLE -> "title";
      case CHAPTER -> "chapter";
      case SECTION -> "section";
      case ARTICLE -> "article";
      case ITEM -> ITEMS[Math.min(items, ITEMS.length - 1)];
      case OPENING, ANNEX, HEADING, CLOSING -> "hcontainer";
    };
  }

  /// The name of a container that has no element of its own.
  static String container(ElementKind kind) {
    return switch (kind) {
      case OPENING -> "preamble";
      case CLOSING -> "conclusions";
      default -> kind.name().toLowerCase(Locale.ROOT);
    };
  }

  /// The kind of an element; null for none of the hierarchy.
  static @Nullable ElementKind kind(String element, @Nullable String name) {
    return switch (element) {
      case "part", "book", "tome", "subpart" -> ElementKind.PART;
      case "title", "subtitle" -> ElementKind.TITLE;
      case "chapter", "subchapter" -> ElementKind.CHAPTER;
      case "section", "division", "subsection", "subdivision" -> ElementKind.SECTION;
      case "article", "rule" -> ElementKind.ARTICLE;
      case "paragraph",
          "subparagraph",
          "point",
          "indent",
          "level",
          "list",
          "sublist",
          "clause",
          "subclause",
          "alinea",
          "proviso",
          "subrule",
          "transitional" ->
          ElementKind.ITEM;
      case "hcontainer" -> container(name == null ? "" : name);
      default -> null;
    };
  }

  private static ElementKind container(String name) {
    return switch (name) {
      case "preamble" -> ElementKind.OPENING;
      case "conclusions" -> ElementKind.CLOSING;
      case "annex" -> ElementKind.ANNEX;
      default -> ElementKind.HEADING;
    };
  }

  /// Whether an element of this kind and place is written under a name that says less than it is.
  static boolean isOurs(String element) {
    return switch (element) {
      case "part", "title", "chapter", "section", "article", "hcontainer" -> true;
      default -> Arrays.asList(ITEMS).contains(element);
    };
  }

  /// A language in three letters, as FRBR has it; a tag with a region as it is.
  static String language(@Nullable String tag) {
    if (tag == null) {
      return "und";
    }
    return LANGUAGES.containsValue(tag) ? Locale.of(tag).getISO3Language() : tag;
  }

  /// The tag of a language in three letters; null for one that is not known.
  static @Nullable String tag(String language) {
    return language.equals("und") || language.isBlank()
        ? null
        : LANGUAGES.getOrDefault(language, language);
  }

  /// Whether all words of an element are one bracket, whose alternatives can be elements of their
  /// own.
  static boolean isAlternatives(DocumentElement each) {
    return each.words().size() == 1
        && each.parts().isEmpty()
        && each.kind() != ElementKind.OPENING
        && each.kind() != ElementKind.CLOSING
        && each.words().getFirst()
            instanceof org.parley.model.text.Segment.Bracket(var label, var alternatives)
        && label == null
        && alternatives.size() > 1;
  }
}
