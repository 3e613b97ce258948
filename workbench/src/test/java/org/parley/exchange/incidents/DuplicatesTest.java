package org.parley.exchange.incidents;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.exchange.incidents.facts.NameMapping;

/// Which reports are proposed to be of one event, and what is said for it.
class DuplicatesTest {

  private static final String ROWS =
      """
      id,kind,occurred,actor,target,latitude,longitude,best,source
      r1,shelling,2026-03-01T06:00:00Z,Borland,Aland,50.40,30.50,3,Reuters
      """;

  private static List<List<Likeness>> proposed(String row) {
    return Duplicates.propose(Read.of(ROWS + row + "\n", NameMapping.of(List.of())).reports())
        .stream()
        .map(Duplicates.ProposedPair::because)
        .toList();
  }

  @Test
  void firstReportsDifferByMinutesAndByAFewKilled() {
    assertEquals(
        List.of(
            List.of(
                new Likeness.MinutesApart(20),
                new Likeness.KilometresApart(1),
                new Likeness.SameKind("shelling"),
                Likeness.Plain.SAME_ACTOR,
                Likeness.Plain.SAME_TARGET,
                Likeness.Plain.TOLLS_NEAR)),
        proposed("r2,shelling,2026-03-01T06:20:00Z,Borland,Aland,50.41,30.50,4,AFP"));
    assertEquals(
        List.of(), proposed("r2,shelling,2026-03-01T06:20:00Z,Borland,Aland,50.41,30.50,9,AFP"));
    assertEquals(
        List.of(), proposed("r2,shelling,2026-03-01T09:00:01Z,Borland,Aland,50.41,30.50,3,AFP"));
  }

  @Test
  void aReportOfNoTollAgreesWithAny() {
    assertEquals(
        List.of(
            List.of(
                Likeness.Plain.SAME_TIME,
                Likeness.Plain.SAME_COORDINATES,
                new Likeness.SameKind("shelling"),
                Likeness.Plain.SAME_ACTOR,
                Likeness.Plain.SAME_TARGET,
                Likeness.Plain.TOLL_OF_ONE)),
        proposed("r2,shelling,2026-03-01T06:00:00Z,Borland,Aland,50.40,30.50,,AFP"));
  }

  @Test
  void daysThatDoNotMeetAndTollsOfDaysStayApart() {
    assertEquals(List.of(), proposed("r2,shelling,2026-03-02,Borland,Aland,50.40,30.50,3,AFP"));
    assertEquals(List.of(), proposed("r2,shelling,2026-03-01,Borland,Aland,50.40,30.50,4,AFP"));
    assertEquals(1, proposed("r2,shelling,2026-03-01,Borland,Aland,50.40,30.50,3,AFP").size());
  }

  @Test
  void whatGoesBackToOneSourceOrElsewhereOrToOthersIsAnother() {
    assertEquals(
        List.of(),
        proposed("r2,shelling,2026-03-01T06:00:00Z,Borland,Aland,50.40,30.50,3,Reuters"));
    assertEquals(
        List.of(), proposed("r2,shelling,2026-03-01T06:00:00Z,Borland,Aland,51.40,30.50,3,AFP"));
    assertEquals(
        List.of(), proposed("r2,flight,2026-03-01T06:00:00Z,Borland,Aland,50.40,30.50,3,AFP"));
    assertEquals(
        List.of(), proposed("r2,shelling,2026-03-01T06:00:00Z,Aland,Borland,50.40,30.50,3,AFP"));
  }
}
