package org.parley.cli.watch;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VToDo;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.Due;
import net.fortuna.ical4j.model.property.Summary;
import org.jspecify.annotations.Nullable;
import org.parley.exchange.calendar.CalendarFile;
import org.parley.guarantees.log.DutyVerdict;
import org.parley.guarantees.log.Lifecycle;
import org.parley.guarantees.log.Moments;
import org.parley.model.PartyId;
import org.parley.wording.Language;
import org.parley.wording.Messages;

/// The due dates of open duties as iCalendar tasks. A duty keeps its UID from one calendar to the
/// next; changed entries are stamped with the moment of the query.
final class DueDates {

  private DueDates() {}

  /// Whether an act is still due; duties with uncertain states have a date, too.
  private static boolean isOwed(Lifecycle state) {
    return state.isOpen() || WatchContext.isBroken(state);
  }

  /// The text of the calendar; empty if no duty is open, and the previous one had none.
  ///
  /// @param title the title of the case
  /// @param journals its journals; see [CalendarFile]
  /// @param before the previous calendar; null if there is none
  static Optional<String> of(
      List<DutyVerdict> verdicts,
      WatchContext words,
      String title,
      List<String> journals,
      long at,
      @Nullable Calendar before) {
    var file =
        new CalendarFile(
            "-//Parley//watch//" + Language.current().tag().toUpperCase(Locale.ROOT),
            title,
            journals,
            Instant.ofEpochSecond(at));
    Messages messages = words.messages();
    for (DutyVerdict each : verdicts) {
      boolean isDated = each.deadline() != Moments.NEVER && each.deadline() != Moments.ALWAYS;
      if (!isDated || each.possible().stream().noneMatch(DueDates::isOwed)) {
        continue;
      }
      PartyId beneficiary = words.owedTo(each.duty());
      VToDo task = new VToDo(false);
      task.add(new Due<>(Instant.ofEpochSecond(each.deadline())));
      task.add(
          new Summary(
              WatchContext.plain(
                  messages.text(
                      "watch.calendar.summary",
                      "parties",
                      String.join(", ", words.owes(each.duty())),
                      "act",
                      words.act(each.duty()),
                      "owed",
                      beneficiary != null,
                      "beneficiary",
                      beneficiary == null ? "" : beneficiary.value(),
                      "incident",
                      each.duty().incident()))));
      task.add(
          new Description(
              WatchContext.plain(
                  messages.text(
                      "watch.calendar.description",
                      "state",
                      words.state(each.state()),
                      "why",
                      words.verdicts().why(each),
                      "guarantee",
                      each.duty().guarantee(),
                      "places",
                      String.join(", ", words.places(each))))));
      file.add(name(each), task);
    }
    return file.text(before);
  }

  private static String name(DutyVerdict verdict) {
    PartyId obligor = verdict.duty().obligor();
    return verdict.duty().guarantee()
        + "/"
        + (obligor == null ? "" : obligor)
        + "/"
        + verdict.duty().tier()
        + "/"
        + verdict.duty().incident();
  }
}
