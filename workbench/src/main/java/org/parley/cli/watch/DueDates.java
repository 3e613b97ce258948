package org.parley.cli.watch;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VToDo;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.Due;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.parley.guarantees.log.Lifecycle;
import org.parley.guarantees.log.Moments;
import org.parley.guarantees.log.Verdict;
import org.parley.model.party.PartyId;

/// The due dates of what is owed as iCalendar: a task each. The same duty keeps its name from one
/// calendar to the next; the stamp is the moment looked at.
final class DueDates {

  private DueDates() {}

  /// Whether something is still to be done; what may be, where times are unsure, has its date too.
  private static boolean isOwed(Lifecycle state) {
    return state.isOpen() || Words.isBroken(state);
  }

  static String of(List<Verdict> verdicts, Words words, long at) {
    Calendar calendar = new Calendar();
    calendar.add(new ProdId("-//Parley//watch//EN"));
    calendar.add(ImmutableVersion.VERSION_2_0);
    for (Verdict each : verdicts) {
      boolean isDated = each.deadline() != Moments.NEVER && each.deadline() != Moments.ALWAYS;
      if (!isDated || each.possible().stream().noneMatch(DueDates::isOwed)) {
        continue;
      }
      PartyId beneficiary = words.commitment(each.duty()).beneficiary();
      VToDo task = new VToDo(false);
      task.add(new DtStamp(Instant.ofEpochSecond(at)));
      task.add(new Uid(uid(each)));
      task.add(new Due<>(Instant.ofEpochSecond(each.deadline())));
      task.add(
          new Summary(
              String.join(", ", words.owes(each.duty()))
                  + ": "
                  + words.act(each.duty())
                  + (beneficiary == null ? "" : " to " + beneficiary)
                  + " for "
                  + Words.plain(each.duty().incident())));
      task.add(
          new Description(
              Words.word(each.state())
                  + ": "
                  + each.reason()
                  + "; guarantee "
                  + each.duty().guarantee()
                  + "; because of "
                  + Words.plain(
                      String.join(
                          ", ", each.because().stream().map(words::place).distinct().toList()))));
      calendar.add(task);
    }
    StringWriter text = new StringWriter();
    try {
      new CalendarOutputter(false).output(calendar, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static String uid(Verdict verdict) {
    PartyId obligor = verdict.duty().obligor();
    String name =
        verdict.duty().guarantee()
            + "/"
            + (obligor == null ? "" : obligor)
            + "/"
            + verdict.duty().tier()
            + "/"
            + verdict.duty().incident();
    return Words.plain(name).replaceAll("[^A-Za-z0-9._/-]", "_")
        + "-"
        + Integer.toHexString(name.hashCode())
        + "@parley";
  }
}
