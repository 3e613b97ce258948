package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.Effort;
import org.parley.model.CaseRecord;
import org.parley.model.Secrets;
import org.parley.model.Viewer;
import org.parley.model.act.Act;
import org.parley.model.cases.Case;
import org.parley.model.cases.CaseView;
import org.parley.model.cases.Views;
import org.parley.model.claim.Claim;
import org.parley.model.source.Source;
import org.parley.publication.Manifest;
import org.parley.store.Journal;

/// Two cases that differ in what the public may not see are published as the same bytes: pages,
/// tables, pictures, search and manifest.
@NullMarked
class PublicationSecrecyLawTest {

  private static final Viewer PUBLIC = new Viewer.Public();
  private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

  @TempDir Path folder;

  private static @Nullable SortedMap<String, String> tight;

  private SortedMap<String, String> published(String name, CaseView view, List<Case> recorded)
      throws Exception {
    try (Journal journal = Journal.inFile(folder.resolve(name + ".db"))) {
      for (Case each : recorded) {
        journal.record(each, "Ann", "In secret.", Team.NOON);
      }
      Path site = folder.resolve(name);
      PublicSite.of(view, journal, "https://news.example/talks", DAY).into(site, _ -> {});
      return Manifest.in(site).files();
    }
  }

  /// On one of the two much has happened that the public may not see.
  private void hold(long seed) throws Exception {
    Case all = TwinServers.caseOf(seed);
    Case without = Secrets.without(all, PUBLIC);
    Case others = seed % 2 == 0 ? without : Secrets.changed(all, PUBLIC, new Random(seed));
    SortedMap<String, String> one =
        published("one-" + seed, all.viewFor(PUBLIC), List.of(without, all));
    SortedMap<String, String> other =
        published(
            "other-" + seed,
            others.viewFor(PUBLIC),
            List.of(without, Secrets.changed(all, PUBLIC, new Random(seed + 1)), others));
    assertTrue(one.size() > 100, one.size() + " files of seed " + seed);
    assertEquals(one, other, "seed " + seed);
  }

  @Test
  void noByteDependsOnWhatIsHidden() throws Exception {
    for (long seed = 1; seed <= Effort.of(1, 2); seed++) {
      hold(seed);
    }
  }

  static Stream<Class<? extends CaseRecord>> kinds() {
    return Stream.of(Claim.class, Source.class, Act.class);
  }

  /// What is published without a leak, once for all of them.
  private SortedMap<String, String> tight() throws Exception {
    SortedMap<String, String> known = tight;
    if (known == null) {
      Case without = Secrets.without(TwinServers.caseOf(2), PUBLIC);
      known = published("tight", without.viewFor(PUBLIC), List.of(without));
      tight = known;
    }
    return known;
  }

  /// Otherwise a law that compares nothing would pass.
  @ParameterizedTest
  @MethodSource("kinds")
  void aPlantedLeakDiffers(Class<? extends CaseRecord> kind) throws Exception {
    Case all = TwinServers.caseOf(2);
    Case without = Secrets.without(all, PUBLIC);
    CaseView own = without.viewFor(PUBLIC);
    List<CaseRecord> leaks = LeakyCaseService.leaks(own, all.viewFor(new Viewer.Mediator()), kind);
    assertTrue(!leaks.isEmpty(), "nothing to leak of " + kind);
    List<CaseRecord> records = new ArrayList<>(own.records());
    records.addAll(leaks);
    assertNotEquals(tight(), published("leaky", Views.of(own.info(), records), List.of(without)));
  }

  @Test
  void theJournalOfHiddenEntriesDoesNotShow() throws IOException, Exception {
    Case all = TwinServers.caseOf(2);
    Case without = Secrets.without(all, PUBLIC);
    assertEquals(
        tight(), published("busy", without.viewFor(PUBLIC), List.of(without, all, without)));
  }
}
