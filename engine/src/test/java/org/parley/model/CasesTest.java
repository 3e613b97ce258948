package org.parley.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.parley.model.claim.Assertion;
import org.parley.model.claim.Claim;

class CasesTest {

  @Test
  void theSameSeedMakesTheSameCase() {
    assertEquals(Cases.of(7), Cases.of(7));
  }

  /// Making a case checks it; together they hold every kind of record, assertion and visibility.
  @Test
  void everythingOccurs() {
    Set<Class<?>> kinds = new HashSet<>();
    Set<Class<?>> assertions = new HashSet<>();
    Set<Class<?>> visibilities = new HashSet<>();
    for (long seed = 0; seed < 80; seed++) {
      for (CaseRecord each : Cases.of(seed).records()) {
        kinds.add(each.getClass());
        visibilities.add(each.visibility().getClass());
        if (each instanceof Claim claim) {
          assertions.add(claim.asserts().getClass());
        }
      }
    }
    assertEquals(Set.of(CaseRecord.class.getPermittedSubclasses()), kinds);
    assertEquals(Set.of(Assertion.class.getPermittedSubclasses()), assertions);
    assertEquals(Set.of(Visibility.class.getPermittedSubclasses()), visibilities);
  }
}
