package org.parley.casefile.start;

import java.util.Objects;
import org.parley.model.LocalizedText;
import org.parley.model.cases.Case;
import org.parley.model.party.Party;
import org.parley.model.party.PartyKind;

/// A template that an institution keeps: a case without secrets, as its folder was when it was
/// read.
///
/// @param word the name of the folder
/// @param contents its case, whose records are all public
public record FolderTemplate(String word, Case contents) implements CaseTemplate {

  /// Its name for people: the title of the case.
  public LocalizedText name() {
    return contents.info().title();
  }

  /// Its description: the summary of the case; empty if there is none.
  public String description() {
    return Objects.requireNonNullElse(contents.info().summary(), "");
  }

  /// The kind of parties to add: that of its first party, or states.
  PartyKind parties() {
    return contents.records().stream()
        .filter(Party.class::isInstance)
        .map(each -> ((Party) each).kind())
        .findFirst()
        .orElse(PartyKind.STATE);
  }
}
