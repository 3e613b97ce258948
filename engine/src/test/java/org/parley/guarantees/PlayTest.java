package org.parley.guarantees;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.guarantees.commitment.Commitment;
import org.parley.guarantees.commitment.IncidentPattern;
import org.parley.guarantees.commitment.Tier.Anchor;
import org.parley.guarantees.commitment.Trigger;
import org.parley.guarantees.commitment.Window.Edge;
import org.parley.guarantees.log.Entry;
import org.parley.guarantees.log.Fact;
import org.parley.guarantees.log.What;

/// How a scenario is read, line by line.
class PlayTest {

  private static final String MORNING = "2026-03-01T06:00:00Z";

  /// A owes B a notice within a day of an attack that is both nuclear and flagrant.
  private static List<Commitment> promise() {
    Promise promise = Promise.named("g").by(Promise.A);
    promise.trigger =
        new Trigger.One(IncidentPattern.ofKind("attack").withTraits("nuclear", "flagrant"));
    promise.tier("notice", Anchor.OCCURRENCE, 86_400, Edge.CLOSED);
    return List.of(promise.build());
  }

  private static String error(String scenario) {
    return String.valueOf(
        assertThrows(Play.UnreadableException.class, () -> Play.play(promise(), scenario), scenario)
            .getMessage());
  }

  @Test
  void everyPartOfAReportIsRead() {
    List<Entry> entries =
        Play.entries(
            MORNING
                + " report n-1 attack by X on B at dam as nuclear,flagrant severity 7 from wire");
    Entry entry = entries.getFirst();
    assertEquals("line-0001", entry.id());
    assertEquals("wire", entry.group());
    assertEquals(
        new Fact.Report(
            "n-1",
            new What(
                "attack", Promise.X, Promise.B, "dam", Set.of("nuclear", "flagrant"), 7, 7, 7)),
        entry.fact());
  }

  @Test
  void aReportMayLieBetweenTwo() {
    assertEquals(
        new Fact.Report("n-1", What.between("attack", Promise.B, Promise.X)),
        Play.entries(MORNING + " report n-1 attack between X,B").getFirst().fact());
  }

  @Test
  void whatIsNotSaidOfAReportIsLeftOpen() {
    assertEquals(
        new Fact.Report("n-1", new What("attack", null, null, null, Set.of(), 0, 0, 0)),
        Play.entries(MORNING + " report n-1 attack").getFirst().fact());
  }

  @Test
  void aWaitIsNoFactAndTimePasses() {
    String scenario =
        """
        # the attack, and nothing follows
        2026-03-01T06:00:00Z report n-1 attack by X on B as nuclear,flagrant => g/A#notice due

        2026-03-02T06:00:01Z wait => g/A breached
        """;
    List<Play.Line> lines = Play.play(promise(), scenario);
    assertEquals(List.of(2, 4), lines.stream().map(Play.Line::line).toList());
    assertEquals(List.of("due", "breached"), lines.stream().map(Play.Line::actual).toList());
    assertEquals(List.of("g/A#notice", "g/A"), lines.stream().map(Play.Line::duty).toList());
    assertEquals(1, Play.entries(scenario).size());
  }

  @Test
  void aTraitThatIsMissingTriggersNothing() {
    assertEquals(
        "untouched",
        Play.play(promise(), MORNING + " report n-1 attack as nuclear => g/A open")
            .getFirst()
            .actual());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2026-03-01T06:00:00Z                       | no fact after the moment
          yesterday wait                             | no moment "yesterday"
          2026-03-01T06:00:00Z shout n-1             | no fact is called "shout"
          2026-03-01T06:00:00Z report n-1            | a word is missing
          2026-03-01T06:00:00Z wait => h/A open      | no guarantee is called "h/A"
          2026-03-01T06:00:00Z extend g until later  | no moment "later"
          """)
  void whatCannotBeReadIsNamedWithItsLine(String line, String problem) {
    String message = error("\n\n" + line);
    assertEquals("line 3: " + problem, message.substring(0, 8 + problem.length()), message);
    assertEquals(1, message.split("Maybe ", -1).length - 1, message);
  }
}
