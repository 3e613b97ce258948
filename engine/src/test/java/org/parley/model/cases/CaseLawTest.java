package org.parley.model.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.model.CaseRecord;
import org.parley.model.Cases;
import org.parley.model.Secrets;
import org.parley.model.Viewer;
import org.parley.model.checks.SetAside;
import org.parley.model.claim.Claim;
import org.parley.model.text.Point;

/// A case that follows a change is the case made anew of what it then holds.
class CaseLawTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void aChangedCaseIsTheCaseMadeAnew(long seed) {
    Case all = Cases.of(seed);
    int removed = 0;
    for (CaseRecord each : all.records()) {
      List<CaseRecord> left = new ArrayList<>(all.records());
      left.remove(each);
      String id = each.id().value();
      assertEquals(Optional.of(each), all.find(id));
      assertTrue(all.declares(id));
      assertEquals(Optional.of(all), all.changed(all.info(), Set.of(id), List.of(each)), id);
      Optional<Case> without = all.changed(all.info(), Set.of(id), List.of());
      if (without.isPresent()) {
        removed++;
        assertEquals(Case.of(all.info(), left), without.get(), id);
        assertNotEquals(all, without.get(), id);
        assertEquals(Optional.empty(), without.get().find(id));
        assertFalse(without.get().declares(id));
        assertEquals(
            Optional.of(all), without.get().changed(all.info(), Set.of(), List.of(each)), id);
      }
    }
    assertTrue(removed > 5, "removed " + removed);
    assertFalse(all.declares("nobody"));
    for (String nobody : List.of("-", "nobody", "zzzz")) {
      assertEquals(Optional.empty(), all.find(nobody));
    }
    for (CaseRecord each : all.records()) {
      if (each instanceof Point point) {
        point.options().forEach(option -> assertTrue(all.declares(option.id().value())));
      }
    }
  }

  /// What is set aside is part of the case, of nothing else, and seen by who may see it.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whatIsSetAsideIsSeenByWhoMaySeeIt(long seed) {
    Case all = Cases.of(seed);
    int aside = 0;
    for (CaseRecord each : all.records()) {
      List<CaseRecord> left = new ArrayList<>(all.records());
      left.remove(each);
      Case settled;
      try {
        settled = Case.settling(all.info(), left);
      } catch (InvalidCaseException _) {
        continue;
      }
      if (settled.setAside().isEmpty()) {
        continue;
      }
      aside++;
      assertNotEquals(Case.of(all.info(), settled.records()), settled);
      assertEquals(Optional.empty(), settled.changed(all.info(), Set.of(), List.of()));
      for (Viewer viewer : Secrets.viewers(all)) {
        assertEquals(
            settled.setAside().stream()
                .filter(one -> one.readers().visibleTo(viewer))
                .map(SetAside::record)
                .map(record -> record.visiblePartFor(viewer))
                .toList(),
            settled.viewFor(viewer).setAside().stream().map(SetAside::record).toList());
      }
      if (aside > 5) {
        return;
      }
    }
    assertTrue(aside > 0, "none was set aside");
  }

  /// A claim counts from the day by which it had certainly been said, and was known.
  @Test
  void aClaimCountsOnceItWasSaidAndKnown() {
    int later = 0;
    List<CaseRecord> records = new ArrayList<>();
    for (long seed = 1; seed <= 5; seed++) {
      records.addAll(Cases.of(seed).records());
    }
    for (CaseRecord each : records) {
      if (each instanceof Claim claim) {
        LocalDate known = claim.knownOrSaid().latestDay();
        LocalDate said = claim.said().latestDay();
        LocalDate by = AsOf.saidBy(claim);
        assertEquals(said.isBefore(known) ? said : known, by);
        later += known.isAfter(by) ? 1 : 0;
        if (!known.equals(LocalDate.MAX) && !by.equals(LocalDate.MIN)) {
          assertTrue(AsOf.of(by).covers(claim));
          assertTrue(new AsOf(by, known).covers(claim));
          assertFalse(new AsOf(by.minusDays(1), known).covers(claim));
          assertFalse(new AsOf(by, known.minusDays(1)).covers(claim));
        }
      }
    }
    assertTrue(later > 0, "none became known later");
  }
}
