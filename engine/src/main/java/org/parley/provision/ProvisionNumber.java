package org.parley.provision;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A number as it opens a line: `Article 5`, `5.1.2`, `(a)`, `1 bis`.
///
/// @param unit the unit it numbers
/// @param numeral how its last part is counted
/// @param mark the marks around it, with `#` for the number: `#.`, `(#)`
/// @param path its parts, from the widest; several for a decimal number
/// @param suffix the place of an insertion after it: 0 for none, 1 for `bis` or `a`
/// @param label the number without its unit and marks: `5`, `5.1.2`, `a`, `1 bis`
/// @param word the word of its unit as printed; null for a bare number
public record ProvisionNumber(
    Unit unit,
    Numeral numeral,
    String mark,
    List<Integer> path,
    int suffix,
    String label,
    @Nullable String word) {

  /// How a number is counted.
  public enum Numeral {
    ARABIC,
    DECIMAL,
    ROMAN,
    UPPER_ROMAN,
    LETTER,
    UPPER_LETTER,
    /// In words, or by its place.
    OTHER
  }

  public ProvisionNumber {
    path = List.copyOf(path);
  }

  /// The number that some words open with, in the likeliest reading; empty for none.
  public static Optional<ProvisionNumber> find(String words) {
    return NumberReader.read(words.strip()).stream().map(NumberReader.Numbered::number).findFirst();
  }

  /// The number with its unit and marks, as it stands in a text: `Article 5`, `(a)`.
  public String printed() {
    return (word == null ? mark.replace("#", label) : word + " " + label).strip();
  }

  /// Begins the number of a point for paragraphs that have none in the text.
  public static final String PILCROW = "¶";

  /// Stands for paragraphs that have no number in the text, and are counted by their place.
  static ProvisionNumber unnumbered(int place) {
    return new ProvisionNumber(
        Unit.ITEM, Numeral.OTHER, "", List.of(place), 0, Integer.toString(place), null);
  }

  /// Whether it stands for paragraphs that have no number in the text.
  public boolean isUnnumbered() {
    return unit == Unit.ITEM && mark.isEmpty();
  }

  /// The last part.
  public int last() {
    return path.getLast();
  }

  /// Whether both belong to the same series: unit, way of counting and marks.
  public boolean isLike(ProvisionNumber other) {
    return unit == other.unit
        && (unit != Unit.ITEM || series().equals(other.series()))
        && counted() == other.counted()
        && (numeral != Numeral.DECIMAL
            || path.subList(0, path.size() - 1)
                .equals(other.path.subList(0, other.path.size() - 1)));
  }

  /// The marks that tell one series from another: "First:" and "Second." are in one, and so are "I
  /// –" and "II -".
  String series() {
    return numeral == Numeral.OTHER
        ? mark.replaceAll("[.:–—-]", "")
        : mark.replaceAll("\\h?[–—-]", "-");
  }

  private Numeral counted() {
    // "Article premier" and "Article 2" are one series
    return unit != Unit.ITEM && numeral == Numeral.OTHER ? Numeral.ARABIC : numeral;
  }

  /// Whether it is the next number of its series after another.
  public boolean follows(ProvisionNumber before) {
    return last() == before.last() ? suffix == before.suffix + 1 : gapAfter(before) == 1;
  }

  /// How far it is after another: 1 for the next one; 0 or less for none after it.
  int gapAfter(ProvisionNumber before) {
    return suffix > 1 ? 0 : last() - before.last();
  }

  /// Whether a series begins with it.
  boolean isFirst() {
    return last() == 1 && suffix == 0;
  }
}
