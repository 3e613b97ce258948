package org.parley.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.parley.casefile.CaseEdit;
import org.parley.casefile.RecordReader;
import org.parley.model.CaseInfo;
import org.parley.model.CaseRecord;
import org.parley.model.cases.Case;

class CaseMergeTest {

  private static CaseRecord record(String key, String text) {
    return Objects.requireNonNull(new RecordReader(List.of()).read(key, text).record(), text);
  }

  private static Case of(String title, CaseRecord... records) {
    return Case.settling(new CaseInfo(title, null, List.of()), List.of(records));
  }

  private static final CaseRecord PARTY = record("parties", "{id: A, name: Arda, kind: state}");
  private static final CaseRecord RENAMED = record("parties", "{id: A, name: Ardia, kind: state}");
  private static final CaseRecord OTHER = record("parties", "{id: B, name: Brod, kind: state}");

  /// Has the id of the party.
  private static final CaseRecord SOURCE =
      record(
          "sources",
          "{id: A, publisher: Wire, title: Open, date: 2025-01-01, language: en, reliability: B, kind: report}");

  @Test
  void editsTurnOneCaseIntoAnother() {
    assertEquals(List.of(), CaseMerge.edits(of("x", PARTY), of("x", PARTY)));
    assertEquals(
        List.of(new CaseEdit.Change(RENAMED)), CaseMerge.edits(of("x", PARTY), of("x", RENAMED)));
    assertEquals(
        List.of(new CaseEdit.Add(OTHER, null)),
        CaseMerge.edits(of("x", PARTY), of("x", PARTY, OTHER)));
    assertEquals(
        List.of(new CaseEdit.Remove(OTHER.id())),
        CaseMerge.edits(of("x", PARTY, OTHER), of("x", PARTY)));
    assertEquals(List.of(new CaseEdit.Describe(of("y").info())), CaseMerge.edits(of("x"), of("y")));
  }

  /// A record of another kind under the same id replaces the old one; it does not change it.
  @Test
  void anotherKindUnderTheSameIdIsARemovalAndAnAddition() {
    assertEquals(
        List.of(new CaseEdit.Remove(PARTY.id()), new CaseEdit.Add(SOURCE, null)),
        CaseMerge.edits(of("x", PARTY), of("x", SOURCE)));
  }

  @Test
  void aChoiceNamesAFieldOrAWholeRecord() {
    CaseMerge.Clash field = new CaseMerge.Clash("parties", "A", List.of("name"), "a", "b", "c");
    CaseMerge.Clash whole = new CaseMerge.Clash("parties", "A", List.of(), "a", "b", null);
    assertEquals("A/name", field.name());
    assertEquals("A", whole.name());
    for (CaseMerge.Clash each : List.of(field, whole)) {
      assertTrue(new CaseMerge.Choice(Set.of("A"), Set.of()).isMine(each));
      assertFalse(new CaseMerge.Choice(Set.of("A"), Set.of()).isTheirs(each));
      assertTrue(new CaseMerge.Choice(Set.of(), Set.of("A")).isTheirs(each));
      assertFalse(new CaseMerge.Choice(Set.of(), Set.of("A")).isMine(each));
      assertFalse(CaseMerge.Choice.NONE.isMine(each) || CaseMerge.Choice.NONE.isTheirs(each));
    }
    assertTrue(new CaseMerge.Choice(Set.of("A/name"), Set.of()).isMine(field));
    assertFalse(new CaseMerge.Choice(Set.of("A/name"), Set.of()).isMine(whole));
    assertFalse(new CaseMerge.Choice(Set.of("B"), Set.of("A/kind")).isTheirs(field));
  }
}
