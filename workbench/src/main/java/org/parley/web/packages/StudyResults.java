package org.parley.web.packages;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.cases.ConcessionGain;
import org.parley.bargain.cases.Overview;
import org.parley.bargain.cases.ProposedBridges;
import org.parley.bargain.cases.Safety;
import org.parley.bargain.cases.ZoneTable;
import org.parley.bargain.pivot.Pivot;
import org.parley.exact.Finding;

/// The results so far; null for missing ones.
record StudyResults(
    @Nullable ZoneTable table,
    @Nullable Overview overview,
    @Nullable Comparison comparison,
    @Nullable List<ConcessionGain> easings,
    @Nullable ProposedBridges proposals,
    @Nullable FrontierChart chart,
    @Nullable Finding<List<Pivot>> pivots,
    @Nullable Safety safety) {

  static StudyResults of(Study study, @Nullable Study sure) {
    return new StudyResults(
        study.table(),
        study.overview(),
        study.comparison(),
        study.easings(),
        study.proposals(),
        study.chart(),
        study.pivots(),
        sure == null ? null : sure.safety());
  }
}
