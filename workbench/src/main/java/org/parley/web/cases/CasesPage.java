package org.parley.web.cases;

import java.util.List;
import org.parley.web.view.Frame;
import org.parley.web.view.Say;

/// The cases that somebody may see.
///
/// @param lines how each stands, archived ones last
/// @param isAdministrator whether they may create and archive cases
public record CasesPage(List<CaseLine> lines, boolean isAdministrator) {

  public CasesPage {
    lines = List.copyOf(lines);
  }

  public Frame frame() {
    return new Frame(Say.text("cases.title"), "Parley", "cases");
  }

  /// Those that are worked on.
  public List<CaseLine> open() {
    return lines.stream().filter(each -> !each.isArchived()).toList();
  }

  /// Those that are read-only.
  public List<CaseLine> archived() {
    return lines.stream().filter(CaseLine::isArchived).toList();
  }

  /// How many things wait in all of them.
  public int waits() {
    return lines.stream().mapToInt(CaseLine::waits).sum();
  }
}
