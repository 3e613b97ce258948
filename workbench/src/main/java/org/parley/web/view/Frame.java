package org.parley.web.view;

import org.parley.model.CaseInfo;
import org.parley.wording.ForeignText;
import org.parley.wording.Language;

/// The frame of every page: its title, the case, its section.
///
/// @param title the title of the page
/// @param caseTitle what the settlement is called
/// @param section the section of the navigation it belongs to; empty for none
public record Frame(String title, String caseTitle, String section) {

  /// The frame of a page of a case.
  public static Frame of(String title, CaseInfo info, String section) {
    Language page = Language.current();
    return new Frame(title, ForeignText.mark(info.title().in(page.tag()), page).text(), section);
  }

  /// Marks the current section for screen readers; null for the others.
  public boolean is(String other) {
    return section.equals(other);
  }
}
