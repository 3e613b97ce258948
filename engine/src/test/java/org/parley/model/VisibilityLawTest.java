package org.parley.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.parley.Effort;
import org.parley.model.cases.Case;
import org.parley.model.cases.CaseView;
import org.parley.model.checks.References;
import org.parley.model.party.Party;
import org.parley.model.source.Source;

/// What a viewer may not see cannot be told from what was never written: not by its presence, its
/// content, or the order of anything else.
class VisibilityLawTest {

  private static final int CASES = Effort.of(10, 50);

  @Test
  void aViewIsTheViewOfTheCaseWithoutItsSecrets() {
    int hidden = 0;
    for (long seed = 0; seed < CASES; seed++) {
      Case all = Cases.of(seed);
      for (Viewer viewer : Secrets.viewers(all)) {
        Case open = Secrets.without(all, viewer);
        assertAlike(open.viewFor(viewer), all.viewFor(viewer), seed, viewer);
        hidden += all.records().size() - open.records().size();
        if (viewer instanceof Viewer.Mediator) {
          assertEquals(all, open, "seed " + seed);
        }
      }
    }
    assertTrue(hidden > CASES, "hidden records: " + hidden);
  }

  @Test
  void changingWhatIsHiddenChangesNothingVisible() {
    int differed = 0;
    for (long seed = 0; seed < CASES; seed++) {
      Case all = Cases.of(seed);
      for (Viewer viewer : Secrets.viewers(all)) {
        Case other = Secrets.changed(all, viewer, new Random(seed));
        assertAlike(all.viewFor(viewer), other.viewFor(viewer), seed, viewer);
        differed += all.equals(other) ? 0 : 1;
      }
    }
    assertTrue(differed > CASES, "cases that differ: " + differed);
  }

  /// Taking more and more away from what is seen, from the mediator to the public.
  @Test
  void whoMaySeeLessSeesPartOfWhatWhoMaySeeMoreSees() {
    for (long seed = 0; seed < CASES; seed++) {
      Case all = Cases.of(seed);
      for (Viewer viewer : Secrets.viewers(all)) {
        List<Id> open = ids(all.viewFor(new Viewer.Public()));
        List<Id> own = ids(all.viewFor(viewer));
        assertTrue(own.containsAll(open), "seed " + seed + ", " + viewer);
        assertTrue(ids(all.viewFor(new Viewer.Mediator())).containsAll(own), "seed " + seed);
      }
    }
  }

  /// No reference in a view leads to what is not in it.
  @Test
  void aViewRefersToNothingThatIsNotInIt() {
    for (long seed = 0; seed < CASES; seed++) {
      Case all = Cases.of(seed);
      for (Viewer viewer : Secrets.viewers(all)) {
        CaseView view = all.viewFor(viewer);
        for (CaseRecord record : view.records()) {
          for (References.Mention mention : References.of((Record) record)) {
            assertTrue(
                view.find(mention.id()).isPresent(),
                "seed " + seed + ", " + viewer + ": " + mention + " in " + record);
          }
        }
      }
    }
  }

  private static List<Id> ids(CaseView view) {
    return view.records().stream().map(CaseRecord::id).toList();
  }

  private static void assertAlike(CaseView one, CaseView other, long seed, Viewer viewer) {
    String name = "seed " + seed + ", " + viewer;
    assertEquals(one, other, name);
    assertEquals(one.hashCode(), other.hashCode(), name);
    assertEquals(one.toString(), other.toString(), name);
    assertEquals(one.info(), other.info(), name);
    assertEquals(one.parties(), other.parties(), name);
    assertEquals(one.columns(), other.columns(), name);
    assertEquals(one.instruments(), other.instruments(), name);
    assertEquals(one.points(), other.points(), name);
    assertEquals(one.sources(), other.sources(), name);
    assertEquals(one.claims(), other.claims(), name);
    assertEquals(one.meetings(), other.meetings(), name);
    assertEquals(one.positions(), other.positions(), name);
    for (Party party : one.parties()) {
      assertEquals(one.withMembers(party.id()), other.withMembers(party.id()), name);
    }
    for (Source source : one.sources()) {
      assertEquals(one.originOf(source.id()), other.originOf(source.id()), name);
    }
  }
}
