package org.parley.bench.journal;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.parley.bench.board.BoardCorpus;
import org.parley.casefile.CaseEdit;
import org.parley.model.CaseRecord;
import org.parley.model.Visibility;
import org.parley.model.cases.Case;
import org.parley.model.claim.Claim;
import org.parley.model.claim.ClaimId;
import org.parley.store.Journal;
import org.parley.web.service.JournalCaseService;
import org.parley.web.service.SaveOutcome;
import org.parley.web.service.Visitor;

/// Prints the time for a mediator to add one claim to a served case, from the change to its
/// acknowledgement.
///
/// Usage: `AppendBench [CLAIMS]`; default 100,000. Each added claim is verified in the journal.
public final class AppendBench {

  private static final int APPENDS = 20;
  private static final int WARM_UP = 5;

  private AppendBench() {}

  public static void main(String[] arguments) throws Exception {
    int claims = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
    Case contents = Case.of(BoardCorpus.info(), BoardCorpus.of(claims, 1));
    Path folder = Files.createTempDirectory("parley-bench");
    try (Journal journal = Journal.inFile(folder.resolve("journal"))) {
      journal.record(contents, "bench", "filling", Instant.EPOCH);
      JournalCaseService service = new JournalCaseService(journal, Clock.systemUTC());
      Claim model = model(contents);
      double[] millis = new double[APPENDS];
      for (int i = -WARM_UP; i < APPENDS; i++) {
        String id = "added" + (i + WARM_UP);
        long begun = System.nanoTime();
        SaveOutcome saving =
            service.change(
                Visitor.mediator("bench"),
                List.of(new CaseEdit.Add(named(model, id), null)),
                "one more",
                Map.of(),
                new Visibility.Public());
        if (i >= 0) {
          millis[i] = (System.nanoTime() - begun) / 1e6;
        }
        if (!(saving instanceof SaveOutcome.Saved)
            || journal.contents().find("claims", id) == null
            || journal.snapshot().findCase().isEmpty()) {
          throw new AssertionError("not added: " + saving);
        }
      }
      Arrays.sort(millis);
      System.out.printf(
          "%,d claims, %s, load average %.1f: one claim more takes %.0f (%.0f-%.0f) ms, the median"
              + " of %d%n",
          claims,
          System.getProperty("java.vm.version"),
          ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
          millis[APPENDS / 2],
          millis[0],
          millis[APPENDS - 1],
          APPENDS);
    } finally {
      try (var files = Files.walk(folder)) {
        for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(each);
        }
      }
    }
  }

  private static Claim model(Case contents) {
    for (CaseRecord each : contents.records()) {
      if (each instanceof Claim claim) {
        return claim;
      }
    }
    throw new AssertionError("no claim");
  }

  static Claim named(Claim model, String id) {
    return new Claim(
        new ClaimId(id),
        model.speaker(),
        model.office(),
        model.party(),
        model.said(),
        model.known(),
        model.channel(),
        model.source(),
        model.quote(),
        model.paraphrase(),
        model.about(),
        model.between(),
        model.asserts(),
        List.of(),
        List.of(),
        List.of(),
        model.visibility());
  }
}
