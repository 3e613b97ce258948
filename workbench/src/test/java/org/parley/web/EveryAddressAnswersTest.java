package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.casefile.form.RecordForm;
import org.parley.model.Case;
import org.parley.model.CaseRecord;
import org.parley.model.Cases;
import org.parley.web.door.Route;

/// Whatever a case holds, no address that there is to read fails.
@NullMarked
class EveryAddressAnswersTest {

  @TempDir Path folder;

  @Test
  void nothingFails() throws Exception {
    // of these cases, 39 has a knot that the days gone by tie as well
    answer(39, 41);
  }

  @Test
  @Tag("long")
  void nothingFailsInManyCases() throws Exception {
    answer(0, 300);
  }

  private void answer(long firstSeed, long endSeed) throws Exception {
    for (long seed = firstSeed; seed < endSeed; seed++) {
      Case contents = Cases.of(seed);
      try (Team team = new Team(folder.resolve("" + seed), contents, false)) {
        team.account("ann", "mediator", null);
        Team.Client ann = team.signedIn("ann");
        ann.isPatient = true;
        List<String> failed = new ArrayList<>();
        int asked = 0;
        for (Route route : team.server.routes()) {
          if (route.isSafe() && route.kind() != Route.Kind.STREAM) {
            for (String path : paths(route, contents).toList()) {
              int status = ann.get(path).statusCode();
              asked++;
              if (status >= 500) {
                failed.add(path + ": " + status);
              }
            }
          }
        }
        assertEquals(List.of(), failed, "seed " + seed);
        assertTrue(asked > 100, asked + " addresses");
      }
    }
  }

  /// The addresses of a route: with one record of each kind, where it leads to records.
  private static Stream<String> paths(Route route, Case contents) {
    String path = route.path().replaceAll("\\{(?!kind|id)[a-z]+}", "1");
    Set<String> seen = new HashSet<>();
    return path.contains("{id}")
        ? contents.records().stream()
            .filter(each -> seen.add(RecordForm.of(each).kind()))
            .map(each -> with(path, each))
        : path.contains("{kind}")
            ? RecordForm.kinds().stream().map(kind -> path.replace("{kind}", kind))
            : Stream.of(path);
  }

  private static String with(String path, CaseRecord record) {
    return path.replace("{kind}", RecordForm.of(record).kind())
        .replace("{id}", record.id().value());
  }
}
