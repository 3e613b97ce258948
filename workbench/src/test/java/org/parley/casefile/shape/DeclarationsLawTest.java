package org.parley.casefile.shape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.parley.Effort;
import org.parley.model.CaseRecord;
import org.parley.model.Cases;
import org.parley.model.checks.References;

/// A kind that declares no ids but its own has no record that declares another.
class DeclarationsLawTest {

  @Test
  void aRecordOfAKindWithoutPartsDeclaresItsOwnIdAlone() {
    Set<String> alone = new TreeSet<>();
    Set<String> others = new TreeSet<>();
    for (long seed = 0; seed < Effort.of(40, 400); seed++) {
      for (CaseRecord each : Cases.of(seed).records()) {
        String kind = Kinds.keyOf(each);
        List<String> declared =
            References.of((Record) each).stream()
                .filter(References.Mention::declares)
                .map(mention -> mention.id().value())
                .toList();
        if (Declarations.areOwnAlone(Objects.requireNonNull(Kinds.records().get(kind)))) {
          alone.add(kind);
          assertEquals(List.of(each.id().value()), declared, kind);
        } else if (declared.size() > 1) {
          others.add(kind);
        }
      }
    }
    assertTrue(alone.contains("claims"), alone::toString);
    assertTrue(others.contains("points"), others::toString);
  }
}
