package org.parley.store.cases;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.parley.store.DatabaseAddress;
import org.parley.store.Journal;
import org.parley.store.JournalCopy;
import org.parley.store.JournalUnavailableException;
import org.parley.store.Verification;
import org.parley.store.people.AccountEditor;
import org.parley.store.people.Accounts;

/// Moves a case with its whole history out of a server into a journal file, and from any journal
/// into a server. Every hash is computed again on both sides.
public final class CaseMove {

  private CaseMove() {}

  /// The result of a move.
  ///
  /// @param trouble the reason why nothing was moved, with advice; empty if it was
  /// @param entries how many entries were moved
  /// @param hash the hash of the last
  public record MoveOutcome(String trouble, long entries, String hash) {

    private static MoveOutcome refused(String trouble) {
      return new MoveOutcome(trouble, 0, "");
    }
  }

  /// Copies a case into a new file. The case stays where it is: archive it before, so that nothing
  /// is added meanwhile.
  public static MoveOutcome export(CaseRegister register, String id, DatabaseAddress file)
      throws JournalUnavailableException {
    if (register.find(id).isEmpty()) {
      return MoveOutcome.refused("There is no case \"" + id + "\". Maybe see: parley cases list");
    }
    Path taken = file.file();
    if (taken != null && Files.exists(taken.resolveSibling(taken.getFileName() + ".mv.db"))) {
      return MoveOutcome.refused(
          "There is a file \"" + taken + ".mv.db\" already. Maybe name another.");
    }
    try (Journal from = Journal.existing(register.addressOf(id));
        Journal to = Journal.at(file)) {
      return copy(from, to);
    }
  }

  /// Takes in a case from a journal. Its accounts, tokens and secret addresses are those of another
  /// server: they are removed, and a mediator is named anew.
  public static MoveOutcome take(
      CaseRegister register,
      String id,
      DatabaseAddress source,
      String mediator,
      AccountEditor by,
      Instant now)
      throws JournalUnavailableException {
    String trouble = CaseBeginning.trouble(register, id, mediator);
    if (!trouble.isEmpty()) {
      return MoveOutcome.refused(trouble);
    }
    try (Journal from = Journal.existing(source);
        Journal to = register.create(id)) {
      if (to.last() > 0) {
        return MoveOutcome.refused(
            "Where the case \"" + id + "\" would lie, there is one already. Maybe another id.");
      }
      MoveOutcome outcome = copy(from, to);
      if (outcome.trouble.isEmpty()) {
        Accounts people = Accounts.of(to.database());
        people.removeAll(by, now);
        people.addMember(by, mediator, "mediator", null, now);
        register.add(id, by.who(), now);
      }
      return outcome;
    }
  }

  private static MoveOutcome copy(Journal from, Journal to) {
    Verification before = from.verify(null);
    if (before instanceof Verification.Broken broken) {
      return MoveOutcome.refused(
          "Entry "
              + broken.number()
              + " was altered, so the case is not moved: "
              + broken.what()
              + ". Maybe see: parley verify");
    }
    JournalCopy.copy(from.database(), to.database());
    Verification after = to.verify(null);
    return after.equals(before) && after instanceof Verification.Intact intact
        ? new MoveOutcome("", intact.entries(), intact.head())
        : MoveOutcome.refused(
            "The copy differs from the case. Maybe check the disk, and try again.");
  }
}
