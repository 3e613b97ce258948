package org.parley.sequence;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.parley.model.claim.ClaimId;
import org.parley.model.step.TermId;

/// A term in a demand that parties read differently: guarantees that are "effective" may be
/// ratified, or activated.
///
/// @param id its id
/// @param words the words
/// @param readings the possible readings, at least one
public record ContestedTerm(TermId id, String words, List<Reading> readings) {

  /// A reading of a term.
  ///
  /// @param name its name, unique in the term
  /// @param moment the moment it means
  /// @param claims the claims that use this reading
  public record Reading(String name, Moment.At moment, List<ClaimId> claims) {
    public Reading {
      claims = List.copyOf(claims);
    }
  }

  public ContestedTerm {
    readings = List.copyOf(readings);
    if (readings.isEmpty()) {
      throw new IllegalArgumentException(
          "reading term " + id + ": it has no reading. Maybe name the step it means.");
    }
    Set<String> names = new HashSet<>();
    for (Reading reading : readings) {
      if (!names.add(reading.name())) {
        throw new IllegalArgumentException(
            "reading term "
                + id
                + ": two readings are called \""
                + reading.name()
                + "\". Maybe rename one.");
      }
    }
  }

  /// The reading with this name.
  ///
  /// @throws IllegalArgumentException if there is none
  public Reading reading(String name) {
    return readings.stream()
        .filter(reading -> reading.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "reading term "
                        + id
                        + " as \""
                        + name
                        + "\": it has no such reading. Maybe one of "
                        + readings.stream().map(Reading::name).toList()
                        + "."));
  }
}
