package org.parley.web.edit;

import java.util.List;
import org.parley.casefile.form.FormVisibility;
import org.parley.model.PartyId;
import org.parley.model.Visibility;
import org.parley.model.cases.CaseView;
import org.parley.web.service.Visitor;
import org.parley.web.view.Say;
import org.parley.web.view.Say.Choice;

/// The readers that a table offers for new records. Its save button names those chosen, without
/// scripts too.
public final class ReaderChoices {

  private ReaderChoices() {}

  /// The choices of a visitor, the narrowest first: a delegation's begin with itself and the
  /// mediator.
  ///
  /// @param words the beginning of the keys of their words
  /// @param each whether a mediator can choose "each party its own"
  public static List<Choice> of(CaseView view, Visitor visitor, String words, boolean each) {
    PartyId own = visitor.party();
    List<String> choices =
        own != null
            ? List.of(FormVisibility.ONE, "delegations", "public")
            : each
                ? List.of("mediator", FormVisibility.ONE, "delegations", "public")
                : List.of("mediator", "delegations", "public");
    return choices.stream()
        .map(
            word ->
                new Choice(
                    word,
                    own != null && word.equals(FormVisibility.ONE)
                        ? Say.readers(view, new Visibility.Party(own))
                        : Say.text(words + word)))
        .toList();
  }
}
