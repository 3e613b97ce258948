package org.parley.web.journal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.parley.answer.work.WorkAnswer;
import org.parley.answer.work.WorkAnswer.AuthorAccount;
import org.parley.answer.work.WorkAnswer.PersonWeek;
import org.parley.answer.work.WorkAnswer.WaitTotals;
import org.parley.model.PartyId;
import org.parley.model.date.Edtf;
import org.parley.store.Journal;
import org.parley.store.WorkLog;
import org.parley.web.edit.RecordTitles;
import org.parley.web.view.Address;
import org.parley.web.view.Frame;
import org.parley.web.view.Link;
import org.parley.web.view.OpenCase;
import org.parley.web.view.RecentCache;
import org.parley.web.view.Say;
import org.parley.web.view.Say.Choice;
import org.parley.wording.Messages.Select;

/// Monitoring of the work: who did how much in which week, and how long things waited.
///
/// @param open the case
/// @param answer both; null without a journal
/// @param weeks how many weeks are shown
public record WorkPage(OpenCase open, @Nullable WorkAnswer answer, int weeks) {

  private static final List<Integer> OFFERED = List.of(4, WorkAnswer.USUAL_WEEKS, 52, 520);

  /// The work recorded, for as long as nothing is added.
  private record LatestLog(RecentCache<Long, WorkLog> logs) {}

  /// The answer from a journal. Cost: linear in the entries, once after each.
  public static WorkAnswer answer(
      OpenCase open, Journal journal, Map<String, AuthorAccount> accounts, int weeks, Instant now) {
    WorkLog log =
        open.once(LatestLog.class, _ -> new LatestLog(new RecentCache<>(1)))
            .logs
            .get(journal.last(), () -> WorkLog.of(journal));
    return WorkAnswer.of(log, accounts, weeks, now);
  }

  public Frame frame() {
    return Frame.of(Say.text("work.title"), open.view().info(), "work");
  }

  /// The answer of a case with a journal.
  public WorkAnswer found() {
    return Objects.requireNonNull(answer, "a case without a journal");
  }

  /// The lengths of time that are offered.
  public List<Choice> choices() {
    return OFFERED.stream()
        .map(each -> new Choice(each.toString(), Say.text("work.weeks", "count", each)))
        .toList();
  }

  /// Whether a length of time is the one shown.
  public boolean isShown(Choice choice) {
    return choice.value().equals(Integer.toString(weeks));
  }

  /// The week of a line.
  public static Edtf week(PersonWeek line) {
    return Edtf.of(line.week().toString());
  }

  /// The role of an author, with the party; empty without an account.
  public String role(PersonWeek line) {
    PartyId party = line.party();
    return line.role() == null
        ? ""
        : Say.text(
            "work.role",
            "role",
            new Select(line.role()),
            "party",
            new Select(party == null ? "none" : "some"),
            "name",
            party == null ? "" : Say.party(open.view(), party));
  }

  /// How long the bar of a line is, of a hundred.
  public int bar(PersonWeek line) {
    int most = found().done().stream().mapToInt(PersonWeek::entries).max().orElse(1);
    return Math.max(1, 100 * line.entries() / most);
  }

  /// The title of the record that has waited longest; its id where it is set aside.
  public String title(WaitTotals line) {
    return open.view()
        .find(Objects.requireNonNull(line.openId()))
        .map(each -> RecordTitles.of(open.view(), each))
        .orElse(line.openId());
  }

  /// The address where it is settled.
  public static String address(WaitTotals line) {
    String id = Objects.requireNonNull(line.openId());
    return switch (line.of()) {
      case ITEM -> Link.to(Address.INBOX) + "#" + id;
      case COMMENT -> Link.to(Address.RECORD, id);
      case TASK -> Link.to(Address.TASKS) + "#" + id;
    };
  }
}
