package org.parley.model.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/// The order of point numbers as people read them.
class NumberingTest {

  private static final List<String> IN_ORDER =
      List.of(
          "1",
          "02",
          "2",
          "5",
          "5(a)",
          "5(b)",
          "5(b)1",
          "5(b)2",
          "5(b)10",
          "10",
          "10.2",
          "10.10",
          "99999999999999999999",
          "100000000000000000000",
          "a",
          "a2",
          "a2b",
          "a10",
          "b1");

  @Test
  void everyPairComesAsPeopleReadIt() {
    for (int one = 0; one < IN_ORDER.size(); one++) {
      for (int other = 0; other < IN_ORDER.size(); other++) {
        assertEquals(
            Integer.signum(Integer.compare(one, other)),
            Integer.signum(Numbering.ORDER.compare(IN_ORDER.get(one), IN_ORDER.get(other))),
            IN_ORDER.get(one) + " and " + IN_ORDER.get(other));
      }
    }
  }
}
