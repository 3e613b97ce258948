package org.parley.model.checks;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.parley.model.position.PairwiseComparison;
import org.parley.model.position.PairwiseComparison.ComparedTerm;
import org.parley.model.text.PointId;

/// Validates comparisons of two packages.
final class ComparisonChecks {

  private final RecordsUnderCheck records;
  private final int index;

  ComparisonChecks(RecordsUnderCheck records, int index) {
    this.records = records;
    this.index = index;
  }

  void comparison(PairwiseComparison comparison) {
    Map<PointId, ComparedTerm> better = terms("better", comparison.better());
    Map<PointId, ComparedTerm> worse = terms("worse", comparison.worse());
    for (int i = 0; i < comparison.worse().size(); i++) {
      PointId point = comparison.worse().get(i).point();
      if (!better.containsKey(point)) {
        records.report(
            index,
            List.of("worse", Integer.toString(i), "point"),
            Rule.Plain.COMPARED_ON_OTHER_POINTS,
            point);
      }
    }
    for (int i = 0; i < comparison.better().size(); i++) {
      PointId point = comparison.better().get(i).point();
      if (!worse.containsKey(point)) {
        records.report(
            index,
            List.of("better", Integer.toString(i), "point"),
            Rule.Plain.COMPARED_ON_OTHER_POINTS,
            point);
      }
    }
    if (better.equals(worse)) {
      records.report(index, List.of("worse"), Rule.Plain.COMPARED_WITH_ITSELF, comparison.id());
    }
  }

  private Map<PointId, ComparedTerm> terms(String key, List<ComparedTerm> terms) {
    Map<PointId, ComparedTerm> byPoint = new TreeMap<>();
    for (int i = 0; i < terms.size(); i++) {
      ComparedTerm each = terms.get(i);
      String at = Integer.toString(i);
      if (byPoint.put(each.point(), each) != null) {
        records.report(index, List.of(key, at, "point"), Rule.Plain.NAMED_TWICE, each.point());
      }
      new RoundChecks(records, index)
          .term(List.of(key, at), each.point(), each.option(), each.value());
    }
    return byPoint;
  }
}
