package org.parley.exchange.incidents.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.parley.casefile.CaseReader;
import org.parley.casefile.LoadResult;
import org.parley.exchange.incidents.IncidentFile;
import org.parley.exchange.incidents.Shared;
import org.parley.exchange.incidents.SmallCeasefire;
import org.parley.exchange.incidents.facts.LogRecord;
import org.parley.exchange.incidents.facts.NameMapping;
import org.parley.exchange.incidents.facts.NameMapping.About;
import org.parley.exchange.sheet.DayOrder;
import org.parley.guarantees.CaseGuarantees;
import org.parley.guarantees.Guarantees;
import org.parley.guarantees.log.Duty;
import org.parley.guarantees.log.LoggedFact;
import org.parley.guarantees.log.Moments;
import org.parley.model.CaseRecord;
import org.parley.model.Viewer;
import org.parley.model.Visibility;
import org.parley.model.cases.Case;
import org.parley.model.cases.CaseView;
import org.parley.model.checks.References;

/// Incidents on record count as the lines of the file do that they come from.
class IncidentImportLawTest {

  private static CaseView view() {
    return switch (CaseReader.read(Map.of("a.yaml", SmallCeasefire.CASE))) {
      case LoadResult.Loaded loaded -> loaded.contents().viewFor(new Viewer.Mediator());
      case LoadResult.Rejected rejected -> throw new AssertionError(rejected);
    };
  }

  private static List<LogRecord> read(byte[] bytes, NameMapping names) {
    List<LogRecord> records = new ArrayList<>();
    IncidentFile file =
        new IncidentFile(
            "file.csv",
            StandardCharsets.ISO_8859_1,
            names,
            DayOrder.UNKNOWN,
            new IncidentFile.Known(),
            records::add,
            _ -> {});
    file.feed(bytes, bytes.length);
    file.end();
    return records;
  }

  private static ImportedIncidents imported(CaseView view, List<LogRecord> records) {
    ImportContext context =
        new ImportContext(
            view, References.declared(view.records()), _ -> false, new Visibility.Public());
    return IncidentImport.of(records, context, IncidentScope.ALL, () -> false);
  }

  /// The case with what was imported; it is valid.
  private static CaseView with(CaseView view, ImportedIncidents added) {
    List<CaseRecord> all = new ArrayList<>(view.records());
    all.addAll(added.records());
    return Case.of(view.info(), all).viewFor(new Viewer.Mediator());
  }

  /// The state of each duty and what is possible, at the moment of the last record.
  private static Map<Duty, Set<?>> states(CaseView view, List<LoggedFact> log) {
    CaseGuarantees guarantees = CaseGuarantees.of(view);
    long moment = log.stream().mapToLong(LoggedFact::recorded).max().orElseThrow();
    Map<Duty, Set<?>> states = new HashMap<>();
    Guarantees.stateWithConsequences(guarantees.commitments(), log, moment, Moments.NEVER)
        .forEach(each -> states.put(each.duty(), each.possible()));
    return states;
  }

  private static void assertCountsAsTheFile(CaseView view, List<LogRecord> records) {
    ImportedIncidents added = imported(view, records);
    assertEquals(List.of(), added.faults());
    List<LoggedFact> told = new ArrayList<>(CaseGuarantees.of(view).log());
    records.forEach(each -> told.addAll(each.entries()));
    CaseView after = with(view, added);
    assertEquals(states(view, told), states(after, CaseGuarantees.of(after).log()));
    ImportedIncidents again = imported(after, records);
    assertEquals(List.of(), again.records(), "the same file adds nothing");
    assertEquals(records.size(), again.onRecord());
    assertEquals(0, again.differing());
  }

  @Test
  void recordsCountAsTheLinesOfTheFile() {
    CaseView view = view();
    for (int seed = 0; seed < 60; seed++) {
      Random random = new Random(seed);
      StringBuilder rows =
          new StringBuilder(
              "id,fact,incident,kind,occurred,reported,recorded,actor,target,between,by,act,low,best,high,source,place\n");
      for (int i = 0; i < 30; i++) {
        rows.append(row(random, i));
      }
      List<LogRecord> records =
          read(rows.toString().getBytes(StandardCharsets.UTF_8), NameMapping.of(view.parties()));
      assertEquals(30, records.size(), rows.toString());
      assertCountsAsTheFile(view, records);
    }
  }

