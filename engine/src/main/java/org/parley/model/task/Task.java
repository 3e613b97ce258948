package org.parley.model.task;

import java.time.LocalDate;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.parley.model.CaseRecord;
import org.parley.model.LocalizedText;
import org.parley.model.PartyId;
import org.parley.model.RecordSubject;
import org.parley.model.Visibility;
import org.parley.model.date.Edtf;

/// Something that somebody is to do in the work on the case.
///
/// @param id its id
/// @param title its object: what is to be done
/// @param account the account that is to do it; null for none in particular
/// @param party the delegation that is to do it; null with an account, or for the mediators
/// @param due the date by which it is to be done; null for none
/// @param on the record that it is about; null for none
/// @param done the date it was done; null while it is open
/// @param note a remark
public record Task(
    TaskId id,
    LocalizedText title,
    @Nullable String account,
    @Nullable PartyId party,
    @Nullable Edtf due,
    @Nullable RecordSubject on,
    @Nullable Edtf done,
    @Nullable String note,
    Visibility visibility)
    implements CaseRecord {

  /// How a task stands on a day.
  public enum State {
    /// It is done.
    DONE,
    /// It is open past its date.
    OVERDUE,
    /// It is open, and its date is three days away or nearer.
    DUE_SOON,
    /// It is open.
    OPEN
  }

  /// How many days before its date it is due soon.
  public static final int DAYS_AHEAD = 3;

  /// How it stands on a day. An imprecise date counts by its last day.
  public State state(LocalDate day) {
    if (done != null) {
      return State.DONE;
    }
    if (due == null || due.latestDay().isAfter(day.plusDays(DAYS_AHEAD))) {
      return State.OPEN;
    }
    return due.latestDay().isBefore(day) ? State.OVERDUE : State.DUE_SOON;
  }

  /// Whether an account is to do it, named so or as one of its delegation.
  ///
  /// @param name the account name
  /// @param of its delegation; null for mediators
  /// @param isMediator whether it is a mediator, to whom tasks of nobody fall
  public boolean isOf(String name, @Nullable PartyId of, boolean isMediator) {
    if (account != null) {
      return account.toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT));
    }
    return party == null ? isMediator : party.equals(of);
  }

  /// The same, done or open.
  public Task withDone(@Nullable Edtf day) {
    return new Task(id, title, account, party, due, on, day, note, visibility);
  }

  @Override
  public Task withNames(UnaryOperator<LocalizedText> names) {
    return new Task(id, names.apply(title), account, party, due, on, done, note, visibility);
  }
}
