package org.parley.web.round;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.model.InvalidValueException;
import org.parley.model.PartyId;
import org.parley.round.AnswerSheet;

/// An answer as a form sent it.
///
/// @param tabled the id of the package
/// @param by the party in whose name it is given; null for one's own
/// @param basis the digest of the sheet it was written on
/// @param seen how many entries of the party its author saw
/// @param withdraws whether it withdraws the answer
/// @param sheet the answer; null for none
public record SentAnswer(
    String tabled,
    @Nullable PartyId by,
    String basis,
    int seen,
    boolean withdraws,
    @Nullable AnswerSheet sheet) {

  /// The answer in a form.
  ///
  /// @throws InvalidValueException if it names something that is no id
  public static SentAnswer of(Map<String, List<String>> form) {
    String by = AnswerForm.one(form, "party");
    String seen = AnswerForm.one(form, "seen");
    return new SentAnswer(
        AnswerForm.one(form, "package"),
        by.isEmpty() ? null : new PartyId(by),
        AnswerForm.one(form, "basis"),
        seen.matches("\\d{1,6}") ? Integer.parseInt(seen) : 0,
        AnswerForm.one(form, "do").equals("withdraw"),
        AnswerForm.read(form).orElse(null));
  }
}
