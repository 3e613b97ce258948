package org.parley.web.view;

import java.util.List;

/// The page of a case folder that cannot be read: all its faults.
///
/// @param name the case folder
/// @param faults what is wrong, by file and line
public record ProblemsPage(String name, List<FaultView> faults) {

  public ProblemsPage {
    faults = List.copyOf(faults);
  }

  public Frame frame() {
    return new Frame(Say.text("problems.title"), name, "");
  }
}
