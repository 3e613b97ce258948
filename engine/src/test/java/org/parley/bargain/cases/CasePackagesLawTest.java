package org.parley.bargain.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.Effort;
import org.parley.model.Cases;
import org.parley.model.Secrets;
import org.parley.model.Viewer;
import org.parley.model.cases.Case;

/// What a viewer may not see moves no figure shown to them, whatever the case.
class CasePackagesLawTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void secretsMoveNothing(long block) {
    for (long seed = block * 1000; seed < block * 1000 + Effort.of(5, 15); seed++) {
      Case all = Cases.of(seed);
      for (Viewer viewer : Secrets.viewers(all)) {
        assertEquals(
            CasePackages.of(Secrets.without(all, viewer).viewFor(new Viewer.Mediator())),
            CasePackages.of(all.viewFor(viewer)),
            "seed " + seed + " for " + viewer);
      }
    }
  }
}
