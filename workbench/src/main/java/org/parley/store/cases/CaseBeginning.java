package org.parley.store.cases;

import java.time.Instant;
import org.parley.model.cases.Case;
import org.parley.store.AppendResult;
import org.parley.store.Contents;
import org.parley.store.Journal;
import org.parley.store.JournalUnavailableException;
import org.parley.store.Judge;
import org.parley.store.people.AccountEditor;
import org.parley.store.people.Accounts;

/// Begins a case on a server of many: its journal, its first mediator, its place in the register.
public final class CaseBeginning {

  private CaseBeginning() {}

  /// Begins a case. Returns the reason why not, with advice; empty if it was begun.
  ///
  /// @param id its id
  /// @param contents its first entries
  /// @param mediator the account that mediates it
  /// @param why the reason that its first entries carry
  public static String begin(
      CaseRegister register,
      String id,
      Case contents,
      String mediator,
      AccountEditor by,
      String why,
      Instant now)
      throws JournalUnavailableException {
    String trouble = trouble(register, id, mediator);
    if (!trouble.isEmpty()) {
      return trouble;
    }
    try (Journal journal = register.create(id)) {
      Contents texts = Contents.of(contents);
      Judge<Boolean> isFirst =
          before ->
              before.number() > 0
                  ? new Judge.Ruling.Refuse<>(false)
                  : new Judge.Ruling.Write<>(before.contents().changesTo(texts));
      if (!(journal.append(isFirst, by.who(), why, now) instanceof AppendResult.Done)) {
        return "Where the case \"" + id + "\" would lie, there is one already. Maybe another id.";
      }
      Accounts.of(journal.database()).addMember(by, mediator, "mediator", null, now);
    }
    register.add(id, by.who(), now);
    return "";
  }

  static String trouble(CaseRegister register, String id, String mediator) {
    if (!HostedCase.isId(id)) {
      return "\""
          + id.substring(0, Math.min(id.length(), 60))
          + "\" is no id of a case. Maybe lower-case letters, digits and single hyphens, a letter"
          + " first, at most 40: black-sea.";
    }
    if (register.find(id).isPresent()) {
      return "There is a case \"" + id + "\" already. Maybe another id.";
    }
    return register.people().find(mediator).isPresent()
        ? ""
        : "This server has no account \""
            + mediator.substring(0, Math.min(mediator.length(), 64))
            + "\" that could mediate the case. Maybe add the account first.";
  }
}
