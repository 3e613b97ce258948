package org.parley.guarantees.fold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.guarantees.Promise;
import org.parley.guarantees.log.Fact;
import org.parley.guarantees.log.LoggedFact;
import org.parley.guarantees.log.Moments;
import org.parley.guarantees.log.What;

class DossierTest {

  private static LoggedFact report(String id, long from, long until) {
    return LoggedFact.at(id, from, "one", new Fact.Report("i", What.of("attack")))
        .withHappened(from, until);
  }

  private static LoggedFact act(String id, long from, long until) {
    return LoggedFact.at(id, from, "one", new Fact.Act("i", Promise.A, "help"))
        .withHappened(from, until);
  }

  private static Dossier of(LoggedFact... entries) {
    Dossier dossier = new Dossier("i");
    List.of(entries).forEach(dossier::add);
    return dossier;
  }

  private static List<Long> times(Dossier dossier) {
    return List.of(dossier.earliest(), dossier.latest(), dossier.lastInOrder());
  }

  /// The intersection of the reports; their span if they exclude one another.
  @Test
  void isDatedByItsReports() {
    assertEquals(List.of(4L, 6L, 6L), times(of(report("a", 2, 6), report("b", 4, 9))));
    assertEquals(List.of(2L, 9L, 9L), times(of(report("a", 2, 3), report("b", 4, 9))));
    assertEquals(List.of(Moments.NEVER, Moments.NEVER, Moments.NEVER), times(of(act("a", 2, 6))));
    assertTrue(of(report("a", 2, 2), act("b", 3, 3)).isExact());
    assertFalse(of(report("a", 2, 2), act("b", 3, 4)).isExact());
    assertFalse(of(report("a", 2, 3)).isExact());
  }

  /// An act in response cannot precede it, unless the record says that it did.
  @Test
  void isNoLaterThanWhatFollowedIt() {
    assertEquals(List.of(2L, 9L, 5L), times(of(report("a", 2, 9), act("b", 1, 5))));
    assertEquals(List.of(2L, 9L, 2L), times(of(report("a", 2, 9), act("b", 1, 2))));
    assertEquals(List.of(2L, 9L, 9L), times(of(report("a", 2, 9), act("b", 0, 1))));
  }

  @Test
  void lastReportIsThatOfAReport() {
    assertEquals(
        7,
        of(
                report("a", 2, 2).withReported(7),
                report("b", 2, 2).withReported(5),
                act("c", 3, 3).withReported(20))
            .lastReported());
    assertEquals(Moments.NEVER, of(act("c", 3, 3)).lastReported());
  }

  /// A correction of a correction brings the first entry back.
  @Test
  void correctionsCountInTheOrderOfTheirRecording() {
    LoggedFact first = report("a", 2, 2).withRecorded(10);
    LoggedFact second = report("b", 4, 4).withRecorded(11).withSuperseding("a");
    LoggedFact third =
        LoggedFact.at("c", 5, "one", new Fact.Retraction("i"))
            .withRecorded(12)
            .withSuperseding("b");
    assertEquals(List.of(4L, 4L, 4L), times(of(first, second)));
    assertEquals(List.of(4L, 4L, 4L), times(of(second, first)));
    assertEquals(List.of(2L, 2L, 2L), times(of(first, second, third)));
    assertEquals(List.of(2L, 2L, 2L), times(of(third, second, first)));
    assertEquals(3, of(third, second, first).size());
    assertEquals(List.of(first), of(third, second, first).entries());
  }
}