  private static String row(Random random, int i) {
    String incident = "i" + random.nextInt(i + 1) / 2;
    boolean isReport = i < 10 || random.nextInt(4) > 0;
    String day =
        String.format(Locale.ROOT, "2026-0%d-%02d", 1 + random.nextInt(3), 1 + random.nextInt(28));
    String occurred =
        switch (random.nextInt(4)) {
          case 0 -> day + String.format(Locale.ROOT, "T%02d:30:00Z", random.nextInt(24));
          case 1 -> day.substring(0, 7);
          default -> day;
        };
    String recorded =
        random.nextBoolean()
            ? ""
            : String.format(Locale.ROOT, "2026-04-%02d", 1 + random.nextInt(28));
    if (!isReport) {
      return "r" + i + ",act,i0,,%s,,%s,,,,GG,notice,,,,GG,\n".formatted(occurred, recorded);
    }
    boolean isBetween = random.nextInt(4) == 0;
    List<String> parties = List.of("Aland", "Borland", "GG", "Nobody");
    String actor = isBetween ? "" : parties.get(random.nextInt(4));
    String target = isBetween ? "" : parties.get(random.nextInt(4));
    return "r%s,report,%s,%s,%s,,%s,%s,%s,%s,,,%s,%s,North\n"
        .formatted(
            String.valueOf(i),
            i < 1 ? "i0" : incident,
            random.nextInt(5) > 0 ? "shelling" : "rally",
            occurred,
            recorded,
            actor,
            target,
            isBetween ? "Aland;Borland" : "",
            random.nextBoolean() ? "1,2,5" : ",,",
            List.of("Reuters", "AFP", "TASS").get(random.nextInt(3)));
  }

  @Test
  void theOrderOfTheLinesChangesNothing() {
    CaseView view = view();
    Random random = new Random(7);
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      rows.add(row(random, i));
    }
    String heading =
        "id,fact,incident,kind,occurred,reported,recorded,actor,target,between,by,act,low,best,high,source,place\n";
    Set<CaseRecord> first = new java.util.HashSet<>(entries(view, heading, rows));
    java.util.Collections.shuffle(rows, random);
    assertEquals(first, new java.util.HashSet<>(entries(view, heading, rows)));
  }

  private static List<? extends CaseRecord> entries(
      CaseView view, String heading, List<String> rows) {
    return imported(
            view,
            read(
                (heading + String.join("", rows)).getBytes(StandardCharsets.UTF_8),
                NameMapping.of(view.parties())))
        .entries();
  }

  @Test
  void linesWithoutIdsAreKnownByWhatTheySay() {
    CaseView view = view();
    String heading = "kind,occurred,actor,target,text\n";
    String rows = "shelling,2026-02-01,BB,AA,One\nshelling,2026-02-01,BB,AA,One\n";
    NameMapping names = NameMapping.of(view.parties());
    List<LogRecord> before = read((heading + rows).getBytes(StandardCharsets.UTF_8), names);
    CaseView after = with(view, imported(view, before));
    assertEquals(2, after.incidents().size(), "equal lines are two incidents");
    String longer = heading + "rally,2026-01-01,BB,AA,New\n" + rows;
    ImportedIncidents more =
        imported(
            after,
            read(
                longer.getBytes(StandardCharsets.UTF_8),
                names.with(About.KIND, Map.of("rally", "protest"))));
    assertEquals(1, more.incidents().size());
    assertEquals(2, more.onRecord());
  }

  @Test
  void publishedEventsCountAsTheFile() throws IOException {
    Path ged = Shared.file("ucdp/ged-ukraine.csv");
    CaseView view = view();
    NameMapping names =
        NameMapping.of(view.parties())
            .with(
                """
                party Government of Ukraine = AA
                party Government of Russia (Soviet Union) = BB
                party DPR = BB
                kind state-based = shelling
                """);
    List<LogRecord> records = read(java.nio.file.Files.readAllBytes(ged), names);
    assertTrue(records.size() > 3_000, records.size() + " events");
    ImportedIncidents added = imported(view, records);
    assertEquals(List.of(), added.faults());
    assertEquals(records.size(), added.incidents().size());
    CaseView after = with(view, added);
    ImportedIncidents again = imported(after, records);
    assertEquals(List.of(), again.records());
    assertEquals(0, again.differing());
  }
}
