package org.parley.outlook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.parley.exact.Budget;
import org.parley.reference.DoneTimes;
import org.parley.reference.DoneTimes.DoneSpell;
import org.parley.reference.Provision;
import org.parley.sweep.SweepParts;

/// Bands are validated from counts alone, wherever the parts are computed.
@NullMarked
class BandSweepLawTest {

  private static Map<Provision, List<DoneSpell>> accords(Random random) {
    Map<Provision, List<DoneSpell>> all = new EnumMap<>(Provision.class);
    for (int at = 0; at < 4; at++) {
      List<DoneSpell> spells = new ArrayList<>();
      int count = 3 + random.nextInt(30);
      for (int each = 0; each < count; each++) {
        boolean isDone = random.nextInt(3) > 0;
        spells.add(
            new DoneSpell(each, 1 + random.nextInt(10), isDone, isDone && random.nextInt(8) == 0));
      }
      List<Provision> provisions = List.of(Provision.values());
      all.put(provisions.get(random.nextInt(provisions.size())), spells);
    }
    return all;
  }

  private static BandSweep sweep(Map<Provision, List<DoneSpell>> accords) {
    return new BandSweep(
        BandSweep.counted(each -> DoneTimes.of(accords.getOrDefault(each, List.of()))), 80);
  }

  @Test
  void accordsMayBePredictedAnywhere() {
    for (long seed = 0; seed < 30; seed++) {
      BandSweep sweep = sweep(accords(new Random(seed)));
      BandCoverage whole = sweep.answer(sweep.part(sweep.seeds(), Budget.unlimited()));
      assertEquals(whole, SweepParts.anyhow(sweep, new Random(seed)), "seed " + seed);
      assertEquals(sweep.seeds().count(), whole.observed());
      assertEquals(10_000, whole.held() + whole.early() + whole.late(), 1, whole::toString);
    }
  }

  /// Leaving one out of the counts is counting the others, and the counts tell of all.
  @Test
  void countsForgetNothingThatIsNeeded() {
    int left = 0;
    for (long seed = 0; seed < 30; seed++) {
      for (List<DoneSpell> each : accords(new Random(seed)).values()) {
        DoneTimes counts = DoneTimes.of(each);
        assertEquals(counts, DoneTimes.of(counts.spells()));
        for (DoneSpell one : each) {
          List<DoneSpell> others = new ArrayList<>(each);
          others.remove(one);
          assertEquals(DoneTimes.of(others), counts.without(one), "seed " + seed);
          left++;
        }
      }
    }
    assertTrue(left > 1_000, "left out: " + left);
  }
}
