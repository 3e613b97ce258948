package org.parley.reference;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.parley.exact.Rational;

/// One year of an accord in the Peace Accords Matrix.
///
/// @param accord the number of the accord, by which PA-X refers to it
/// @param name the accord, with its date as the collection writes it
/// @param country the country
/// @param year the year since the accord, from 1 to 10
/// @param row the row of the file, from 1, without the heading
/// @param provisions the provisions in the accord, and how far each was carried out
public record AccordYear(
    int accord,
    String name,
    String country,
    int year,
    int row,
    Map<Provision, ProvisionState> provisions) {

  /// The last year that is followed.
  public static final int LAST = 10;

  public AccordYear {
    if (year < 1 || year > LAST) {
      throw new IllegalArgumentException("year " + year);
    }
    EnumMap<Provision, ProvisionState> sorted = new EnumMap<>(Provision.class);
    sorted.putAll(provisions);
    provisions = Collections.unmodifiableMap(sorted);
  }

  /// The aggregate score in percent: levels reached, of all that could be reached by the provisions
  /// in it. The collection also counts, for Tajikistan in the first three years, a level of a
  /// provision that it codes as absent.
  public Rational score() {
    int reached = provisions.values().stream().mapToInt(ProvisionState::level).sum();
    return provisions.isEmpty()
        ? Rational.ZERO
        : Rational.of(100L * reached, (long) provisions.size() * ProvisionState.FULL);
  }
}
