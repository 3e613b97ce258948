package org.parley.web.edit;

import java.util.List;
import org.parley.casefile.start.BuiltInTemplate;
import org.parley.casefile.start.NewCase;
import org.parley.web.view.Frame;
import org.parley.web.view.Say;
import org.parley.wording.Complaint;
import org.parley.wording.Language;

/// The page that begins a case in an empty folder.
///
/// @param name the folder
/// @param typed the input so far
/// @param faults the faults of the input
/// @param trouble why it could not be begun; empty for none
public record NewCasePage(
    String name, NewCase typed, List<NewCase.EntryFault> faults, String trouble) {

  public NewCasePage {
    faults = List.copyOf(faults);
  }

  /// The page before anything is typed.
  public static NewCasePage of(String name) {
    return new NewCasePage(
        name,
        new NewCase("", BuiltInTemplate.PEACE_FRAMEWORK, Language.current(), List.of()),
        List.of(),
        "");
  }

  public Frame frame() {
    return new Frame(Say.text("new.page.title"), name, "door");
  }

  /// The fault of a field; empty for none.
  public String wrong(String field) {
    return faults.stream()
        .filter(each -> each.field().equals(field))
        .map(NewCase.EntryFault::complaint)
        .map(Complaint::sentence)
        .map(Say::sentence)
        .findFirst()
        .orElse("");
  }

  /// The names of the parties, one a line.
  public String parties() {
    return String.join("\n", typed.parties());
  }
}
