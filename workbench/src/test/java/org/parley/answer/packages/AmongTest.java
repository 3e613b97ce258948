package org.parley.answer.packages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.bargain.cases.CasePackages;
import org.parley.bargain.cases.PackageProblem;
import org.parley.bargain.cases.PreparedProblem;
import org.parley.casefile.LoadResult;
import org.parley.casefile.folder.CaseFolder;
import org.parley.model.Viewer;
import org.parley.model.cases.CaseView;

/// A bridge between A and B, which C has an opinion on, D signs as a witness and E only watches.
class AmongTest {

  private CaseView view;
  private PackageProblem packages;

  @BeforeEach
  void load(@TempDir Path folder) throws Exception {
    Files.writeString(
        folder.resolve("case.yaml"),
        """
        case: {title: A bridge}
        parties:
          - {id: A, name: Arda, kind: state}
          - {id: B, name: Brenn, kind: state}
          - {id: C, name: Carn, kind: state}
          - {id: D, name: Dorn, kind: state}
          - {id: E, name: Esk, kind: state}
        instruments:
          - {id: treaty, title: Treaty, kind: treaty, signatories: [A, B, D]}
        points:
          - id: key
            number: "1"
            title: The key
            instrument: treaty
            options: [{id: both, title: Both}, {id: turns, title: By turns}]
        positions:
          - {id: q-a, party: A, point: key, rank: 1, grades: {both: preferred, turns: acceptable}, illustrative: true}
          - {id: q-b, party: B, point: key, rank: 1, grades: {both: preferred, turns: acceptable}, illustrative: true}
          - {id: q-c, party: C, point: key, rank: 1, grades: {both: preferred, turns: acceptable}, illustrative: true}
        """);
    view =
        assertInstanceOf(LoadResult.Loaded.class, CaseFolder.of(folder).load())
            .contents()
            .viewFor(new Viewer.Mediator());
    packages = assertInstanceOf(PreparedProblem.Ready.class, CasePackages.of(view)).packages();
  }

  private String refusal(String party) {
    Among.NotSeatedException e =
        assertThrows(
            Among.NotSeatedException.class, () -> Among.of(view, packages, List.of("A", party)));
    return e.getMessage() + ". " + e.advice();
  }

  @Test
  void eachRefusalSaysWhy() {
    assertEquals(
        "\"C\" has positions, but does not sign. Maybe add it to the signatories of the"
            + " instrument, or choose of A, B.",
        refusal("C"));
    assertEquals(
        "\"D\" signs, but no grade of it is on record for the points bargained about. Maybe add a"
            + " position, or choose of A, B.",
        refusal("D"));
    assertEquals(
        "\"E\" does not sign. Maybe add it to the signatories of the instrument, or choose of A,"
            + " B.",
        refusal("E"));
    assertEquals("\"F\" is not among those who bargain. Maybe choose of A, B.", refusal("F"));
  }

  @Test
  void thoseWhoBargainAreTaken() throws Among.NotSeatedException {
    assertEquals(List.of("Brenn"), Among.of(view, packages, List.of("B")).labels(1));
    assertEquals(packages, Among.of(view, packages, List.of()));
  }
}
