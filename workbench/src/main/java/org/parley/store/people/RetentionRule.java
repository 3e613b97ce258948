package org.parley.store.people;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// For how long views stay in the audit. Each change of the rule is a row of the audit, so what was
/// removed is judged by the rule of then.
final class RetentionRule {

  /// The subject of its rows in the audit.
  static final String SUBJECT = "retention";

  /// The rule of a journal that has no other.
  static final int USUAL_DAYS = 400;

  /// The size of a batch of removed rows, at most.
  private static final Duration TOGETHER = Duration.ofDays(30);

  /// A batch lets no row stay longer than the rule by more than this part of it.
  private static final int PART = 10;

  private static final Pattern STATE = Pattern.compile("views (\\d{1,5}) days");

  private RetentionRule() {}

  /// The days of the rule that applies.
  static int days(Handle handle) {
    return row(handle).orElse(USUAL_DAYS);
  }

  private static OptionalInt row(Handle handle) {
    return handle
        .createQuery("select view_days from retention")
        .mapTo(Integer.class)
        .findOne()
        .map(OptionalInt::of)
        .orElse(OptionalInt.empty());
  }

  /// The rule in the table, in the words of the audit; null if there is none.
  static @Nullable String state(Handle handle) {
    OptionalInt days = row(handle);
    return days.isPresent() ? state(days.getAsInt()) : null;
  }

  private static String state(int days) {
    return "views " + days + " days";
  }

  /// The days that a row of the audit says; empty if it says none.
  static OptionalInt daysOf(@Nullable String state) {
    Matcher said = STATE.matcher(state == null ? "" : state);
    return said.matches() ? OptionalInt.of(Integer.parseInt(said.group(1))) : OptionalInt.empty();
  }

  /// How many rows go together: a summary row for each batch is enough.
  static Duration batch(Duration kept) {
    Duration part = kept.dividedBy(PART);
    return part.compareTo(TOGETHER) < 0 ? part : TOGETHER;
  }

  /// Sets the rule, if it is another.
  static boolean set(Handle handle, AccountEditor by, int days, Instant now) {
    if (days == days(handle)) {
      return false;
    }
    handle.execute("delete from retention");
    handle
        .createUpdate("insert into retention (only_one, view_days) values (true, :days)")
        .bind("days", days)
        .execute();
    AccessRecord set =
        new AccessRecord(now, by.who(), by.role(), AccessRecord.RULE, days + " days", 200);
    AuditLog.append(handle, List.of(new AuditRow.Draft(set, SUBJECT, state(days))));
    return true;
  }
}
