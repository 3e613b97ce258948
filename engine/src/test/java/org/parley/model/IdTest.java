package org.parley.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.model.claim.ClaimId;
import org.parley.model.claim.ItemId;
import org.parley.model.claim.MeetingId;
import org.parley.model.guarantee.CoverageQuestionId;
import org.parley.model.guarantee.LogEntryId;
import org.parley.model.position.PositionId;
import org.parley.model.source.SourceId;
import org.parley.model.text.ComponentId;
import org.parley.model.text.InstrumentId;
import org.parley.model.text.OptionId;
import org.parley.model.text.PointId;

class IdTest {

  @ParameterizedTest
  @ValueSource(strings = {"a", "UA", "14", "p14.joint", "p14-military", "a_b", "0", "A.-_9"})
  void isAnId(String value) {
    assertEquals(value, new PointId(value).value());
    assertEquals(value, new PointId(value).toString());
  }

  @Test
  void sixtyFourCharactersAreTheMost() {
    assertEquals(64, new ClaimId("x".repeat(64)).value().length());
    assertThrows(IllegalArgumentException.class, () -> new ClaimId("x".repeat(65)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", " ", "-a", ".a", "_a", "a b", " a", "a ", "a/b", "a:b", "é", "Київ", "a\n", "٣"
      })
  void isNotAnId(String value) {
    InvalidValueException e = assertThrows(InvalidValueException.class, () -> new PartyId(value));
    assertEquals(InvalidValue.Plain.NOT_AN_ID, e.why());
    assertEquals(value, e.value());
    assertEquals("not-an-id: \"" + value + "\"", e.getMessage());
  }

  /// Whether a text is an id is looked up by hand, and published as a pattern.
  @Test
  void theSyntaxIsThatOfThePublishedPattern() {
    Random random = new Random(7);
    String characters = "aAzZ09._-/@[`{: é٣\n";
    for (int round = 0; round < 5_000; round++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(4) == 0 ? 60 + random.nextInt(8) : random.nextInt(5);
      int used = random.nextBoolean() ? 9 : characters.length();
      for (int i = 0; i < length; i++) {
        text.append(characters.charAt(random.nextInt(used)));
      }
      String value = text.toString();
      if (Id.SYNTAX.matcher(value).matches()) {
        assertEquals(value, new PointId(value).value());
      } else {
        assertThrows(IllegalArgumentException.class, () -> new PointId(value), value);
      }
    }
  }

  /// By value, then by kind; ids of two kinds are never equal.
  @Test
  void order() {
    List<Id> ids = new ArrayList<>(List.of(new PointId("b"), new PointId("a"), new ClaimId("b")));
    ids.sort(null);
    assertEquals(List.of(new PointId("a"), new ClaimId("b"), new PointId("b")), ids);
    assertTrue(new PartyId("Z").compareTo(new PartyId("a")) < 0, "capitals come first");
  }

  @Test
  void eachKindHasAName() {
    assertEquals(
        List.of(
            "party",
            "instrument",
            "point",
            "component",
            "option",
            "source",
            "claim",
            "item",
            "meeting",
            "position",
            "log-entry",
            "coverage-question"),
        List.of(
                new PartyId("x"),
                new InstrumentId("x"),
                new PointId("x"),
                new ComponentId("x"),
                new OptionId("x"),
                new SourceId("x"),
                new ClaimId("x"),
                new ItemId("x"),
                new MeetingId("x"),
                new PositionId("x"),
                new LogEntryId("x"),
                new CoverageQuestionId("x"))
            .stream()
            .map(Id::kind)
            .toList());
  }
}
