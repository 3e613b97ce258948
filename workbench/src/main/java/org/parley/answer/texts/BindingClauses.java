package org.parley.answer.texts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.clause.ClauseReader;
import org.parley.clause.Deontic;
import org.parley.clause.NormClause;
import org.parley.document.DocumentElement;
import org.parley.document.DocumentText;
import org.parley.model.PartyId;
import org.parley.model.text.PointId;

/// The duties and prohibitions of a text, by the point that they stand in.
final class BindingClauses {

  private final Map<String, PointId> points = new HashMap<>();
  private final Map<PointId, List<NormClause>> clauses = new HashMap<>();

  private BindingClauses() {}

  /// Reads a text.
  ///
  /// @param parties the party of a name
  static BindingClauses of(DocumentText text, Function<String, Optional<PartyId>> parties) {
    BindingClauses read = new BindingClauses();
    text.elements().forEach(each -> read.locate(each, null));
    for (NormClause each : ClauseReader.read(text, parties)) {
      PointId point = read.points.get(each.element().id());
      boolean binds = each.force() == Deontic.DUTY || each.force() == Deontic.PROHIBITION;
      if (point != null && binds) {
        read.clauses.computeIfAbsent(point, _ -> new ArrayList<>()).add(each);
      }
    }
    return read;
  }

  private void locate(DocumentElement element, @Nullable PointId around) {
    PointId own = element.point() == null ? around : element.point();
    if (own != null) {
      points.put(element.id(), own);
    }
    element.parts().forEach(each -> locate(each, own));
  }

  /// The point that an element stands in; null for none.
  @Nullable PointId pointOf(DocumentElement element) {
    return points.get(element.id());
  }

  /// Whether any of these points binds anybody.
  boolean bind(Collection<PointId> those) {
    return at(those).findAny().isPresent();
  }

  /// Whether any of these points binds one of some parties, or all without a name.
  boolean bind(Collection<PointId> those, Collection<PartyId> parties) {
    return at(those)
        .anyMatch(
            each -> each.parties().isEmpty() || !Collections.disjoint(each.parties(), parties));
  }

  private Stream<NormClause> at(Collection<PointId> those) {
    return those.stream().flatMap(each -> clauses.getOrDefault(each, List.of()).stream());
  }
}
