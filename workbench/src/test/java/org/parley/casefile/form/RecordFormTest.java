package org.parley.casefile.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.parley.casefile.CaseReader;
import org.parley.casefile.CaseWriter;
import org.parley.casefile.LoadResult;
import org.parley.casefile.form.FormValue.Keys;
import org.parley.casefile.form.FormValue.Words;
import org.parley.model.CaseRecord;
import org.parley.model.Cases;
import org.parley.model.cases.Case;
import org.parley.model.checks.CaseChecks;

/// What is written in forms, made into records and joined.
class RecordFormTest {

  private static final String CASE =
      """
      case: {title: The bridge}
      parties:
        - {id: AA, name: Aland, kind: state}
        - {id: BB, name: Beland, kind: state}
      instruments:
        - {id: treaty, title: Treaty, kind: treaty, signatories: [AA, BB]}
      points:
        - id: p1
          number: 1
          title: The toll
          instrument: treaty
          options:
            - {id: p1-low, title: A low toll}
            - {id: p1-none, title: No toll}
      sources:
        - {id: gazette, publisher: Gazette, title: Notice, date: 2025-03-01, language: en, reliability: B, kind: report}
      claims:
        - {id: c1, speaker: Ada, party: AA, said: 2025-03-01, source: gazette, quote: Settled., about: p1, asserts: agreed}
      positions:
        - {id: pos1, party: AA, point: p1, grades: {p1-low: preferred, p1-none: red-line}, illustrative: true}
      """;

  private static Case contents() {
    return assertInstanceOf(LoadResult.Loaded.class, CaseReader.read(Map.of("a.yaml", CASE)))
        .contents();
  }

  private static Keys claim() {
    Case all = contents();
    return RecordForm.of("claims")
        .written(
            all.records().stream()
                .filter(each -> each.id().value().equals("c1"))
                .findFirst()
                .orElseThrow());
  }

  @Test
  void everyRecordIsWrittenAndReadBack() {
    for (long seed = 0; seed < 6; seed++) {
      Case all = Cases.of(seed);
      for (CaseRecord record : all.records()) {
        RecordForm form = RecordForm.of(record);
        Keys written = form.written(record);
        assertEquals(
            new FormOutcome.Made(record), form.fill(written, all.records()), "seed " + seed);
        assertEquals(written, form.read(CaseWriter.text(record)), "seed " + seed);
      }
    }
  }

  @Test
  void everyProblemStandsAtItsField() {
    Keys typed =
        claim()
            .with("said", new Words("last week"))
            .with("speaker", null)
            .with("asserts", new Keys(List.of(new FormValue.Entry("prefers", new Words("")))))
            .with(
                "source", new FormValue.Rows(List.of(new Words("gazette"), new Words("no good"))));
    FormOutcome.Faulty faulty =
        assertInstanceOf(
            FormOutcome.Faulty.class, RecordForm.of("claims").fill(typed, contents().records()));
    List<List<String>> paths = new ArrayList<>();
    faulty.problems().forEach(each -> paths.add(each.path()));
    assertEquals(
        Set.of(
            List.of("said"),
            List.of("speaker"),
            List.of("asserts", "prefers"),
            List.of("source", "1")),
        Set.copyOf(paths),
        faulty.problems().toString());
  }

  @Test
  void problemsBesideOtherRecordsAreFoundAtTheirFields() {
    RecordForm form = RecordForm.of("claims");
    Keys typed =
        claim()
            .with("about", new FormValue.Rows(List.of(new Words("p1"), new Words("p9"))))
            .with(
                "asserts",
                new Keys(List.of(new FormValue.Entry("prefers", new Words("p2-other")))));
    CaseRecord made =
        assertInstanceOf(FormOutcome.Made.class, form.fill(typed, contents().records())).record();
    List<CaseRecord> all = new ArrayList<>();
    contents().records().stream().filter(r -> !r.id().equals(made.id())).forEach(all::add);
    all.add(made);
    Set<List<String>> found = new java.util.HashSet<>();
    CaseChecks.problems(contents().info(), all)
        .forEach(each -> found.add(form.locate(typed, each.path(), each.value())));
    assertEquals(Set.of(List.of("about", "1"), List.of("asserts", "prefers")), found);
    assertEquals(List.of("source"), form.locate(typed.with("source", null), List.of("source"), ""));
  }

  @Test
  void whatOnlyOneChangedIsJoined() {
    RecordForm form = RecordForm.of("claims");
    Keys base = claim();
    RecordMerge merge =
        RecordMerge.of(
            form,
            base,
            base.with("speaker", new Words("Ada Vane")),
            base.with("office", new Words("Minister")),
            Set.of());
    assertEquals(List.of(), merge.clashes());
    assertEquals("Ada Vane", merge.written().words("speaker"));
    assertEquals("Minister", merge.written().words("office"));
    assertEquals(1, merge.taken().size());
    assertEquals(List.of("office"), merge.taken().getFirst().path());
  }

  @Test
  void whatBothChangedIsChosen() {
    RecordForm form = RecordForm.of("claims");
    Keys base = claim();
    Keys mine = base.with("quote", new Words("It is settled.")).with("speaker", new Words("A"));
    Keys theirs = base.with("quote", new Words("Nearly settled."));
    RecordMerge open = RecordMerge.of(form, base, mine, theirs, Set.of());
    assertEquals(List.of("quote"), open.clashes().getFirst().path());
    assertEquals("It is settled.", open.written().words("quote"));
    RecordMerge chosen = RecordMerge.of(form, base, mine, theirs, Set.of("quote"));
    assertEquals("Nearly settled.", chosen.written().words("quote"));
    assertEquals("A", chosen.written().words("speaker"));
  }

  @Test
  void elementsWithNamesAreJoinedOneByOne() {
    RecordForm form = RecordForm.of("points");
    CaseRecord point =
        contents().records().stream()
            .filter(each -> each.id().value().equals("p1"))
            .findFirst()
            .orElseThrow();
    Keys base = form.written(point);
    Keys mine = form.read(CaseWriter.text(point).replace("A low toll", "A toll of one"));
    Keys theirs = form.read(CaseWriter.text(point).replace("No toll", "No toll at all"));
    RecordMerge merge = RecordMerge.of(form, base, mine, theirs, Set.of());
    assertEquals(List.of(), merge.clashes());
    List<String> words = merge.written().allWords();
    assertTrue(words.contains("A toll of one") && words.contains("No toll at all"), "" + words);
  }

  @Test
  void joiningWithAnUnchangedVersionIsTheOther() {
    for (long seed = 0; seed < 4; seed++) {
      List<CaseRecord> records = List.copyOf(Cases.of(seed).records());
      for (int i = 1; i < records.size(); i++) {
        CaseRecord one = records.get(i - 1);
        CaseRecord other = records.get(i);
        if (one.getClass() != other.getClass()) {
          continue;
        }
        RecordForm form = RecordForm.of(one);
        Keys base = form.written(one);
        Keys changed = form.written(other);
        assertEquals(
            new FormOutcome.Made(other),
            form.fill(RecordMerge.of(form, base, changed, base, Set.of()).written(), records));
        assertEquals(
            new FormOutcome.Made(other),
            form.fill(RecordMerge.of(form, base, base, changed, Set.of()).written(), records));
        RecordMerge both = RecordMerge.of(form, base, changed, changed, Set.of());
        assertEquals(List.of(), both.clashes());
        assertEquals(new FormOutcome.Made(other), form.fill(both.written(), records));
        assertEquals(
            Difference.between(form, base, changed).isEmpty(),
            base.equals(changed),
            "seed " + seed);
      }
    }
  }
}
