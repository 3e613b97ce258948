package org.parley.web.view;

import java.util.List;

/// What is shown while a case folder cannot be read: everything that is wrong with it.
///
/// @param name the case folder
/// @param faults what is wrong, by file and line
public record ProblemsPage(String name, List<FaultView> faults) {

  public ProblemsPage {
    faults = List.copyOf(faults);
  }

  public Frame frame() {
    return new Frame("The case cannot be read", name, "");
  }
}
