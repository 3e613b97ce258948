package org.parley.cli.reference;

import java.util.List;
import java.util.Optional;
import org.parley.model.Id;
import org.parley.model.cases.CaseView;
import org.parley.model.checks.Spelling;
import org.parley.model.text.Point;
import org.parley.model.text.PointId;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/// A point named in an argument.
final class PointArgument {

  private PointArgument() {}

  /// The point with this id.
  ///
  /// @throws ParameterException if there is none
  static Point of(CaseView view, String id, CommandLine line) {
    List<String> known = view.points().stream().map(each -> each.id().value()).toList();
    return (Id.SYNTAX.matcher(id).matches() ? view.find(new PointId(id)) : Optional.<Point>empty())
        .orElseThrow(
            () ->
                new ParameterException(
                    line,
                    "\""
                        + id
                        + "\" is no point. Maybe "
                        + Spelling.nearest(id, known)
                            .map(each -> "you meant " + each)
                            .orElse("one of: " + String.join(", ", known))));
  }
}
