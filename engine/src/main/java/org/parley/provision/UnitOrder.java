package org.parley.provision;

import java.util.ArrayList;
import java.util.List;

/// Which unit of a text stands in which.
///
/// Most texts have chapters within parts. Some have it the other way round: then a chapter comes
/// first, chapters are counted through, and parts begin anew.
///
/// @param widestFirst all units
record UnitOrder(List<Unit> widestFirst) {

  private static final List<Unit> CONTAINERS =
      List.of(Unit.PART, Unit.TITLE, Unit.CHAPTER, Unit.SECTION);

  UnitOrder {
    widestFirst = List.copyOf(widestFirst);
  }

  /// @param numbers those of the text, in order
  static UnitOrder of(List<ProvisionNumber> numbers) {
    List<Unit> units = new ArrayList<>(List.of(Unit.values()));
    for (Unit wide : CONTAINERS) {
      for (Unit narrow : CONTAINERS) {
        List<ProvisionNumber> both =
            numbers.stream()
                .filter(it -> it.unit() == wide || it.unit() == narrow)
                .filter(it -> it.word() != null && !NumberWords.isLoose(it.word()))
                .toList();
        if (units.indexOf(wide) < units.indexOf(narrow)
            && !both.isEmpty()
            && both.getFirst().unit() == narrow
            && begun(both, narrow) == 1
            && begun(both, wide) > 1) {
          units.remove(wide);
          units.add(units.indexOf(narrow) + 1, wide);
        }
      }
    }
    return new UnitOrder(units);
  }

  private static long begun(List<ProvisionNumber> numbers, Unit unit) {
    return numbers.stream().filter(it -> it.unit() == unit && it.isFirst()).count();
  }

  boolean isWider(Unit one, Unit other) {
    return widestFirst.indexOf(one) < widestFirst.indexOf(other);
  }
}
