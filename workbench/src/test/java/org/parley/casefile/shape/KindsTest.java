package org.parley.casefile.shape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.parley.model.CaseRecord;

class KindsTest {

  @Test
  void everyKindOfRecordHasItsOwnKey() {
    assertEquals(CaseRecord.class.getPermittedSubclasses().length, Kinds.records().keySet().size());
    assertTrue(
        Kinds.records()
            .keySet()
            .containsAll(
                List.of(
                    "parties",
                    "instruments",
                    "points",
                    "sources",
                    "claims",
                    "meetings",
                    "positions")));
  }

  @Test
  void everyTypeOfTheModelHasATextForm() {
    Set<Shape> seen = new HashSet<>();
    Kinds.records().values().forEach(kind -> walk(kind, seen));
    walk(Kinds.header(), seen);
    assertTrue(seen.size() > 20);
  }

  private static void walk(Shape shape, Set<Shape> seen) {
    if (!seen.add(shape)) {
      return;
    }
    switch (shape) {
      case Shape.Structure structure -> structure.keys().forEach(key -> walk(key.shape(), seen));
      case Shape.Union union -> union.members().forEach(member -> walk(member.structure(), seen));
      case Shape.Many(Shape element) -> walk(element, seen);
      case Shape.Table(Shape key, Shape value) -> {
        walk(key, seen);
        walk(value, seen);
      }
      default -> {}
    }
  }
}
