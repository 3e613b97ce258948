package org.parley.provision;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.parley.provision.NumberReader.Numbered;
import org.parley.provision.ProvisionNumber.Numeral;

/// The numbers that the lines of a text may open with, as a whole: what is known of them before any
/// has its place.
final class NumbersOfText {

  private final Set<String> all = new HashSet<>();

  /// Those before the first point of decimals.
  private final Set<Integer> wholes = new HashSet<>();

  /// The series of which a number heads a section.
  private final Set<String> sections = new HashSet<>();

  private final BitSet beforeArticles = new BitSet();
  private final UnitOrder units;
  private final boolean hasArticles;

  private NumbersOfText(List<List<Numbered>> numbers) {
    List<Numbered> each = numbers.stream().flatMap(List::stream).toList();
    hasArticles = each.stream().anyMatch(NumbersOfText::isArticle);
    units = UnitOrder.of(each.stream().map(Numbered::number).toList());
  }

  /// @param lines those of the text, empty where there are no words
  /// @param numbers by line, what it may open with
  static NumbersOfText of(List<String> lines, List<List<Numbered>> numbers) {
    NumbersOfText known = new NumbersOfText(numbers);
    for (int at = 0; at < lines.size(); at++) {
      int next = SourceLines.next(lines, at);
      boolean isBefore =
          next < lines.size() && numbers.get(next).stream().anyMatch(NumbersOfText::isArticle);
      known.beforeArticles.set(at, isBefore);
      numbers.get(at).forEach(each -> known.add(each, isBefore));
    }
    return known;
  }

  private void add(Numbered each, boolean isBeforeArticle) {
    ProvisionNumber number = each.number();
    all.add(series(number) + number.last());
    if (number.numeral() == Numeral.DECIMAL) {
      wholes.add(number.path().getFirst());
    }
    if (isBeforeArticle && mayHeadSection(each)) {
      sections.add(series(number));
    }
  }

  UnitOrder units() {
    return units;
  }

  boolean hasArticles() {
    return hasArticles;
  }

  /// Whether the next line with words is an article.
  boolean isBeforeArticle(int line) {
    return beforeArticles.get(line);
  }

  /// Whether a number of the same series heads a section: it stands right before an article.
  boolean headSections(ProvisionNumber number) {
    return sections.contains(series(number));
  }

  /// Whether the text has the number after one.
  boolean hasNext(ProvisionNumber number) {
    return all.contains(series(number) + Math.addExact(number.last(), 1));
  }

  /// Whether the text has decimals that are parts of a number: `2.1` of `2`.
  boolean hasPartsOf(ProvisionNumber number) {
    return wholes.contains(number.last());
  }

  /// Whether the text has no number right after one, and goes on with another: some were left out.
  boolean areLeftOut(ProvisionNumber last, ProvisionNumber number) {
    return !hasNext(last) && hasNext(number);
  }

  static boolean isArticle(Numbered numbered) {
    ProvisionNumber number = numbered.number();
    String word = number.word();
    return number.unit() == Unit.ARTICLE && (word == null || !NumberWords.isLoose(word));
  }

  /// Whether it may head a section: `A. Ceasefire`.
  static boolean mayHeadSection(Numbered numbered) {
    Numeral numeral = numbered.number().numeral();
    return numbered.number().unit() == Unit.ITEM
        && (numeral == Numeral.UPPER_ROMAN || numeral == Numeral.UPPER_LETTER)
        && LineForms.isHeading(numbered.rest());
  }

  /// The same for all numbers of one series.
  static String series(ProvisionNumber number) {
    boolean isItem = number.unit() == Unit.ITEM;
    Numeral numeral =
        !isItem && number.numeral() == Numeral.OTHER ? Numeral.ARABIC : number.numeral();
    String marks = isItem ? number.series() : "";
    return number.unit() + " " + numeral + " " + marks + " " + number.path().size() + " ";
  }
}
