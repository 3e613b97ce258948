package org.parley.reference;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// An agreement with the topics sought, and what became of it.
///
/// @param agreement the agreement
/// @param grades for each topic sought that has grades, its grade from 1 to 3
/// @param nearness how many of the traits that count it shares
/// @param accord the accord of the Peace Accords Matrix; null if it is not followed there
/// @param courses how the provisions about these topics were carried out; none without an accord
/// @param fate whether it ended; null if that is not known
public record Precedent(
    PaxAgreement agreement,
    Map<String, Integer> grades,
    int nearness,
    @Nullable Integer accord,
    List<ProvisionCourse> courses,
    @Nullable AgreementFate fate) {

  public Precedent {
    grades = Collections.unmodifiableMap(new TreeMap<>(grades));
    courses = List.copyOf(courses);
  }
}
