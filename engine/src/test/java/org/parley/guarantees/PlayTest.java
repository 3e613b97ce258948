package org.parley.guarantees;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.parley.guarantees.commitment.Commitment;
import org.parley.guarantees.commitment.Trigger;
import org.parley.guarantees.log.Fact;
import org.parley.guarantees.log.LoggedFact;
import org.parley.guarantees.log.What;
import org.parley.model.guarantee.Guarantee.ClockFrom;
import org.parley.model.guarantee.IncidentPattern;
import org.parley.model.guarantee.Within.LastInstant;

/// How a scenario is read, line by line.
class PlayTest {

  private static final String MORNING = "2026-03-01T06:00:00Z";

  /// A owes B a notice within a day of an attack that is both nuclear and flagrant.
  private static List<Commitment> promise() {
    Promise promise = Promise.named("g").by(Promise.A);
    promise.trigger =
        new Trigger.Happens(IncidentPattern.ofKind("attack").withTraits("nuclear", "flagrant"));
    promise.tier("notice", ClockFrom.OCCURRENCE, 86_400, LastInstant.IN_TIME);
    return List.of(promise.build());
  }

  @Test
  void everyPartOfAReportIsRead() {
    List<LoggedFact> entries =
        Play.entries(
            MORNING
                + " report n-1 attack by X on B at dam as nuclear,flagrant severity 7 from wire");
    LoggedFact entry = entries.getFirst();
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

  private static Play.LineFault problem(String scenario) {
    return assertThrows(
            Play.UnreadableException.class, () -> Play.play(promise(), scenario), scenario)
        .problem();
  }

  @Test
  void aLineThatCannotBeReadIsNamedWithItsProblem() {
    String day = "2026-03-01T06:00:00Z";
    Map<String, Play.LineFault> lines =
        Map.of(
            day,
            new Play.LineFault.NoFact(),
            "yesterday wait",
            new Play.LineFault.NoMoment("yesterday"),
            day + " shout n-1",
            new Play.LineFault.UnknownFact("shout"),
            day + " report n-1",
            new Play.LineFault.MissingWord(),
            day + " report n-1 attack severity high",
            new Play.LineFault.NoNumber("high"),
            day + " wait => h/A open",
            new Play.LineFault.UnknownGuarantee("h/A"),
            day + " extend g until later",
            new Play.LineFault.NoMoment("later"));
    lines.forEach((line, problem) -> assertEquals(problem, problem(line)));
    assertEquals(
        Play.LineFault.Invalid.class,
        problem(day + " report n-1 attack by X between A,B").getClass());
    Play.UnreadableException unreadable =
        assertThrows(Play.UnreadableException.class, () -> Play.entries("\n\n  shout # loudly\n"));
    assertEquals(3, unreadable.line());
    assertEquals("shout", unreadable.text());
  }
}
