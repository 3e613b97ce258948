package org.parley.web.view;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.model.CaseInfo;
import org.parley.wording.Language;

/// What surrounds every page: its title, the case, the section it belongs to.
///
/// @param title the title of the page
/// @param caseTitle what the settlement is called
/// @param section the section of the navigation it belongs to; empty for none
public record Frame(String title, String caseTitle, String section) {

  /// The sections whose pages speak every language; the others are in English.
  private static final Set<String> SPOKEN = Set.of("board");

  /// The frame of a page of a case.
  public static Frame of(String title, CaseInfo info, String section) {
    return new Frame(title, info.title(), section);
  }

  /// The language of the content where it is not that of the page; absent where it is.
  public @Nullable String contentLanguage() {
    return SPOKEN.contains(section) || Language.current() == Language.ENGLISH ? null : "en";
  }

  /// Marks the current section for screen readers; null for the others.
  public boolean is(String other) {
    return section.equals(other);
  }
}
